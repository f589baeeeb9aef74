import type { WeeklyHours } from '../../../contract/schedule.ts';
import { hoursOf, resizeSpan, shiftSpan } from '../../../core/schedule-editor/clock.ts';
import { spanOf } from '../../../domain/availability/hours.ts';

/** A key with or without Shift. */
type ArrowKey = Pick<KeyboardEvent, 'key' | 'shiftKey'>;

/**
 * The change of hours by an arrow key; undefined for other keys. Up and down move them within their day, left and right to another;
 * with Shift, up and down move their end, left and right their start.
 */
export function arrowChange(
  hours: WeeklyHours,
  { key, shiftKey }: ArrowKey,
  { step, rtl }: { readonly step: number; readonly rtl: boolean },
): Partial<WeeklyHours> | undefined {
  const span = spanOf(hours);
  const forward = rtl ? -1 : 1;
  const down = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  const on = key === 'ArrowRight' ? forward : key === 'ArrowLeft' ? -forward : 0;
  if (down && shiftKey) return hoursOf(resizeSpan(span, 'end', down * step, step));
  if (on && shiftKey) return hoursOf(resizeSpan(span, 'start', on * step, step));
  if (down) return hoursOf(shiftSpan(span, down * step, step));
  return on ? { weekday: ((hours.weekday - 1 + on + 7) % 7) + 1 } : undefined;
}
