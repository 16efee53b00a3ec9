// The forms of a quiz: which one this is, and where the others are taken.
import { node } from "../shared/dom.js";
import { linkNode, textInline, textPlain, textStart } from "./text.js";

/** @typedef {import("../types.d.ts").Stage} Stage */

/** The form that a quiz itself is, where it has several. @param {Stage["quiz"]} quiz */
export function ownForm({ id, forms }) {
  return forms.find((form) => form.id === id);
}

/** Which form it is, after the title. @param {Stage} stage */
export function formWords(stage) {
  const own = ownForm(stage.quiz);
  return own && [" · ", node("bdi", {}, stage.say.parts("form", { name: textInline(own.name, stage) }))];
}

/** What a quiz is called, with its form. @param {Stage} stage */
export function quizName(stage) {
  return node("span", {}, textInline(stage.quiz.title, stage), formWords(stage));
}

/** The same as plain text. @param {Stage} stage */
export function plainName({ quiz, say }) {
  const own = ownForm(quiz);
  return [textPlain(quiz.title), own && say("form", { name: textPlain(own.name) })].filter(Boolean).join(" · ");
}

/** A link to each of the other forms. @param {Stage} stage */
export function otherForms(stage) {
  const { quiz, say } = stage;
  return quiz.forms
    .filter((form) => form.id !== quiz.id)
    .map(({ id, name, link }) =>
      node(
        "span",
        { "data-form": id },
        // One thing within the link, which parts its things by a gap.
        linkNode(link, node("span", {}, say.parts("form-other", { name: textStart(name, stage) })), stage),
      ),
    );
}
