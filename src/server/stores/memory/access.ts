import type { StoreChange } from '../../ports.ts';
import type { Tables } from './tables.ts';

/** How a part of the store in memory reaches its tables. */
export interface MemoryAccess {
  /** Reads what is committed, or what the own transaction wrote. */
  read<T>(work: (tables: Tables) => T): Promise<T>;
  /** Writes in one step; waits for a transaction that is under way. `work` must not wait for anything. */
  write<T>(work: (tables: Tables) => T): Promise<T>;
  /** Tells listeners of the store, once what is written is committed. */
  announce(change: StoreChange): void;
}
