// The colours, by day and by night, and the sizes: the one place where each stands. The element takes them from here
// (view/style/frame.js); `cargo www` puts them in front of site.css for the pages, a line each, so they are written one
// on a line. The icon, the manifest and the pictures have some of the colours too. A test holds the contrast of every
// pair: texts 7 to 1 on each of their grounds, what one has to see to use the page 3 to 1.

/** Those of the element, which a page around it can set, and of this site's pages. */
export const palette = {
  accent: ["#095a54", "#6fcdbf"],
  "on-accent": ["#fff", "#08201d"],
  surface: ["#fff", "#181b1b"],
  ink: ["#1c2221", "#e7eae8"],
  muted: ["#4a5351", "#b3bcb9"],
  line: ["#dde2e0", "#343a39"],
  edge: ["#7d8886", "#7c8785"],
  tint: ["#eaf4f2", "#1c302d"],
  warn: ["#8a2f14", "#f4a68d"],
};

/**
 * Those of the pages alone: what lies under everything, and a colour for each kind of work that adverts speak of; the
 * first has the accent.
 */
export const pages = {
  paper: ["#f6f8f7", "#101313"],
  "work-1": ["#864900", "#e8b455"],
  "work-2": ["#484cb2", "#a9adf7"],
  "work-3": ["#a02a58", "#f29abb"],
  "work-4": ["#436102", "#b4d06e"],
  "work-5": ["#025b99", "#82c0f2"],
  "work-6": ["#8f3d1e", "#f2a688"],
  "work-7": ["#694d7b", "#cdb4de"],
};

/**
 * Sizes in pixels, where text has 17: of letters (small, text, and three of headings), of space (six steps), and the
 * roundness of corners. The element has them in em, since it takes the size of text from the page around it; the pages
 * have them in rem.
 */
export const sizes = {
  small: 14,
  text: 17,
  question: 21,
  title: 27,
  display: 40,
  "space-1": 4,
  "space-2": 8,
  "space-3": 12,
  "space-4": 16,
  "space-5": 24,
  "space-6": 40,
  radius: 10,
};
