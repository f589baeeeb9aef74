import { isFirstVersion } from './version.ts';

/** An element class that may name the elements its template is made of. */
export interface ElementClass extends CustomElementConstructor {
  /** Tags this element's template uses, and their classes: they are defined along with it. */
  readonly uses?: Readonly<Record<string, ElementClass>>;
}

/**
 * Defines an element and those it is made of. Twice on a page is harmless: the first definition of a tag stays, and where another
 * version of the package was loaded before, nothing is defined.
 *
 * @example
 * import { CbBooking, register } from '@culturebridge/booking/elements';
 *
 * register('cb-booking', CbBooking);
 */
export function register(tag: string, element: ElementClass): void {
  if (!isFirstVersion()) return;
  registerParts(element);
  if (!customElements.get(tag)) customElements.define(tag, element);
}

/** Defines the elements that an element's template is made of. */
export function registerParts({ uses = {} }: ElementClass): void {
  for (const [tag, element] of Object.entries(uses)) register(tag, element);
}
