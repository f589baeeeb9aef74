const told = new Set<string>();

/** Says once in the console that a name which the page uses will go, and what takes its place. */
export function deprecated(used: string, instead: string): void {
  if (told.has(used)) return;
  told.add(used);
  console.warn(`${used} will go in the next major version: use ${instead}.`);
}

/** Keeps an earlier name of a property readable: it has the value of `name`, and is not listed among the object's own. */
export function withEarlierName<T extends object>(
  target: T,
  owner: string,
  earlier: string,
  name: keyof T & string,
): T {
  return Object.defineProperty(target, earlier, {
    get() {
      deprecated(`${owner}.${earlier}`, `${owner}.${name}`);
      return target[name];
    },
  });
}
