/** An element class that may name the elements its template is made of. */
export interface ElementClass extends CustomElementConstructor {
  /** Tags this element's template uses, and their classes: they are defined along with it. */
  readonly uses?: Readonly<Record<string, ElementClass>>;
}

/**
 * Defines an element and those it is made of. Twice on a page is harmless: the first definition of a tag stays.
 *
 * @example
 * import { CbBooking, register } from '@culturebridge/booking/elements';
 *
 * register('cb-booking', CbBooking);
 */
export function register(tag: string, element: ElementClass): void {
  registerAll(element.uses ?? {});
  if (!customElements.get(tag)) customElements.define(tag, element);
}

/** Defines elements by their tags. */
function registerAll(elements: Readonly<Record<string, ElementClass>>): void {
  for (const [tag, element] of Object.entries(elements)) register(tag, element);
}
