// Everything in one classic script, as a release has it: <metier-quiz>, and for the console `metier.diagnose()`.
import { diagnose } from "./metier.js";

/** @type {any} */ (globalThis).metier ??= { diagnose };
