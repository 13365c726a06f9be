// @ts-check
/**
 * Load what a page needs, and nothing else. Every page reads and prints without scripts; what is
 * loaded here only adds to it, so a script that cannot be loaded is no fault of the page.
 */

/** @type {Record<string, () => Promise<unknown>>} The script of each element. */
const ELEMENTS = {
  "kt-checklist": () => import("./checklist.js"),
  "kt-quiz": () => import("./quiz.js"),
};

function start() {
  for (const [name, load] of Object.entries(ELEMENTS)) {
    if (document.querySelector(name)) load().catch(() => {});
  }
}

/** @type {any} Material tells of pages that it put in the place of another without loading. */
const pages = Reflect.get(window, "document$");
if (pages) pages.subscribe(start);
else start();
