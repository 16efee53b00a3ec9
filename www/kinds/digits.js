// The decimal digits of any script.

/** Unicode puts those of a script in a row from 0 to 9, and several such rows side by side. @param {string} digit */
function valueOf(digit) {
  const place = digit.codePointAt(0) ?? 0;
  let first = place;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((place - first) % 10);
}

/**
 * What was typed, without spaces around it and marks of direction, and with the digits 0 to 9 of ASCII.
 * @param {string} text
 */
export function asciiDigits(text) {
  return text
    .replace(/\p{Bidi_Control}/gu, "")
    .trim()
    .replace(/\p{Nd}/gu, valueOf);
}
