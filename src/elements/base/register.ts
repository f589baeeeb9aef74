import { isBrowserNewEnough } from './browser.ts';
import { isFirstVersion } from './version.ts';

/** An element class that may name the elements in its template. */
export interface ElementClass extends CustomElementConstructor {
  /** The tags in this element's template with their classes: they are defined together with it. */
  readonly uses?: Readonly<Record<string, ElementClass>>;
}

/** Elements by tag. */
export type ElementClasses = Readonly<Record<`cb-${string}`, ElementClass>>;

/**
 * Defines an element and those in its template. Calling it twice is harmless: the first definition of a tag stays, and when another
 * version of the package was loaded before, or the browser is too old, nothing is defined.
 *
 * @example
 * import { CbBooking, register } from '@culturebridge/booking/elements';
 *
 * register('cb-booking', CbBooking);
 */
export function register(tag: string, element: ElementClass): void {
  if (!isFirstVersion() || !isBrowserNewEnough()) return;
  registerParts(element);
  if (!customElements.get(tag)) customElements.define(tag, element);
}

/** Defines the elements in an element's template. */
export function registerParts({ uses = {} }: ElementClass): void {
  for (const [tag, element] of Object.entries(uses)) register(tag, element);
}
