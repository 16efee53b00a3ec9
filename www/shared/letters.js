// The text of a file that somebody brings: in UTF-8, or in UTF-16 or UTF-32, as some shells and editors write it; adverts
// in Windows-1252, too, as word processors do. The command line reads the same (src/bin/metier/input.rs).

/** Files that are no texts, by their first bytes: PDF, ZIP (full or empty), gzip, GIF, PNG, JPEG, older Word, RTF. */
const kinds = /^(?:%PDF|PK\x03\x04|PK\x05\x06|\x1f\x8b|GIF8|\x89PNG|\xff\xd8\xff|\xd0\xcf\x11\xe0|\{\\rtf)/;

/**
 * @param {Blob} file
 * @param {"utf-8" | "windows-1252"} otherwise how bytes are read that are in none of the others; in UTF-8 each becomes a
 *   mark of its own
 * @returns {Promise<string | null>} null where it is no text
 */
export async function textOf(file, otherwise) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  if (kinds.test(start)) return null;
  const text = lettersOf(bytes, start, otherwise);
  return text.includes("\0") ? null : text;
}

/** @param {Uint8Array} bytes @param {string} start the first four of them @param {string} otherwise */
function lettersOf(bytes, start, otherwise) {
  if (start === "\xff\xfe\0\0" || start === "\0\0\xfe\xff") return fourBytes(bytes, start.startsWith("\xff"));
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
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength - (bytes.byteLength % 4));
  let text = "";
  for (let at = 4; at < view.byteLength; at += 4) {
    const point = view.getUint32(at, little);
    text += point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? "\ufffd" : String.fromCodePoint(point);
  }
  return text;
}
