// One page with the package and a quiz, bundled by four programs. Those that leave WebAssembly behind get it copied, as
// the package's README says.
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** @typedef {import('../build.mjs').Place} Place */
/** What a program does not bring along itself. @param {Place} place @param {string} out @param {boolean} modules */
function complete({ folder }, out, modules) {
  const quiz = join(folder, "node_modules/metier-quiz");
  for (const page of ["index.html", "other.html"]) cpSync(join(folder, page), join(folder, out, page));
  for (const name of modules ? readdirSync(quiz).filter((file) => file.endsWith(".wasm")) : [])
    cpSync(join(quiz, name), join(folder, out, name));
}

/** @type {Record<string, import('../build.mjs').Host>} */
export const hosts = {
  vite: {
    build: async ({ run }) => {
      await run("vite", "build");
    },
    out: "out/vite",
    away: "links",
    reloads: true,
  },
  webpack: {
    build: async (place) => {
      await place.run("node", "webpack.mjs");
      complete(place, "out/webpack", false);
    },
    out: "out/webpack",
    away: "links",
    reloads: true,
  },
  esbuild: {
    build: async (place) => {
      await place.run("esbuild", "page.js", "--bundle", "--format=esm", "--splitting", "--outdir=out/esbuild");
      complete(place, "out/esbuild", true);
    },
    out: "out/esbuild",
    away: "links",
    reloads: true,
  },
  rollup: {
    build: async (place) => {
      await place.run("rollup", "--config");
      complete(place, "out/rollup", true);
    },
    out: "out/rollup",
    away: "links",
    reloads: true,
  },
};
