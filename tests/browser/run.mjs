// node browser/run.mjs ENGINE [PART OF A TEST'S NAME…]: the browser tests in one engine. Last line: counts PASSED
// FAILED. With --of=long or --of=pictures those of that folder, which take longer or look at nothing; with
// --in=draft,errors those of these files alone; with --rest those that an engine leaves to another on every change;
// with --shared=FOLDER those that no other run with this folder has taken.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open } from "./engines.mjs";
import { Proxy } from "./proxy.mjs";
import { Rig } from "./rig.mjs";
import { instrument, serveSite } from "./site.mjs";
import { runAll } from "./suite.mjs";

const folder = process.argv.find((word) => word.startsWith("--of="))?.slice(5) ?? "tests";
const TESTS = new URL(`${folder}/`, import.meta.url);
const files = process.argv
  .find((word) => word.startsWith("--in="))
  ?.slice(5)
  .split(",");
for (const file of readdirSync(TESTS)
  .filter((file) => file.endsWith(".mjs") && file !== "reasons.mjs")
  .filter((file) => !files || files.includes(file.slice(0, -4)))
  .sort())
  await import(new URL(file, TESTS).href);

const [name = "chromium", ...only] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
// Browsers leave folders behind; here they leave them where they go with the run.
const scratch = (process.env.TMPDIR = mkdtempSync(join(tmpdir(), "metier-")));
const site = await serveSite();
const proxy = new Proxy(site.address, instrument);
/** @type {import('./engines.mjs').Engine | undefined} */
let engine;
let count = { passed: 0, failed: 1 };
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => {
    engine?.close().finally(() => process.exit(1));
    site.stop();
  });
try {
  await proxy.start();
  const another = async () => (engine = await open(name, proxy.address));
  engine = await another();
  console.log(`     ${name} ${engine.version}`);
  count = await runAll(new Rig(engine, proxy, another), only);
} catch (error) {
  console.log(`FAIL ${name}: ${error instanceof Error ? error.stack : error}`);
} finally {
  await engine?.close().catch(() => {});
  await proxy.stop();
  site.stop();
  try {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  } catch {
    // A browser that is still writing there says nothing about the tests.
  }
}
console.log(`counts ${count.passed} ${count.failed}`);
process.exitCode = count.failed ? 1 : 0;
