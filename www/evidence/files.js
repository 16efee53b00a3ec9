// What somebody wrote, as files: plain text, Markdown, and JSON Resume (jsonresume.org, schema 1.0.0).
import { markdownOf } from "./markdown.js";
import { isWritten } from "./pieces.js";
import { letterParagraph, resumeLine } from "./sentences.js";

/** @typedef {import("./pieces.js").Piece} Piece */
/** @typedef {import("./sentences.js").Templates} Templates */
/**
 * What the files need besides: the headings, and what stands around the paragraphs of the letter.
 * @typedef {{ templates: Templates, resume: string, letter: string, opening: string, closing: string }} Around
 */

const schema = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/** The lines of the resume and the paragraphs of the letter. @param {Piece[]} pieces @param {Around} around */
export function wordsOf(pieces, { templates, opening, closing }) {
  const written = pieces.filter(isWritten);
  const lines = written.map((piece) => resumeLine(piece, templates)).filter(Boolean);
  const paragraphs = written.map((piece) => letterParagraph(piece, templates)).filter(Boolean);
  return { lines, letter: paragraphs.length ? [opening, ...paragraphs, closing] : [] };
}

/** @param {Piece[]} pieces @param {Around} around */
export function plainFile(pieces, around) {
  const { lines, letter } = wordsOf(pieces, around);
  const parts = [
    lines.length ? [around.resume, ...lines.map((line) => `- ${line}`)].join("\n") : "",
    letter.length ? [around.letter, ...letter].join("\n\n") : "",
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** @param {Piece[]} pieces @param {Around} around */
export function markdownFile(pieces, around) {
  const { lines, letter } = wordsOf(pieces, around);
  const parts = [
    lines.length
      ? `## ${markdownOf(around.resume)}\n\n${lines.map((line) => `- ${markdownOf(line, "  ")}`).join("\n")}`
      : "",
    letter.length
      ? [`## ${markdownOf(around.letter)}`, ...letter.map((paragraph) => markdownOf(paragraph))].join("\n\n")
      : "",
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** Pieces by where they were done, in the order of the first. @param {Piece[]} pieces */
function byPlace(pieces) {
  /** @type {Map<string, Piece[]>} */
  const places = new Map();
  for (const piece of pieces) {
    const place = piece.place.trim();
    places.set(place, [...(places.get(place) ?? []), piece]);
  }
  return [...places];
}

/**
 * An entry of a resume for each place: a line for each piece, and what it was about. A place without a name has no name.
 * @param {Piece[]} pieces
 * @param {"name" | "organization"} called
 * @param {Templates} templates
 */
function entries(pieces, called, templates) {
  return byPlace(pieces).map(([place, own]) => ({
    ...(place && { [called]: place }),
    summary: own.map((piece) => letterParagraph(piece, templates)).join("\n"),
    highlights: own.map((piece) => resumeLine(piece, templates)).filter(Boolean),
  }));
}

/** The record of JSON Resume; whoever fills in the rest has a whole one. @param {Piece[]} pieces @param {Around} around */
export function resumeRecord(pieces, { templates }) {
  const written = pieces.filter(isWritten);
  const of = (/** @type {string} */ kind) => written.filter((piece) => piece.kind === kind);
  return {
    $schema: schema,
    basics: {},
    work: entries(of("work"), "name", templates),
    volunteer: entries(of("volunteer"), "organization", templates),
    projects: of("project").map((piece) => ({
      name: piece.place.trim() || piece.title,
      description: letterParagraph(piece, templates),
      highlights: [resumeLine(piece, templates)].filter(Boolean),
    })),
    meta: { canonical: schema, version: "v1.0.0" },
  };
}

/** @param {Piece[]} pieces @param {Around} around */
export function resumeFile(pieces, around) {
  return `${JSON.stringify(resumeRecord(pieces, around), null, 2)}\n`;
}
