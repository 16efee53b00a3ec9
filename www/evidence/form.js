// A piece of evidence as a form: five fields, where it was done, and what is still missing.
import { actionButton, disclosure, node } from "../shared/dom.js";
import { fieldNames, isWritten, kinds } from "./pieces.js";

/** @typedef {import("../types.d.ts").Say} Say */
/** @typedef {import("./pieces.js").Piece} Piece */
/** @typedef {import("./document.js").EvidenceDocument} EvidenceDocument */
/** @typedef {import("./document.js").Field} Field */

let lastId = 0;
/** An id that no other node of the page has. */
const freshId = () => `e${++lastId}`;

/** @param {Field} field @param {Piece} piece @param {() => void} changed */
function fieldPart({ id: name, label, stem, hint }, piece, changed) {
  const [id, described] = [freshId(), freshId()];
  const box = node("textarea", {
    id,
    rows: 2,
    dir: "auto",
    autocomplete: "off",
    "data-field": name,
    "aria-describedby": described,
  });
  box.value = piece.fields[name];
  box.addEventListener("input", () => {
    piece.fields[name] = box.value;
    changed();
  });
  return node(
    "div",
    { class: "field" },
    node("label", { for: id }, label, stem && node("span", { class: "stem" }, ` ${stem}`)),
    node("p", { class: "hint", id: described }, hint),
    box,
  );
}

/** Where it was done. @param {Piece} piece @param {() => void} changed @param {Say} say */
function placePart(piece, changed, say) {
  const [kindId, placeId, described] = [freshId(), freshId(), freshId()];
  const kind = node(
    "select",
    { id: kindId, "data-choose": "kind" },
    kinds.map((one) => node("option", { value: one, selected: one === piece.kind }, say(`evidence-kind-${one}`))),
  );
  const place = node("input", {
    id: placeId,
    type: "text",
    dir: "auto",
    autocomplete: "off",
    "data-field": "place",
    "aria-describedby": described,
  });
  place.value = piece.place;
  kind.addEventListener("change", () => {
    piece.kind = /** @type {Piece["kind"]} */ (kind.value);
    changed();
  });
  place.addEventListener("input", () => {
    piece.place = place.value;
    changed();
  });
  return node(
    "div",
    { class: "where" },
    node("div", {}, node("label", { for: kindId }, say("evidence-kind")), kind),
    node(
      "div",
      {},
      node("label", { for: placeId }, say("evidence-place")),
      place,
      node("p", { class: "hint", id: described }, say("evidence-place-hint")),
    ),
  );
}

/** What is still to be found out, once something is written. @param {Piece} piece @param {Field[]} fields @param {Say} say */
function missingPart(piece, fields, say) {
  const missing = fields.filter(({ id }) => piece.fields[id].trim() === "");
  return isWritten(piece) && missing.length > 0
    ? disclosure(
        `${say("evidence-missing")}: ${missing.map(({ label }) => label).join(" · ")}`,
        node(
          "ul",
          { class: "hint" },
          missing.map((field) => node("li", {}, field.missing)),
        ),
      )
    : null;
}

/**
 * @param {Piece} piece
 * @param {EvidenceDocument} document
 * @param {(piece: Piece) => void} changed
 * @param {Say} say
 */
export function pieceForm(piece, document, changed, say) {
  const prompt = document.prompts.find(({ id }) => piece.from === `prompt ${id}`);
  const title = node("h3", { id: freshId(), tabindex: -1, dir: "auto" }, piece.title);
  const missing = node("div", { class: "missing" });
  let shown = "";
  const draw = () => {
    const now = fieldNames.map((name) => (piece.fields[name].trim() ? "1" : "0")).join("");
    if (now === shown) return;
    shown = now;
    const open = missing.querySelector("details")?.open ?? false;
    missing.replaceChildren(...[missingPart(piece, document.fields, say)].filter((one) => one !== null));
    const fold = missing.querySelector("details");
    if (fold) fold.open = open;
  };
  const write = () => {
    draw();
    changed(piece);
  };
  draw();
  return node(
    "section",
    { class: "piece", "data-piece": piece.id, "aria-labelledby": title.id },
    title,
    prompt && node("p", { class: "prompt" }, prompt.prompt),
    document.fields.map((field) => fieldPart(field, piece, write)),
    placePart(piece, write, say),
    missing,
    node(
      "div",
      { class: "actions" },
      actionButton("evidence-remove", say("evidence-remove"), {
        "aria-label": say("evidence-remove-of", { title: piece.title }),
      }),
    ),
  );
}
