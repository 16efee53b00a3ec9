// What the pages of this site say of themselves.
export default {
  "new-version": "A new version of this site is ready.",
  "reload": "Reload",
  "others-open": "Close the other pages of this site first, then reload.",
};
