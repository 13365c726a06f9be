// @ts-check
/** A text with gaps to fill. An answer is what was typed, by the ids of the gaps. */

import { keepTyped } from "../carry.js";
import { make } from "../dom.js";
import { fewest, same } from "../fold.js";
import { mark } from "../options.js";

/** @typedef {{ gaps: Record<string, string[]> }} ClozeKey The accepted wordings of each gap. */
/** @typedef {Record<string, string>} Typed */

const LOOKS = /** @type {const} */ ({ 1: "right", 0.5: "partly", 0: "wrong" });

/**
 * @param {HTMLElement} question
 * @returns {HTMLInputElement[]} In the order of the answers, the same in every language.
 */
function fields(question) {
  const ids = answers(question).map((answer) => answer.dataset.gap);
  return ids.flatMap((id) => inText(question).filter((field) => field.dataset.gap === id));
}

/**
 * @param {HTMLElement} question
 * @returns {HTMLInputElement[]} In the order of the text.
 */
function inText(question) {
  const found = question.querySelectorAll(/** @type {"input"} */ ("input[data-gap]"));
  return [...found];
}

/** @param {HTMLElement} question */
function answers(question) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (question.querySelectorAll(".kt-answer [data-gap]"))];
}

/**
 * @param {HTMLElement} question
 * @returns {ClozeKey}
 */
export function key(question) {
  const gaps = answers(question).map(({ dataset: { gap, accepted = "[]" } }) => [gap, JSON.parse(accepted)]);
  return { gaps: Object.fromEntries(gaps) };
}

/**
 * Let the Enter key lead to the next gap that is empty; where there is none, it checks.
 *
 * @param {HTMLElement} question
 */
export function setup(question) {
  const inputs = inText(question);
  for (const input of inputs) {
    input.addEventListener("keydown", (event) => {
      const empty = inputs.find((other) => other !== input && !other.value.trim());
      if (event.key !== "Enter" || event.isComposing || !empty || input.readOnly) return;
      event.preventDefault();
      event.stopPropagation();
      empty.focus();
    });
  }
}

/**
 * @param {HTMLElement} question
 * @returns {Typed | null} `null` where every gap is empty.
 */
export function read(question) {
  const typed = fields(question).map((field) => [field.dataset.gap, field.value.trim()]);
  const filled = typed.filter(([, text]) => text);
  return filled.length ? Object.fromEntries(filled) : null;
}

/**
 * @param {HTMLElement} question
 * @param {any} answer
 */
export function restore(question, answer) {
  const typed = answer && typeof answer === "object" && !Array.isArray(answer) ? answer : {};
  const all = fields(question);
  for (const field of all) {
    const text = typed[field.dataset.gap ?? ""];
    const value = typeof text === "string" ? text : "";
    if (field.value.trim() !== value) field.value = value;
  }
  const known = Object.entries(typed).every(
    ([id, text]) => typeof text === "string" && all.some((field) => field.dataset.gap === id),
  );
  return answer === null || (answer === typed && known);
}

/**
 * Each gap is worth the same; one that is filled rightly but for a slip of the fingers is worth
 * half. The learner is told of slips first where nothing worse is wrong, and may mend them.
 *
 * @param {ClozeKey} key
 * @param {Typed} answer
 * @returns {import("../question.js").Score}
 */
export function score(key, answer) {
  const shares = Object.entries(key.gaps).map(([id, accepted]) => worth(accepted, answer[id]));
  const sum = shares.reduce((/** @type {number} */ total, one) => total + one, 0);
  const share = shares.length ? sum / shares.length : 0;
  const slips = shares.includes(0.5) && !shares.includes(0);
  return slips ? { share, spelling: true } : { share };
}

/**
 * @param {string[]} accepted
 * @param {string | undefined} typed
 * @returns {0 | 0.5 | 1}
 */
function worth(accepted, typed) {
  if (!typed) return 0;
  if (accepted.some((text) => same(typed, text))) return 1;
  return fewest(typed, accepted) < Infinity ? 0.5 : 0;
}

/**
 * Mark every gap, and say below why.
 *
 * @param {HTMLElement} question
 * @param {import("../question.js").Score} _score
 * @param {import("../dom.js").Words} words
 */
export function show(question, _score, words) {
  const { gaps } = key(question);
  const list = make("ol", { class: "kt-feedback kt-feedback--list kt-gaps" });
  for (const answer of answers(question)) {
    const id = answer.dataset.gap ?? "";
    const field = fields(question).find((one) => one.dataset.gap === id);
    const typed = field?.value.trim() ?? "";
    const look = LOOKS[worth(gaps[id], typed)];
    const holder = field?.closest(".kt-gap");
    if (holder instanceof HTMLElement) holder.dataset.mark = look;
    holder?.append(make("span", { class: "kt-feedback" }, mark(look, "")));
    const word = { right: words.right, partly: words.near_miss, wrong: words.wrong }[look];
    const yours = look === "right" || !typed ? [] : [make("s", {}, make("bdi", {}, typed)), " "];
    const copies = [...answer.childNodes].map((node) => node.cloneNode(true));
    list.append(make("li", {}, mark(look, word), " ", ...yours, ...copies));
  }
  question.querySelector(".kt-cloze")?.after(list);
}

/**
 * @param {any} seen
 * @param {ClozeKey} key
 * @param {Typed} answer
 */
export function carry(seen, key, answer) {
  const before = Object.keys(seen?.gaps ?? {});
  const now = Object.keys(key.gaps);
  const left = (/** @type {string} */ id) => {
    const wordings = seen?.gaps?.[id];
    return Array.isArray(wordings) && key.gaps[id].some((text) => wordings.includes(text));
  };
  return now.every(left) && before.length === now.length ? keepTyped(score, seen, key, answer) : null;
}
