import type { askedElements } from './asked-elements.ts';
import { loadElements } from './load-elements.ts';

/** Loads and defines a part that few visitors see; everything else works where it does not load. */
export function needAsked(tag: keyof typeof askedElements): void {
  import('./asked-elements.ts')
    .then(({ askedElements }) => loadElements({ [tag]: askedElements[tag] }))
    .catch(() => undefined);
}
