// @ts-check
/** Keep the reader's place on a page when they go over to the other language. */

/** What has the same id in both languages, and stands where a reader may be. */
const PLACES = ".md-content :is(h2, h3, .kt-question, .kt-step)[id]";
/** How far below the top of the window something may begin that is being read, as a share of it. */
const READ = 0.35;

/** Let the links to the page in other languages lead to where the reader is. */
export function watch() {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll("a.md-select__link[hreflang]")
  );
  for (const link of links) {
    link.addEventListener("click", () => {
      const url = new URL(link.href);
      url.hash = placeOf();
      link.href = url.href;
    });
  }
}

/** Name the last place that begins above what is being read; none at the top of the page. */
function placeOf() {
  if (window.scrollY < window.innerHeight * READ) return "";
  const edge = window.innerHeight * READ;
  const every = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(PLACES)]);
  const before = every.filter((one) => one.getClientRects().length && one.getBoundingClientRect().top < edge);
  return before[before.length - 1]?.id ?? "";
}
