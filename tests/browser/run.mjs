// node browser/run.mjs ENGINE [PART OF A TEST'S NAME…]: the browser tests in one engine. Last line: counts PASSED FAILED SKIPPED.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from './engines.mjs';
import { Proxy } from './proxy.mjs';
import { Rig } from './rig.mjs';
import { instrument, serveSite } from './site.mjs';
import { runAll } from './suite.mjs';
import './tests/instruments.mjs';
import './tests/take.mjs';
import './tests/offline.mjs';
import './tests/release.mjs';
import './tests/embed.mjs';
import './tests/examples.mjs';
import './tests/element.mjs';
import './tests/hostile.mjs';
import './tests/errors.mjs';
import './tests/bounds.mjs';
import './tests/places.mjs';
import './tests/numbers.mjs';
import './tests/presses.mjs';
import './tests/evidence.mjs';
import './tests/traps.mjs';
import './tests/adaptive.mjs';
import './tests/advert.mjs';
import './tests/profile.mjs';
import './tests/levels.mjs';
import './tests/two-pages.mjs';
// In the course of these WebKit gets a second window, for the dark scheme, and the first no longer has the keyboard.
import './tests/types.mjs';
import './tests/accessible.mjs';
import './tests/narrow.mjs';
import './tests/cases.mjs';

const [name = 'chromium', ...only] = process.argv.slice(2);
// Browsers leave folders behind; here they leave them where they go with the run.
const scratch = process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'metier-'));
const site = await serveSite();
const proxy = new Proxy(site.address, instrument);
/** @type {import('./engines.mjs').Engine | undefined} */
let engine;
let count = { passed: 0, failed: 1, skipped: 0 };
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => { engine?.close().finally(() => process.exit(1)); site.stop(); });
try {
  await proxy.start();
  engine = await open(name, proxy.address);
  console.log(`     ${name} ${engine.version}`);
  count = await runAll(new Rig(engine, proxy), only);
} catch (error) {
  console.log(`FAIL ${name}: ${error instanceof Error ? error.stack : error}`);
} finally {
  await engine?.close().catch(() => {});
  await proxy.stop();
  site.stop();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`counts ${count.passed} ${count.failed} ${count.skipped}`);
process.exitCode = count.failed ? 1 : 0;
