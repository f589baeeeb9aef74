import { whenIdle } from '../../core/availability/idle.ts';
import { journeyChunks, type LazyElements, occasionalElements } from './lazy-elements.ts';
import { loadElements } from './load-elements.ts';

/**
 * Loads and defines an element that a picker needs only sometimes, or only after the first times are shown; the picker works
 * without it when it does not load.
 */
export function needExtra(tag: keyof (typeof journeyChunks)['first-look'] | keyof typeof occasionalElements): void {
  const occasional: LazyElements = occasionalElements;
  const load = occasional[tag];
  if (customElements.get(tag)) return;
  // What is about to be asked for and painted, the times and the coach, goes first.
  whenIdle(() => {
    loadElements(load ? { [tag]: load } : journeyChunks['first-look']).catch(() => undefined);
  });
}
