import type { StoreChange } from '../ports.ts';

type Listener = (change: StoreChange) => void;

/** Who wants to know what this process committed. */
interface Listeners {
  /** Gives the function that ends it. */
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
