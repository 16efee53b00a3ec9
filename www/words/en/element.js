// What the tag itself says, before the player and its words are there.
export default {
  "no-document": "This quiz names no document: it needs the attribute src or the property quiz.",
  "not-loaded": "This quiz could not be loaded. ",
  "newer": "Its site has a newer version: reload the page.",
  "retry": "Try again",
};
