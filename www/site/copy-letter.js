// On the page of a way in: a button that copies the paragraph for a letter. Where the browser does not let a page copy, the
// paragraph is selected, so that the reader's own keys do.
import { copied } from "../shared/copied.js";
import { node } from "../shared/dom.js";
import { siteWords as words } from "../words/words.js";

for (const letter of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("blockquote.letter"))) {
  const status = node("span", { role: "status" });
  const button = node("button", { type: "button", "data-action": "copy-letter" }, words["copy-letter"]);
  button.addEventListener("click", async () => {
    const done = await copied(letter.innerText);
    if (!done) getSelection()?.selectAllChildren(letter);
    status.textContent = words[done ? "letter-copied" : "letter-selected"];
  });
  letter.after(node("p", { class: "copy" }, button, " ", status));
}
