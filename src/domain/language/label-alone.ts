import { labelled } from './labelled.ts';

/** A label whose text is elsewhere, below it or in a box of its own: `E-mail:`. */
export function labelAlone(label: string, locale: string): string {
  return labelled(label, '', locale).trimEnd();
}
