import type { Slot } from '../contract/availability.ts';
import type { Coach } from '../contract/coach.ts';
import { readInstant, writeInstant } from '../contract/values.ts';
import { MINUTE_MS } from '../domain/time/units.ts';
import type { OpenTimes } from './booking-page.ts';

/**
 * What is written beside a drawn element, so that the page's script asks for nothing twice. Times are minutes from `from`; slots are
 * runs of starts with one length.
 */
export interface KeptState {
  /** When the times were read, epoch ms. */
  readonly at: number;
  readonly coachId: string;
  readonly coach: Coach | null;
  /** Epoch ms. */
  readonly from: number;
  readonly until: number;
  /** Pairs of a length in minutes and starts of slots with it, in minutes after `from`. */
  readonly slots: readonly (readonly [minutes: number, starts: readonly number[]])[];
  /** The length that was asked for. */
  readonly minutes: number;
  /** What the visitor had chosen by links: month, day, clock, and in a picker alone the start of a time. */
  readonly chosen: {
    readonly month?: string;
    readonly day?: string;
    readonly clock?: string;
    readonly selected?: string;
  };
  /** False on the steps after the times: they stay as the server drew them. */
  readonly takesOver: boolean;
}

/** Writes the times of a state. */
export function keepTimes({
  start_date,
  end_date,
  available_slots,
  at,
}: OpenTimes): Pick<KeptState, 'at' | 'from' | 'until' | 'slots'> {
  const from = readInstant(start_date) ?? 0;
  const lengths = new Map<number, number[]>();
  for (const { start, duration_minutes: minutes } of available_slots) {
    const starts = lengths.get(minutes) ?? [];
    starts.push(((readInstant(start) ?? 0) - from) / MINUTE_MS);
    lengths.set(minutes, starts);
  }
  return { at, from, until: readInstant(end_date) ?? from, slots: [...lengths] };
}

/** The slots of a state that start in `[start, end)`, epoch ms, in order. */
export function keptSlots({ from, slots }: Pick<KeptState, 'from' | 'slots'>, start: number, end: number): Slot[] {
  return slots
    .flatMap(([minutes, starts]) => starts.map((after) => ({ minutes, at: from + after * MINUTE_MS })))
    .filter(({ at }) => at >= start && at < end)
    .sort((a, b) => a.at - b.at || a.minutes - b.minutes)
    .map(({ at, minutes }) => ({
      start: writeInstant(at),
      end: writeInstant(at + minutes * MINUTE_MS),
      duration_minutes: minutes,
    }));
}

/**
 * JSON for a script element: nothing in it ends the element or begins a comment in it (HTML, 4.12.1.3: restrictions for contents of
 * script elements), and U+2028 and U+2029, which older JavaScript does not allow in strings, are written as escapes.
 */
export const jsonForScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
