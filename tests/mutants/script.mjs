// Mutants of the page's scripts: places where one could be wrong by a sign, a condition, a word or a forgotten line.
// All drawn ones are woven into one build, and a number in the page says which of them runs.
import { parse } from "espree";
import { KEYS } from "eslint-visitor-keys";

/** @typedef {import('estree').Node & { range: [number, number] }} Node */
/** @typedef {{ name: string, file: string, start: number, end: number, text: string }} Mutant offsets in the file, and what stands there instead */

/** The global in which a page, or Node, finds the number of its mutant. */
export const SWITCH = "__metierMutant";

/** What each operator becomes. @type {Record<string, string>} */
const OPERATORS = {
  "===": "!==",
  "!==": "===",
  "==": "!=",
  "!=": "==",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "&&": "||",
  "||": "&&",
  "??": "&&",
};

/** Files that a build follows by their names are no text. */
const PATH = /^\.{0,2}\/|\.(?:js|json|wasm|css)$/;

/**
 * All mutants of a script.
 * @param {string} file
 * @param {string} source
 * @returns {Mutant[]}
 */
export function mutantsOf(file, source) {
  /** @type {Mutant[]} */
  const found = [];
  const add = (/** @type {Node} */ { range: [start, end] }, /** @type {string} */ text) => {
    const line = source.slice(0, start).split("\n").length;
    const column = start - source.lastIndexOf("\n", start - 1);
    const was = source.slice(start, end).replace(/\s+/g, " ");
    const short = was.length > 60 ? `${was.slice(0, 57)}…` : was;
    found.push({ name: `${file}:${line}:${column}: ${short} => ${text.slice(0, 60)}`, file, start, end, text });
  };
  const slice = (/** @type {Node} */ { range: [start, end] }) => source.slice(start, end);
  visit(
    /** @type {any} */ (parse(source, { ecmaVersion: "latest", sourceType: "module", range: true })),
    (node, above) => {
      for (const text of insteadOf(node, above, slice)) add(node, text);
    },
  );
  return found;
}

/**
 * @param {any} node
 * @param {any} above
 * @param {(node: any) => string} slice
 * @returns {string[]} what may stand there instead, each an expression
 */
function insteadOf(node, above, slice) {
  const tests = /^(?:If|While|For)Statement$|^ConditionalExpression$/.test(above?.type) && above.test === node;
  const instead = tests ? ["true", "false"] : [];
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression": {
      const other = OPERATORS[node.operator];
      // Texts are put together, not added up.
      const adds = node.operator === "+" && /["'`]/.test(slice(node));
      return other && !adds ? [...instead, `(${slice(node.left)}) ${other} (${slice(node.right)})`] : instead;
    }
    case "UnaryExpression":
      return node.operator === "!" ? [...instead, slice(node.argument)] : instead;
    case "Literal":
      return [...instead, ...insteadOfLiteral(node, above)];
    case "ArrayExpression":
      return node.elements.length ? [...instead, "[]"] : instead;
    case "CallExpression":
    case "AwaitExpression":
    case "AssignmentExpression":
    case "ChainExpression":
      return above?.type === "ExpressionStatement" && !slice(node).startsWith("super") ? ["undefined"] : instead;
    default:
      return above?.type === "ReturnStatement" && node.type !== "Literal" ? [...instead, "undefined"] : instead;
  }
}

/** @param {any} node @param {any} above @returns {string[]} */
function insteadOfLiteral({ value }, above) {
  if (/^(?:Import|Export)/.test(above.type) || (above.key && !above.computed && above.value?.value !== value))
    return [];
  // How something looks is for the pictures.
  if (above.type === "Property" && above.key.name === "class") return [];
  if (typeof value === "boolean") return [String(!value)];
  if (typeof value === "number") return [String(value + 1)];
  return typeof value === "string" && value && !PATH.test(value) && above.type !== "ExpressionStatement" ? ['""'] : [];
}

/** @param {any} node @param {(node: any, above: any) => void} look @param {any} [above] */
function visit(node, look, above) {
  look(node, above);
  for (const key of KEYS[node.type] ?? []) {
    // Names stand there, no values.
    if (key === "key" && !node.computed) continue;
    for (const inner of [node[key]].flat()) if (inner) visit(inner, look, node);
  }
}

/**
 * The script with all its drawn mutants.
 * @param {string} source
 * @param {{ id: number, mutant: Mutant }[]} drawn
 */
export function weave(source, drawn) {
  const outerFirst = [...drawn].sort(
    ({ mutant: one }, { mutant: other }) => one.start - other.start || other.end - one.end,
  );
  return woven(source, 0, source.length, outerFirst);
}

/**
 * A part of it, with the mutants within.
 * @param {string} source
 * @param {number} start
 * @param {number} end
 * @param {{ id: number, mutant: Mutant }[]} drawn
 * @returns {string}
 */
function woven(source, start, end, drawn) {
  let text = "";
  let at = start;
  const left = [...drawn];
  for (let one = left.shift(); one; one = left.shift()) {
    const { id, mutant } = one;
    const within = left.splice(0, left.findIndex(({ mutant: next }) => next.start >= mutant.end) >>> 0);
    const plain = woven(source, mutant.start, mutant.end, within);
    text += `${source.slice(at, mutant.start)}(globalThis.${SWITCH} === ${id} ? (${mutant.text}) : (${plain}))`;
    at = mutant.end;
  }
  return text + source.slice(at, end);
}
