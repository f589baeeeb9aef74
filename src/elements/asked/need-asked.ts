import { register } from '../base/register.ts';
import type { askedElements } from './asked-elements.ts';

/** Loads and defines a part that few visitors see; everything else works where it does not load. */
export function needAsked(tag: keyof typeof askedElements): void {
  if (customElements.get(tag)) return;
  import('./asked-elements.ts')
    .then(async (module) => register(tag, await module.askedElements[tag]()))
    .catch(() => undefined);
}
