// Puts a text where it can be pasted from.

/** Whether it worked: a browser or a page around may not allow it. @param {string} text */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
