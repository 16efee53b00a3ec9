export default function (config) {
  config.addPassthroughCopy("metier");
  // Pages of the archive are ready as they are.
  config.ignores.add("metier");
}
