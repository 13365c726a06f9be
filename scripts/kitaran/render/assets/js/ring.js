// @ts-check
/** The reader's own progress on the ring of the cycle, and on the list that it is on a phone. */

import { fill, icon, make, wordsOf } from "./dom.js";
import { peek } from "./journey.js";
import { standingOf } from "./standing.js";

const SVG = "http://www.w3.org/2000/svg";
const TICK = "M-7 0l5 5L8-6";

/** Keep the rings of the page up to date, where there is something to show. */
export function watch() {
  // The page of one's progress draws its own, with all that is known.
  if (document.querySelector("kt-progress-page")) return;
  const rings = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".kt-cycle")]);
  const draw = () => rings.forEach((ring) => paint(ring, read(ring)));
  draw();
  const life = new AbortController();
  const { signal } = life;
  window.addEventListener(
    "storage",
    ({ key }) => {
      // The theme may have put another page in the place of this one.
      if (!rings.some((ring) => ring.isConnected)) life.abort();
      else if (key === null || key.includes(":quiz:")) draw();
    },
    { signal },
  );
}

/**
 * Look at what is kept of the quizzes of a ring. Nothing is changed: a record that is damaged is
 * its own page's to tell of.
 *
 * @param {HTMLElement} ring
 * @returns {Map<string, Record<string, any>>}
 */
function read(ring) {
  const ids = new Set(linksOf(ring).flatMap(quizzesOf));
  return new Map([...ids].map((id) => [id, peek("quiz", id)]));
}

/**
 * Fill the ring in.
 *
 * @param {HTMLElement} ring
 * @param {Map<string, Record<string, any>>} kept The records of quizzes.
 * @param {{ always?: boolean, more?: (page: string) => string }} [how] `always` shows it even where
 *   nothing was begun; `more` gives what else is to be said of a stage.
 */
export function paint(ring, kept, { always = false, more } = {}) {
  const words = wordsOf(ring.querySelector(".kt-words"));
  const links = linksOf(ring);
  const standings = links.map((link) => standingOf(quizzesOf(link).map((id) => kept.get(id))));
  const shown = always || standings.some(({ state }) => state !== "none");
  ring.toggleAttribute("data-progress", shown);
  for (const [place, link] of links.entries()) {
    const { state, percent } = standings[place];
    const text = fill(words[`cycle_${state}`], { percent });
    const said = [text, more?.(link.dataset.page ?? "")].filter(Boolean).join(" · ");
    link.dataset.standing = shown ? state : "";
    if (link instanceof SVGElement) mark(link, shown ? said : "", state === "passed" ? 100 : percent);
    else note(link, shown ? said : "");
  }
}

/**
 * @param {HTMLElement | SVGElement} link A segment of the ring.
 * @param {string} said
 * @param {number} percent
 */
function mark(link, said, percent) {
  const name = link.dataset.name ?? link.getAttribute("aria-label") ?? "";
  link.dataset.name = name;
  link.setAttribute("aria-label", said ? `${name}: ${said}` : name);
  link.querySelector(".kt-cycle__fill")?.setAttribute("stroke-dasharray", `${said ? percent : 0} 100`);
  const number = link.querySelector(".kt-cycle__number");
  link.querySelector(".kt-cycle__tick")?.remove();
  const [x, y] = [Number(number?.getAttribute("x")), Number(number?.getAttribute("y"))];
  const passed = Boolean(said) && link.dataset.standing === "passed";
  number?.setAttribute("dx", passed ? "-10" : "0");
  if (!passed) return;
  const tick = document.createElementNS(SVG, "path");
  tick.setAttribute("class", "kt-cycle__tick");
  tick.setAttribute("d", TICK);
  tick.setAttribute("transform", `translate(${x + 13} ${y})`);
  number?.after(tick);
}

/**
 * @param {HTMLElement} link A row of the list.
 * @param {string} said
 */
function note(link, said) {
  const old = link.querySelector(".kt-cycle__said");
  if (old?.textContent === said) return;
  old?.remove();
  const passed = link.dataset.standing === "passed";
  if (said) link.append(make("span", { class: "kt-cycle__said" }, ...(passed ? [icon("right")] : []), said));
}

/**
 * @param {HTMLElement} ring
 * @returns {(HTMLElement | SVGElement)[]}
 */
function linksOf(ring) {
  return [...ring.querySelectorAll(/** @type {"a"} */ ("a[data-page]"))];
}

/** @param {HTMLElement | SVGElement} link */
function quizzesOf(link) {
  return (link.dataset.quizzes ?? "").split(" ").filter(Boolean);
}
