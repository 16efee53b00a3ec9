// Takes a quiz as a reader does: reads the screen, answers, goes on. Knows the elements only by the page's contract.
import { bitsOf } from "./native.mjs";
import { until } from "./rig.mjs";
import { ok, same } from "./suite.mjs";
import { adaptiveSay, say } from "./words.mjs";

/**
 * @typedef {{ screens: number, screen: string | null, item: string | null, together: string[], type: string | null, heading: string, place: string, focus: string, actions: string[], status: string, text: string }} Screen
 * @typedef {import('./answers.mjs').Given} Given
 * @typedef {object} Plan
 * @property {import('./answers.mjs').Quiz} quiz
 * @property {Map<string, Given | null>} answers by item; changed to null where the plan skips
 * @property {number} [skip] the question to skip, counted from 1
 * @property {number} [back] the question to go back from
 * @property {string} [change] `first`: change the first question's answer from the review
 * @property {(screen: Screen) => Promise<void>} [look] called on each new screen
 */

export class Quiz {
  /**
   * @param {import('./rig.mjs').Rig} rig
   * @param {import('./hands.mjs').Hand} hand
   * @param {string} [host] selector of the element
   */
  constructor(rig, hand, host = "metier-quiz") {
    this.rig = rig;
    this.hand = hand;
    this.host = host;
  }

  /** @returns {Promise<Screen>} */
  screen() {
    return this.rig.run((host) => {
      const root = document.querySelector(host)?.shadowRoot;
      const shown = /** @type {HTMLElement[]} */ (
        [...(root?.querySelectorAll("section[data-screen]") ?? [])].filter((one) => one.getClientRects().length)
      );
      const section = shown[0];
      const heading = section?.querySelector('[tabindex="-1"]:is(h1,h2,h3,h4,h5,h6)');
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return {
        screens: shown.length,
        screen: section?.dataset.screen ?? null,
        item: section?.dataset.item ?? null,
        // Those of a group share a screen.
        together: [
          .../** @type {NodeListOf<HTMLElement>} */ (section?.querySelectorAll("fieldset[data-item]") ?? []),
        ].map((one) => one.dataset.item ?? ""),
        type: section?.dataset.type ?? null,
        heading: heading?.textContent ?? "",
        place: section?.querySelector(".progress")?.textContent ?? "",
        focus:
          !active || active === document.body
            ? "body"
            : active === heading
              ? "heading"
              : section?.contains(active)
                ? "screen"
                : "elsewhere",
        actions: [
          .../** @type {NodeListOf<HTMLButtonElement>} */ (section?.querySelectorAll("button[data-action]") ?? []),
        ]
          .filter((one) => one.getClientRects().length && !one.disabled)
          .map((one) => one.dataset.action ?? ""),
        status: root?.querySelector("[role=status]")?.textContent ?? "",
        // What an error says to the author alone is folded away.
        text: (section?.dataset.screen === "error" ? section.textContent : section?.innerText) ?? "",
      };
    }, this.host);
  }

  /** The screen with all that is folded on it opened. @returns {Promise<Screen>} */
  async unfolded() {
    await this.rig.run((host) => {
      for (const fold of document.querySelector(host)?.shadowRoot?.querySelectorAll("details") ?? []) fold.open = true;
    }, this.host);
    return this.screen();
  }

  /** @param {(screen: Screen) => boolean} wanted @param {string} what @returns {Promise<Screen>} */
  until(wanted, what) {
    return until(async () => {
      // A frame that is about to get its page gives nothing.
      const screen = /** @type {Screen | null} */ (await this.screen());
      if (!screen) return false;
      ok(screen.screen !== "error" || wanted(screen), `the quiz shows an error instead (${what}):\n${screen.text}`);
      return wanted(screen) && screen;
    }, what);
  }

  /** @param {string} action */
  press(action) {
    return this.hand.press(`button[data-action="${action}"]`);
  }

  /** Gives an answer through the inputs. @param {string} type @param {Given} given */
  async answer(type, given) {
    const { hand } = this;
    switch (type) {
      case "multiple":
        for (const id of /** @type {string[]} */ (given)) await hand.choose(`input[type=checkbox][value="${id}"]`);
        break;
      case "judge":
        for (const [id, rating] of Object.entries(given))
          await hand.choose(`[data-option="${id}"] input[type=radio][value="${rating}"]`);
        break;
      case "best-worst":
        for (const [side, id] of Object.entries(given)) await hand.choose(`input[name$="${side}"][value="${id}"]`);
        break;
      case "allocate":
        for (const [id, points] of Object.entries(given)) {
          for (let n = 0; n < Number(points); n += 1) await hand.press(`.stepper input[data-option="${id}"] + button`);
        }
        break;
      case "rank":
        for (const [index, id] of /** @type {string[]} */ (given).entries())
          await hand.pick(`select[data-option="${id}"]`, String(index + 1));
        break;
      case "sort":
        for (const [id, group] of Object.entries(given))
          await hand.choose(`[data-option="${id}"] input[type=radio][value="${group}"]`);
        break;
      case "slider":
        await hand.slide("input[type=range]", Number(given));
        break;
      case "number":
      case "text":
        await hand.write("input[inputmode=decimal], textarea", String(given));
        break;
      default:
        await hand.choose(`input[type=radio][value="${given}"]`);
    }
  }

  /** What the inputs of this screen say. @returns {Promise<Given | null>} */
  read() {
    return this.rig.run(
      (host, open) => {
        const root = document.querySelector(host)?.shadowRoot;
        const section = /** @type {HTMLElement} */ (
          [...(root?.querySelectorAll("section[data-screen]") ?? [])].find((one) => one.getClientRects().length)
        );
        const chosen = /** @type {HTMLInputElement[]} */ ([...section.querySelectorAll("input:checked")]);
        const selects = () => /** @type {HTMLSelectElement[]} */ ([...section.querySelectorAll("select")]);
        switch (section.dataset.type) {
          case "multiple":
            return chosen.map((one) => one.value);
          case "judge":
            return Object.fromEntries(
              chosen.map((one) => [
                /** @type {HTMLElement} */ (one.closest("[data-option]")).dataset.option,
                Number(one.value),
              ]),
            );
          case "best-worst":
            return Object.fromEntries(chosen.map((one) => [/(best|worst)$/.exec(one.name)?.[0], one.value]));
          case "allocate":
            return Object.fromEntries(
              /** @type {HTMLInputElement[]} */ ([...section.querySelectorAll(".stepper input")]).map((one) => [
                one.dataset.option,
                Number(one.value),
              ]),
            );
          case "single":
            return chosen[0]?.value ?? null;
          case "rank":
            if (selects().every((one) => !one.value)) return null;
            return selects()
              .sort((a, b) => Number(a.value) - Number(b.value))
              .map((one) => String(one.dataset.option));
          case "sort":
            if (!chosen.length) return null;
            return Object.fromEntries(
              chosen.map((one) => [
                /** @type {HTMLElement} */ (one.closest("[data-option]")).dataset.option,
                one.value,
              ]),
            );
          case "slider":
            return section.querySelector("input")?.getAttribute("aria-valuetext") === open
              ? null
              : Number(section.querySelector("input")?.value);
          case "number":
            return Number(section.querySelector("input")?.value);
          case "text":
            return section.querySelector("textarea")?.value ?? null;
          default:
            return chosen[0] ? Number(chosen[0].value) : null;
        }
      },
      this.host,
      say("slider-open"),
    );
  }

  /** From the first screen to the first question. @param {Plan} plan */
  async start(plan) {
    const intro = await this.#intro();
    await plan.look?.(intro);
    await this.press("start");
    return this.#question((screen) => screen.screen === "question", "the first question");
  }

  /** The first screen, without what this tab has kept of an earlier time. */
  async #intro() {
    const first = await this.until(({ screen }) => screen === "intro" || screen === "result", "the first screen");
    if (!first.actions.includes("restart")) return first;
    await this.press("restart");
    return this.until(
      ({ screen, actions }) => screen === "intro" && actions.includes("start"),
      "the first screen, from the beginning",
    );
  }

  /** From a question to the review, and on to the result. @param {Plan} plan @param {Screen} screen */
  async finish(plan, screen) {
    const { quiz, answers } = plan;
    const items = new Map(quiz.items.map((item) => [item.id, item]));
    // Instructed items are asked beside those that count.
    const instructed = quiz.items.filter((item) => item.instructed !== undefined).length;
    const total = quiz.adaptive ? quiz.adaptive.max + instructed : quiz.items.length;
    /** @type {string[]} */
    const seen = [];
    /** The first item of each screen. @type {string[]} */
    const firsts = [];
    let back = plan.back;
    for (let number = 1; screen.screen === "question"; number += 1) {
      const id = String(screen.item);
      ok(items.has(id) && !seen.includes(id), `item ${id} is shown once`);
      same(screen.type, items.get(id)?.type, `the type of ${id}`);
      const last = number + Math.max(1, screen.together.length) - 1;
      const one = quiz.adaptive ? adaptiveSay : say;
      const place =
        last > number ? say("questions-of", { n: number, last, total }) : one("question-of", { n: number, total });
      ok(screen.place === place || screen.place.startsWith(`${place},`), `${screen.place} says where ${id} stands`);
      ok(
        ["next", "skip"].every((action) => screen.actions.includes(action)),
        `next and skip are on every question, here: ${screen.actions}`,
      );
      await plan.look?.(screen);
      if (back && back <= last && firsts.length) {
        back = undefined;
        await this.press("back");
        const earlier = firsts[firsts.length - 1];
        const before = await this.#question((now) => now.item === earlier, "the question before");
        if (before.together.length > 1)
          same(
            await this.readGroup(),
            before.together.map((one) => answers.get(one)),
            "the answers kept on going back",
          );
        else same(sorted(await this.read()), sorted(answers.get(earlier)), "the answer kept on going back");
        // Skipping leaves what is answered as it is.
        await this.press(before.together.some((one) => answers.get(one) === null) ? "skip" : "next");
        await this.#question((now) => now.item === id, "the question come back to");
      }
      firsts.push(id);
      if (screen.together.length > 1) {
        screen.together.forEach((one, at) => number + at === plan.skip && answers.set(one, null));
        await this.group(screen.together, answers);
        seen.push(...screen.together);
        number += screen.together.length - 1;
        screen = await this.#question((now) => now.screen !== "question" || now.item !== id, `what follows ${id}`);
        continue;
      }
      if (number === plan.skip || answers.get(id) === null) {
        answers.set(id, null);
        await this.press("skip");
      } else {
        const given = /** @type {Given} */ (answers.get(id));
        await this.answer(String(screen.type), given);
        same(sorted(await this.read()), sorted(given), `what the inputs of ${id} say`);
        await this.press("next");
      }
      seen.push(id);
      screen = await this.#question((now) => now.screen !== "question" || now.item !== id, `what follows ${id}`);
    }
    if (!quiz.adaptive) same(seen.length, quiz.items.length, "the number of questions asked");
    // What was answered, in the order in which it was asked.
    const given = seen.map((id) => /** @type {const} */ ([id, answers.get(id) ?? null]));
    answers.clear();
    for (const [id, answer] of given) answers.set(id, answer);
    same(screen.screen, "review", "what follows the last question");
    await plan.look?.(screen);
    if (plan.change) {
      await this.hand.press(`button[data-action="change"][data-item="${seen[0]}"]`);
      const changed = await this.#question((now) => now.screen === "question", "the question to change");
      same(changed.item, seen[0], "the question to change");
      if (answers.get(seen[0]) !== null)
        same(sorted(await this.read()), sorted(answers.get(seen[0])), "the answer kept for changing");
      await this.press(changed.together.some((one) => answers.get(one) === null) ? "skip" : "next");
      await this.#question((now) => now.screen === "review", "the review again");
    }
    await this.press("finish");
    const result = await this.#question((now) => now.screen === "result", "the result");
    await plan.look?.(result);
    return result;
  }

  /** What is chosen in each part of a screen of several. @returns {Promise<(number | null)[]>} */
  readGroup() {
    return this.rig.run((host) => {
      const root = document.querySelector(host)?.shadowRoot;
      return [...(root?.querySelectorAll("fieldset[data-item]") ?? [])].map((part) => {
        const chosen = /** @type {HTMLInputElement | null} */ (part.querySelector("input:checked"));
        return chosen && Number(chosen.value);
      });
    }, this.host);
  }

  /** Answers what stands on one screen; what is to be skipped is left open. @param {string[]} ids @param {Plan["answers"]} answers */
  async group(ids, answers) {
    for (const id of ids) {
      const given = answers.get(id);
      if (given !== null) await this.hand.choose(`fieldset[data-item="${id}"] input[type=radio][value="${given}"]`);
    }
    await this.press(ids.some((id) => answers.get(id) === null) ? "skip" : "next");
  }

  /** @param {Plan} plan */
  async take(plan) {
    return this.finish(plan, await this.start(plan));
  }

  /**
   * A new screen: one alone, and the focus on its heading.
   * @param {(screen: Screen) => boolean} wanted
   * @param {string} what
   */
  async #question(wanted, what) {
    const screen = await this.until(
      (now) => wanted(now) && now.screen !== "error" && now.focus === "heading",
      `${what}, with the focus on its heading`,
    );
    same(screen.screens, 1, "screens at a time");
    return screen;
  }

  /** The report that left the element with its last event, every number as its bits. @returns {Promise<string>} */
  async reportBits() {
    const bits = await this.rig.driver.executeScript(`
      const done = window.__collected.events.filter(event => event.type === 'metier-complete').pop();
      return done ? (${bitsOf})(done.detail.report) : null;`);
    ok(bits, "metier-complete has been dispatched");
    return /** @type {string} */ (bits);
  }
}

/** Chosen options in one order. @param {unknown} given */
function sorted(given) {
  return Array.isArray(given) ? [...given].sort() : given;
}
