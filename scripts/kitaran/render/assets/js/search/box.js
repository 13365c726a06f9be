// @ts-check
/**
 * What the search box shows where nothing was found: the nearest words, and the list of such
 * searches to hand over. It is loaded when the box is first used.
 */

import { download } from "../calendar.js";
import { button, fill, make } from "../dom.js";
import { bundle, list, note } from "./missed.js";

/** How long a search must stand before it counts as one, in milliseconds. */
const STANDS = 1500;

/**
 * @typedef {object} Result
 * @property {string} query
 * @property {unknown[]} items
 * @property {string[]} [near]
 * @property {string} [locale]
 * @property {boolean} [failed]
 * @property {Record<string, any>} [names]
 */

/** @type {{ query: string, locale: string } | null} A search that found nothing and is not noted. */
let standing = null;
let timer = 0;

/** Note the search that is standing. */
function settle() {
  clearTimeout(timer);
  if (standing) note(standing.query, standing.locale);
  standing = null;
}

/** @param {Result} result */
function show({ query, items, near = [], locale = "", failed, names = {} }) {
  document.querySelector(".kt-missed")?.remove();
  clearTimeout(timer);
  standing = null;
  if (items.length || !query.trim()) return;
  const place = document.querySelector(".md-search-result__meta");
  const box = make("div", { class: "kt-missed md-typeset" });
  if (failed) {
    const told = "Carian belum dapat dimuatkan. / The search could not be loaded.";
    box.append(make("p", { role: "alert" }, names.failed ?? told));
  } else {
    standing = { query, locale };
    timer = setTimeout(settle, STANDS);
    if (near.length) box.append(meant(near, names));
    box.append(handed(names));
  }
  place?.after(box);
}

/**
 * Offer the nearest words.
 *
 * @param {string[]} near
 * @param {Record<string, string>} names
 */
function meant(near, names) {
  const links = near.map((word) => {
    // Material's keys go from link to link, and read a score off what is in it.
    const link = make("a", { href: `?q=${encodeURIComponent(word)}`, class: "kt-missed__word" });
    link.append(make("span", { "data-md-score": "0" }, word));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
      ask(word);
    });
    return make("li", {}, link);
  });
  return make("div", {}, make("p", {}, names.near), make("ul", {}, ...links));
}

/**
 * Say what becomes of the search, and let the list be saved.
 *
 * @param {Record<string, string>} names
 */
function handed(names) {
  const save = button("", names.save, () => {
    settle();
    download("kitaran-searches.json", bundle(), "application/json");
    count();
  });
  const told = make("p", { class: "kt-missed__told" });
  const count = () => {
    const waiting = standing && !list().some(({ query }) => query === standing?.query) ? 1 : 0;
    told.textContent = fill(names.kept, { n: list().length + waiting });
  };
  count();
  return make("div", { class: "kt-missed__kept" }, told, save);
}

/** @param {string} word */
function ask(word) {
  const input = /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"));
  if (!input) return;
  input.value = word;
  input.focus();
  input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
}

addEventListener("kitaran:searched", (event) => show(/** @type {CustomEvent<Result>} */ (event).detail));
document.addEventListener("focusout", ({ target }) => {
  if (/** @type {Element} */ (target).matches?.(".md-search__input")) settle();
});
addEventListener("pagehide", settle);
