// A checksum against accidents, of links and of drafts. CRC-32, because it notices every error of up to 32 bits in a
// row, and so every letter that was changed, lost or swapped with its neighbour. Against intent it is no help, and
// nothing here takes it for one.

/** The polynomial of Ethernet and PNG, bits reversed. */
const polynomial = 0xedb88320;

/** CRC-32, as a whole number from 0 to 2^32 - 1. @param {Uint8Array} bytes */
export function checksum(bytes) {
  let rest = -1;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ polynomial : rest >>> 1;
  }
  return ~rest >>> 0;
}
