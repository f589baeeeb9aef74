import type { StoreChange } from '../../ports.ts';
import type { Tables } from './tables.ts';

/** The access of a part of the memory store to its tables. */
export interface MemoryAccess {
  /** Reads committed records, or those of its own transaction. */
  read<T>(work: (tables: Tables) => T): Promise<T>;
  /** Writes in one step, after a transaction under way has ended. `work` must be synchronous. */
  write<T>(work: (tables: Tables) => T): Promise<T>;
  /** Tells the store's listeners after the commit. */
  announce(change: StoreChange): void;
}
