// Another build of the same site, for tests of hosts and caches that mix two.
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./site.mjs";

/** @type {string | undefined} */
let folder;
/** Another build of the same site, by the builder, in a folder. */
export function twin() {
  if (!folder) {
    folder = join(mkdtempSync(join(tmpdir(), "metier-twin-")), "dist");
    execFileSync("cargo", ["www", "twin", folder], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
  }
  return folder;
}
