// Payloads in every text of a stranger's documents: nothing runs, opens, asks or is drawn as an element. Here a few of them
// in each text, in most of them in one engine; `tests/run long` has all in all, in every engine.
import * as kept from "../poisoned-kept.mjs";
import * as pages from "../poisoned-pages.mjs";
import { Pairs, payloadsAreSound, Queue } from "../poisoned.mjs";
import { PAYLOADS } from "../payloads.mjs";
import { elementsThatAreFound, takeCatalogues, takeQuizzes } from "../poisoning.mjs";
import { STRANGERS } from "../strangers.mjs";
import { once, test } from "../suite.mjs";

/** Turns, or payloads, far from each other. */
const few = (/** @type {number} */ count) =>
  Array.from({ length: count }, (_, index) => Math.floor((index * PAYLOADS.length) / count));

once("payloads are many, short and none like another", () => payloadsAreSound());
test("payloads: an element, attribute or address that no harmless words draw is found", elementsThatAreFound);

for (const name of /** @type {(keyof typeof STRANGERS)[]} */ (Object.keys(STRANGERS)))
  (name === "everything" ? test : once)(`payloads as words of a quiz: ${name}`, (rig) =>
    takeQuizzes(rig, name, "words", few(4), new Pairs()),
  );
once("payloads as words of a catalogue", (rig) => takeCatalogues(rig, "words", few(4), new Pairs()));
for (const what of /** @type {const} */ (["names", "links"])) {
  test(`payloads as ${what} of a quiz`, (rig) => takeQuizzes(rig, "everything", what, few(4), new Pairs()));
  once(`payloads as ${what} of a catalogue`, (rig) => takeCatalogues(rig, what, few(4), new Pairs()));
}
once("payloads as words of a lexicon, and in adverts", (rig) =>
  pages.readAdverts(rig, new Queue("lexicon", ["words"], few(2)), new Pairs()),
);
once("payloads in a profile: its quizzes", (rig) => pages.showProfiles(rig, few(4), new Pairs()));
once("payloads in a profile: its own texts", (rig) => pages.changeProfiles(rig, few(6), new Pairs()));
test("payloads in evidence", (rig) => kept.showEvidence(rig, few(20)));
test("payloads in links with results", (rig) => kept.openLinks(rig, few(4)));
once("payloads in drafts", (rig) => kept.resumeDrafts(rig, few(4)));
once("payloads in the form of the embed page", (rig) => kept.chooseLines(rig, few(4)));
