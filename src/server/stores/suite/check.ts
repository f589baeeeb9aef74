import type { Store } from '../../ports.ts';

/** One check of a store. */
export interface StoreCheck {
  /** A sentence about behaviour. */
  readonly name: string;
  /** Rejects with an `AssertionError` when the store fails. `open` gives an empty store. */
  run(open: () => Promise<Store> | Store): Promise<void>;
}
