// @ts-check
/**
 * Tick the pages that are done in the navigation: those of the chosen path, or, where none is
 * chosen, the stages whose quiz was passed. Whoever has nothing kept loads nothing for it.
 */

import { chosen } from "./chosen.js";
import { icon, make } from "./dom.js";
import { address, load } from "./handbook.js";
import { keptSteps, listen, pagePassed, progressOf } from "./journey.js";
import { list } from "./storage.js";

/** @type {HTMLElement | null} Carries the word for "done". */
const SCRIPT = document.querySelector("script[data-done]");

/**
 * List the pages that are done.
 *
 * @param {import("./handbook.js").Handbook} facts
 * @returns {string[]} Their ids.
 */
function donePages(facts) {
  const mine = chosen();
  const path = facts.paths[mine?.path ?? ""];
  if (!mine || !path) return facts.stages.filter((page) => pagePassed(page, facts).at > 0);
  const { steps } = progressOf(path, facts, keptSteps(mine.path, path));
  return [...steps.values()]
    .filter(({ state, step }) => state === "done" && step.kind === "page")
    .map(({ step }) => step.ref);
}

async function tick() {
  const any = ["path", "quiz", "steps"].some((kind) => list(kind).length);
  const facts = any ? await load() : null;
  const word = SCRIPT?.dataset.done ?? "";
  const done = new Set((facts ? donePages(facts) : []).map((id) => address(facts?.pages[id]?.url ?? "")));
  for (const old of document.querySelectorAll(".kt-nav-tick")) old.remove();
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll(".md-nav--primary a.md-nav__link[href]")
  );
  for (const link of links) {
    const { origin, pathname } = new URL(link.href);
    if (link.hash || !done.has(origin + pathname)) continue;
    link.append(mark(word));
    // On a phone, the page that is open is named by a label, which opens its contents.
    const label = link.previousElementSibling;
    if (label instanceof HTMLLabelElement && label.htmlFor === "__toc") label.append(mark(word));
  }
}

/** @param {string} word */
function mark(word) {
  const said = make("span", { class: "kt-said" }, ` (${word})`);
  return make("span", { class: "kt-nav-tick" }, icon("right"), said);
}

export function watch() {
  tick();
  listen(tick, new AbortController().signal);
}
