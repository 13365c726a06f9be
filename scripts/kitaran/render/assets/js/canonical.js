// @ts-check
/**
 * One text for one value, whatever order its parts came in, and a hash of it.
 *
 * The text is that of RFC 8785: keys in the order of their UTF-16 units, no spaces, numbers as
 * JavaScript writes them. So any other program can work the same hash out.
 */

import { isObject } from "./local.js";

/**
 * @param {any} value Anything that JSON can say.
 * @returns {string}
 */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  const pairs = names.sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${pairs.join(",")}}`;
}

/**
 * Hash a text, as UTF-8: SHA-256 in 64 digits.
 *
 * @param {string} text
 * @returns {Promise<string>}
 */
export async function sha256(text) {
  const bytes = new TextEncoder().encode(text);
  // The browser's own is there on secure origins only, and a handbook may be served without TLS.
  if (!globalThis.crypto?.subtle) return digest(bytes);
  const made = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...made].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Work SHA-256 out by hand, as FIPS 180-4 tells it.
 *
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function digest(bytes) {
  const size = bytes.length;
  const padded = new Uint8Array((((size + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[size] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(size / 2 ** 29));
  view.setUint32(padded.length - 4, size << 3);
  const hash = Uint32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
  for (let start = 0; start < padded.length; start += 64) block(view, start, hash);
  return [...hash].map((word) => word.toString(16).padStart(8, "0")).join("");
}

/** The first 64 primes: what SHA-256 takes its constants from. */
const PRIMES = primes(64);
const ROUNDS = Uint32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));

/** @param {number} count */
function primes(count) {
  /** @type {number[]} */
  const found = [];
  for (let n = 2; found.length < count; n++) {
    if (found.every((prime) => n % prime)) found.push(n);
  }
  return found;
}

/**
 * Take the first 32 bits behind the point.
 *
 * @param {number} number
 */
function fraction(number) {
  return Math.floor((number % 1) * 2 ** 32);
}

/**
 * @param {number} word
 * @param {number} by
 */
function turn(word, by) {
  return (word >>> by) | (word << (32 - by));
}

/**
 * Take 64 bytes into the hash.
 *
 * @param {DataView} view
 * @param {number} start
 * @param {Uint32Array} hash
 */
function block(view, start, hash) {
  const words = new Uint32Array(64);
  for (let i = 0; i < 64; i++) {
    if (i < 16) words[i] = view.getUint32(start + 4 * i);
    else {
      const [near, far] = [words[i - 15], words[i - 2]];
      const low = turn(near, 7) ^ turn(near, 18) ^ (near >>> 3);
      const high = turn(far, 17) ^ turn(far, 19) ^ (far >>> 10);
      words[i] = words[i - 16] + low + words[i - 7] + high;
    }
  }
  let [a, b, c, d, e, f, g, h] = hash;
  for (let i = 0; i < 64; i++) {
    const picked = (e & f) ^ (~e & g);
    const first = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + picked + ROUNDS[i] + words[i];
    const most = (a & b) ^ (a & c) ^ (b & c);
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + most;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) hash[i] += word;
}
