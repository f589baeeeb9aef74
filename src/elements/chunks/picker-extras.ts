import { register, registerAll } from '../base/register.ts';
import type { beside } from './first-look-elements.ts';

/** Loads and defines what stands beside the times. */
async function loadBeside(): Promise<void> {
  registerAll((await import('./first-look-elements.ts')).beside);
}

async function loadOwnDay(): Promise<void> {
  register('cb-own-day', (await import('../own-day/own-day.ts')).CbOwnDay);
}

/**
 * Fetches and defines what a picker needs only at times, or only after the first times are on the screen; it does without what
 * does not arrive.
 */
export function needExtra(tag: keyof typeof beside | 'cb-own-day'): void {
  if (customElements.get(tag)) return;
  (tag === 'cb-own-day' ? loadOwnDay() : loadBeside()).catch(() => undefined);
}
