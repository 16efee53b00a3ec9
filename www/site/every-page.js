// What every page of this site does besides its own: it works without a network, says when a new version is there, steps
// back while a quiz is under way, offers to save and share the result, leads on to the pages of its roles, asks what
// stands behind it, shows a result that a link brings, lets a keyboard scroll what is wide, and copies a letter. Pages elsewhere that use
// <metier-quiz> do not load this; the element alone never registers a worker.
import "./registration.js";
import "./under-way.js";
import "./save-offer.js";
import "./onward.js";
import "./after-result.js";
import "./shared-link.js";
import "./wide.js";
import "./copy-letter.js";
