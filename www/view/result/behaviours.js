// How often what a question gave the chance to do was done: counts, and nothing but counts.
import { headingNode, node } from "../../shared/dom.js";
import { textInline } from "../text.js";

/**
 * @param {import("../../types.d.ts").SkillReport["behaviours"]} behaviours
 * @param {import("../../types.d.ts").Stage} stage
 */
export function behavioursPart(behaviours, stage) {
  const { say } = stage;
  return (
    behaviours.length > 0 &&
    node(
      "section",
      { class: "part" },
      headingNode(stage, 1, say("did-title")),
      node(
        "ul",
        { class: "did" },
        behaviours.map(({ name, shown, offered }) =>
          node(
            "li",
            {},
            say.parts(shown ? "did" : "did-not", { name: textInline(name, stage), shown, count: offered }),
          ),
        ),
      ),
    )
  );
}
