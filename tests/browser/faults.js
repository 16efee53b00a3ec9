// Classic script for test pages: what a browser may do to a page, on purpose. The page's own address says what:
// `?storage=N` a call of a storage throws, the N-th from 1 (`all`: each); `?memory=PAGES` the first instance of each
// module gets no more memory than it begins with and so many pages of 64 KiB (`PAGES:always`: every instance);
// `?clock=SECONDS` both clocks jump by so much at every tenth look.
(() => {
  const asked = new URLSearchParams(location.search);
  const [storage, memory, clock] = ["storage", "memory", "clock"].map((name) => asked.get(name));
  const record = { calls: 0, thrown: 0, instances: 0, pages: 0, refused: 0, looks: 0, over: false };
  Object.defineProperty(window, "__faults", { value: record });

  // --- storage ---
  for (const name of /** @type {const} */ (["getItem", "setItem", "removeItem", "key", "clear"])) {
    const original = /** @type {(...words: any[]) => any} */ (Storage.prototype[name]);
    Storage.prototype[name] = /** @param {any[]} words */ function (...words) {
      record.calls += 1;
      if (storage && !record.over && (storage === "all" || record.calls === Number(storage))) {
        record.thrown += 1;
        throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      }
      return original.apply(this, words);
    };
  }

  // --- memory ---
  /** A number of a module, seven bits a byte. @param {number} value */
  const written = (value) => {
    const bytes = [];
    do {
      bytes.push((value & 127) | (value > 127 ? 128 : 0));
      value >>>= 7;
    } while (value > 0);
    return bytes;
  };
  /** @param {Uint8Array} bytes @param {number} at @returns {[number, number]} value, and where it ends */
  const readAt = (bytes, at) => {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = bytes[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return [value >>> 0, at];
      shift += 7;
    }
  };
  /** The module with a bound to its memory, so many pages above what it begins with. @param {Uint8Array} bytes @param {number} more */
  const bounded = (bytes, more) => {
    for (let at = 8; at < bytes.length;) {
      const start = at;
      const id = bytes[at];
      const [size, from] = readAt(bytes, at + 1);
      at = from + size;
      if (id !== 5) continue;
      // One memory: count, flags, least, most.
      const [least] = readAt(bytes, from + 2);
      const section = [1, 1, ...written(least), ...written(least + more)];
      return new Uint8Array([
        ...bytes.subarray(0, start),
        5,
        ...written(section.length),
        ...section,
        ...bytes.subarray(at),
      ]);
    }
    throw new Error("a module without a memory");
  };
  /** @type {WeakMap<WebAssembly.Module, WebAssembly.Module>} */
  const small = new WeakMap();
  const { compile, instantiate, Instance } = WebAssembly;
  const [pages, always] = memory?.split(":") ?? [];
  WebAssembly.compile = async (source) => {
    const module = await compile(source);
    if (pages !== undefined) {
      const bytes = new Uint8Array(/** @type {ArrayBuffer} */ (source));
      small.set(module, await compile(bounded(bytes, Number(pages))));
    }
    return module;
  };
  /** @type {Set<WebAssembly.Module>} */
  const known = new Set();
  /** @param {WebAssembly.Instance} instance @returns {any} with a watch over its calls */
  const watched = ({ exports }) => {
    const memory = /** @type {WebAssembly.Memory} */ (exports.memory);
    const began = memory.buffer.byteLength;
    const watch =
      (/** @type {Function} */ call) =>
      (/** @type {any[]} */ ...words) => {
        try {
          return call(...words);
        } catch (error) {
          record.refused += Number(error instanceof WebAssembly.RuntimeError);
          throw error;
        } finally {
          record.pages = Math.max(record.pages, (memory.buffer.byteLength - began) / 65536);
        }
      };
    const all = Object.entries(exports).map(([name, value]) => [
      name,
      typeof value === "function" && !name.startsWith("__") ? watch(value) : value,
    ]);
    return { exports: Object.fromEntries(all) };
  };
  /** @param {WebAssembly.Module} module */
  const chosen = (module) => {
    record.instances += 1;
    const tight = !record.over && (always || !known.has(module)) ? small.get(module) : undefined;
    known.add(module);
    return tight ?? module;
  };
  WebAssembly.Instance = /** @type {any} */ (
    new Proxy(Instance, {
      construct: (target, [module, imports]) => watched(Reflect.construct(target, [chosen(module), imports])),
    })
  );
  /** @type {any} */ (WebAssembly).instantiate = async (
    /** @type {WebAssembly.Module} */ module,
    /** @type {WebAssembly.Imports} */ imports,
  ) => watched(await /** @type {any} */ (instantiate)(chosen(module), imports));

  // --- clocks ---
  let ahead = 0;
  const jump = () => {
    record.looks += 1;
    if (clock && record.looks % 10 === 0) ahead += Number(clock) * 1000;
    return ahead;
  };
  for (const place of /** @type {const} */ ([Performance.prototype, Date])) {
    const original = /** @type {any} */ (place).now;
    /** @type {any} */ (place).now = function () {
      return original.call(this) + jump();
    };
  }
})();
