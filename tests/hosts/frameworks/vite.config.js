import { svelte } from "@sveltejs/vite-plugin-svelte";
import vue from "@vitejs/plugin-vue";

// `vite build FOLDER --config vite.config.js`: the page of one framework.
export default {
  base: "./",
  build: { outDir: "out" },
  esbuild: { jsx: "automatic" },
  plugins: [svelte(), vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "metier-quiz" } } })],
};
