/** A value that changes over time: read it, or subscribe to its changes. */
export interface Store<State> {
  /** The current value, frozen; a new object after every change. */
  readonly state: State;
  /** Calls `listener` with each new value (not with the current one); returns the function that stops it. */
  subscribe(listener: (state: State) => void): () => void;
}

/** A store that its owner can change. */
export interface WritableStore<State> extends Store<State> {
  set(state: State): void;
}

const report = (error: unknown): void => (globalThis.reportError ?? console.error)(error);

/** Makes a store whose values are frozen in depth. */
export function createStore<State>(initial: State): WritableStore<State> {
  let current = freeze(initial);
  const listeners = new Set<(state: State) => void>();
  return {
    get state() {
      return current;
    },
    subscribe(listener) {
      // Wrapped in a new function, so that a function subscribed twice is called twice and stopped separately.
      const own = (state: State) => listener(state);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    set(state) {
      if (state === current) return;
      current = freeze(state);
      for (const listener of [...listeners]) {
        // An earlier listener may have changed the store, or stopped this listener.
        if (current !== state) return;
        if (!listeners.has(listener)) continue;
        try {
          listener(state);
        } catch (error) {
          // The error belongs to the listener: the change stays, and the other listeners are called.
          report(error);
        }
      }
    },
  };
}

/** Freezes plain objects and arrays in depth; instances (errors, maps) are not frozen. */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype && prototype !== null) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
  return value;
}

/** Resolves at the next change of a store. */
export function nextChange(store: Store<unknown>): Promise<void> {
  return new Promise((done) => {
    const stop = store.subscribe(() => {
      stop();
      done();
    });
  });
}
