const told = new Set<string>();

/** Says once in the console that what a page uses will go, and what takes its place. */
export function warnDeprecated(used: string, instead: string): void {
  if (told.has(used)) return;
  told.add(used);
  console.warn(`${used} will go in the next major version: use ${instead}.`);
}
