// @ts-check
/**
 * The site without a network: its service worker. The build fills in the version.
 *
 * A file is kept under its address and the hash of its bytes, both of which the version's list
 * names. What comes from the network is held against that hash before it is kept or mixed with
 * what is there, so scripts and styles need no version in their addresses: a page has the files
 * of one version, whichever the server has by now. A new version waits until the reader agrees,
 * or until the last page of the old one is closed; it takes over the files that did not change.
 */

const VERSION = "{{version}}";
const LIST = "assets/kitaran/offline.json";
const AT_ONCE = 6;
/** In the place of a version: the files are those that the server has. */
const NETWORK = "network";
const sw = /** @type {any} */ (self);
/** @type {string} */
const ROOT = sw.registration.scope;
const BOX = `kitaran ${ROOT}`;

/** @typedef {Map<string, { hash: string, bytes: number, core: number }>} Files By address from the root. */

/** @type {Map<string, Promise<Files>>} */
const lists = new Map();
const box = () => caches.open(BOX);
/** @param {string} path @param {string} mark */
const key = (path, mark) => `${ROOT}${encodeURI(path)}?kt=${mark}`;
/** @param {string} id */
const clientKey = (id) => `${ROOT}?kt-client=${id}`;
const CURRENT = `${ROOT}?kt-current`;

/** @param {string} where @returns {Promise<string | null>} */
const note = async (where) => (await (await box()).match(where))?.text() ?? null;

/** @param {any} list @returns {Files} */
const filesOf = (list) =>
  new Map(list.files.map((/** @type {any[]} */ [path, hash, bytes, core]) => [path, { hash, bytes, core }]));

/** @param {string} version @returns {Promise<Files>} None where the version is not known any more. */
function files(version) {
  const known = lists.get(version);
  if (known) return known;
  const read = note(key(LIST, version)).then((text) => (text ? filesOf(JSON.parse(text)) : new Map()));
  lists.set(version, read);
  return read;
}

/** @param {string} url @returns {string | null} The address from the root; `null` outside of it. */
function pathOf(url) {
  const there = url.split(/[?#]/)[0];
  if (!there.startsWith(ROOT)) return null;
  return decodeURI(there.slice(ROOT.length)).replace(/(^|\/)index\.html$/, "$1");
}

/** @param {ArrayBuffer} body */
async function hashOf(body) {
  const bytes = [...new Uint8Array(await crypto.subtle.digest("SHA-256", body))];
  return bytes.slice(0, 8).map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param {string} path
 * @param {string} hash
 * @returns {Promise<"ok" | "network" | "changed" | "full">} Why it could not be kept, if so.
 */
async function keep(path, hash) {
  const place = await box();
  if (await place.match(key(path, hash))) return "ok";
  const response = await fetch(ROOT + encodeURI(path), { cache: "no-cache" }).catch(() => null);
  if (!response?.ok) return "network";
  const body = await response.arrayBuffer().catch(() => null);
  if (!body) return "network";
  if ((await hashOf(body)) !== hash) return "changed";
  return put(path, hash, body, response.headers.get("content-type"));
}

/**
 * @param {string} path
 * @param {string} hash
 * @param {ArrayBuffer} body
 * @param {string | null} type
 * @returns {Promise<"ok" | "full">}
 */
async function put(path, hash, body, type) {
  try {
    const headers = { "content-type": type ?? "application/octet-stream" };
    await (await box()).put(key(path, hash), new Response(body, { headers }));
    return "ok";
  } catch {
    return "full";
  }
}

/** @template T @param {T[]} all @param {(one: T) => Promise<unknown>} work */
async function each(all, work) {
  const left = [...all];
  const next = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/** Take what every page needs, and what was kept of the version before. */
async function install() {
  const response = await fetch(ROOT + LIST, { cache: "no-store" });
  const list = await response.clone().json();
  if (list.version !== VERSION) throw new Error("another version is being put up: try later");
  const place = await box();
  const had = new Set((await place.keys()).map(({ url }) => pathOf(url)));
  const all = filesOf(list);
  await each([...all], async ([path, { hash, core }]) => {
    if (!core && !had.has(path)) return;
    const said = await keep(path, hash);
    if (core && said !== "ok") throw new Error(`${path}: ${said}`);
  });
  await place.put(key(LIST, VERSION), response);
}

/** Begin with this version: pages that are open stay with theirs, and what nobody needs goes. */
async function activate() {
  const place = await box();
  const was = await note(CURRENT);
  const open = await sw.clients.matchAll({ type: "all" });
  const live = new Set([VERSION]);
  for (const { id } of open) {
    const version = (await note(clientKey(id))) ?? was ?? VERSION;
    live.add(version);
    if (version !== VERSION) await place.put(clientKey(id), new Response(version));
  }
  await place.put(CURRENT, new Response(VERSION));
  const wanted = new Set([CURRENT, ...open.map((/** @type {any} */ { id }) => clientKey(id))]);
  for (const version of live) {
    wanted.add(key(LIST, version));
    for (const [path, { hash }] of await files(version)) wanted.add(key(path, hash));
  }
  for (const request of await place.keys()) if (!wanted.has(request.url)) await place.delete(request);
}

/** @param {any} event @param {string} path */
async function answer(event, path) {
  const { request } = event;
  const page = request.mode === "navigate";
  // A page that came from a newer server than this worker gets all of its files from there.
  const version = page ? VERSION : ((await note(clientKey(event.clientId))) ?? VERSION);
  const file = (await files(version)).get(path);
  const kept = file && (await (await box()).match(key(path, file.hash)));
  if (kept) return kept;
  try {
    const fresh = version === NETWORK ? { cache: "no-cache" } : {};
    const response = await fetch(request, /** @type {RequestInit} */ (fresh));
    if (!file || !response.ok) return page ? foreign(event, response) : response;
    const body = await response.clone().arrayBuffer();
    if ((await hashOf(body)) !== file.hash) return page ? foreign(event, response) : response;
    event.waitUntil(put(path, file.hash, body, response.headers.get("content-type")));
    return response;
  } catch (error) {
    if (!page) throw error;
    const all = await files(VERSION);
    const there = all.has(`${path}/`) ? `${path}/` : "offline/#missing";
    return Response.redirect(ROOT + there);
  }
}

/** @param {any} event @param {Response} response */
async function foreign(event, response) {
  const id = event.resultingClientId;
  if (id && response.type !== "opaqueredirect") await (await box()).put(clientKey(id), new Response(NETWORK));
  return response;
}

/** @param {any} asked */
async function reply({ ask, path }) {
  const all = await files(VERSION);
  const place = await box();
  if (ask === "agreed") return sw.skipWaiting();
  if (ask === "keep") {
    const file = all.get(pathOf(path) ?? path);
    return file ? keep(pathOf(path) ?? path, file.hash) : "unknown";
  }
  const urls = new Set((await place.keys()).map(({ url }) => url));
  const every = [...all].map(([name, { hash, bytes, core }]) => {
    return { path: name, bytes, core, kept: urls.has(key(name, hash)) };
  });
  if (ask !== "forget") return every;
  for (const one of every) if (!one.core) await place.delete(key(one.path, all.get(one.path)?.hash ?? ""));
  return every.map((one) => ({ ...one, kept: one.kept && Boolean(one.core) }));
}

sw.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(install()));
sw.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(activate()));
sw.addEventListener("fetch", (/** @type {any} */ event) => {
  const path = event.request.method === "GET" ? pathOf(event.request.url) : null;
  if (path !== null && path !== LIST) event.respondWith(answer(event, path));
});
sw.addEventListener("message", (/** @type {any} */ event) => {
  event.waitUntil(reply(event.data).then((said) => event.ports[0]?.postMessage(said)));
});
