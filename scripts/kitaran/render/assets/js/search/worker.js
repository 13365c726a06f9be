// @ts-check
/**
 * Answer Material's search box in a worker, by its four messages: SETUP, READY, QUERY and RESULT.
 * The first is not needed: the index is our own.
 */

import { items } from "./answer.js";
import { Engine } from "./engine.js";

const READY = 1;
const QUERY = 2;
const RESULT = 3;
const FOLDER = new URL("../../search/", import.meta.url);

/** @type {{ postMessage: (message: unknown) => void, onmessage: ((event: MessageEvent) => void) | null }} */
const scope = /** @type {any} */ (globalThis);

/** @type {Promise<Engine> | null} */
let engine = null;
let latest = 0;

/**
 * Get a file of the index. Parts of two builds do not go together: the newer is asked for again.
 *
 * @param {string} name
 * @param {string} [version]
 * @returns {Promise<any>}
 */
async function get(name, version) {
  const url = new URL(`${name}.json`, FOLDER);
  for (const cache of /** @type {RequestCache[]} */ (["default", "reload"])) {
    const response = await fetch(url, { cache });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    const body = await response.json();
    if (!version) return body;
    if (body[0] === version) return body[1];
  }
  throw new Error(`${url}: of another version`);
}

/** Load what every search needs; a failure is forgotten, so that the next search tries again. */
function load() {
  engine ??= get("core").then((core) => new Engine(core, (name) => get(name, core.v)));
  engine.catch(() => (engine = null));
  return engine;
}

/** @param {string} text */
async function answer(text) {
  latest += 1;
  const mine = latest;
  /** @type {any} */
  let result = { items: [], query: text };
  try {
    const loaded = await load();
    const { names } = loaded.core;
    result.names = names;
    if (text.trim()) {
      const { hits, units } = await loaded.search(text);
      result.items = items(hits, units, loaded);
      if (!hits.length) result = { ...result, near: loaded.near(text), locale: loaded.core.locale };
    }
  } catch {
    result.failed = true;
    engine = null;
  }
  // A slower answer to an earlier question must not take the place of this one.
  if (mine === latest) scope.postMessage({ type: RESULT, data: result });
}

scope.onmessage = ({ data }) => {
  if (data?.type === QUERY) answer(String(data.data));
};

load().then(
  () => scope.postMessage({ type: READY }),
  () => scope.postMessage({ type: READY }),
);
