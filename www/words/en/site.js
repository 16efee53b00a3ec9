// What the pages of this site say of themselves.
export default {
  "new-version": "A new version of this site is ready.",
  "reload": "Reload",
  "copy-letter": "Copy this paragraph",
  "letter-copied": "Copied. Fill in what stands in brackets.",
  "letter-selected": "Selected. Copy it with your keys or the menu.",
  "others-open": "Close the other pages of this site first, then reload.",
};
