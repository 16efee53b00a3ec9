// The same questions as a page of plain HTML, all at once and without a line of script: what any quiz costs at least.

/** @param {unknown} text */
const safe = (text) => String(text).replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** @param {any} item @param {number} index */
function fields(item, index) {
  const radio = (/** @type {string} */ name, /** @type {unknown} */ value, /** @type {string} */ words) =>
    `<label><input type="radio" name="${name}" value="${value}"> ${words}</label><br>`;
  const options = item.options ?? [];
  const scale = (/** @type {string} */ name, /** @type {number} */ first) =>
    Array.from({ length: item.points }, (_, at) => radio(name, at + first, String(at + 1))).join("");
  switch (item.type) {
    case "single":
      return options.map((/** @type {any} */ option) => radio(`q${index}`, option.id, safe(option.text))).join("");
    case "multiple":
      return options
        .map(
          (/** @type {any} */ option) =>
            `<label><input type="checkbox" name="q${index}" value="${option.id}"> ${safe(option.text)}</label><br>`,
        )
        .join("");
    case "frequency":
      return item.anchors
        .map((/** @type {string} */ words, /** @type {number} */ at) => radio(`q${index}`, at, safe(words)))
        .join("");
    case "likert":
      return scale(`q${index}`, 0);
    case "judge":
      return options
        .map(
          (/** @type {any} */ option) =>
            `<fieldset><legend>${safe(option.text)}</legend>${scale(`q${index}${option.id}`, 1)}</fieldset>`,
        )
        .join("");
    case "best-worst":
      return options
        .map(
          (/** @type {any} */ option) =>
            `<p>${safe(option.text)}<br>${radio(`q${index}best`, option.id, "best")}${radio(`q${index}worst`, option.id, "worst")}</p>`,
        )
        .join("");
    default:
      return options
        .map(
          (/** @type {any} */ option) =>
            `<p><label>${safe(option.text)} <input type="number" name="q${index}${option.id}" min="0" max="${item.total}" value="0"></label></p>`,
        )
        .join("");
  }
}

/** @param {any} quiz */
export function plainPage(quiz) {
  const questions = quiz.items
    .map(
      (/** @type {any} */ item, /** @type {number} */ index) =>
        `<fieldset><legend>${index + 1}. ${safe(item.prompt)}</legend>${fields(item, index)}</fieldset>`,
    )
    .join("\n");
  return (
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${safe(quiz.title)}</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">` +
    `<style>body{max-inline-size:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui}fieldset{margin:1.5rem 0}label{display:inline-block;padding:.5rem 0}</style></head>` +
    `<body><main><h1>${safe(quiz.title)}</h1><p>${safe(quiz.about)}</p><form>\n${questions}\n<button>Send</button></form></main></body></html>`
  );
}
