// webpack by its own interface, so that its command line need not be installed.
import webpack from "webpack";

const output = { path: `${import.meta.dirname}/out/webpack`, filename: "page.js" };
// Its hint about large files is about a module that this quiz does not load.
webpack({ mode: "production", entry: "./page.js", output, performance: { hints: false } }, (error, stats) => {
  if (error) throw error;
  console.log(stats.toString());
  process.exitCode = stats.hasErrors() || stats.hasWarnings() ? 1 : 0;
});
