// The panel behind Share: the picture, what can be done with it, and links. It is loaded when Share is pressed, and
// nothing leaves the page but what the person then shares.
import { disclosure, node } from "../../shared/dom.js";
import { language } from "../../words/words.js";
import { download } from "../store.js";
import { write } from "./code.js";
import { namesOf, say, sharedOf, shownOf } from "./content.js";
import { drawPicture } from "./picture.js";
import { dressPage } from "./style.js";

/** @typedef {import("../../types.d.ts").FullReport} FullReport */
/** @typedef {import("./picture.js").Shape} Shape */
/** @typedef {Parameters<typeof say>[0]} Key */

/** Where the result stands in an address. */
const before = "#r=";

/**
 * @param {{ report: FullReport, title: string, day: string }} what
 * @param {HTMLElement} from what was pressed: it gets the focus back (Safari gives no focus to a button that is clicked)
 */
export function openPanel({ report, title, day }, from) {
  dressPage();
  const result = sharedOf(report, day);
  const shown = result && shownOf(result, namesOf(report, title));
  const heading = node("h2", { id: "share-title", tabindex: -1, autofocus: true }, say("share-title"));
  const close = button("share-close", () => dialog.close());
  const said = makeVoice();
  const code = result && write(result);
  const dialog = node(
    "dialog",
    { class: "share", lang: language, "aria-labelledby": "share-title" },
    node("div", { class: "top" }, heading, close),
    shown
      ? pictureParts(shown, `metier-${report.quiz}-${day}`, said)
      : node("p", {}, say(report.counted ? "share-counted" : "share-nothing")),
    node(
      "div",
      { class: "actions" },
      shown && button("share-alt", () => said.copy(shown.alt, "share-alt-copied")),
      button("share-link", () => said.copy(address(), "share-link-copied")),
    ),
    code && resultLink(`${address()}${before}${code}`, report.match !== null, said),
    said.nodes,
  );
  dialog.addEventListener("close", () => {
    dialog.remove();
    from.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** This page, without what stands after its name. */
function address() {
  const url = new URL(location.href);
  url.search = url.hash = "";
  return url.href;
}

/** @param {Key} key @param {() => unknown} work @param {boolean} [main] */
function button(key, work, main = false) {
  const made = node("button", { type: "button", class: main && "main", "data-action": key }, say(key));
  made.addEventListener("click", () => work());
  return made;
}

/**
 * The picture with the choice of its shape, and what hands it out.
 * @param {import("./content.js").Shown} shown
 * @param {string} name of the file
 * @param {ReturnType<typeof makeVoice>} said
 */
function pictureParts(shown, name, said) {
  const canvas = node("canvas", { role: "img", "aria-label": shown.alt });
  const draw = (/** @type {Shape} */ shape) => drawPicture(canvas, shown, shape);
  if (!draw("wide")) return [node("p", {}, say("share-no-picture"))];
  const choice = (/** @type {Shape} */ shape) => {
    const input = node("input", { type: "radio", name: "share-shape", value: shape, checked: shape === "wide" });
    input.addEventListener("change", () => draw(shape));
    return node("label", {}, input, say(`share-${shape}`));
  };
  const hand = async () => {
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    if (!blob) return said.tell("share-no-picture");
    const file = new File([blob], `${name}.png`, { type: "image/png" });
    if (canShare(file) && (await share(file))) return;
    download(file, file.name);
    said.tell("share-saved");
  };
  return [
    node("p", {}, say("share-lead")),
    node("figure", {}, canvas),
    node("fieldset", {}, node("legend", {}, say("share-shape")), choice("wide"), choice("tall")),
    node("div", { class: "actions" }, button(canShare() ? "share-picture" : "share-download", hand, true)),
  ];
}

/** Whether the device can hand a picture on. @param {File} [file] */
function canShare(file = new File([], "a.png", { type: "image/png" })) {
  return Boolean(navigator.canShare?.({ files: [file] }));
}

/** Hands the picture on; false where the device would not, and not because the person thought better of it. @param {File} file */
async function share(file) {
  try {
    await navigator.share({ files: [file] });
    return true;
  } catch (error) {
    return error instanceof Error && error.name === "AbortError";
  }
}

/** The link with the result in it, behind words on what it holds. @param {string} link @param {boolean} roles @param {ReturnType<typeof makeVoice>} said */
function resultLink(link, roles, said) {
  return disclosure(
    say("share-more"),
    node("p", {}, say(roles ? "share-roles-terms" : "share-skill-terms"), " ", say("share-terms")),
    node(
      "div",
      { class: "actions" },
      button("share-result-link", () => said.copy(link, "share-result-copied")),
    ),
  );
}

/** What was done, said; and where the page may not copy, the text to copy by hand. */
function makeVoice() {
  const status = node("p", { role: "status" });
  const room = node("div");
  const tell = (/** @type {Key} */ key) => {
    // The same words again would be no change, and so would not be read.
    status.textContent = status.textContent === say(key) ? `${say(key)}\u00a0` : say(key);
    room.replaceChildren();
  };
  const copy = async (/** @type {string} */ text, /** @type {Key} */ done) => {
    try {
      await navigator.clipboard.writeText(text);
      tell(done);
    } catch {
      tell("share-by-hand");
      const field = node("textarea", { readonly: true, rows: 3, "aria-label": say("share-text") }, text);
      room.replaceChildren(field);
      field.focus();
      field.select();
    }
  };
  return { nodes: [status, room], tell, copy };
}
