/** Calls back when the page has nothing better to do, soon in any case; returns the function that calls it off. */
export function whenIdle(callback: () => void): () => void {
  if (typeof globalThis.requestIdleCallback === 'function') {
    const handle = globalThis.requestIdleCallback(callback, { timeout: 2000 });
    return () => globalThis.cancelIdleCallback(handle);
  }
  // Safari and Node have no idle callback: after the work at hand is near enough.
  const handle = setTimeout(callback, 50);
  return () => clearTimeout(handle);
}
