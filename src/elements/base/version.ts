/** The version of the package, as in `package.json`. */
const version = '0.1.0';

const FIRST = Symbol.for('@culturebridge/booking/version');
let told = false;

/**
 * True when no other version of the package was loaded on this page before. Elements of two versions do not fit into each other: the
 * first one is used, and the second says so once in the console.
 */
export function isFirstVersion(): boolean {
  const page = globalThis as { [FIRST]?: string };
  page[FIRST] ??= version;
  const first = page[FIRST];
  if (first !== version && !told) {
    console.warn(
      `CultureBridge Booking ${version} is not used: this page has loaded ${first} before. Load one version.`,
    );
    told = true;
  }
  return first === version;
}
