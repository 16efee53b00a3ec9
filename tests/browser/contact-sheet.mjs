// The page that shows pictures of screens side by side, a row for each screen.

/** @typedef {{ screen: string, file: string, width: number, scheme: string, direction: string }} Picture */

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** @param {Picture} picture */
const cell = ({ file, width, scheme, direction, screen }) =>
  `<a href="${file}"><img src="${file}" loading="lazy" alt="${escaped(screen)}, ${width}, ${scheme}, ${direction}" class="w${width}"><br>${width} ${scheme} ${direction}</a>`;

/** @param {Picture[]} pictures */
export function contactSheet(pictures) {
  const screens = [...new Set(pictures.map(({ screen }) => screen))];
  const rows = screens.map(
    (screen) =>
      `<section><h2>${escaped(screen)}</h2><div>${pictures
        .filter((one) => one.screen === screen)
        .map(cell)
        .join("\n")}</div></section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Every screen</title><style>
body { background: #888; font: 14px sans-serif; margin: 1em; }
h2 { background: #888; margin: 0; padding: .5em 0; position: sticky; top: 0; }
div { align-items: start; display: flex; gap: 8px; overflow-x: auto; }
a { color: #000; flex: none; } img { max-height: 1500px; object-fit: cover; object-position: top; vertical-align: top; } .w360 { width: 240px; } .w1280 { width: 640px; }
</style></head><body><h1>Every screen</h1>
${rows.join("\n")}
</body></html>
`;
}
