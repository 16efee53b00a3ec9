// First script of every page under test: writes down what should not happen, and what the quiz says.
// A classic script, so that it runs before all else; it changes no behaviour but print, the dialogs and the clock.
(() => {
  /** @type {import('./window.d.ts').Collected} */
  const collected = { faults: [], said: [], events: [], printed: 0 };
  Object.defineProperty(window, "__collected", { value: collected });
  const fault = (/** @type {string} */ kind, /** @type {unknown} */ what) => {
    collected.faults.push(`${kind}: ${what}`);
  };

  for (const level of /** @type {const} */ ([
    "log",
    "info",
    "warn",
    "error",
    "debug",
    "trace",
    "dir",
    "table",
    "assert",
    "group",
    "count",
  ])) {
    const original = /** @type {(...words: unknown[]) => void} */ (console[level]);
    console[level] = (/** @type {unknown[]} */ ...words) => {
      // One line for each error that a quiz tells by an event.
      if (level === "warn" && /^metier-quiz: ./.test(String(words[0]))) collected.said.push(String(words[0]));
      else if (level !== "assert" || !words[0]) fault(`console.${level}`, words.map(String).join(" "));
      original.apply(console, words);
    };
  }
  addEventListener(
    "error",
    (event) => {
      const target = /** @type {Element & { src?: string, href?: string }} */ (event.target);
      if (event instanceof ErrorEvent) fault("error", `${event.message} (${event.filename}:${event.lineno})`);
      else fault("load", target.src ?? target.href ?? target.tagName);
    },
    true,
  );
  addEventListener("unhandledrejection", (event) =>
    fault("unhandled rejection", `${event.reason} ${event.reason?.stack ?? ""}`),
  );
  document.addEventListener("securitypolicyviolation", (event) =>
    fault("policy", `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
  );

  // A reader takes longer than a machine, whose answers within two seconds would name no role; with `?hurried`, always
  // less.
  const now = performance.now.bind(performance);
  const pace = location.search.includes("hurried") ? 0.001 : 1000;
  performance.now = () => pace * now();

  window.print = () => {
    collected.printed += 1;
  };
  for (const name of /** @type {const} */ (["alert", "confirm", "prompt", "open"])) {
    // @ts-ignore: each returns what a dismissed one would
    window[name] = (/** @type {unknown[]} */ ...words) => {
      fault(name, words.map(String).join(" "));
      return name === "confirm" ? false : null;
    };
  }

  // Ways out of the page that a proxy may not see, and places where an answer could stay.
  for (const name of ["WebSocket", "EventSource", "RTCPeerConnection", "WebTransport", "XMLHttpRequest"]) {
    const original = /** @type {any} */ (window)[name];
    if (original)
      /** @type {any} */ (window)[name] = new Proxy(original, {
        construct(target, words, self) {
          fault("reaches out", name);
          return Reflect.construct(target, words, self);
        },
      });
  }
  const beacon = navigator.sendBeacon;
  navigator.sendBeacon = (/** @type {Parameters<typeof beacon>} */ ...words) => {
    fault("reaches out", "sendBeacon");
    return beacon.apply(navigator, words);
  };
  const setItem = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    // What a tab keeps of a quiz and of evidence, where the page asks for that.
    const draft = this === sessionStorage && /^metier-(draft|evidence|domain) /.test(key);
    if (!draft || !document.querySelector("metier-quiz[resume], #evidence")) fault("stores", key);
    setItem.call(this, key, value);
  };
  const openBase = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (name, version) {
    fault("stores", `IndexedDB ${name}`);
    return openBase.call(this, name, version);
  };

  for (const name of ["ready", "start", "answer", "progress", "complete", "error"]) {
    addEventListener(`metier-${name}`, (event) => {
      collected.events.push({
        type: /** @type {"metier-ready"} */ (event.type),
        target: /** @type {Element} */ (event.target).id,
        detail: /** @type {CustomEvent} */ (event).detail,
      });
    });
  }
})();
