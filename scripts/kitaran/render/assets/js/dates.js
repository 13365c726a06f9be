// @ts-check
/** Days, as people write them. */

/**
 * Write a day out, as people of the page's language do.
 *
 * @param {number | string} day Milliseconds since 1970, or such as `2026-03-01`.
 */
export function dateText(day) {
  const date = new Date(typeof day === "string" ? `${day}T12:00` : day);
  if (Number.isNaN(date.getTime())) return "";
  const lang = document.documentElement.lang;
  return date.toLocaleDateString(lang === "en" ? "en-GB" : lang, { dateStyle: "long" });
}
