// Starts Chromium, Firefox ESR or WebKitGTK, each through the counting proxy and with its own traffic switched off.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { Builder, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";

/** @typedef {import('selenium-webdriver').WebDriver} Driver */
/** @typedef {'light' | 'dark'} Scheme */
/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {string} version
 * @property {Driver} driver
 * @property {(scheme: Scheme) => Promise<Driver>} scheme the driver of a browser whose reader prefers this colour
 *   scheme
 * @property {() => Promise<string[]>} console what the driver itself has seen on the console since it was last asked
 * @property {() => Promise<void>} close
 * @property {() => Promise<unknown>} [discard] lets the page on show go, as a browser short of memory does with those
 *   behind, and shows it again. Firefox alone can be told to: Chromium lets no page go that a driver holds
 */

export const NAMES = ["chromium", "firefox", "webkit"];

/** The programs an engine needs, as [what, path or null]. @param {string} name @returns {[string, string | null][]} */
export function programs(name) {
  const first = (/** @type {(string | undefined)[]} */ ...paths) =>
    paths.find((path) => path && existsSync(path)) ?? null;
  switch (name) {
    case "chromium":
      return [
        ["chromium", first(process.env.CHROMIUM, "/usr/bin/chromium")],
        ["chromedriver", first(process.env.CHROMEDRIVER, "/usr/bin/chromedriver")],
      ];
    case "firefox":
      return [
        ["firefox-esr", first(process.env.FIREFOX, "/usr/bin/firefox-esr")],
        [
          "geckodriver",
          first(
            process.env.GECKODRIVER,
            new URL("../.tools/geckodriver", import.meta.url).pathname,
            "/usr/bin/geckodriver",
          ),
        ],
      ];
    case "webkit":
      return [
        [
          "MiniBrowser",
          first(
            process.env.MINIBROWSER,
            ...readdirSync("/usr/lib").flatMap((folder) =>
              ["4.1", "6.0"].map(
                (api) => `/usr/lib/${folder}/webkit${api === "6.0" ? "gtk" : "2gtk"}-${api}/MiniBrowser`,
              ),
            ),
          ),
        ],
        ["WebKitWebDriver", first(process.env.WEBKITWEBDRIVER, "/usr/bin/WebKitWebDriver")],
        ["Xvfb", first("/usr/bin/Xvfb")],
      ];
    default:
      throw new Error(`no engine named ${name}; there are ${NAMES.join(", ")}`);
  }
}

/** What a browser may take for a script or a page on a crowded machine, in milliseconds. */
export const LIMITS = { script: 120_000, pageLoad: 120_000, implicit: 0 };

const OPENERS = { chromium: openChromium, firefox: openFirefox, webkit: openWebkit };

/** @param {string} name @param {string} proxy host:port @returns {Promise<Engine>} */
export async function open(name, proxy) {
  const found = programs(name);
  for (const [what, path] of found) if (!path) throw new Error(`${name}: ${what} is missing`);
  const paths = /** @type {string[]} */ (found.map(([, path]) => path));
  const started = await OPENERS[/** @type {keyof typeof OPENERS} */ (name)](paths, proxy);
  const capabilities = await started.driver.getCapabilities();
  await started.driver.manage().setTimeouts(LIMITS);
  return { name, version: String(capabilities.get("browserVersion")), ...started };
}

/** @param {string[]} paths @param {string} proxy */
async function openChromium([binary, service], proxy) {
  const options = new chrome.Options();
  options.setChromeBinaryPath(binary);
  options.addArguments(
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--window-size=1280,900",
    "--hide-scrollbars",
    "--lang=en-GB",
    "--js-flags=--expose-gc",
    // Everything through the proxy, loopback addresses too; no name is looked up beside it.
    `--proxy-server=http://${proxy}`,
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    // A process for each page costs more than the page, and none of them is gone back to.
    "--disable-back-forward-cache",
    // What the browser itself would fetch.
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pings",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-domain-reliability",
    "--disable-client-side-phishing-detection",
    "--disable-breakpad",
    "--metrics-recording-only",
    "--disable-search-engine-choice-screen",
    "--password-store=basic",
    // Some that no switch turns off: sent to a port that the browser itself never opens.
    "--gaia-url=https://127.0.0.1:1/",
    "--google-base-url=https://127.0.0.1:1/",
    "--gcm-checkin-url=https://127.0.0.1:1/",
    "--gcm-registration-url=https://127.0.0.1:1/",
    "--gcm-mcs-endpoint=https://127.0.0.1:1/",
    "--component-updater=url-source=http://127.0.0.1:1/",
    "--safebrowsing-disable-auto-update",
    "--disable-features=BackForwardCache,ProactivelySwapBrowsingInstance,OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater,InterestFeedContentSuggestions,NetworkTimeServiceQuerying",
  );
  const levels = new logging.Preferences();
  levels.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  options.setLoggingPrefs(levels);
  const driver = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (
    await new Builder()
      .forBrowser("chrome")
      .setChromeOptions(options)
      .setChromeService(new chrome.ServiceBuilder(service))
      .build()
  );
  return {
    driver,
    scheme: async (/** @type {Scheme} */ scheme) => {
      await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", {
        features: [{ name: "prefers-color-scheme", value: scheme }],
      });
      return driver;
    },
    console: async () =>
      (await driver.manage().logs().get(logging.Type.BROWSER)).map((entry) => `${entry.level.name}: ${entry.message}`),
    close: () => driver.quit(),
  };
}

/** @param {string[]} paths @param {string} proxy */
async function openFirefox([binary, service], proxy) {
  const [host, port] = proxy.split(":");
  const options = new firefox.Options();
  options.setBinary(binary);
  options.addArguments("-headless", "-width", "1280", "-height", "900", "-remote-allow-system-access");
  const preferences = {
    "network.proxy.type": 1,
    "network.proxy.http": host,
    "network.proxy.http_port": Number(port),
    "network.proxy.ssl": host,
    "network.proxy.ssl_port": Number(port),
    "network.proxy.share_proxy_settings": true,
    "network.proxy.no_proxies_on": "",
    "network.proxy.allow_hijacking_localhost": true,
    "network.proxy.testing_localhost_is_secure_when_hijacked": true,
    "network.trr.mode": 5,
    "network.dns.disablePrefetch": true,
    "network.prefetch-next": false,
    "network.predictor.enabled": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "network.http.speculative-parallel-limit": 0,
    "intl.accept_languages": "en-GB, en",
    "widget.gtk.overlay-scrollbars.enabled": true,
    "ui.useOverlayScrollbars": 1,
    "layout.css.prefers-color-scheme.content-override": 1,
    // Firefox may cut short what a page does as it is left, and reports that as a fault of the page; a page keeps its
    // draft with each answer and needs no last moment.
    "dom.ipc.cancel_content_js_when_navigating": false,
    // What the browser itself would fetch.
    "app.update.enabled": false,
    "app.update.auto": false,
    "app.update.disabledForTesting": true,
    "app.normandy.enabled": false,
    "app.shield.optoutstudies.enabled": false,
    "browser.aboutHomeSnippets.updateUrl": "",
    "browser.newtabpage.enabled": false,
    "browser.newtabpage.activity-stream.feeds.system.topsites": false,
    "browser.newtabpage.activity-stream.feeds.section.topstories": false,
    "browser.newtabpage.activity-stream.showSponsored": false,
    "browser.newtabpage.activity-stream.showSponsoredTopSites": false,
    "browser.newtabpage.activity-stream.telemetry": false,
    "browser.ping-centre.telemetry": false,
    "browser.region.network.url": "",
    "browser.region.update.enabled": false,
    "browser.safebrowsing.malware.enabled": false,
    "browser.safebrowsing.phishing.enabled": false,
    "browser.safebrowsing.downloads.enabled": false,
    "browser.safebrowsing.blockedURIs.enabled": false,
    "browser.safebrowsing.provider.mozilla.updateURL": "",
    "browser.search.geoip.url": "",
    "browser.search.update": false,
    "browser.startup.homepage": "about:blank",
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.topsites.contile.enabled": false,
    "browser.translations.enable": false,
    "browser.discovery.enabled": false,
    "browser.contentblocking.report.lockwise.enabled": false,
    "datareporting.healthreport.uploadEnabled": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "datareporting.usage.uploadEnabled": false,
    "toolkit.telemetry.enabled": false,
    "toolkit.telemetry.server": "",
    "toolkit.telemetry.unified": false,
    "dom.push.connection.enabled": false,
    "dom.push.serverURL": "",
    "extensions.blocklist.enabled": false,
    "extensions.getAddons.cache.enabled": false,
    "extensions.update.enabled": false,
    "extensions.systemAddon.update.enabled": false,
    "extensions.systemAddon.update.url": "",
    "identity.fxaccounts.enabled": false,
    "media.gmp-manager.url": "",
    "media.gmp-manager.updateEnabled": false,
    "media.gmp-provider.enabled": false,
    "media.peerconnection.enabled": false,
    "messaging-system.rsexperimentloader.enabled": false,
    "nimbus.rollouts.enabled": false,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "security.OCSP.enabled": 0,
    "security.remote_settings.crlite_filters.enabled": false,
    "security.remote_settings.intermediates.enabled": false,
    "signon.management.page.breach-alerts.enabled": false,
  };
  for (const [key, value] of Object.entries(preferences)) options.setPreference(key, value);
  const driver = /** @type {import('selenium-webdriver/firefox.js').Driver} */ (
    await new Builder()
      .forBrowser("firefox")
      .setFirefoxOptions(options)
      .setFirefoxService(
        new firefox.ServiceBuilder(service).setEnvironment({ ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: "1" }),
      )
      .build()
  );
  /** Runs in the browser itself, not in the page; what it gives may be a promise. @param {string} script @param {unknown[]} values */
  const inside = async (script, ...values) => {
    await driver.setContext(firefox.Context.CHROME);
    try {
      return await driver.executeScript(script, ...values);
    } finally {
      await driver.setContext(firefox.Context.CONTENT);
    }
  };
  return {
    driver,
    scheme: async (/** @type {Scheme} */ scheme) => {
      await inside(
        "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0])",
        scheme === "dark" ? 0 : 1,
      );
      return driver;
    },
    // Before 148 it complains of the directives that it does not know.
    console: async () =>
      /** @type {string[]} */ (
        await inside(`
      const all = Services.console.getMessageArray().filter(one => one instanceof Ci.nsIScriptError && /^(https?|file):/.test(one.sourceName) && one.category !== 'CSS Parser' && !/directive .(require-)?trusted-types/.test(one.errorMessage));
      Services.console.reset();
      return all.map(one => one.category + ': ' + one.errorMessage + ' (' + one.sourceName + ':' + one.lineNumber + ')');`)
      ),
    close: () => driver.quit(),
    discard: () =>
      inside(`
      return (async () => {
        const own = gBrowser.selectedTab;
        const settled = async what => { while (!what()) await new Promise(done => setTimeout(done, 20)); };
        const other = gBrowser.addTrustedTab('about:blank');
        gBrowser.selectedTab = other;
        await settled(() => gBrowser.selectedTab === other);
        await gBrowser.prepareDiscardBrowser(own);
        if (!gBrowser.discardBrowser(own, true)) throw new Error('The tab was not let go.');
        gBrowser.selectedTab = own;
        await settled(() => !own.hasAttribute('pending') && own.linkedBrowser.currentURI.scheme === 'http');
        gBrowser.removeTab(other);
      })();`),
  };
}

/** @param {string[]} paths @param {string} proxy */
async function openWebkit([binary, service, display], proxy) {
  const screen = await startDisplay(display);
  /** @type {import('node:child_process').ChildProcess[]} */
  const services = [];
  /** The scheme is the desktop theme's, read when the browser starts. @param {Scheme} scheme */
  const start = async (scheme) => {
    const port = await freePort();
    const env = { ...process.env, DISPLAY: screen.name, GTK_THEME: scheme === "dark" ? "Adwaita:dark" : "Adwaita" };
    const own = spawn(service, [`--port=${port}`], { stdio: "ignore", env });
    services.push(own);
    await answering(`http://127.0.0.1:${port}/status`);
    const driver = new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities({
        browserName: "MiniBrowser",
        // Not the `proxy` capability: with that one, https goes to the proxy by TLS.
        "webkitgtk:browserOptions": { binary, args: ["--automation", `--proxy=http://${proxy}`] },
      })
      .build();
    // Now and then a MiniBrowser that starts among other browsers never opens its window.
    const up = await Promise.race([
      driver.getSession().then(() => true),
      new Promise((done) => {
        setTimeout(done, 60_000, false).unref();
      }),
    ]);
    if (!up) own.kill();
    return up ? driver : null;
  };
  /** A browser that does not come up is started once more. @param {Scheme} scheme @returns {Promise<Driver>} */
  const started = async (scheme) => {
    const driver = (await start(scheme)) ?? (await start(scheme));
    if (!driver) throw new Error("WebKit did not start, twice");
    return driver;
  };
  const drivers = new Map([["light", await started("light")]]);
  return {
    driver: /** @type {Driver} */ (drivers.get("light")),
    scheme: async (/** @type {Scheme} */ scheme) => {
      if (!drivers.has(scheme)) drivers.set(scheme, await started(scheme));
      return /** @type {Driver} */ (drivers.get(scheme));
    },
    console: async () => [],
    close: async () => {
      try {
        for (const driver of drivers.values()) await driver.quit();
      } finally {
        for (const one of services) one.kill();
        screen.stop();
      }
    },
  };
}

/** @param {string} program @returns {Promise<{ name: string, stop: () => void }>} */
function startDisplay(program) {
  return new Promise((done, failed) => {
    const server = spawn(program, ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    server.once("error", failed);
    server.once("exit", (code) => failed(new Error(`Xvfb ended with ${code}`)));
    /** @type {import('node:stream').Readable} */ (server.stdio[3]).once("data", (number) =>
      done({
        name: `:${String(number).trim()}`,
        stop: () => {
          server.kill();
        },
      }),
    );
  });
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => done(port));
    });
  });
}

/** Waits until an address answers. @param {string} url @param {number} [seconds] */
export async function answering(url, seconds = 120) {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await fetch(url);
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
}
