// @ts-check
/** Read what the build wrote short: numbers and lists of words. Pure. */

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Uint8Array(128);
for (let at = 0; at < SIGNS.length; at += 1) VALUES[SIGNS.charCodeAt(at)] = at;

/**
 * @param {string} text
 * @returns {number[]}
 */
export function numbers(text) {
  const found = [];
  for (let at = 0, value = 0, shift = 0; at < text.length; at += 1) {
    const bits = VALUES[text.charCodeAt(at)];
    value |= (bits & 31) << shift;
    if (bits > 31) {
      shift += 5;
    } else {
      found.push(value);
      value = shift = 0;
    }
  }
  return found;
}

/**
 * @param {string} text
 * @returns {string[]}
 */
export function wordlist(text) {
  if (!text) return [];
  let before = "";
  return text.split(" ").map((part) => {
    before = before.slice(0, VALUES[part.charCodeAt(0)]) + part.slice(1);
    return before;
  });
}

/**
 * Say which part of an index a key is in: the same as in the build.
 *
 * @param {string} key
 * @param {number} parts
 */
export function place(key, parts) {
  let found = 0;
  for (const sign of key) found = (Math.imul(found, 31) + (sign.codePointAt(0) ?? 0)) >>> 0;
  return found % parts;
}
