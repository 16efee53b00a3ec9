// Classic script for test pages: what a page has, counted: instances of modules with the bytes of their memories, nodes of
// all trees, calls that add listeners.
(() => {
  /** @type {WeakRef<WebAssembly.Memory>[]} */
  const memories = [];
  let listeners = 0;
  const { instantiate } = WebAssembly;
  /** @type {any} */ (WebAssembly).instantiate = async (/** @type {any[]} */ ...words) => {
    const made = await instantiate.apply(WebAssembly, /** @type {any} */ (words));
    memories.push(new WeakRef((made.exports ?? made.instance.exports).memory));
    return made;
  };
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (...words) {
    listeners += 1;
    return addEventListener.apply(this, words);
  };

  /** @param {ParentNode} root @returns {number} */
  const nodesIn = (root) => {
    let count = 0;
    const walk = document.createTreeWalker(/** @type {Node} */ (/** @type {unknown} */ (root)));
    do {
      count += 1;
      const { shadowRoot } = /** @type {Element} */ (walk.currentNode);
      if (shadowRoot) count += nodesIn(shadowRoot);
    } while (walk.nextNode());
    return count;
  };

  const weighed = () => ({
    instances: memories.length,
    bytes: memories.reduce((sum, memory) => sum + (memory.deref()?.buffer.byteLength ?? 0), 0),
    nodes: nodesIn(document),
    listeners,
  });
  Object.defineProperty(window, "__weighed", { value: weighed });
})();
