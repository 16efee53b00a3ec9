// The colours, by day and by night: the one place where each stands. The element takes them from here (view/style.js);
// `cargo www` puts them in front of site.css for the pages, a line each, so they are written one on a line. The icon
// and the manifest have three of them, and a test compares.

/** Those of the element, which a page around it can set, and of this site's pages. */
export const palette = {
  accent: ["#0b655e", "#6fcdbf"],
  "on-accent": ["#fff", "#08201d"],
  surface: ["#fff", "#181b1b"],
  ink: ["#1c2221", "#e7eae8"],
  muted: ["#56605e", "#a5afac"],
  line: ["#dde2e0", "#343a39"],
  edge: ["#7d8886", "#7c8785"],
  tint: ["#eaf4f2", "#1c302d"],
  warn: ["#8a2f14", "#f3a58c"],
};

/**
 * Those of the pages alone: what lies under everything, and a colour for each kind of work that adverts speak of; the
 * first has the accent.
 */
export const pages = {
  paper: ["#f6f8f7", "#101313"],
  "work-1": ["#9a5b00", "#e8b455"],
  "work-2": ["#4a4fb5", "#a9adf7"],
  "work-3": ["#a8325f", "#f29abb"],
  "work-4": ["#4c6b12", "#b4d06e"],
  "work-5": ["#1566a5", "#82c0f2"],
  "work-6": ["#8f3d1e", "#f2a688"],
  "work-7": ["#6b4f7d", "#cdb4de"],
};
