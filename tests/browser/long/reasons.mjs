// What is found on our screens and stays, with the reason; each of them fails once it is no longer needed.

/** @type {Record<string, import('../reasons.mjs').Reason[]>} by the check that finds it */
export const REASONS = {
  IBM: [
    {
      rule: "element_attribute_deprecated",
      where: /"http-equiv"/,
      why: "The HTML standard has it for a policy, which so holds on hosts that send no header.",
    },
    {
      rule: "element_attribute_deprecated",
      where: /"value\\?" is deprecated for the <li>/,
      why: "The HTML standard has it for a list that leaves numbers out: those of the questions.",
    },
    {
      rule: "element_tabbable_role_valid",
      where: /<pre tabindex="0">|class="(pane|raw)"/,
      why: "What scrolls has to be reached by those who scroll with the arrow keys; it is no widget.",
    },
    {
      rule: "element_attribute_deprecated",
      where: /"start" is deprecated .*<ol/,
      why: "The HTML standard has it for a list that goes on where another ended.",
    },
    {
      rule: "aria_role_redundant",
      where: /element <(table|thead|tbody|tr|th|td|caption|ol|ul)>/,
      why: "A table laid out otherwise, or a list without its marks, is none to some readers unless it says so.",
    },
    {
      rule: "fieldset_legend_valid",
      where: /question: judge/,
      why: "An option's text, which stands in its row, names the group of its ratings.",
    },
    {
      rule: "fieldset_legend_valid",
      where: /embed.*<fieldset>/,
      why: "The legend is there for the ear; the eye has the line that folds the fields.",
    },
    {
      rule: "fieldset_label_valid",
      where: /^embed: .*<fieldset>/,
      why: "The legend is folded away with its fields, and is there with them; axe finds it.",
    },
    {
      rule: "input_label_exists",
      where: /^embed: .* name="(accent|surface|text|radius|theme|heading|lang|resume|eager|private)"/,
      why: "The label is folded away with its field, and is there with it; axe finds it.",
    },
    {
      rule: "input_label_before",
      where: /question: number/,
      why: "The unit follows the number and is part of its name; the label stands before it.",
    },
    {
      rule: "form_label_unique",
      where: /question: number/,
      why: "The unit follows the number and is part of its name.",
    },
    {
      rule: "figure_label_exists",
      where: /shared? (a )?result/,
      why: "The picture in it has a name, and the words that it shows follow.",
    },
    {
      rule: "input_label_exists",
      where: /<select data-choose=/,
      why: "The label is in the same shadow tree, where the engine does not look for it; browsers and axe find it.",
    },
  ],
  "html-validate": [
    {
      rule: "no-inline-style",
      why: "Lengths and places in a picture of a reader's numbers, which scripts set one by one and the policy allows.",
    },
    {
      rule: "prefer-native-element",
      where: /native <section>.*main > div > div\)/,
      why: "The box of a quiz is a region only once there is a quiz, by whose title it is called.",
    },
    {
      rule: "no-missing-references",
      where: /^advert\.html, .*"reading-title"/,
      why: "The part that it names is hidden until an advert is read, and comes with its title.",
    },
    {
      rule: "prefer-native-element",
      where: /native <section>.* pre\)/,
      why: "Text that scrolls and keeps its lines; to have a name it has to be a region.",
    },
    {
      rule: "no-redundant-role",
      where: /on <(table|thead|tbody|tr|th|td|ol|ul)>/,
      why: "A table laid out otherwise, or a list without its marks, is none to some readers unless it says so.",
    },
    {
      rule: "prefer-native-element",
      where: /native <ul> element.* ol/,
      why: "A numbered list; without its marks it is none to some readers unless it says so.",
    },
    {
      rule: "wcag/h71",
      where: /question: judge/,
      why: "An option's text, which stands in its row, names the group of its ratings.",
    },
  ],
  room: [
    {
      rule: "shortened",
      where: /^review/,
      why: "The review gives a line to each answered question; Change shows all of it.",
    },
  ],
};
