/** Caches the last `limit` results of `make` by key; the oldest result is dropped first. */
export function remember<Result>(limit: number, make: (key: string) => Result): (key: string) => Result {
  const kept = new Map<string, Result>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    const [oldest] = kept.keys();
    if (kept.size >= limit && oldest !== undefined) kept.delete(oldest);
    kept.set(key, made);
    return made;
  };
}
