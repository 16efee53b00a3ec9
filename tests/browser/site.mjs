// The built site behind the proxy: `cargo www serve --dist`, and the pages and instruments of the tests themselves.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answering, freePort } from './engines.mjs';
import { INSTRUMENT } from './proxy.mjs';

export const ROOT = new URL('../../', import.meta.url).pathname;

/** Starts the site's own server; `METIER_SITE=host:port` names one that runs already. @returns {Promise<{ address: string, stop: () => void }>} */
export async function serveSite() {
  if (process.env.METIER_SITE) return { address: process.env.METIER_SITE, stop: () => {} };
  const port = await freePort();
  const server = spawn('cargo', ['www', 'serve', '--dist', '--port', String(port)], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise((_, failed) => {
    server.once('error', failed);
    server.once('exit', code => failed(new Error(`cargo www serve ended with ${code}`)));
  });
  ended.catch(() => {});
  await Promise.race([answering(`http://127.0.0.1:${port}/`, 120), ended]);
  return { address: `127.0.0.1:${port}`, stop: () => { server.kill(); } };
}

const SCRIPT = { 'content-type': 'text/javascript; charset=utf-8' };
const instruments = new Map([
  ['collector.js', new URL('collector.js', import.meta.url)],
  ['traps.js', new URL('traps.js', import.meta.url)],
]);
/** The page's own files as they are in the folder, the built module among them: the doors that a joined file has no more. */
const SOURCE = /^www\/[a-z0-9_/-]+\.(js|wasm)$/;

/** @type {import('./proxy.mjs').Local} */
export async function instrument(path) {
  if (!path.startsWith(INSTRUMENT)) return undefined;
  const name = path.slice(INSTRUMENT.length);
  if (SOURCE.test(name)) return { headers: name.endsWith('.wasm') ? { 'content-type': 'application/wasm' } : SCRIPT, body: await readFile(join(ROOT, name)) };
  const file = instruments.get(name);
  return file ? { headers: SCRIPT, body: await readFile(file) } : { status: 404, body: '' };
}

/**
 * A page of a test's own, under a policy as strict as any host may send: no style but adopted sheets, no trusted types.
 * @param {string} site origin of the built files
 * @param {string} body markup
 * @param {{ head?: string, language?: string }} [more]
 * @returns {import('./proxy.mjs').Answer}
 */
export function testPage(site, body, { head = '', language = 'en' } = {}) {
  const policy = `default-src 'none'; script-src 'self' ${site} 'wasm-unsafe-eval'; connect-src 'self' ${site}; img-src data:; form-action 'none'; base-uri 'none'; `
    + `require-trusted-types-for 'script'; trusted-types 'none'`;
  return {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    body: `<!doctype html><html lang="${language}"><head><script src="${INSTRUMENT}collector.js"></script><meta charset="utf-8"><title>Test page</title>`
      + `<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}</head><body><main><h1>Test page</h1>${body}</main></body></html>`,
  };
}
