export default { base: "./", build: { outDir: "out/vite", rollupOptions: { input: ["index.html", "other.html"] } } };
