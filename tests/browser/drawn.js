// Classic script for pages under test: what is drawn, element by element, and a quiz over a document of the test's own,
// taken as fast as the page draws it. It knows our markup only by what a page with harmless words shows.
(() => {
  // Answers take as long on every machine: longer than those of somebody in a hurry.
  let clock = 0;
  performance.now = () => (clock += 20_000);

  /** What a text of an author may be drawn as, with the attributes that each may have. @type {Record<string, RegExp>} */
  const MARKS = {
    p: /^$/,
    ul: /^$/,
    ol: /^$/,
    li: /^(value=#)?$/,
    em: /^$/,
    strong: /^$/,
    code: /^$/,
    br: /^$/,
    a: /^href=\S+ (part=link )?rel=noopener noreferrer nofollow target=_blank$/,
    bdi: /^class=small dir=ltr( part=note)?$/,
    span: /^(class=(block|block bullet|unseen))?$/,
  };
  /** Where such a text stands. */
  const TEXT = "div.text, bdi[lang]";
  /** Attributes that say words, addresses or answers; any others hold what our scripts alone put there. */
  const WORDS = new Set([
    "aria-label",
    "aria-valuetext",
    "href",
    "title",
    "data-head",
    "alt",
    "placeholder",
    "label",
    "data-piece",
    "data-from",
  ]);
  /** Attributes that hold names of a document, which are seen to be nothing but names. */
  const NAMED = /^(data-(?!screen$|action$|part$).+|value|lang|dir)$/;
  /** Attributes that hold lengths and places in a picture of numbers. */
  const LENGTHS = new Set([
    "width",
    "height",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "cx",
    "cy",
    "r",
    "d",
    "points",
    "transform",
    "viewBox",
    "style",
    "value",
  ]);
  /** Attributes that go by what an advert is found to say, not by its words. */
  const COUNTED = new Set(["data-cue", "data-key", "data-of"]);
  /** Whether the names of the document are payloads, too. */
  let named = false;

  /** @param {Element} one */
  const attributes = (one) =>
    one
      .getAttributeNames()
      .sort()
      .map((name) => {
        const said = WORDS.has(name) || (name === "value" && one.localName === "option") || (named && NAMED.test(name));
        // Names that our scripts make for themselves are counted on, as the kinds of an advert and its cues are; the size of
        // a question goes by its length, and what is shown of a skill by how the numbers fall.
        const value = (one.getAttribute(name) ?? "")
          .replace(/\b([ekmp])\d+\b|\b(k)-other\b/g, "$1$2#")
          .replace(/^(h0 question) long$/, "$1");
        if ((said || COUNTED.has(name)) && !one.parentElement?.closest(TEXT)) return `${name}=…`;
        return `${name}=${LENGTHS.has(name) ? value.replace(/-?\d+(\.\d+)?/g, "#") : value}`;
      })
      .join(" ");

  /** Every element in a tree and in the trees within it. @param {ParentNode} root @returns {Element[]} */
  const all = (root) =>
    [...root.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);

  const ADDRESSES = ["href", "src", "action", "formaction", "data", "xlink:href", "srcset", "ping", "poster", "srcdoc"];
  /** @param {string} address */
  const isOurs = (address) => {
    const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : null;
    return url !== null && (url.protocol === "https:" || url.origin === location.origin);
  };

  /**
   * What is drawn: how often each element with its attributes; and what is wrong by itself.
   * @param {ParentNode} root
   */
  function drawn(root) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    /** @type {string[]} */
    const wrong = [];
    for (const one of all(root)) {
      const own = attributes(one);
      // Words from right to left are kept apart, and harmless ones are none.
      if (one.localName === "bdi" && own === "") continue;
      if (one.parentElement?.closest(TEXT)) {
        if (!MARKS[one.localName]?.test(own)) wrong.push(`in a text: <${one.localName} ${own}>`);
      } else counts.set(`${one.localName} ${own}`, (counts.get(`${one.localName} ${own}`) ?? 0) + 1);
      for (const name of ADDRESSES) {
        const address = one.getAttribute(name);
        if (address !== null && !isOurs(address) && !one.matches("link[rel=icon]"))
          wrong.push(`${one.localName} leads to ${address}`);
      }
    }
    return { counts, wrong };
  }

  /** What is drawn where all words are harmless, by the name of the screen. @type {Map<string, Map<string, number>>} */
  const harmless = new Map();
  const record = { elements: 0, screens: 0 };

  /**
   * Compares what is drawn with what harmless words draw in the same place.
   * @param {ParentNode} root
   * @param {string} name
   * @param {"keep" | "equal" | "less" | "among"} how keep: the words are harmless; equal: as often, too; less: no oftener;
   *   among: no others
   * @returns {string[]} what differs
   */
  function look(root, name, how) {
    const { counts, wrong } = drawn(root);
    record.screens += 1;
    for (const count of counts.values()) record.elements += count;
    const known = harmless.get(name) ?? new Map();
    if (how === "keep") for (const [one, count] of counts) known.set(one, count);
    harmless.set(name, known);
    const differ = [...new Set([...counts.keys(), ...known.keys()])].filter((one) => {
      const [here, there] = [counts.get(one) ?? 0, known.get(one) ?? 0];
      if (how === "equal") return here !== there;
      return how === "less" ? here > there : how === "among" && here > 0 && there === 0;
    });
    return [...wrong, ...differ.map((one) => `${counts.get(one) ?? 0} for ${known.get(one) ?? 0} of <${one}>`)].map(
      (line) => `${name}: ${line}`,
    );
  }

  /**
   * Waits for what the page will show.
   * @template T
   * @param {() => T} seen
   * @param {string} what
   * @returns {Promise<NonNullable<T>>}
   */
  async function until(seen, what) {
    const end = Date.now() + 30_000;
    for (;;) {
      const now = seen();
      if (now) return now;
      if (Date.now() > end) throw new Error(`in vain: ${what}`);
      await new Promise((done) => setTimeout(done, 1));
    }
  }

  /** Unfolds all that is folded, and what is folded within. @param {ParentNode} root */
  async function unfold(root) {
    await until(() => {
      const folds = /** @type {HTMLDetailsElement[]} */ (all(root).filter((one) => one.localName === "details"));
      const closed = folds.filter((one) => !one.open || one.childElementCount < 2);
      for (const one of closed) one.open = true;
      return closed.length === 0;
    }, "all is open");
  }

  /** @param {Element} input @param {string} value */
  function write(input, value) {
    /** @type {HTMLInputElement} */ (input).value = value;
    for (const kind of ["input", "change"]) input.dispatchEvent(new Event(kind, { bubbles: true }));
  }

  /** Answers whatever is asked on a screen. @param {Element} screen @param {string} own the person's own words */
  function answer(screen, own) {
    /** @param {string} selector @returns {HTMLInputElement[]} */
    const found = (selector) =>
      [...screen.querySelectorAll(selector)].map((one) => /** @type {HTMLInputElement} */ (one));
    const groups = Map.groupBy ? Map.groupBy(found("input[type=radio]"), ({ name }) => name) : new Map();
    if (!Map.groupBy)
      for (const one of found("input[type=radio]")) groups.set(one.name, [...(groups.get(one.name) ?? []), one]);
    // Not the same in every place, as somebody would who reads; never the best as the worst.
    for (const [index, [name, radios]] of [...groups].entries())
      radios.at(name.endsWith("-worst") ? 0 : -1 - (index % 2))?.click();
    for (const box of found("input[type=checkbox]").slice(0, 2)) box.click();
    for (const [index, list] of found("select").entries()) write(list, String(index + 1));
    for (const slider of found("input[type=range]")) write(slider, slider.min || "0");
    const shares = found(".stepper button:last-child");
    for (let more = 0; shares.length && more < 10; more += 1) shares[0].click();
    for (const number of found("input[inputmode=decimal]")) write(number, "36");
    for (const words of found("textarea")) write(words, own);
  }

  /** @param {ParentNode} root @param {string} action */
  const press = (root, action) =>
    /** @type {HTMLElement | null} */ (root.querySelector(`[data-action="${action}"]`))?.click();

  /**
   * Takes a quiz over a document to its end, looking at every screen.
   * @param {{ text: string, name: string, how: "keep" | "equal" | "less" | "among", own?: string, more?: Record<string, string>, names?: boolean }} taken name:
   *   of the document; own: the person's own words; more: attributes of the tag; names: whether its names are payloads
   */
  async function take({ text, name, how, own = "my words", more = {}, names = false }) {
    named = names;
    // A crowded browser may call a page loaded before its scripts are through.
    await customElements.whenDefined("metier-quiz");
    /** @type {any} */
    const quiz = document.createElement("metier-quiz");
    for (const [key, value] of Object.entries(more)) quiz.setAttribute(key, value);
    /** @type {any[] | null} */
    let problems = null;
    quiz.addEventListener("metier-error", (/** @type {any} */ { detail }) => (problems = detail.problems));
    const ready = new Promise((done) => quiz.addEventListener("metier-ready", done, { once: true }));
    quiz.quiz = text;
    document.querySelector("main > metier-quiz")?.remove();
    document.querySelector("main")?.append(quiz);
    const screen = () => /** @type {HTMLElement | null} */ (quiz.shadowRoot.querySelector("section[data-screen]"));
    const found = [];
    const after = (/** @type {Element | null} */ last) =>
      until(
        () => {
          const now = screen();
          return now !== last && now;
        },
        `what follows ${last?.getAttribute("data-screen")}`,
      );
    const opening = await after(null);
    await Promise.race([ready, until(() => problems, "it is ready, or an error")]);
    if (problems) {
      await until(() => (screen()?.dataset.screen === "error" ? screen() : null), "the error");
      await unfold(quiz.shadowRoot);
      found.push(...look(quiz.shadowRoot, "error", how === "keep" ? "keep" : "among"));
      return { found, told: /** @type {any[]} */ (problems).map(({ pointer }) => String(pointer)), title: "" };
    }
    const title = opening.querySelector("[tabindex='-1']")?.textContent ?? "";
    await unfold(quiz.shadowRoot);
    found.push(...look(quiz.shadowRoot, `${name} intro`, how));
    const begun = screen();
    press(quiz.shadowRoot, "start");
    let now = await after(begun);
    for (let asked = 1; now.dataset.screen === "question"; asked += 1) {
      if (asked > 100) throw new Error("the questions do not end");
      const last = now;
      answer(last, own);
      found.push(...look(quiz.shadowRoot, `${name} question ${asked}`, how));
      press(quiz.shadowRoot, "next");
      now = await after(last);
    }
    found.push(...look(quiz.shadowRoot, `${name} review`, how));
    press(quiz.shadowRoot, "finish");
    now = await after(now);
    if (now.dataset.screen !== "result") throw new Error(`${now.dataset.screen}: ${now.textContent}`);
    await unfold(quiz.shadowRoot);
    found.push(...look(quiz.shadowRoot, `${name} result`, how));
    dispatchEvent(new Event("beforeprint"));
    found.push(...look(quiz.shadowRoot, `${name} result, printed`, how));
    dispatchEvent(new Event("afterprint"));
    return { found, told: null, title };
  }

  /** What harmless words draw, for another page. */
  const known = () => [...harmless].map(([name, counts]) => /** @type {const} */ ([name, [...counts]]));
  /** @param {ReturnType<typeof known>} given */
  const know = (given) => {
    for (const [name, counts] of given) harmless.set(name, new Map(counts));
  };

  Object.defineProperty(window, "__drawn", {
    value: { look, take, unfold, until, write, record, harmless: known, know },
  });
})();
