// What a page may style of a quiz: `metier-quiz::part(button)`. One table of all names; an element has every name that
// fits it, so that the more special rule can stand below the more general.

/** What is named, by its selector. */
const parts = {
  title: ".h0",
  heading: ".h1",
  lead: ".lead",
  note: ".small, .sign",
  progress: ".progress",
  situation: ".situation",
  question: "fieldset",
  option: "label, .place",
  problem: ".problems",
  button: "button",
  "main-button": ".main",
  fold: "details",
  "fold-title": "summary",
  section: ".part",
  chart: ".picture, .plot",
  card: ".card",
  table: "table",
  link: "a, .link",
};

/** @param {Element} screen */
export function nameParts(screen) {
  screen.setAttribute("part", `screen ${screen.getAttribute("data-screen")}`);
  for (const [name, selector] of Object.entries(parts))
    for (const element of screen.querySelectorAll(selector)) element.part.add(name);
}
