// Every payload in every text of every document of a stranger, in every engine; `tests/payloads.mjs` has a few of them.
import * as kept from "../poisoned-kept.mjs";
import * as pages from "../poisoned-pages.mjs";
import { allPairs, Pairs, Queue } from "../poisoned.mjs";
import { PAYLOADS } from "../payloads.mjs";
import { readLexicons, takeCatalogues, takeQuizzes } from "../poisoning.mjs";
import { STRANGERS } from "../strangers.mjs";
import { test } from "../suite.mjs";

/** Each by itself, so that none takes long. */
const PARTS = 4;
const all = PAYLOADS.map((_, turn) => turn);
const parts = Array.from({ length: PARTS }, (_, part) => all.filter((turn) => turn % PARTS === part));
const seen = { quiz: new Pairs(), catalogue: new Pairs(), lexicon: new Pairs(), profile: new Pairs() };

for (const [part, turns] of parts.entries()) {
  const which = `${part + 1} of ${PARTS}`;
  for (const what of /** @type {const} */ (["words", "names", "links"])) {
    // The first has each kind of address.
    const names = /** @type {(keyof typeof STRANGERS)[]} */ (Object.keys(STRANGERS)).slice(
      0,
      what === "links" ? 1 : undefined,
    );
    for (const name of names)
      test(`payloads as ${what} of a quiz: ${name}, ${which}`, (rig) => takeQuizzes(rig, name, what, turns, seen.quiz));
    test(`payloads as ${what} of a catalogue, ${which}`, (rig) => takeCatalogues(rig, what, turns, seen.catalogue));
  }
  // On a busy machine a quarter would take longer than a test may: WebKit reads a lexicon slowest, and of links, drafts and
  // the form each is one script in the page, which has two minutes.
  for (const piece of [1, 2, 3, 4]) {
    const own = turns.filter((_, at) => at % 4 === piece - 1);
    test(`payloads as words of a lexicon, and in adverts, ${which}, piece ${piece} of it`, (rig) =>
      pages.readAdverts(rig, new Queue("lexicon", ["words"], own), seen.lexicon));
    test(`payloads as names of a lexicon, ${which}, piece ${piece} of it`, (rig) =>
      readLexicons(rig, own, seen.lexicon));
    test(`payloads in links with results, ${which}, piece ${piece} of it`, (rig) => kept.openLinks(rig, own));
    test(`payloads in drafts, ${which}, piece ${piece} of it`, (rig) => kept.resumeDrafts(rig, own));
    test(`payloads in the form of the embed page, ${which}, piece ${piece} of it`, (rig) => kept.chooseLines(rig, own));
  }
  test(`payloads in a profile: its quizzes, ${which}`, (rig) => pages.showProfiles(rig, turns, new Pairs()));
  test(`payloads in a profile: its own texts, ${which}`, (rig) => pages.changeProfiles(rig, turns, seen.profile));
  test(`payloads in evidence, ${which}`, (rig) => kept.showEvidence(rig, turns));
}
for (const kind of /** @type {(keyof typeof seen)[]} */ (Object.keys(seen)))
  test(`payloads: every text field of a ${kind} has had every one`, async () => allPairs(kind, seen[kind]));
