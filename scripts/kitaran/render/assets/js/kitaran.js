// @ts-check
/**
 * Load what a page needs, and nothing else. Every page reads and prints without scripts; what is
 * loaded here only adds to it, so a script that cannot be loaded is no fault of the page.
 */

/** @type {Record<string, () => Promise<unknown>>} What to load for what is on the page. */
const NEEDS = {
  "kt-checklist": () => import("./checklist.js"),
  "kt-quiz": () => import("./quiz.js"),
  ".md-typeset table": async () => (await import("./tables.js")).watch(),
};

function start() {
  for (const [selector, load] of Object.entries(NEEDS)) {
    if (document.querySelector(selector)) load().catch(() => {});
  }
}

/** @type {any} Material tells of pages that it put in the place of another without loading. */
const pages = Reflect.get(window, "document$");
if (pages) pages.subscribe(start);
else start();
