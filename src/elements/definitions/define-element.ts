import * as z from 'zod/mini';
import { type ElementClass, register } from '../base/register.ts';

/** Defines an element for a page that imports it from the package. */
export function defineElement(tag: string, element: ElementClass): void {
  // zod tries `new Function` for speed; a page with a strict Content-Security-Policy reports that as a violation.
  z.config({ jitless: true });
  register(tag, element);
}
