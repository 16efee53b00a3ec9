// A frame of 320 CSS pixels: what is in it must fit, with nothing to scroll sideways for and nothing too small to hit.
import { By } from "selenium-webdriver";
import { ok } from "./suite.mjs";

/** Runs in the frame. */
function measure() {
  const width = document.documentElement.clientWidth;
  /** @type {string[]} */
  const faults = [];
  /** Short words of a button's label that stand on two lines; what is quoted in one is longer. @param {Element} button */
  const broken = (button) => {
    /** @type {string[]} */
    const found = [];
    if ((button.textContent ?? "").length > 24) return found;
    const walker = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      for (const { 0: word, index } of text.textContent?.matchAll(/\S+/g) ?? []) {
        if (word.length > 12) continue;
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word);
      }
    }
    return found;
  };
  const name = (/** @type {Element} */ node) => node.outerHTML.slice(0, 110);
  if (document.documentElement.scrollWidth > width)
    faults.push(`the page is ${document.documentElement.scrollWidth} wide in ${width}`);
  const roots = [
    document,
    .../** @type {ShadowRoot[]} */ ([...document.querySelectorAll("*")].map((node) => node.shadowRoot).filter(Boolean)),
  ];
  for (const node of roots.flatMap((root) => [
    .../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("body *, section *")),
  ])) {
    const box = node.getBoundingClientRect();
    const style = getComputedStyle(node);
    if (!box.width || style.visibility === "hidden") continue;
    // What scrolls by itself, and what is there for the ear alone, may be as wide as it likes.
    let own = /** @type {Element | null} */ (node);
    while (
      own &&
      !(/auto|scroll/.test(getComputedStyle(own).overflowX) && own !== node) &&
      getComputedStyle(own).clipPath === "none" &&
      own.clientWidth !== 1
    )
      own = own.parentElement;
    if (!own && (box.right > width + 1 || box.left < -1))
      faults.push(`reaches from ${box.left} to ${box.right} in ${width}: ${name(node)}`);
    if (node.matches("button")) for (const word of broken(node)) faults.push(`“${word}” is broken: ${name(node)}`);
    const target =
      node instanceof HTMLInputElement && /radio|checkbox/.test(node.type) ? (node.labels?.[0] ?? node) : node;
    if (
      node.matches('button, input, summary, select, textarea, [tabindex="0"]') ||
      (node.matches("a[href]") && style.display !== "inline")
    ) {
      const size = target.getBoundingClientRect();
      if (size.width < 43.5 || size.height < 43.5)
        faults.push(`${size.width.toFixed(1)} by ${size.height.toFixed(1)} is too small to hit: ${name(node)}`);
    }
  }
  return faults.slice(0, 8);
}

/**
 * @param {import('./rig.mjs').Rig} rig
 * @param {string} path
 * @param {string} origin
 * @param {[number, number]} [size] of the frame
 */
export async function inFrame(rig, path, origin, [width, height] = [320, 640]) {
  rig.proxy.replaced.set("/a-frame.html", {
    headers: { "content-type": "text/html; charset=utf-8" },
    body: `<!doctype html><html lang="en"><title>Frame</title><link rel="icon" href="data:,"><iframe title="narrow" width="${width}" height="${height}" frameborder="0" src="${path}"></iframe></html>`,
  });
  await rig.open(`${origin}/a-frame.html`);
  await rig.driver.switchTo().frame(await rig.driver.findElement(By.css("iframe")));
}

/** What Tab stops at, by its name: what is folded is not reached. @param {import('./rig.mjs').Rig} rig */
export function stops(rig) {
  return rig.run(() => {
    const roots = [
      document,
      .../** @type {ShadowRoot[]} */ (
        [...document.querySelectorAll("*")].map((node) => node.shadowRoot).filter(Boolean)
      ),
    ];
    return roots
      .flatMap((root) => [
        .../** @type {NodeListOf<HTMLElement>} */ (
          root.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')
        ),
      ])
      .filter((node) => node.checkVisibility({ visibilityProperty: true }) && node.tabIndex >= 0)
      .map((node) => (node.getAttribute("aria-label") ?? node.textContent ?? "").trim());
  });
}

/** @param {import('./rig.mjs').Rig} rig @param {string} where */
export async function fits(rig, where) {
  const faults = await rig.run(measure);
  ok(faults.length === 0, `${where}, 320 pixels wide:\n${faults.join("\n")}`);
}
