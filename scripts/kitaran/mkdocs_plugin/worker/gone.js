// @ts-check
/**
 * In the place of the service worker where a site has none: it removes itself and what was kept.
 * A browser that has had the worker from an earlier build would show that build for ever.
 */

const sw = /** @type {any} */ (self);

sw.addEventListener("install", () => sw.skipWaiting());
sw.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(leave()));

async function leave() {
  await caches.delete(`kitaran ${sw.registration.scope}`);
  await sw.registration.unregister();
}
