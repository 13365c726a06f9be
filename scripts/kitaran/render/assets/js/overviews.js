// @ts-check
/** The lists of a reader's progress: past attempts, and how well each objective is met. */

import { dateText } from "./dates.js";
import { fill, icon, make } from "./dom.js";
import { address } from "./handbook.js";

/** @typedef {import("./dom.js").Words} Words */
/** @typedef {import("./handbook.js").Handbook} Handbook */

/** How many lines of each list are shown before the rest is folded. */
const SHOWN = { history: 10, strengths: 5 };

let made = 0;

/**
 * Show the attempts, the newest first.
 *
 * @param {HTMLElement} element
 * @param {import("./standing.js").Past[]} past
 * @param {Handbook} facts
 * @param {Words} words
 */
export function history(element, past, facts, words) {
  const items = past.map(({ quiz, attempt }) => {
    const known = Object.hasOwn(facts.quizzes, quiz) ? facts.quizzes[quiz] : null;
    const title = known ? make("a", { href: address(known.url) }, known.title) : quiz;
    const mode = words[attempt.mode === "test" ? "my_mode_test" : "my_mode_learn"];
    const passed = attempt.passed === true;
    const look = passed ? "right" : "partly";
    const verdict = passed ? words.my_passed : words.my_not_passed;
    const mark = make("span", { class: `kt-mark kt-mark--${look}` }, icon(look), verdict);
    const when = new Date(attempt.at).toISOString();
    return make(
      "li",
      {},
      make("span", { class: "kt-history__quiz" }, title),
      make("time", { datetime: when }, dateText(attempt.at)),
      make("span", {}, mode),
      make("span", { class: "kt-history__score" }, `${Math.round(attempt.percent)}%`),
      mark,
    );
  });
  if (!items.length) return element.replaceChildren(make("p", { class: "kt-none" }, words.my_no_history));
  folded(element, items, "history", words);
}

/**
 * Show how well each objective is met, the weakest first.
 *
 * @param {HTMLElement} element
 * @param {import("./standing.js").Strength[]} every
 * @param {Handbook} facts
 * @param {Words} words
 */
export function strengths(element, every, facts, words) {
  const items = every.map((one) => {
    const { objective, page, quiz, section, percent, answered, total, few } = one;
    const there = facts.pages[page];
    const name = make("p", { class: "kt-strength__name", id: `kt-strength-${++made}` }, facts.objectives[objective] ?? objective);
    const counted = fill(words.my_answered, { done: answered, total });
    const said = few ? `${words.my_few} · ${counted}` : `${percent}% · ${counted}`;
    const bar = make("progress", { class: "kt-progress__bar", max: "100", value: String(percent), "aria-labelledby": name.id });
    const read = make("a", { href: `${address(there?.url ?? "")}#${section}` }, fill(words.my_read, { title: there?.title ?? page }));
    const asked = make("a", { href: address(facts.quizzes[quiz]?.url ?? "") }, words.my_try);
    for (const link of [read, asked]) link.setAttribute("aria-describedby", name.id);
    const ways = make("p", { class: "kt-strength__ways" }, read, asked);
    return make("li", { class: "kt-strength" }, name, make("p", { class: "kt-strength__said" }, said), ...(few ? [] : [bar]), ways);
  });
  if (!items.length) return element.replaceChildren(make("p", { class: "kt-none" }, words.my_no_strengths));
  folded(element, items, "strengths", words);
}

/**
 * Show a list; what is beyond its first lines is folded.
 *
 * @param {HTMLElement} element
 * @param {HTMLElement[]} items
 * @param {keyof typeof SHOWN} name
 * @param {Words} words
 */
function folded(element, items, name, words) {
  const open = element.querySelector("details")?.open ?? false;
  const list = (/** @type {HTMLElement[]} */ some) => make("ul", { class: `kt-${name}` }, ...some);
  const shown = SHOWN[name];
  element.replaceChildren(list(items.slice(0, shown)));
  if (items.length <= shown) return;
  const label = make("summary", {}, fill(words.my_more, { n: items.length - shown }));
  const more = make("details", { class: "kt-more" }, label, list(items.slice(shown)));
  more.open = open;
  element.append(more);
}
