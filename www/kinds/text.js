// A few words of one's own, with a count of the characters left.
import { headingNode, node } from "../shared/dom.js";
import { textStart } from "../view/text.js";

/** Counts that are said aloud, so that nobody has to hear each of them. */
const said = [50, 20, 10, 0];

/** @param {string} words */
function ownWords(words) {
  return node("span", { class: "block own", dir: "auto" }, words);
}

/** @type {import("../types.d.ts").Kind<string>} */
export const text = {
  own: true,
  draw(item, stage) {
    const { say } = stage;
    const id = stage.id();
    // Some browsers send what is written to be checked or finished elsewhere, or fetch a dictionary for it.
    const alone = { spellcheck: "false", autocomplete: "off", autocorrect: "off", writingsuggestions: "false" };
    const area = node("textarea", { id, rows: Math.min(6, 2 + Math.floor(item.max / 100)), dir: "auto", ...alone });
    // Unpaired surrogates cannot be stored.
    const words = () => area.value.replace(/\p{Cs}/gu, "");
    const left = () => item.max - [...words()].length;
    const leftWords = () => (left() < 0 ? say("text-over", { count: -left() }) : say("text-left", { count: left() }));
    const count = node("p", { class: "small count-left" }, leftWords());
    let before = left();
    area.addEventListener("input", () => {
      const now = left();
      count.textContent = leftWords();
      count.classList.toggle("over", now < 0);
      if (said.includes(now) || (now < 0 && before >= 0)) stage.tell(count.textContent);
      before = now;
    });
    return {
      ask: say("ask-text"),
      how: say("how-text", { count: item.max }),
      nodes: [
        node("div", { class: "place" }, node("label", { for: id, class: "block" }, say("your-words")), area, count),
      ],
      read() {
        if (!words().trim()) return { problem: say("text-missing"), at: area };
        return left() < 0 ? { problem: `${leftWords()}.`, at: area } : { answer: words() };
      },
    };
  },
  words: (_, answer) => ownWords(answer),
  part(answers, stage) {
    const { quiz, say } = stage;
    const written = quiz.items.filter(({ id, type }) => type === "text" && answers.get(id));
    return (
      written.length > 0 &&
      node(
        "section",
        { class: "part" },
        headingNode(stage, 1, say("own-title")),
        node("p", {}, say("own-private")),
        node(
          "dl",
          { class: "written" },
          written.map((item) =>
            node(
              "div",
              {},
              node("dt", {}, textStart(item.prompt, stage)),
              node("dd", {}, ownWords(String(answers.get(item.id)))),
            ),
          ),
        ),
      )
    );
  },
  looks: () => `
textarea { display: block; inline-size: 100%; line-height: 1.5; margin-block: .3em .4em; resize: vertical; }
.over { color: var(--warn); font-weight: 600; }
.own { white-space: pre-line; }
.written > div { border-block-start: 1px solid var(--line); padding-block: .8em; }
@media print { .written > div { break-inside: avoid; padding-block: .3em; } }
`,
};
