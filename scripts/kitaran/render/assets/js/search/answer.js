// @ts-check
/**
 * Write results as Material shows them. It takes titles and texts for HTML, so whatever an author
 * or a reader wrote is escaped here, once. Pure.
 */

import { fold } from "./text.js";

/** The longest answer that is shown, in letters. */
const LONGEST = 230;
/** How well a word must fit to be marked. */
const FITS = 0.6;
const SIGNS = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" });

/** @param {string} text */
export function escaped(text) {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign]);
}

/**
 * @typedef {object} Item A result, as Material expects it.
 * @property {string} location
 * @property {string} title
 * @property {string} text
 * @property {number} score
 * @property {Record<string, boolean>} terms
 */

/**
 * @param {(import("./rank.js").Hit & { shown: string[] })[]} hits
 * @param {import("./question.js").Unit[]} units
 * @param {{ core: any, keys: import("./keys.js").Keys }} engine
 * @param {string} [today] ISO date.
 * @returns {Item[][]}
 */
export function items(hits, units, { core, keys }, today = new Date().toISOString().slice(0, 10)) {
  const telling = units.filter((unit) => !unit.asking);
  const some = telling.some((unit) => !unit.lesser);
  const sought = new Set(
    telling
      .filter((unit) => !some || !unit.lesser)
      .flatMap(({ alternatives }) => [...alternatives].filter(([, fit]) => fit >= FITS).map(([key]) => key)),
  );
  const mark = (/** @type {string} */ text) => marked(text, (word) => sought.has(keys.key(word)));
  const terms = toMark(units, keys);
  return hits.map((hit, at) => {
    const [location, title, kind, answer = "", note = "", locale = "", reviewed = "", due = ""] = hit.shown;
    const about = [badge("kind", core.names.kinds[kind] ?? "")];
    if (locale) about.push(badge("language", core.names[`in_${locale}`] ?? locale));
    if (due && due < today) about.push(badge("overdue", core.names.overdue));
    else if (reviewed) about.push(badge("reviewed", core.names.reviewed.replace("{date}", day(reviewed, core.names.months))));
    const told = shortened(answer);
    const text = [
      `<span class="kt-hit__about">${about.filter(Boolean).join(" ")}</span>`,
      told && `<span class="kt-hit__answer"${locale ? ` lang="${escaped(locale)}"` : ""}>${mark(told)}</span>`,
      note && `<span class="kt-hit__note">${mark(note)}</span>`,
    ].join("");
    const heading = locale ? `<span lang="${escaped(locale)}">${mark(title)}</span>` : mark(title);
    // A place within a page has no text in Material's list: there, it belongs to the title.
    const inside = location.includes("#");
    // Material's Enter key takes the highest score: the order is the list's.
    return [
      { location, title: inside ? heading + text : heading, text: inside ? "" : text, score: 100 - at, terms },
    ];
  });
}

/**
 * @param {string} look
 * @param {string} label
 */
function badge(look, label) {
  return label && `<span class="kt-hit__badge kt-hit__badge--${look}">${escaped(label)}</span>`;
}

/**
 * @param {string} iso
 * @param {string[]} months
 */
function day(iso, months) {
  const [year, month, number] = iso.split("-").map(Number);
  return `${number} ${months[month - 1]} ${year}`;
}

/** @param {string} text */
function shortened(text) {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST).replace(/\s+\S*$/, "")}…`;
}

/**
 * Escape a text and mark the words in it that were sought.
 *
 * @param {string} text
 * @param {(word: string) => boolean} sought
 */
function marked(text, sought) {
  return text
    .split(/([\p{L}\p{N}]+(?:['’][\p{L}]+)?)/u)
    .map((part, at) => {
      const word = at % 2 ? fold(part).replace(/'/g, "") : "";
      return word && sought(word) ? `<mark data-md-highlight>${escaped(part)}</mark>` : escaped(part);
    })
    .join("");
}

/**
 * Say what Material marks on the page that is opened: the words as they were typed, and their roots.
 *
 * @param {import("./question.js").Unit[]} units
 * @param {import("./keys.js").Keys} keys
 */
function toMark(units, keys) {
  /** @type {Record<string, boolean>} */
  const terms = {};
  for (const { asking, own, marks } of units) {
    if (asking) continue;
    for (const word of [...marks.slice(0, 3), ...(keys.roots.has(own) ? [own] : [])]) {
      if (word.length > 2) terms[word] = true;
    }
  }
  return terms;
}
