// That the instruments measure: without this, "no request" and "no fault" would prove nothing.
import { audit } from "../axe.mjs";
import { ok, same, test } from "../suite.mjs";
import { until } from "../rig.mjs";

test("pages come through the proxy, and it refuses and records every other host", async (rig) => {
  const mark = rig.proxy.mark();
  const origin = rig.fresh();
  rig.proxy.replaced.set("/bare.html", {
    headers: { "content-type": "text/html" },
    body: '<!doctype html><title>bare</title><link rel="icon" href="data:,">',
  });
  await rig.open(`${origin}/bare.html`);
  same(
    rig.proxy.since(mark).map((seen) => seen.url),
    [`${origin}/bare.html`],
    "requests counted",
  );
  await rig.run(() => {
    fetch("/here");
    fetch("http://stranger.example/there").catch(() => {});
    fetch("https://stranger.example/there").catch(() => {});
  });
  await until(async () => rig.proxy.refused().length >= 2, "refusals recorded");
  const refused = rig.proxy.refused().map((seen) => seen.url);
  ok(
    refused.some((url) => url === "http://stranger.example/there") &&
      refused.some((url) => url.includes("stranger.example:443")),
    `refused: ${refused}`,
  );
  await until(async () => rig.proxy.since(mark).some((seen) => seen.path === "/here"), "a request of a script counted");
  rig.allow(/stranger\.example|\/here|404/);
  await rig.clean();
  rig.proxy.forgetRefused();
});

test("what a page says, throws, breaks or tries is written down", async (rig) => {
  rig.proxy.replaced.set("/faulty.js", {
    headers: { "content-type": "text/javascript" },
    body: `console.info('said'); Promise.reject(new Error('dropped')); localStorage.setItem('kept', 1); document.body.append(Object.assign(document.createElement('img'), { src: 'http://stranger.example/pixel' }));
      setTimeout(() => { throw new Error('thrown'); }); try { document.body.innerHTML = '<b>'; } catch {}`,
  });
  await rig.show('<script src="/faulty.js"></script>');
  const wanted = [
    /console\.info: said/,
    /unhandled rejection: .*dropped/,
    /error: .*thrown/,
    /stores: kept/,
    /policy: img-src/,
    /policy: require-trusted-types-for/,
  ];
  const seen = await until(async () => {
    const faults = (await rig.collected())?.faults ?? [];
    return wanted.every((pattern) => faults.some((/** @type {string} */ fault) => pattern.test(fault))) && faults;
  }, `all of ${wanted}`);
  ok(seen.length >= wanted.length, `${seen}`);
  let complaint = "";
  await rig.clean().catch((error) => {
    complaint = error.message;
  });
  ok(complaint.includes("said"), "a page with faults fails its test");
  rig.allow(/./);
});

test("axe sees a picture without words and a field without a label", async (rig) => {
  await rig.show(
    '<img width="9" height="9" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="><input type="text">',
  );
  let complaint = "";
  await audit(rig, "seeded faults").catch((error) => {
    complaint = error.message;
  });
  ok(complaint.includes("image-alt") && complaint.includes("label"), `axe says: ${complaint}`);
});
