import type { StoreChange } from '../ports.ts';

type Listener = (change: StoreChange) => void;

/** The listeners to commits of this process. */
interface Listeners {
  /** Returns the function that removes the listener. */
  add(listener: Listener): () => void;
  tell(change: StoreChange): void;
}

export function createListeners(): Listeners {
  const listeners = new Set<Listener>();
  return {
    add(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(change) {
      for (const listener of listeners) listener(change);
    },
  };
}
