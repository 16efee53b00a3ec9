// What every page of this site does besides its own: it works without a network, says when a new version is there, and
// offers to save the result of a quiz. Pages elsewhere that use <metier-quiz> do not load this; the element alone never
// registers a worker.
import "./registration.js";
import "./save-offer.js";
