// What a browser makes of it: the markup by a real parser, the pages as a reader has them, the block in the editor.
import { Builder, By, until as located } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";

/** Until a page has come so far. */
const PATIENCE = 60_000;

/** A Chromium that finds no host but this one. */
export async function browser() {
  const options = new chrome.Options();
  options.setChromeBinaryPath(process.env.CHROMIUM ?? "/usr/bin/chromium");
  options.addArguments("--headless=new", "--no-sandbox", "--window-size=1280,1000", "--disable-background-networking");
  options.addArguments("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
  const service = new chrome.ServiceBuilder(process.env.CHROMEDRIVER ?? "/usr/bin/chromedriver");
  const driver = await new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
  await driver.manage().setTimeouts({ script: PATIENCE, pageLoad: PATIENCE });
  return driver;
}

/** @typedef {import('selenium-webdriver').WebDriver} Driver */
/** @typedef {{ tags: Record<string, string>[], links: { href: string, words: string, language: string | null }[], others: string[], text: string }} Seen */

/** What is in each piece of HTML. @param {Driver} driver @param {string[]} pieces @returns {Promise<Seen[]>} */
export function parsed(driver, pieces) {
  return driver.executeScript(function (/** @type {string[]} */ all) {
    return all.map((html) => {
      const { body, head } = new DOMParser().parseFromString(html, "text/html");
      const tags = [...body.querySelectorAll("metier-quiz")];
      const links = [...body.querySelectorAll("metier-quiz > a")];
      // What stands around the tag is a paragraph or the block's box, and says nothing else.
      const around = [...head.children, ...body.querySelectorAll("*")].filter(
        (/** @type {any} */ one) => !tags.includes(one) && !links.includes(one),
      );
      return {
        tags: tags.map((tag) => Object.fromEntries([...tag.attributes].map(({ name, value }) => [name, value]))),
        links: links.map((link) => ({
          href: link.getAttribute("href") ?? "",
          words: link.textContent,
          language: link.getAttribute("lang"),
        })),
        others: around
          .filter((one) => !one.matches("p, br, div") || [...one.attributes].some(({ name }) => name !== "class"))
          .map((one) => one.outerHTML),
        text: body.textContent?.trim() ?? "",
      };
    });
  }, pieces);
}

/**
 * Opens a page and takes its first quiz to the result, with one answer or another.
 * @param {Driver} driver @param {string} address
 */
export async function take(driver, address) {
  await driver.get(address);
  const screens = /** @type {string[]} */ ([]);
  for (;;) {
    const screen = await driver.wait(
      () => driver.executeScript(step, screens.at(-1) ?? null),
      PATIENCE,
      `the quiz goes on after ${screens.at(-1)}`,
    );
    screens.push(String(screen));
    if (screens.length > 60) throw new Error(`no end: ${screens.join(", ")}`);
    if (String(screen).startsWith("result")) break;
  }
  const seen = await driver.executeScript(() => {
    const tag = /** @type {Element} */ (document.querySelector("metier-quiz"));
    // What it kept of this time would be the result of the next.
    sessionStorage.clear();
    return {
      hosts: [...new Set(performance.getEntriesByType("resource").map(({ name }) => new URL(name).host))],
      modules: document.querySelectorAll('script[type=module][src*="/metier/metier.js"]').length,
      accent: getComputedStyle(tag).getPropertyValue("--metier-accent"),
    };
  });
  return { screens: screens.length, .../** @type {{ hosts: string[], modules: number, accent: string }} */ (seen) };
}

/** On a screen other than the last: answers and presses; gives its name. @param {string | null} last */
function step(last) {
  const root = document.querySelector("metier-quiz")?.shadowRoot;
  const section = /** @type {HTMLElement | undefined} */ (
    [...(root?.querySelectorAll("section[data-screen]") ?? [])].find((one) => one.getClientRects().length)
  );
  if (!section) return null;
  const name = `${section.dataset.screen} ${section.dataset.item ?? ""}`;
  if (name === last) return null;
  if (section.dataset.screen === "error") throw new Error(section.textContent ?? "");
  const ready = section.querySelector("[data-action=start], [data-action=next], [data-action=finish]");
  if (section.dataset.screen !== "result" && !(ready instanceof HTMLElement)) return null;
  // Each group another place, so that the best is not the worst as well, and no two are first.
  const radios = /** @type {HTMLInputElement[]} */ ([...section.querySelectorAll("input[type=radio]")]);
  const groups = [...new Set(radios.map((one) => one.name))].map((group) => radios.filter((one) => one.name === group));
  groups.forEach((group, index) => group[index % group.length].click());
  [...section.querySelectorAll("select")].forEach((select, index) => {
    select.value = String(index + 1);
    for (const type of ["input", "change"]) select.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  });
  if (ready instanceof HTMLElement) ready.click();
  return name;
}

/**
 * Writes a post with the block in the editor, as its administrator does, and publishes it.
 * @param {Driver} driver @param {string} site
 */
export async function write(driver, site) {
  await driver.get(`${site}/wp-login.php`);
  await driver.executeScript(() => {
    const form = /** @type {HTMLFormElement} */ (document.querySelector("#loginform"));
    for (const name of ["log", "pwd"]) /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value = "admin";
    form.submit();
  });
  await driver.wait(async () => (await driver.getCurrentUrl()).includes("/wp-admin/"), PATIENCE, "the admin is in");
  await driver.get(`${site}/wp-admin/post-new.php`);
  const has = () =>
    driver.executeScript(() => Boolean(/** @type {any} */ (window).wp?.blocks?.getBlockType("metier/quiz")));
  await driver.wait(has, PATIENCE, "the editor knows the block");
  const asked = await driver.wait(() => driver.executeScript(insert), PATIENCE, "the block asks which quiz");
  await driver.executeScript(choose, "pace");
  const preview = await driver.wait(() => driver.executeScript(shown), PATIENCE, "the block shows a link");
  const post = await driver.executeAsyncScript(function (/** @type {(value: unknown) => void} */ done) {
    const { data } = /** @type {any} */ (window).wp;
    data.dispatch("core/editor").editPost({ title: "From the editor", status: "publish" });
    data
      .dispatch("core/editor")
      .savePost()
      .then(() => {
        const editor = data.select("core/editor");
        done({
          address: editor.getPermalink(),
          content: editor.getEditedPostContent(),
          valid: data
            .select("core/block-editor")
            .getBlocks()
            .every((/** @type {any} */ block) => block.isValid),
        });
      });
  });
  return { asked, preview, .../** @type {{ address: string, content: string, valid: boolean }} */ (post) };
}

/**
 * Adds a block for a quiz from elsewhere and types its address; gives what the block has then. Its field has to stay
 * where it is under the hands of who types.
 * @param {Driver} driver @param {string} address
 */
export async function type(driver, address) {
  await driver.executeScript(() => {
    const { blocks, data } = /** @type {any} */ (window).wp;
    data.dispatch("core/block-editor").resetBlocks([blocks.createBlock("metier/quiz")]);
  });
  await driver.wait(() => driver.executeScript(insert), PATIENCE, "the block asks which quiz");
  await driver.executeScript(choose, "https://");
  const [canvas] = await driver.findElements(By.css("iframe[name=editor-canvas]"));
  if (canvas) await driver.switchTo().frame(canvas);
  const field = await driver.wait(
    located.elementLocated(By.css('[data-type="metier/quiz"] input[type=url]')),
    PATIENCE,
  );
  await field.click();
  await driver.actions().sendKeys(address).perform();
  await driver.switchTo().defaultContent();
  const shows = await driver.wait(() => driver.executeScript(shown), PATIENCE, "the block shows a link");
  const [quiz] = /** @type {string[]} */ (
    await driver.executeScript(() =>
      /** @type {any} */ (window).wp.data
        .select("core/block-editor")
        .getBlocks()
        .map((/** @type {any} */ { attributes }) => attributes.quiz),
    )
  );
  return { quiz, shows };
}

/** Puts the block into the editor, once; gives the choices that it offers. */
function insert() {
  const { wp } = /** @type {any} */ (window);
  const editor = wp.data.select("core/block-editor");
  if (!editor.getBlocks().some((/** @type {any} */ { name }) => name === "metier/quiz")) {
    wp.data.dispatch("core/edit-post").toggleFeature?.("welcomeGuide");
    wp.data.dispatch("core/block-editor").insertBlock(wp.blocks.createBlock("metier/quiz"));
  }
  const canvas = /** @type {HTMLIFrameElement | null} */ (document.querySelector("iframe[name=editor-canvas]"));
  const select = (canvas?.contentDocument ?? document).querySelector('[data-type="metier/quiz"] select');
  return select && [.../** @type {HTMLSelectElement} */ (select).options].map(({ text }) => text);
}

/** Chooses in the block as a hand does. @param {string} value */
function choose(value) {
  const canvas = /** @type {HTMLIFrameElement | null} */ (document.querySelector("iframe[name=editor-canvas]"));
  const page = canvas?.contentDocument ?? document;
  const select = /** @type {HTMLSelectElement} */ (page.querySelector('[data-type="metier/quiz"] select'));
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

/** The words of the link in the block's preview. */
function shown() {
  const canvas = /** @type {HTMLIFrameElement | null} */ (document.querySelector("iframe[name=editor-canvas]"));
  const page = canvas?.contentDocument ?? document;
  return page.querySelector('[data-type="metier/quiz"] metier-quiz > a')?.textContent ?? null;
}
