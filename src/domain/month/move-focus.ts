import type { LocalDate } from '../../contract/values.ts';
import { addDays, addMonthsToDate, weekdayOf } from '../time/local-date.ts';

/** The grid's layout and the modifier key that is held. */
interface FocusOptions {
  /** Monday 1 to Sunday 7. */
  readonly firstWeekday: number;
  /** Right to left: the left arrow then leads to the next day. */
  readonly rtl?: boolean;
  /** With Shift held, Page Up and Page Down go by years. */
  readonly shift?: boolean;
}

/**
 * The day a key leads to from `date`, by the WAI-ARIA date-picker grid pattern; `undefined` for any other key. A
 * `Shift+` before the key's name does the same as `shift: true`.
 */
export function moveFocus(date: LocalDate, key: string, options: FocusOptions): LocalDate | undefined {
  const { firstWeekday, rtl = false } = options;
  const shifted = key.startsWith('Shift+');
  const months = shifted || options.shift ? 12 : 1;
  const sinceFirst = (weekdayOf(date) - firstWeekday + 7) % 7;
  switch (shifted ? key.slice('Shift+'.length) : key) {
    case 'ArrowRight':
      return addDays(date, rtl ? -1 : 1);
    case 'ArrowLeft':
      return addDays(date, rtl ? 1 : -1);
    case 'ArrowDown':
      return addDays(date, 7);
    case 'ArrowUp':
      return addDays(date, -7);
    case 'Home':
      return addDays(date, -sinceFirst);
    case 'End':
      return addDays(date, 6 - sinceFirst);
    case 'PageDown':
      return addMonthsToDate(date, months);
    case 'PageUp':
      return addMonthsToDate(date, -months);
    default:
      return undefined;
  }
}
