// What people and attackers write, and the tag that it has to become.

/**
 * @typedef {object} Case
 * @property {string} text what stands in the post
 * @property {'reader' | 'author'} [by] who looks at it; a reader, unless it says otherwise
 * @property {Record<string, string> | null} tag the attributes of the one tag; null: no tag
 * @property {string} [link] where the link in it leads
 * @property {string} [words] what it says; without a tag, what a sentence in its place says
 */

/** Ten kilobytes. */
const LONG = "a".repeat(10_240);

/**
 * The cases, for a site and the post that they stand in.
 * @param {string} address of the folder that the plugin serves
 * @param {string} post its own address
 * @returns {Case[]}
 */
export function cases(address, post) {
  const src = `${address}/quizzes/pace.json`;
  const pace = { link: `${address}/pace.html`, words: "Keeping the pace" };
  const elsewhere = { link: post, words: "Take the quiz on this site" };
  const shortcode = (/** @type {string} */ rest) => `[metier ${rest}]`;
  const block = (/** @type {unknown} */ attributes) => `<!-- wp:metier/quiz ${hidden(attributes)} /-->`;
  return [
    { text: shortcode('quiz="pace"'), tag: { src }, ...pace },
    { text: block({ quiz: "pace" }), tag: { src }, ...pace },
    {
      text: shortcode('quiz="pace-b"'),
      tag: { src: `${address}/quizzes/pace-b.json` },
      link: `${address}/pace-b.html`,
      words: "Keeping the pace, form B",
    },
    {
      text: shortcode('quiz="pace" lang="pt-BR" theme="dark" heading="3" resume accent="#095a54"'),
      tag: {
        src,
        lang: "pt-BR",
        theme: "dark",
        heading: "3",
        resume: "",
        style: "--metier-accent:#095a54;--metier-on-accent:#fff",
      },
      ...pace,
    },
    {
      text: block({
        quiz: "pace",
        lang: "de",
        theme: "auto",
        heading: "1",
        resume: true,
        accent: "#FC0",
        align: "wide",
      }),
      tag: {
        src,
        lang: "de",
        theme: "auto",
        heading: "1",
        resume: "",
        style: "--metier-accent:#FC0;--metier-on-accent:#000",
      },
      ...pace,
    },
    { text: shortcode("quiz=pace resume=yes"), tag: { src, resume: "" }, ...pace },
    { text: shortcode('quiz=" pace" heading="3 "'), tag: { src, heading: "3" }, ...pace },
    { text: shortcode('quiz="pace" resume="no"'), tag: { src }, ...pace },
    { text: block({ quiz: "pace", resume: false }), tag: { src }, ...pace },
    { text: shortcode("quiz=”pace” heading=“4”"), tag: { src, heading: "4" }, ...pace },
    // A quiz from elsewhere.
    {
      text: shortcode('quiz="https://other.example/a.json?x=1&amp;y=2"'),
      tag: { src: "https://other.example/a.json?x=1&y=2" },
      ...elsewhere,
    },
    {
      text: block({ quiz: "https://other.example/a.json?x=1&y=2" }),
      tag: { src: "https://other.example/a.json?x=1&y=2" },
      ...elsewhere,
    },
    // No quiz: a sentence for those who can mend it.
    { text: "[metier]", tag: null },
    { text: "[metier]", by: "author", tag: null, words: "Which quiz?" },
    { text: shortcode('quiz="speed"'), tag: null },
    { text: shortcode('quiz="speed"'), by: "author", tag: null, words: "There is no quiz “speed”" },
    { text: block({}), tag: null },
    { text: block({ quiz: "speed" }), by: "author", tag: null, words: "There is no quiz “speed”" },
    // Hostile ones.
    ...[
      `javascript:alert(1)`,
      `JaVaScRiPt:alert(1)//https://`,
      `data:text/html,<script>alert(1)</script>`,
      `http://other.example/a.json`,
      `//other.example/a.json`,
      `https:other.example/a.json`,
      `https:///a.json`,
      `../../../wp-config`,
      `pace.json`,
      `pace/../../x`,
      `__proto__`,
      `https://${LONG}`,
      LONG,
      `"><script>alert(1)</script>`,
    ].flatMap((quiz) => [
      { text: shortcode(`quiz='${quiz}'`), tag: null },
      { text: block({ quiz }), tag: null },
      { text: block({ quiz }), by: /** @type {const} */ ("author"), tag: null, words: "There is no quiz" },
    ]),
    {
      text: block({ quiz: `https://other.example/"onload="alert(1)"><script>alert(1)</script>` }),
      tag: { src: "https://other.example/onload=alert(1)scriptalert(1)/script" },
      ...elsewhere,
    },
    ...[`"><script>alert(1)</script>`, `" onclick="alert(1)`, "7", "0", "", LONG].flatMap((word) => [
      {
        text: block({ quiz: "pace", lang: `-${word}`, theme: word, heading: word, accent: word }),
        tag: { src },
        ...pace,
      },
      {
        text: shortcode(
          `quiz="pace" lang='-${word}' theme='${word}' heading='${word}' accent='${word}' resume='${word}'`,
        ),
        // WordPress itself takes no shortcode with markup in it for what it says.
        ...(word.includes("<") ? { tag: null } : { tag: { src }, ...pace }),
      },
    ]),
    { text: block({ quiz: "pace", accent: "#fff;background:url(https://other.example/)" }), tag: { src }, ...pace },
    { text: block({ quiz: "pace", accent: "red" }), tag: { src }, ...pace },
    { text: shortcode('quiz="pace" onclick="alert(1)" style="x" src="javascript:alert(1)"'), tag: { src }, ...pace },
    // In a shortcode WordPress itself takes the backslash away.
    { text: block({ quiz: "https://\\other.example" }), tag: null },
    // What is no word at all.
    { text: block({ quiz: ["pace"] }), tag: null },
    { text: block({ quiz: { pace: 1 } }), tag: null },
    { text: block({ quiz: null }), tag: null },
    { text: block({ quiz: 1 }), tag: null },
    {
      text: block({ quiz: "pace", lang: ["de"], theme: {}, heading: 3, resume: [], accent: 7 }),
      tag: { src },
      ...pace,
    },
    {
      text: block({ quiz: "pace", className: `"><script>alert(1)</script>`, align: `"onclick="` }),
      tag: { src },
      ...pace,
    },
  ];
}

/** Attributes as the editor writes them into its comments. @param {unknown} attributes */
function hidden(attributes) {
  const escapes = /** @type {const} */ ([
    ["--", "\\u002d\\u002d"],
    ["<", "\\u003c"],
    [">", "\\u003e"],
    ["&", "\\u0026"],
    ['\\"', "\\u0022"],
  ]);
  return escapes.reduce((text, [sign, escape]) => text.replaceAll(sign, escape), JSON.stringify(attributes));
}
