// @ts-check
/** Questions taken out of the pages that they stand on, in the language of this page. */

import { address } from "./handbook.js";

/** @type {Map<string, Promise<Document | null>>} */
const pages = new Map();

/**
 * Fetch a question. It is a new element each time, ready to be put on this page.
 *
 * @param {string} url The address of its quiz, from the root of the language.
 * @param {string} quiz
 * @param {string} id
 * @returns {Promise<HTMLElement | "gone" | "unreachable">}
 */
export async function question(url, quiz, id) {
  const where = address(url).split("#")[0];
  const page = await fetchPage(where);
  if (!page) return "unreachable";
  const owner = page.querySelector(`kt-quiz[data-quiz="${CSS.escape(quiz)}"]`);
  const found = owner?.querySelector(`.kt-question[data-question="${CSS.escape(id)}"]`);
  if (!found) return "gone";
  const element = /** @type {HTMLElement} */ (document.importNode(found, true));
  for (const name of ["href", "src"]) {
    for (const part of element.querySelectorAll(`[${name}]`)) {
      part.setAttribute(name, new URL(part.getAttribute(name) ?? "", where).href);
    }
  }
  return element;
}

/**
 * @param {string} where
 * @returns {Promise<Document | null>} `null` where it cannot be had; it may the next time.
 */
function fetchPage(where) {
  const kept = pages.get(where);
  if (kept) return kept;
  const answer = fetch(where)
    .then((response) => (response.ok ? response.text() : null))
    .catch(() => null)
    .then((html) => {
      if (html === null) pages.delete(where);
      return html === null ? null : new DOMParser().parseFromString(html, "text/html");
    });
  pages.set(where, answer);
  return answer;
}
