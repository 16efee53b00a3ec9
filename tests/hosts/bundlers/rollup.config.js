import json from "@rollup/plugin-json";
import { nodeResolve } from "@rollup/plugin-node-resolve";

export default { input: "page.js", output: { dir: "out/rollup", format: "es" }, plugins: [nodeResolve(), json()] };
