// What is asked of all JavaScript here, page and tests; the form is prettier's, the types are TypeScript's.
import js from "@eslint/js";
import globals from "globals";

const page = ["www/**/*.js"];
const worker = ["www/site/worker.js"];
const tests = ["tests/**/*.{js,mjs}"];

export default [
  { ignores: ["**/node_modules/", "www/dist/", "www/pkg/", "target/"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-implicit-globals": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": ["error", { destructuring: "all" }],
      // Empty where a failure is no fault, with a comment that says why.
      "no-empty": ["error", { allowEmptyCatch: false }],
      // A setter may do something.
      "no-self-assign": ["error", { props: false }],
      // TypeScript knows what can be missing, and casts say where it cannot.
      "no-unsafe-optional-chaining": "off",
      // Patterns look for signs that nobody sees.
      "no-control-regex": "off",
      "no-misleading-character-class": "off",
    },
  },
  { files: page, ignores: worker, languageOptions: { globals: globals.browser } },
  { files: worker, languageOptions: { globals: globals.serviceworker } },
  // The tests run in Node, and what they hand to a page runs there.
  { files: tests, languageOptions: { globals: { ...globals.node, ...globals.browser } } },
];
