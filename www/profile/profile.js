// The page "My profile": what is saved on this device or came from a file, joined, explained, and the person's to save
// or delete. Nothing is written here but by a press of a button. The module comes only where there is something to read.
import { makeRarerSheet } from "../kinds/rarer-kinds.js";
import { node } from "../shared/dom.js";
import { download, savedText, today, watchSaved } from "../site/store.js";
import { makeFirstSheet } from "../view/first-style.js";
import { makeSheet } from "../view/style.js";
import { makeRolesSheet } from "../view/style/roles.js";
import { drawBar, drawDamage, drawFailure, drawRaw } from "./bar.js";
import { drawEmpty } from "./empty.js";
import { bringFile, isDamaged, keepShown } from "./join.js";
import { Kept } from "./kept.js";
import { drawProfile } from "./page.js";
import { say } from "./reading.js";
import { Screen } from "./screen.js";
import { profileSheet } from "./style.js";

/** @typedef {import("../types.d.ts").Profile} Profile */

class Page {
  #screen;
  #kept;
  #file = node("input", { type: "file", accept: ".json,application/json", hidden: true });

  /** @param {HTMLElement} host */
  constructor(host) {
    const root = host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [makeFirstSheet(), makeSheet(), makeRolesSheet(), makeRarerSheet(), profileSheet()];
    this.#screen = new Screen(root);
    this.#kept = new Kept(this.#screen, () => this.#show());
    root.append(this.#file);
    root.addEventListener("click", (event) => this.#clicked(event));
    this.#file.addEventListener("change", () => {
      bringFile(this.#file.files?.[0], this.#kept, this.#screen);
      this.#file.value = "";
    });
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      bringFile(event.dataTransfer?.files[0], this.#kept, this.#screen);
    });
    // Another page of this site; what came from a file alone is not on this device.
    watchSaved(() => {
      const { saved, text } = this.#kept.shown;
      if (saved || text === null) this.start();
    });
  }

  /** What this device has. */
  start() {
    return this.#kept.start();
  }

  /** Draws what is on show, or that there is nothing. */
  async #show() {
    const { text, saved } = this.#kept.shown;
    if (text === null) return this.#screen.draw("empty", drawEmpty(savedText() === undefined, say));
    if (!this.#kept.loaded) this.#screen.draw("loading", node("p", { class: "loading" }, say("my-loading")));
    try {
      const { profile, problems } = await this.#kept.read(text);
      this.#kept.profile = profile;
      const damage =
        isDamaged(problems) &&
        saved &&
        drawDamage(problems, profile?.results.length ?? 0, Boolean(profile?.mended), true, say);
      this.#screen.draw("profile", [damage, profile && this.#parts(profile, drawBar(profile, saved, say))]);
      if (damage) this.#screen.focus();
    } catch (error) {
      this.#screen.draw("failed", drawFailure(error, this.#kept.loaded, saved, say));
      this.#screen.focus();
    }
  }

  /** @param {Profile} profile @param {HTMLElement} bar */
  #parts(profile, bar) {
    if (profile.view.results.length === 0) return [...drawEmpty(false, say), bar];
    // Where no result can be read there is only what can be done about it.
    return profile.results.length === 0
      ? bar
      : drawProfile(profile, bar, this.#kept.shown.saved, {
          answered: (saved, item, answer) => this.#kept.answer(saved.index, item, answer),
          chosen: (origin) => this.#kept.comeFrom(origin),
        });
  }

  /** @param {Event} event */
  #clicked(event) {
    const button = /** @type {Element} */ (event.target).closest("[data-action]");
    if (!(button instanceof HTMLElement)) return;
    const { action, index } = button.dataset;
    const { shown, profile } = this.#kept;
    if (action === "open") this.#file.click();
    else if (action === "download" && shown.text !== null) this.#download(shown.text, "metier-profile");
    else if (action === "download-damaged" && shown.text !== null) this.#download(shown.text, "metier-damaged");
    else if (action === "show") this.#raw(button);
    else if (action === "print") print();
    else if (action === "delete") this.#kept.delete();
    else if (action === "retry") this.#kept.put(shown);
    else if (action === "undo") this.#kept.undo();
    else if (action === "save") keepShown(this.#kept, this.#screen);
    else if (action === "mend" && profile)
      this.#kept.change(profile.mended, say("my-saved")).then(() => this.#screen.focus());
    else if (action === "remove") this.#kept.remove(Number(index));
  }

  /** @param {string} text @param {string} name */
  #download(text, name) {
    download(text, `${name}-${today()}.json`);
    this.#screen.say(say("my-downloaded"));
  }

  /** @param {HTMLElement} button */
  #raw(button) {
    const shown = this.#screen.toggle(button, () => drawRaw(this.#kept.shown.text ?? "", say));
    button.textContent = say(shown ? "my-hide" : "my-show");
  }
}

const host = document.getElementById("profile");
if (host) new Page(host).start();
