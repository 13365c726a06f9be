// @ts-check
/** Read numbers as people type them. Pure. */

/** What may stand beside a number in any question. */
const UNITS = ["RM", "MYR", "%"];

/** The ways to write a number, and how to bring each into digits and a point. */
const FORMS = /** @type {[RegExp, (text: string) => string][]} */ ([
  [/^(\d+\.?\d*|\.\d+)$/, (text) => text],
  [/^[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/, (text) => text.replaceAll(",", "")],
  [/^[1-9]\d{0,2}( \d{3})+(\.\d*)?$/, (text) => text.replaceAll(" ", "")],
  // A comma that groups no thousands is a decimal comma; with points for groups it can be no other.
  [/^\d*,\d+$/, (text) => text.replace(",", ".")],
  [/^[1-9]\d{0,2}( \d{3})+,\d+$/, (text) => text.replaceAll(" ", "").replace(",", ".")],
  [/^[1-9]\d{0,2}(\.\d{3})+,\d+$/, (text) => text.replaceAll(".", "").replace(",", ".")],
  [/^[1-9]\d{0,2}(\.\d{3}){2,}$/, (text) => text.replaceAll(".", "")],
]);

/**
 * Read a number as Malaysians write it: commas group thousands, a point parts the decimals.
 *
 * @param {string} text
 * @param {string[]} [units] What may stand before or after it.
 * @returns {number | null} `null` where it is no number.
 */
export function parse(text, units = []) {
  let rest = text.normalize("NFKC").replace(/\s+/g, " ").replace(/[−–]/g, "-").trim();
  let sign = 1;
  for (const unit of [...UNITS, ...units].map((name) => name.toLowerCase())) {
    const lower = rest.toLowerCase().replace(/^([-+]) ?/, "$1");
    const [mark, body] = /^[-+]/.test(lower) ? [lower[0], lower.slice(1)] : ["", lower];
    if (unit && body.startsWith(unit)) rest = mark + body.slice(unit.length).trim();
    else if (unit && body.endsWith(unit)) rest = mark + body.slice(0, -unit.length).trim();
  }
  const signed = /^([-+]) ?(.*)$/.exec(rest);
  if (signed) [sign, rest] = [signed[1] === "-" ? -1 : 1, signed[2]];
  const form = FORMS.find(([pattern]) => pattern.test(rest));
  const number = form ? sign * Number(form[1](rest)) : NaN;
  return Number.isFinite(number) ? number : null;
}
