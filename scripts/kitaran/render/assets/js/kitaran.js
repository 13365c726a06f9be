// @ts-check
/**
 * Load what a page needs, and nothing else. Every page reads and prints without scripts; what is
 * loaded here only adds to it, so a script that cannot be loaded is no fault of the page.
 */

/** @type {Record<string, () => Promise<unknown>>} What to load for what is on the page. */
const NEEDS = {
  "kt-card": () => import("./card.js"),
  "kt-cards": () => import("./cards.js"),
  "kt-checklist": () => import("./checklist.js"),
  "kt-due": () => import("./due.js"),
  "kt-offline": () => import("./offline.js"),
  "kt-path": () => import("./path.js"),
  "kt-practice": () => import("./practice.js"),
  "kt-progress-page": () => import("./progress.js"),
  "kt-quiz": () => import("./quiz.js"),
  ".kt-lrs": () => import("./xapi.js"),
  "kt-read": () => import("./read.js"),
  "kt-scorecard": () => import("./scorecard.js"),
  "kt-start": () => import("./start.js"),
  "kt-update": () => import("./update.js"),
  ".md-select__link": async () => (await import("./place.js")).watch(),
  ".md-nav--primary": async () => (await import("./ticks.js")).watch(),
  ".kt-cycle": async () => (await import("./ring.js")).watch(),
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
