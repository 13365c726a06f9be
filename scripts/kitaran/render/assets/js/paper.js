// @ts-check
/** A certificate as it is seen and printed: one sheet of A4, across. */

import { dateText } from "./dates.js";
import { fill, make } from "./dom.js";
import { isObject } from "./local.js";

/** So many tests are named; more are counted, as nobody would read their names. */
const NAMED = 14;

/**
 * @typedef {object} Issued A certificate that was issued.
 * @property {string} id
 * @property {number} at
 * @property {string} name
 * @property {number | null} expires When it ends; `null` where it does not.
 * @property {string} version What the handbook was then.
 * @property {string} code
 * @property {Record<string, { percent: number, at: number, version: string }>} quizzes
 * @property {Record<string, number>} roleplays
 * @property {string[]} signed The steps that were signed.
 * @property {Record<string, string>} sections
 */

/**
 * Draw a certificate.
 *
 * @param {Issued} issued
 * @param {import("./handbook.js").Path} path
 * @param {import("./handbook.js").Handbook} facts
 * @param {import("./dom.js").Words} words
 * @param {{ over: boolean, stale: boolean }} state What no longer holds is printed, too.
 */
export function sheet(issued, path, facts, words, { over, stale }) {
  const until = issued.expires === null ? words.my_paper_forever : dateText(issued.expires);
  const dates = [
    [words.my_paper_issued, dateText(issued.at)],
    [words.my_paper_until, until],
    [words.my_paper_version, issued.version],
    [words.my_paper_code, issued.code],
  ];
  const terms = dates.map(([term, said]) => make("div", {}, make("dt", {}, term), make("dd", {}, said)));
  const band = over || stale ? [make("p", { class: "kt-diploma__band" }, over ? words.my_paper_over : words.my_paper_stale)] : [];
  const lines = [words.my_paper_learner, words.my_paper_manager, words.my_paper_date].map((label) =>
    make("p", { class: "kt-diploma__line" }, label),
  );
  const body = make(
    "div",
    { class: "kt-diploma__sheet" },
    ...band,
    make("p", { class: "kt-diploma__brand" }, words.site),
    make("p", { class: "kt-diploma__title" }, words.my_paper_title),
    make("p", { class: "kt-diploma__name" }, issued.name),
    make("p", { class: "kt-diploma__text" }, words.my_paper_text),
    make("p", { class: "kt-diploma__path" }, path.title),
    ...passed(issued, facts, words),
    make("dl", { class: "kt-diploma__facts" }, ...terms),
    make("div", { class: "kt-diploma__lines" }, ...lines),
    make("p", { class: "kt-diploma__note" }, words.my_paper_note),
  );
  const about = { class: "kt-diploma", role: "group", "aria-label": fill(words.my_paper_label, { name: issued.name }) };
  return make("div", about, body);
}

/**
 * Name a quiz without the word that its title may begin with: the line says that it is one.
 *
 * @param {string} id
 * @param {import("./handbook.js").Handbook} facts
 */
function titleOf(id, facts) {
  return (facts.quizzes[id]?.title ?? id).replace(/^(?:Kuiz|Quiz): (.)/, (_, letter) => letter.toUpperCase());
}

/**
 * List what was passed.
 *
 * @param {Issued} issued
 * @param {import("./handbook.js").Handbook} facts
 * @param {import("./dom.js").Words} words
 */
function passed({ quizzes, roleplays, signed }, facts, words) {
  const told = Object.entries(quizzes).filter(([, one]) => Number.isFinite(one?.percent));
  const tests = told.map(([id, { percent }]) => `${titleOf(id, facts)} ${percent}%`);
  const results = told.map(([, { percent }]) => percent);
  const [least, most] = [Math.min(...results), Math.max(...results)];
  const counted = fill(words.my_paper_tests_n, { n: tests.length, least, most });
  const scores = Object.entries(isObject(roleplays) ? roleplays : {});
  const scored = scores.filter(([, score]) => Number.isFinite(score));
  const plays = scored.map(([id, score]) => `${facts.roleplays[id]?.title ?? id} ${score}%`);
  const rows = [
    [words.my_paper_tests, tests.length > NAMED ? counted : tests.join(" · ")],
    [words.my_paper_roleplays, plays.join(" · ")],
    [words.my_paper_signed, signed.length ? fill(words.my_paper_signed_n, { n: signed.length }) : ""],
  ];
  return rows
    .filter(([, said]) => said)
    .map(([term, said]) => {
      return make("p", { class: "kt-diploma__passed" }, make("strong", {}, `${term}: `), said);
    });
}

/**
 * Print a sheet, and nothing else of the page.
 *
 * @param {HTMLElement} paper
 */
export function print(paper) {
  const copy = /** @type {HTMLElement} */ (paper.cloneNode(true));
  copy.classList.add("kt-diploma--print");
  document.body.append(copy);
  document.documentElement.dataset.print = "sheet";
  const done = () => {
    copy.remove();
    delete document.documentElement.dataset.print;
  };
  // Some browsers go on at once, and print later.
  window.addEventListener("afterprint", done, { once: true });
  window.print();
}
