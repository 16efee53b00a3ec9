// A page with a frame that may run scripts and nothing else: no forms, no storage, no origin of its own.
import { By } from "selenium-webdriver";
import { Keyboard } from "../../browser/hands.mjs";
import { Quiz } from "../../browser/quiz.mjs";
import { taken } from "../visit.mjs";

/** @type {Record<string, import('../build.mjs').Host>} */
export const hosts = {
  sandbox: {
    build: ({ unpack }) => unpack("."),
    out: ".",
    headers: { "access-control-allow-origin": "*" },
    instead: true,
    async also(visit) {
      const { rig, origin } = visit;
      await rig.open(`${origin}/`);
      await rig.driver.switchTo().frame(await rig.driver.findElement(By.css("iframe")));
      // By keys, since Enter would submit a form, which is forbidden here.
      await taken({ ...visit, reader: new Quiz(rig, new Keyboard(rig)) });
      await rig.clean();
      await rig.driver.switchTo().defaultContent();
    },
  },
};
