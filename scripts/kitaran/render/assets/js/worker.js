// @ts-check
/** Talk to the service worker of this language's site. */

/** @typedef {{ path: string, bytes: number, core: number, kept: boolean }} Kept A file, and whether it is here. */

/**
 * Register the worker.
 *
 * @param {string} address
 * @returns {Promise<ServiceWorkerRegistration | null>} `null` where the browser has none to give.
 */
export async function kept(address) {
  try {
    const url = new URL(address, document.baseURI);
    return await navigator.serviceWorker.register(url, { updateViaCache: "none" });
  } catch {
    return null;
  }
}

/**
 * Ask the worker for something.
 *
 * @param {ServiceWorker} worker
 * @param {{ ask: "state" | "forget" | "keep", path?: string }} message
 * @returns {Promise<any>}
 */
export function ask(worker, message) {
  return new Promise((answer) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      port1.close();
      answer(data);
    };
    worker.postMessage(message, [port2]);
  });
}
