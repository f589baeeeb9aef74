import { type FirstLookTag, type LazyElements, occasionalElements } from './lazy-elements.ts';
import { loadChunk } from './load-chunk.ts';
import { loadElements } from './load-elements.ts';

/**
 * Loads and defines an element that a picker needs only sometimes, or only after the first times are shown; the picker works
 * without it when it does not load.
 */
export function needExtra(tag: FirstLookTag | keyof typeof occasionalElements): void {
  const occasional: LazyElements = occasionalElements;
  const load = occasional[tag];
  if (customElements.get(tag)) return;
  // In a later task: the requests for the times and the coach go first.
  setTimeout(() => {
    (load ? loadElements({ [tag]: load }) : loadChunk('first-look')).catch(() => undefined);
  });
}
