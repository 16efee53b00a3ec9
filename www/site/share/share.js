// All of sharing, as one file of the release: it is loaded when Share is pressed, or where a link brings a result.
export { openPanel } from "./panel.js";
export { lostShared, openShared } from "./opened.js";
