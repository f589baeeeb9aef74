const told = new Set<string>();

/** Warns once in the console that a page uses something deprecated, and names its replacement. */
export function warnDeprecated(used: string, instead: string): void {
  if (told.has(used)) return;
  told.add(used);
  console.warn(`${used} will go in the next major version: use ${instead}.`);
}
