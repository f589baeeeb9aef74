import { journeyChunks, occasionalElements } from './lazy-elements.ts';
import { loadElements } from './load-elements.ts';

/**
 * Fetches and defines what a picker needs only at times, or only after the first times are on the screen; the picker does without
 * what does not arrive.
 */
export function needExtra(tag: keyof (typeof journeyChunks)['first-look'] | keyof typeof occasionalElements): void {
  loadElements(tag in occasionalElements ? occasionalElements : journeyChunks['first-look']).catch(() => undefined);
}
