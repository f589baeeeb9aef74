/** Records by key, in the order in which keys were first set; a `Map` is a `Table`. */
export interface Table<T> {
  get(key: string): T | undefined;
  set(key: string, record: T): unknown;
  delete(key: string): unknown;
  values(): Iterable<T>;
  readonly size: number;
}

/** A table with the changes of a transaction, which only the transaction sees until `commit`. */
export class TableChanges<T> implements Table<T> {
  readonly #base: Map<string, T>;
  readonly #changed = new Map<string, T | undefined>();

  constructor(base: Map<string, T>) {
    this.#base = base;
  }

  get(key: string): T | undefined {
    return this.#changed.has(key) ? this.#changed.get(key) : this.#base.get(key);
  }

  set(key: string, record: T): void {
    this.#changed.set(key, record);
  }

  delete(key: string): void {
    this.#changed.set(key, undefined);
  }

  get size(): number {
    let size = this.#base.size;
    for (const [key, record] of this.#changed) {
      if (record === undefined) size -= this.#base.has(key) ? 1 : 0;
      else size += this.#base.has(key) ? 0 : 1;
    }
    return size;
  }

  *values(): Iterable<T> {
    for (const [key, record] of this.#base) {
      const current = this.#changed.has(key) ? this.#changed.get(key) : record;
      if (current !== undefined) yield current;
    }
    for (const [key, record] of this.#changed) if (record !== undefined && !this.#base.has(key)) yield record;
  }

  commit(): void {
    for (const [key, record] of this.#changed) {
      if (record === undefined) this.#base.delete(key);
      else this.#base.set(key, record);
    }
  }
}
