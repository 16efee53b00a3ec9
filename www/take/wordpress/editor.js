// The block in WordPress's editor. It is no module and needs no build: WordPress has all that it uses.
(() => {
  // WordPress brings no types.
  const { wp, metierQuizzes } = /** @type {any} */ (window);
  const { InspectorControls, useBlockProps } = wp.blockEditor;
  const { ColorPalette, BaseControl, Disabled, PanelBody, Placeholder, SelectControl, TextControl, ToggleControl } =
    wp.components;
  const { createElement: make, Fragment, useState } = wp.element;
  const { __, sprintf } = wp.i18n;
  const ServerSideRender = wp.serverSideRender.ServerSideRender ?? wp.serverSideRender;

  /** The choice that asks for an address. */
  const ELSEWHERE = "https://";
  /** The quizzes that came with the plugin. */
  const shipped = Object.entries(metierQuizzes ?? {}).map(([value, title]) => ({
    value,
    label: `${title} (${value})`,
  }));

  /**
   * What the controls are given: attributes, and how to set them.
   * @typedef {{ attributes: Record<string, any>, setAttributes: (change: Record<string, any>) => void }} Block
   */

  /**
   * The choice of a quiz, and the field for the address of one from elsewhere.
   * @param {Block & { elsewhere: boolean, setElsewhere: (is: boolean) => void }} block
   */
  function Choice({ attributes: { quiz }, setAttributes, elsewhere, setElsewhere }) {
    const options = [
      { value: "", label: __("Choose a quiz", "metier-quiz") },
      ...shipped,
      { value: ELSEWHERE, label: __("Another, by its address", "metier-quiz") },
    ];
    const choice = make(SelectControl, {
      label: __("Quiz", "metier-quiz"),
      value: elsewhere ? ELSEWHERE : quiz,
      options,
      onChange: (/** @type {string} */ value) => {
        setElsewhere(value === ELSEWHERE);
        setAttributes({ quiz: value === ELSEWHERE ? "" : value });
      },
    });
    const address = make(TextControl, {
      label: __("Address of the quiz", "metier-quiz"),
      help: __("A quiz document; the address begins with https://.", "metier-quiz"),
      type: "url",
      value: quiz,
      onChange: (/** @type {string} */ value) => setAttributes({ quiz: value.trim() }),
    });
    return make(Fragment, null, choice, elsewhere && address);
  }

  /** Everything else that can be chosen. @param {Block} block */
  function Looks({ attributes: { lang, theme, heading, resume, private: isPrivate, accent }, setAttributes }) {
    const set = (/** @type {string} */ name) => (/** @type {any} */ value) => setAttributes({ [name]: value ?? "" });
    const levels = ["1", "2", "3", "4", "5", "6"].map((value) => {
      /* translators: %s: level of a heading, from 1 to 6 */
      return { value, label: sprintf(__("Heading %s", "metier-quiz"), value) };
    });
    return make(
      Fragment,
      null,
      make(SelectControl, {
        label: __("Look", "metier-quiz"),
        value: theme,
        options: [
          { value: "", label: __("As the page", "metier-quiz") },
          { value: "light", label: __("Light", "metier-quiz") },
          { value: "dark", label: __("Dark", "metier-quiz") },
          { value: "auto", label: __("As the reader’s device", "metier-quiz") },
        ],
        onChange: set("theme"),
      }),
      make(SelectControl, {
        label: __("Level of its main heading", "metier-quiz"),
        value: heading,
        options: [{ value: "", label: __("Heading 2 (default)", "metier-quiz") }, ...levels],
        onChange: set("heading"),
      }),
      make(TextControl, {
        label: __("Language", "metier-quiz"),
        help: __("A tag such as de or pt-BR, if the quiz has that language. Empty: that of the page.", "metier-quiz"),
        value: lang,
        onChange: set("lang"),
      }),
      make(ToggleControl, {
        label: __("Keep answers until the tab is closed", "metier-quiz"),
        help: __("A reload then loses nothing. Answers stay in the reader’s browser either way.", "metier-quiz"),
        checked: resume,
        onChange: set("resume"),
      }),
      make(ToggleControl, {
        label: __("Hide answers from scripts of this page", "metier-quiz"),
        checked: isPrivate,
        onChange: set("private"),
      }),
      make(
        BaseControl,
        {
          id: "metier-quiz-accent",
          label: __("Accent colour", "metier-quiz"),
          help: __("Links have it too: choose one that is easy to read on your page.", "metier-quiz"),
        },
        make(ColorPalette, { colors: [], value: accent || undefined, onChange: set("accent") }),
      ),
    );
  }

  /** What readers without scripts see, a link, or what is wrong. @param {Block} block */
  function Preview({ attributes }) {
    const words = __("Readers get the quiz here. The link is for those whose browser runs no script.", "metier-quiz");
    return make(
      Fragment,
      null,
      make(Disabled, null, make(ServerSideRender, { block: "metier/quiz", attributes })),
      make("p", { style: { fontSize: "0.8em" } }, words),
    );
  }

  /** The block in the editor. @param {Block} block */
  function Edit(block) {
    const { quiz } = block.attributes;
    const isShipped = shipped.some(({ value }) => value === quiz);
    const [elsewhere, setElsewhere] = useState(Boolean(quiz) && !isShipped);
    const choice = make(Choice, { ...block, elsewhere, setElsewhere });
    const preview = quiz && make(Preview, block);
    const panel = make(PanelBody, { title: __("Quiz", "metier-quiz") }, isShipped && choice, make(Looks, block));
    // A field that moves while somebody types in it would lose what they type: an address stays in the block.
    const body = isShipped
      ? preview
      : make(Placeholder, { label: __("Metier quiz", "metier-quiz") }, make("div", null, choice, preview));
    return make("div", useBlockProps(), make(InspectorControls, null, panel), body);
  }

  wp.blocks.registerBlockType("metier/quiz", { edit: Edit, save: () => null });
})();
