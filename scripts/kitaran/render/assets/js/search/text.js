// @ts-check
/** Words out of texts, folded as the build folds them. Pure. */

const WORD = /[0-9]+(?:[.,][0-9]+)+|[a-z0-9]+(?:'[a-z]+)?(?:-[a-z0-9]+)*/g;

/**
 * Lower a text's case, and take marks and typographic signs off.
 *
 * @param {string} text
 */
export function fold(text) {
  return text
    .replace(/[’‘]/g, "'")
    .replace(/‑/g, "-")
    .replace(/[–—&]/g, " ")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "");
}

/**
 * Give the words of a text. A hyphen parts words, but after a single letter it joins them, and a
 * word that is said twice is one.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  /** @type {string[]} */
  const found = [];
  for (const [match] of fold(text).matchAll(WORD)) {
    let parts = match.replace(/[',.]/g, "").split("-");
    if (parts.length > 1 && parts[0].length === 1) parts = [parts[0] + parts[1], ...parts.slice(2)];
    const [first, second] = parts;
    const twice = parts.length === 2 && first.length > 2;
    if (twice && (second.startsWith(first) || first.endsWith(second))) {
      parts = [second.length > first.length ? second : first];
    }
    found.push(...parts);
  }
  return found;
}
