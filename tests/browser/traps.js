// Classic script for test pages: makes the module trap on purpose. `?trap=NAME:N` in the page's own address says at
// which call: the N-th call, from 1, of any export whose name contains NAME; `:always` = at each. A trapped instance
// stays dead.
(() => {
  const [name, at] = (new URLSearchParams(location.search).get("trap") ?? ":").split(":");
  /** @type {{ calls: Record<string, number>, trapped: number, instances: number }} */
  const record = { calls: {}, trapped: 0, instances: 0 };
  Object.defineProperty(window, "__traps", { value: record });

  /** @param {WebAssembly.Exports} exports */
  const watched = (exports) => {
    record.instances += 1;
    let dead = false;
    /** @type {Record<string, WebAssembly.ExportValue>} */
    const all = {};
    for (const [key, value] of Object.entries(exports)) {
      all[key] =
        typeof value !== "function" || key.startsWith("__")
          ? value
          : (/** @type {unknown[]} */ ...words) => {
              if (dead) throw new WebAssembly.RuntimeError("the instance is dead");
              const count = (record.calls[key] = (record.calls[key] ?? 0) + 1);
              if (name && key.includes(name) && (at === "always" || count === Number(at))) {
                dead = true;
                record.trapped += 1;
                throw new WebAssembly.RuntimeError("unreachable");
              }
              return value(...words);
            };
    }
    return all;
  };

  const Instance = WebAssembly.Instance;
  WebAssembly.Instance = /** @type {any} */ (
    new Proxy(Instance, {
      construct(target, words) {
        return { exports: watched(Reflect.construct(target, words).exports) };
      },
    })
  );
  for (const way of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
    const original = /** @type {(...words: any[]) => Promise<any>} */ (WebAssembly[way]);
    /** @type {any} */ (WebAssembly)[way] = async (/** @type {unknown[]} */ ...words) => {
      const made = await original.apply(WebAssembly, words);
      return made.exports
        ? { exports: watched(made.exports) }
        : { module: made.module, instance: { exports: watched(made.instance.exports) } };
    };
  }
})();
