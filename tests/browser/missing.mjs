// node browser/missing.mjs ENGINE: prints the programs that an engine needs and that are not here.
import { programs } from "./engines.mjs";

console.log(
  programs(process.argv[2])
    .filter(([, path]) => !path)
    .map(([what]) => what)
    .join(" "),
);
