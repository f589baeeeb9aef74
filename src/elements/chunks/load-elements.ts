import { register } from '../base/register.ts';
import type { LazyElements } from './lazy-elements.ts';

/** Loads and defines the elements that are not defined yet; rejects when a script does not load. */
export async function loadElements(elements: LazyElements): Promise<void> {
  const missing = Object.entries(elements).filter(([tag]) => !customElements.get(tag));
  await Promise.all(missing.map(async ([tag, load]) => register(tag, await load())));
}
