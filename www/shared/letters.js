// The text of a file that somebody brings: in UTF-8, or in UTF-16 or UTF-32, as some shells and editors write it; adverts
// in Windows-1252, too, as word processors do. The command line reads the same (src/bin/metier/input.rs).
import { mostBytes } from "./fetch.js";
import { tooLong } from "./refusal.js";

/**
 * Files that are no texts, by their first bytes: documents, archives, what is compressed, pictures, tables of SPSS and
 * Stata, Parquet. The command line names them.
 */
const kinds =
  /^(?:\xef\xbb\xbf)?(?:%PDF|%!PS|\{\\rtf|\xd0\xcf\x11\xe0|PK(?:\x03\x04|\x05\x06|\x07\x08)|7z\xbc\xaf|Rar!|\x1f\x8b|BZh|\xfd7zXZ|\x28\xb5\x2f\xfd|GIF8|\x89PNG|\xff\xd8\xff|\$FL[23]|<stata_dta>|PAR1)/;

/**
 * @param {Blob} file
 * @param {"utf-8" | "windows-1252"} otherwise how bytes are read that are in none of the others; in UTF-8 each becomes a
 *   mark of its own
 * @returns {Promise<string | null>} null where it is no text
 */
export async function textOf(file, otherwise) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  if (kinds.test(start)) return null;
  const text = lettersOf(bytes, start, otherwise);
  return text.includes("\0") ? null : text;
}

/**
 * The text of a file as far as its reader takes so much, and how many bytes it is to that reader, which gets it in UTF-8
 * and without a byte order mark. A file with more than four bytes for each of them is not even opened.
 * @param {Blob} file
 * @param {number} most bytes that its reader takes
 * @param {Parameters<typeof textOf>[1]} otherwise
 */
export async function textWithin(file, most, otherwise) {
  const text = file.size > 4 * (most + 1) ? null : await textOf(file, otherwise);
  return { text, bytes: text === null ? file.size : new TextEncoder().encode(text).length };
}

/**
 * The text of a file of JSON; what is no text is read all the same, so that its reader says what is wrong. Throws what the
 * reader would of one that is too long.
 * @param {Blob} file
 */
export async function documentText(file) {
  const { text, bytes } = await textWithin(file, mostBytes, "utf-8");
  if (bytes > mostBytes) throw { problems: [tooLong("cap-bytes", bytes, mostBytes)] };
  return text ?? file.text();
}

/** @param {Uint8Array} bytes @param {string} start the first of them @param {string} otherwise */
function lettersOf(bytes, start, otherwise) {
  if (/^(?:\xff\xfe|[^\0]\0)\0\0/.test(start)) return fourBytes(bytes, true);
  if (/^\0\0(?:\xfe\xff|\0[^\0])/.test(start)) return fourBytes(bytes, false);
  if (/^(?:\xff\xfe|[^\0]\0[^\0]\0)/.test(start)) return new TextDecoder("utf-16le").decode(bytes);
  if (/^(?:\xfe\xff|\0[^\0]\0[^\0])/.test(start)) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(otherwise).decode(bytes);
  }
}

/** UTF-32, which browsers do not decode. @param {Uint8Array} bytes @param {boolean} little whether the low byte comes first */
function fourBytes(bytes, little) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cut = view.byteLength % 4;
  let text = "";
  for (let at = 0; at < view.byteLength - cut; at += 4) {
    const point = view.getUint32(at, little);
    text += point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? "\ufffd" : String.fromCodePoint(point);
  }
  return text.replace(/^\ufeff/, "") + (cut ? "\ufffd" : "");
}
