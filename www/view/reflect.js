// A few words of one's own, with a count of the characters left.
import { node } from "./dom.js";

/** Counts that are said aloud, so that nobody has to hear each of them. */
const said = [50, 20, 10, 0];

/** @param {import("../types.d.ts").ItemView} item @param {import("../types.d.ts").Stage} stage @returns {import("../types.d.ts").Fields} */
export function reflectFields(item, stage) {
  const { say } = stage;
  const id = stage.id();
  // Some browsers send what is written to be checked or finished elsewhere, or fetch a dictionary for it.
  const alone = { spellcheck: "false", autocomplete: "off", autocorrect: "off", writingsuggestions: "false" };
  const area = node("textarea", { id, rows: Math.min(6, 2 + Math.floor(item.max / 100)), dir: "auto", ...alone });
  // Half a character is none that could be kept.
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
    nodes: [node("div", { class: "place" }, node("label", { for: id, class: "block" }, say("your-words")), area, count)],
    read() {
      if (!words().trim()) return { problem: say("text-missing"), at: area };
      return left() < 0 ? { problem: `${leftWords()}.`, at: area } : { answer: words() };
    },
  };
}
