// A quiz document by someone who means harm: valid, and full of markup, script links and hostile ids.

const MARKUP = [
  "<img src=x onerror=alert(1)>",
  "<script>alert(2)</script>",
  "<svg onload=alert(3)>",
  '</style><iframe srcdoc="<script>alert(4)</script>">',
  '"><u autofocus onfocus=alert(5) tabindex=0>',
  "&lt;img src=x onerror=alert(6)&gt;",
  "<!--",
  "]]>",
  '{{constructor.constructor("alert(7)")()}}',
  "${alert(8)}",
];
/** Links that a document may not have at all. */
const FORBIDDEN_LINKS = [
  "javascript:alert`9`",
  "JaVaScRiPt:alert`10`",
  "data:text/html,<script>alert`12`</script>",
  "vbscript:msgbox`13`",
  "blob:https://stranger.example/1",
  "file:///etc/passwd",
  "//stranger.example/14",
  "http://stranger.example/16",
  "mailto:a@stranger.example",
  "\\\\stranger.example/17",
  "/\\stranger.example/18",
  "https:stranger.example",
  "https:\\\\stranger.example",
];
/** Links that it may have. */
const LINKS = [
  "https://stranger.example/15",
  "https://stranger.example/?<script>alert`18`</script>",
  "javascript.html",
  './a"onmouseover="alert`19`',
  "java&#115;cript:alert`11`",
];

/** Puts payloads into every text of a quiz, keeping it readable as a quiz. @param {any} quiz */
export function poison(quiz) {
  let turn = 0;
  const text = (/** @type {string} */ words) => {
    turn += 1;
    return [
      words.slice(0, 12),
      MARKUP[turn % MARKUP.length],
      "שלום",
      `**${MARKUP[(turn + 3) % MARKUP.length]}**`,
      `[press here](${LINKS[turn % LINKS.length]})`,
    ].join(" ");
  };
  const words = (/** @type {any} */ record, /** @type {string[]} */ ...keys) => {
    for (const key of keys) if (typeof record[key] === "string") record[key] = text(record[key]);
  };
  words(quiz, "title", "about", "author", "licence");
  words(quiz.evidence, "note");
  for (const skill of quiz.skills) {
    words(skill, "name", "definition");
    skill.levels = skill.levels.map(text);
  }
  const ids = [
    "constructor",
    "prototype",
    "hasownproperty",
    "tostring",
    "valueof",
    "then",
    "script",
    "onerror",
    "length",
    "item",
    "body",
    "forms",
  ];
  quiz.items.forEach((/** @type {any} */ item, /** @type {number} */ index) => {
    item.id = ids[index] ?? item.id;
    words(item, "prompt", "unit");
    for (const group of item.groups ?? []) words(group, "text");
    if (item.anchors) item.anchors = item.anchors.map(text);
    (item.options ?? []).forEach((/** @type {any} */ option, /** @type {number} */ place) => {
      option.id = ids[place] ?? option.id;
      words(option, "text", "why");
    });
  });
  for (const list of [quiz.feedback, quiz.learn]) for (const entry of list ?? []) words(entry, "text");
  for (const entry of quiz.next ?? []) words(entry, "title", "why");
  return quiz;
}

export { FORBIDDEN_LINKS, MARKUP };
