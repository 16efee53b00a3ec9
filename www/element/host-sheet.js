// The frame that a quiz stands in, before anything is known of it.

/** @type {CSSStyleSheet | undefined} */
let sheet;

/**
 * Height is kept free, so that the page does not jump when the quiz comes: about as much as the first screen of a quiz
 * of one skill takes, in a narrow column more. What hangs on the width is inside the frame, which for that says nothing
 * of its own width: so the track before it, which shows nothing, asks for room in parents that shrink to fit.
 */
export function hostSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(`
:host {
  break-inside: avoid-column; display: block; flex-wrap: wrap; min-block-size: 22em; min-inline-size: 240px;
  writing-mode: horizontal-tb;
}
:host::before {
  block-size: 0; content: ""; display: grid; grid-template-columns: minmax(240px, min(54em, 100vw - 16px));
}
.frame { container-type: inline-size; flex: 1 0 100%; }
.wait.wait { display: block; min-block-size: 28.5em; }
@container (max-width: 26em) { .wait.wait { min-block-size: 31.25em; } }
@container (max-width: 22.5em) { .wait.wait { min-block-size: 32.5em; } }
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
@media print { :host, .wait.wait { min-block-size: 0; } }`);
  }
  return sheet;
}
