/** Calls `stop` at the first SIGINT or SIGTERM; the next one ends the process at once. */
export function onStopSignal(stop: () => unknown): void {
  const first = () => {
    process.off('SIGINT', first).off('SIGTERM', first);
    stop();
  };
  process.on('SIGINT', first).on('SIGTERM', first);
}
