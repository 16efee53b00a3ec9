// The module of saved profiles, as one file of the release: for the page of one's profile, and for the page of adverts
// once somebody brings a profile.
export { __wbg_reset_state, begin, build, Matcher, Saved, Session } from "../pkg/profile.js";
