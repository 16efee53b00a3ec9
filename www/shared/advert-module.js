// What the module that reads adverts comes with: pages load it from here, so that there is one of it.
export { __wbg_reset_state, Advert, begin, build } from "../pkg/advert.js";
