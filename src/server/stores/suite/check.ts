import type { Store } from '../../ports.ts';

/** One promise that every store keeps. */
export interface StoreCheck {
  /** A sentence about behaviour. */
  readonly name: string;
  /** Rejects with an `AssertionError` when the store does not keep it. `open` gives an empty store. */
  run(open: () => Promise<Store> | Store): Promise<void>;
}
