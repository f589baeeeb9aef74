/** Calls `callback` when the browser is idle, or soon in any case; returns the function that cancels it. */
export function whenIdle(callback: () => void): () => void {
  if (typeof globalThis.requestIdleCallback === 'function') {
    const handle = globalThis.requestIdleCallback(callback, { timeout: 2000 });
    return () => globalThis.cancelIdleCallback(handle);
  }
  // Safari and Node have no idle callback: wait a moment instead.
  const handle = setTimeout(callback, 50);
  return () => clearTimeout(handle);
}
