// @ts-check
/** A calendar file, RFC 5545: one event on each day that has something to be done. Pure. */

/**
 * @typedef {object} Event
 * @property {Date} date The day, by the clock of the reader.
 * @property {string} title
 * @property {string} text
 */

/**
 * Write a calendar.
 *
 * The same day gets the same name each time: a calendar that takes the file in again renews the
 * event, and does not show it twice.
 *
 * @param {Event[]} events
 * @param {{ url: string, name: string, now: Date }} about Where the events lead, what their names
 *   end with, and when the file is made.
 */
export function calendar(events, { url, name, now }) {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = events.flatMap(({ date, title, text }) => [
    "BEGIN:VEVENT",
    `UID:kitaran-practice-${digits(date)}@${name}`,
    `DTSTAMP:${stamp}`,
    // Of two events with one name, the one of the later minute is the one that holds.
    `SEQUENCE:${Math.floor(now.getTime() / 60_000)}`,
    `DTSTART;VALUE=DATE:${digits(date)}`,
    `DTEND;VALUE=DATE:${digits(new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    `URL:${url}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kitaran//Practice//EN"];
  const all = [...head, "CALSCALE:GREGORIAN", "METHOD:PUBLISH", ...lines, "END:VCALENDAR"];
  return all.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * Let the browser save a text as a file.
 *
 * @param {string} name
 * @param {string} text
 * @param {string} type
 */
export function download(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers begin to read it only after this has ended.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** @param {Date} date */
function digits(date) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/**
 * Break a line after 75 octets at the latest, and never within a character.
 *
 * @param {string} line
 */
function folded(line) {
  const encoder = new TextEncoder();
  let made = "";
  let room = 75;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (size > room) {
      made += "\r\n ";
      room = 74;
    }
    made += sign;
    room -= size;
  }
  return made;
}
