// @ts-check
/** Make elements and fill texts in. Nothing here parses HTML, so nothing can be smuggled in. */

/** @typedef {Record<string, string>} Words Interface texts by their keys. */

/** The outlines of the icons, in a square of 24 units. */
const ICONS = {
  right: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20m-2 15-5-5 1.4-1.4 3.6 3.6 7.6-7.6L19 8z",
  wrong:
    "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20m5 13.6L15.6 17 12 13.4 8.4 17 7 15.6l3.6-3.6L7 8.4 8.4 7l3.6 3.6L15.6 7 17 8.4 13.4 12z",
  partly: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20m0 18V4a8 8 0 0 1 0 16",
  up: "M12 5.5 4.5 13l1.4 1.4 5.1-5.1V19h2V9.3l5.1 5.1 1.4-1.4z",
  down: "M12 18.5 19.5 11l-1.4-1.4-5.1 5.1V5h-2v9.7L5.9 9.6 4.5 11z",
  grip: "M8 4h3v3H8zm5 0h3v3h-3zM8 10.5h3v3H8zm5 0h3v3h-3zM8 17h3v3H8zm5 0h3v3h-3z",
};

/**
 * Make an element.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * Make a button that does not send the form that it stands in.
 *
 * @param {string} look
 * @param {string} label
 * @param {() => void} press
 */
export function button(look, label, press) {
  const made = make("button", { type: "button", class: `md-button ${look}` }, label);
  made.addEventListener("click", press);
  return made;
}

/**
 * Draw an icon. It is for the eye only: the words beside it say the same.
 *
 * @param {keyof typeof ICONS} name
 */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "kt-icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/**
 * Fill values into a text: `{done} of {total}`.
 *
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * Read the JSON of a script element.
 *
 * @param {Element | null} holder
 * @returns {Words}
 */
export function wordsOf(holder) {
  return JSON.parse(holder?.textContent || "{}");
}
