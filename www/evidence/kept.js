// Where what somebody wrote is kept: in this tab, as drafts of quizzes are, until it is closed; on this device only once
// they asked; or nowhere. Other pages of this site may be open and change what is on the device: each changes its own part.
import { fits, isFull, joinedWritten, nothingWritten, textOfWritten, writtenOf } from "./pieces.js";

/** @typedef {import("./pieces.js").Piece} Piece */
/** @typedef {import("./pieces.js").Written} Written */
/** @typedef {"tab" | "device" | "off"} Where */
/**
 * How it stands.
 * @typedef {object} State
 * @property {Written} written
 * @property {Where} where
 * @property {boolean} refused the browser does not keep what it was asked to keep
 * @property {boolean} damaged what is on this device cannot be read
 * @property {Set<string>} changed the pieces and lines that were changed here
 */
/** @typedef {ReturnType<typeof openKept>} Kept */

/** All sites of one host share its storage, so this one's folder is part of the name. */
const key = `metier-evidence ${new URL("../", import.meta.url).pathname}`;
/** Stands there where the person has switched it off. */
const offKey = `${key} is off`;

/**
 * Works with a storage, if there is one that works.
 * @template T
 * @param {() => Storage} storage
 * @param {(storage: Storage) => T} work
 * @returns {T | undefined} undefined: it is switched off, or full
 */
function stored(storage, work) {
  try {
    return work(storage());
  } catch {
    return undefined;
  }
}

const tab = () => sessionStorage;
const device = () => localStorage;

/** @param {() => Storage} storage */
function textIn(storage) {
  return stored(storage, (one) => one.getItem(key)) ?? null;
}

/** Whether it is there afterwards. @param {() => Storage} storage @param {string} text */
function puts(storage, text) {
  return (
    stored(storage, (one) => {
      one.setItem(key, text);
      return one.getItem(key) === text;
    }) ?? false
  );
}

/** Whether the person has switched off that this tab keeps what they write. */
export function isOff() {
  return Boolean(stored(tab, (one) => one.getItem(offKey)));
}

/** Everything that is here counts as changed here. @param {State} state */
function markAll({ written, changed }) {
  for (const { id } of written.pieces) changed.add(id);
  for (const item of Object.keys(written.lines)) changed.add(item);
}

/**
 * What this device has, with what was changed here. A piece that is here stays the same object: its form writes into it.
 * @param {State} state @param {Written} there
 */
function takeIn(state, there) {
  const mine = new Map(state.written.pieces.map((piece) => [piece.id, piece]));
  const joined = joinedWritten(there, state.written, state.changed);
  state.written = {
    ...joined,
    pieces: joined.pieces.map((piece) => Object.assign(mine.get(piece.id) ?? piece, piece)),
  };
}

/** Keeps it where it should be, and notes whether it is there. @param {State} state */
function put(state) {
  const { where, changed } = state;
  if (where === "off") return true;
  const there = where === "device" ? writtenOf(textIn(device) ?? "") : null;
  if (there) takeIn(state, there);
  const text = textOfWritten(state.written);
  // What could not be read again is not put in the place of what can.
  const done = fits(state.written, text) && puts(where === "device" ? device : tab, text);
  if (done) changed.clear();
  state.refused = !done;
  return done;
}

/** What is kept from before. @param {State} state */
function load(state) {
  const [own, kept] = [textIn(tab), textIn(device)];
  const here = own === null ? null : writtenOf(own);
  if (here) state.written = here;
  const there = kept === null ? null : writtenOf(kept);
  state.damaged = kept !== null && there === null;
  if (there) {
    state.where = "device";
    // What was written in this tab before it was asked for.
    markAll(state);
    takeIn(state, there);
    if (here && put(state)) stored(tab, (one) => one.removeItem(key));
    return;
  }
  if (isOff()) state.where = "off";
  // Nothing is promised that cannot be kept.
  else state.refused = !puts(tab, textOfWritten(state.written));
  if (isEmpty(state.written)) stored(tab, (one) => one.removeItem(key));
}

/** Another page has changed what is on this device, or has deleted it. @param {State} state */
function hear(state) {
  const there = writtenOf(textIn(device) ?? "");
  if (there) {
    if (state.where !== "device") markAll(state);
    state.where = "device";
    takeIn(state, there);
  } else if (state.where === "device") {
    state.where = "tab";
    put(state);
  }
}

/** On this device from now on, or no longer. @param {State} state @param {boolean} on */
function keep(state, on) {
  const before = state.where;
  markAll(state);
  state.where = on ? "device" : "tab";
  const done = put(state);
  state.damaged = false;
  if (!on) stored(device, (one) => one.removeItem(key));
  else if (done) for (const name of [key, offKey]) stored(tab, (one) => one.removeItem(name));
  else {
    // It stays where it was.
    state.where = before;
    put(state);
    state.refused = true;
  }
}

/** For this tab: off deletes at once what it keeps. @param {State} state @param {boolean} off */
function turn(state, off) {
  stored(tab, (one) => {
    one.removeItem(off ? key : offKey);
    if (off) one.setItem(offKey, "1");
  });
  state.where = off ? "off" : "tab";
  state.refused = false;
  markAll(state);
  put(state);
}

/** @param {Written} written */
function isEmpty({ pieces, lines }) {
  return pieces.length + Object.keys(lines).length === 0;
}

/**
 * What is kept, and the ways to change it.
 * @param {(other: boolean) => void} told something has changed; other: on another page
 */
export function openKept(told) {
  /** @type {State} */
  const state = { written: nothingWritten(), where: "tab", refused: false, damaged: false, changed: new Set() };
  load(state);
  addEventListener("storage", ({ key: name, storageArea }) => {
    // A page in a frame has the storage of its tab.
    if ((name !== key && name !== null) || storageArea === stored(tab, (one) => one)) return;
    hear(state);
    told(true);
  });

  /** Keeps how a piece, or a line, stands now. @param {string} id */
  const changed = (id) => {
    state.changed.add(id);
    put(state);
    told(false);
  };
  return {
    state: /** @type {Readonly<State>} */ (state),
    changed,
    /** Whether there was room for it. @param {Piece} piece @param {number} [at] */
    add(piece, at = state.written.pieces.length) {
      if (isFull(state.written)) return false;
      state.written.pieces.splice(at, 0, piece);
      changed(piece.id);
      return true;
    },
    /** @param {string} id @returns {{ piece: Piece, at: number } | null} what was taken away */
    remove(id) {
      const at = state.written.pieces.findIndex((piece) => piece.id === id);
      if (at < 0) return null;
      const [piece] = state.written.pieces.splice(at, 1);
      changed(id);
      return { piece, at };
    },
    /** The line of evidence behind a statement. @param {string} item @param {string} text */
    line(item, text) {
      if (text.trim()) state.written.lines[item] = text;
      else delete state.written.lines[item];
      changed(item);
    },
    /** @param {boolean} on */
    keep(on) {
      keep(state, on);
      told(false);
    },
    /** @param {boolean} off */
    turn(off) {
      turn(state, off);
      told(false);
    },
  };
}
