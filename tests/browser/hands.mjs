// Two ways to touch the page: a pointer that presses what is under it, and a keyboard with Tab, arrows, Space and
// Enter.
import { Key, Origin } from "selenium-webdriver";
import { until } from "./rig.mjs";
import { ok } from "./suite.mjs";

/** @typedef {import('./rig.mjs').Rig} Rig */
/**
 * @typedef {object} Hand
 * @property {string} name
 * @property {(selector: string) => Promise<void>} press a button
 * @property {(selector: string) => Promise<void>} choose a radio or a checkbox
 * @property {(selector: string, value: string) => Promise<void>} pick from a list
 * @property {(selector: string, value: number) => Promise<void>} slide to a number
 * @property {(selector: string, words: string) => Promise<void>} write in place of what stands there
 */

/** Finds inside the screen shown; runs in the page. @param {string} host @param {string} selector */
const find = `(host, selector) => {
  const root = document.querySelector(host).shadowRoot;
  const section = [...root.querySelectorAll('section[data-screen]')].find(one => one.getClientRects().length);
  return section?.querySelector(selector) ?? null;
}`;

/** @implements {Hand} */
export class Pointer {
  name = "pointer";
  /** Where it pressed last. */
  #last = { x: -1000, y: -1000 };

  /** @param {Rig} rig @param {string} [host] */
  constructor(rig, host = "metier-quiz") {
    this.rig = rig;
    this.host = host;
  }

  /** @param {string} selector */
  async press(selector) {
    const place = /** @type {{ x: number, y: number, over: string | null } | null} */ (
      await this.rig.driver.executeScript(
        `
      const element = (${find})(arguments[0], arguments[1]);
      if (!element) return null;
      const target = element.labels?.[0] ?? element;
      target.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const box = target.getBoundingClientRect();
      const [x, y] = [Math.floor(box.left + box.width / 2), Math.floor(box.top + box.height / 2)];
      const hit = target.getRootNode().elementFromPoint(x, y);
      const good = hit && (target.contains(hit) || hit.contains(element));
      return { x, y, over: good ? null : hit?.outerHTML.slice(0, 120) ?? 'nothing' };`,
        this.host,
        selector,
      )
    );
    ok(place, `there is no ${selector} on this screen`);
    ok(place.over === null, `${selector} is covered by ${place.over}`);
    // Twice at one place and at once would be a double click, which means one press: people do not press so fast what
    // they have to read first.
    if (Math.hypot(place.x - this.#last.x, place.y - this.#last.y) < 30 && !/button:|\+ button/.test(selector))
      await this.#between();
    this.#last = place;
    await this.#at(place);
  }

  /** @param {{ x: number, y: number }} place */
  async #at({ x, y }) {
    await this.rig.driver
      .actions({ async: true })
      .move({ x, y, origin: Origin.VIEWPORT, duration: 0 })
      .press()
      .release()
      .perform();
  }

  /** A press on the screen's own empty margin, which does nothing. */
  async #between() {
    const place = /** @type {{ x: number, y: number } | null} */ (
      await this.rig.driver.executeScript(
        `
      const box = document.querySelector(arguments[0]).shadowRoot.querySelector('section[data-screen]')?.parentElement?.getBoundingClientRect();
      return box ? { x: Math.round(box.left + 5), y: Math.round(Math.min(Math.max(box.top, 0) + 60, innerHeight - 5)) } : null`,
        this.host,
      )
    );
    if (place) await this.#at(place);
  }

  /** @param {string} selector */
  choose(selector) {
    return this.press(selector);
  }

  /** @param {string} selector @param {string} value */
  async pick(selector, value) {
    // Lists unfold outside the page, where no pointer of a driver gets; it knows how to choose from them.
    const option = await this.rig.driver.executeScript(
      `return (${find})(arguments[0], arguments[1])`,
      this.host,
      `${selector} option[value="${value}"]`,
    );
    ok(option, `${selector} has no ${value}`);
    await /** @type {import('selenium-webdriver').WebElement} */ (option).click();
  }

  /** @param {string} selector @param {number} value */
  async slide(selector, value) {
    const place = /** @type {{ x: number, y: number }} */ (
      await this.rig.driver.executeScript(
        `
      const slider = (${find})(arguments[0], arguments[1]);
      slider.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = slider.getBoundingClientRect();
      const handle = 1.8 * parseFloat(getComputedStyle(slider).fontSize);
      const share = (arguments[2] - slider.min) / (slider.max - slider.min);
      const along = handle / 2 + share * (box.width - handle);
      const rtl = getComputedStyle(slider).direction === 'rtl';
      return { x: Math.round(rtl ? box.right - along : box.left + along), y: Math.round(box.top + box.height / 2) };`,
        this.host,
        selector,
        value,
      )
    );
    await this.rig.driver
      .actions({ async: true })
      .move({ ...place, origin: Origin.VIEWPORT, duration: 0 })
      .press()
      .release()
      .perform();
  }

  /** @param {string} selector @param {string} words */
  async write(selector, words) {
    await this.press(selector);
    await write(this.rig, words);
  }
}

/** Into what has the focus. @param {Rig} rig @param {string} words */
function write(rig, words) {
  return rig.driver
    .actions({ async: true })
    .keyDown(Key.CONTROL)
    .sendKeys("a")
    .keyUp(Key.CONTROL)
    .sendKeys(words.replaceAll("\n", Key.ENTER))
    .perform();
}

/**
 * Where the focus is, seen from a target. For a radio the whole group is the target, since Tab stops at a group once.
 * @typedef {{ found: boolean, here: boolean, checked: boolean, value: string | null, inside: boolean, body: boolean, above: boolean, ahead: boolean, active: string, visible: boolean }} Focus
 */
const look = `(host, selector) => {
  const target = (${find})(host, selector);
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const root = document.querySelector(host).shadowRoot;
  const body = !active || active === document.body || active === document.documentElement;
  const radio = target?.type === 'radio';
  const group = radio ? [...root.querySelectorAll('input[type=radio]')].filter(one => one.name === target.name && one.form === target.form) : [target];
  const stop = group.find(one => one?.checked) ?? group[0];
  // What the page puts into the quiz stands where its slot does.
  const place = active?.closest('[slot]')?.assignedSlot ?? active;
  const inside = root.contains(place);
  return {
    found: Boolean(target), here: group.includes(active), checked: Boolean(target?.checked), value: active?.value ?? null, body, inside,
    above: Boolean(target && place && target.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING),
    ahead: !inside || Boolean(target && place.compareDocumentPosition(radio && !stop.checked ? group[group.length - 1] : stop) & Node.DOCUMENT_POSITION_FOLLOWING),
    active: active?.outerHTML.slice(0, 100) ?? 'nothing',
    visible: !inside || active.matches(':focus-visible') || active.tabIndex < 0,
  };
}`;

/** @implements {Hand} */
export class Keyboard {
  name = "keyboard";
  /** Once the focus is in the quiz it has to stay off the body. */
  #entered = false;

  /** @param {Rig} rig @param {string} [host] */
  constructor(rig, host = "metier-quiz") {
    this.rig = rig;
    this.host = host;
  }

  /** @param {...string} keys */
  async #type(...keys) {
    const actions = this.rig.driver.actions({ async: true });
    for (const key of keys) actions.keyDown(key);
    for (const key of keys.reverse()) actions.keyUp(key);
    await actions.perform();
  }

  /**
   * A key that only moves the focus. On a busy machine WebKit's driver now and then gives one up without a word: whether
   * it came is what the next look at the focus says.
   * @param {...string} keys
   */
  async #move(...keys) {
    try {
      await this.#type(...keys);
    } catch (error) {
      if (!(error instanceof Error) || error.message) throw error;
      await this.rig.driver.actions({ async: true }).clear();
    }
  }

  /** @param {string} selector @returns {Promise<Focus>} */
  async #focus(selector) {
    const focus = /** @type {Focus} */ (
      await this.rig.driver.executeScript(`return (${look})(arguments[0], arguments[1])`, this.host, selector)
    );
    if (focus.inside) this.#entered = true;
    ok(!(this.#entered && focus.body), `the focus fell to the body on the way to ${selector}`);
    return focus;
  }

  /** Moves the focus to an element, or to the group of a radio. @param {string} selector */
  async #reach(selector) {
    let focus = await this.#focus(selector);
    ok(focus.found, `there is no ${selector} on this screen`);
    const way = [focus.active];
    for (let turn = 0, back = !focus.ahead; !focus.here; turn += 1) {
      ok(turn < 90, `${selector} cannot be reached by Tab; the way there was\n${way.slice(-12).join("\n")}`);
      await (back ? this.#move(Key.SHIFT, Key.TAB) : this.#move(Key.TAB));
      const before = focus;
      focus = await this.#focus(selector);
      way.push(`${back ? "Shift+" : ""}Tab: ${focus.active}`);
      // What has the focus is drawn so a moment later.
      if (!focus.visible) {
        focus = await until(async () => {
          const seen = await this.#focus(selector);
          return seen.visible ? seen : null;
        }, `the focus is seen on ${focus.active}`);
      }
      if (before.inside && !focus.inside) back = !back;
    }
    return focus;
  }

  /** @param {string} selector */
  async press(selector) {
    await this.#reach(selector);
    await this.#type(/skip|more|plus|\+/.test(selector) ? Key.SPACE : Key.ENTER);
  }

  /** @param {string} selector */
  async choose(selector) {
    let focus = await this.#reach(selector);
    const value = /\[value="([^"]*)"\]/.exec(selector)?.[1];
    for (let turn = 0; /radio|name\$=/.test(selector) && focus.value !== value; turn += 1) {
      ok(turn < 100, `arrows do not lead to ${selector}`);
      await this.#move(focus.above ? Key.ARROW_UP : Key.ARROW_DOWN);
      focus = await this.#focus(selector);
    }
    if (!focus.checked) await this.#type(Key.SPACE);
  }

  /** @param {string} selector @param {string} value */
  async pick(selector, value) {
    await this.#reach(selector);
    const words = String(
      await this.rig.driver.executeScript(
        `return (${find})(arguments[0], arguments[1]).textContent`,
        this.host,
        `${selector} option[value="${value}"]`,
      ),
    );
    await pickByLetter(
      words,
      value,
      (letter) => this.#type(letter),
      async () => (await this.#focus(selector)).value,
    );
    ok((await this.#focus(selector)).here, `choosing ${words} takes the focus away`);
  }

  /** @param {string} selector @param {number} value */
  async slide(selector, value) {
    await this.#reach(selector);
    await this.#type(Key.HOME);
    for (let turn = 0; Number((await this.#focus(selector)).value) !== value; turn += 1) {
      ok(turn < 100, `arrows do not lead to ${value}`);
      await this.#type(Key.ARROW_UP);
    }
  }

  /** @param {string} selector @param {string} words */
  async write(selector, words) {
    await this.#reach(selector);
    await write(this.rig, words);
  }
}

/**
 * Chooses an entry of a list by its first letter alone: every press leads to the next entry that begins so. Whole words
 * begin anew wherever an engine took more than a second between two of their letters.
 * @param {string} words of the entry @param {string | undefined} value
 * @param {(letter: string) => Promise<void>} type @param {() => Promise<string | null | undefined>} chosen
 */
export async function pickByLetter(words, value, type, chosen) {
  for (let turn = 0; (await chosen()) !== value; turn += 1) {
    ok(turn < 40, `typing ${words[0]} does not lead to ${words}, but to ${await chosen()}`);
    await type(words[0]);
  }
}

/**
 * No hand at all: clicks by script. For tests whose subject is something else.
 * @implements {Hand}
 */
export class Quick {
  name = "script";

  /** @param {Rig} rig @param {string} [host] */
  constructor(rig, host = "metier-quiz") {
    this.rig = rig;
    this.host = host;
  }

  /** @param {string} selector */
  async press(selector) {
    ok(
      await this.rig.driver.executeScript(
        `const element = (${find})(arguments[0], arguments[1]); element?.click(); return Boolean(element)`,
        this.host,
        selector,
      ),
      `there is no ${selector} on this screen`,
    );
  }

  /** @param {string} selector @param {string | number} value */
  async write(selector, value) {
    const script = `const element = (${find})(arguments[0], arguments[1]);
      if (element) { element.value = arguments[2]; element.dispatchEvent(new Event('input', { bubbles: true })); }
      return Boolean(element);`;
    ok(
      await this.rig.driver.executeScript(script, this.host, selector, value),
      `there is no ${selector} on this screen`,
    );
  }

  /** @param {string} selector @param {string} value */
  pick(selector, value) {
    return this.write(selector, value);
  }

  /** @param {string} selector @param {number} value */
  slide(selector, value) {
    return this.write(selector, value);
  }

  /** @param {string} selector */
  choose(selector) {
    return this.press(selector);
  }
}
