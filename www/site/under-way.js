// While somebody takes the quiz of a page of this site, the page shows the quiz and a small way home: site.css hides the
// rest. It comes back with the result.
const begins = ["metier-start", "metier-answer"];
const ends = ["metier-ready", "metier-complete", "metier-error"];

for (const type of begins) document.addEventListener(type, (event) => mark(event, true));
for (const type of ends) document.addEventListener(type, (event) => mark(event, false));

/** Only where the page is there for the quiz. @param {Event} event @param {boolean} isUnderWay */
function mark({ target }, isUnderWay) {
  if (!(target instanceof Element) || !target.matches("metier-quiz.page")) return;
  if (isUnderWay) document.body.dataset.quiz = "under-way";
  else delete document.body.dataset.quiz;
}
