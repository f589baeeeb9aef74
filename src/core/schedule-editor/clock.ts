import type { Hours } from '../../contract/schedule.ts';
import type { LocalTime } from '../../contract/values.ts';
import type { DaySpan } from '../../domain/availability/hours.ts';
import { DAY_MINUTES } from '../../domain/time/units.ts';

/** 570 as `09:30`, 1440 as `24:00`. */
export function timeOf(minutes: number): LocalTime {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Writes a span as hours: an end past midnight with `ends_next_day`, midnight itself as `24:00`. */
export function hoursOf({ start, end }: DaySpan): Hours {
  return {
    start: timeOf(start),
    end: timeOf(end > DAY_MINUTES ? end - DAY_MINUTES : end),
    ends_next_day: end > DAY_MINUTES,
  };
}

/** Moves a span within its day. Hours within one day stay within it; hours past midnight still begin on that day. */
export function shiftSpan({ start, end }: DaySpan, minutes: number, step: number): DaySpan {
  const last = end > DAY_MINUTES ? DAY_MINUTES - step : DAY_MINUTES - (end - start);
  const moved = Math.min(Math.max(0, start + minutes), Math.max(0, last));
  return { start: moved, end: moved + end - start };
}

/** Moves the end of a span (at least `step` after the start, at most 24 hours, past midnight allowed), or its start. */
export function resizeSpan({ start, end }: DaySpan, edge: 'start' | 'end', minutes: number, step: number): DaySpan {
  if (edge === 'end') return { start, end: Math.min(Math.max(start + step, end + minutes), start + DAY_MINUTES) };
  return { start: Math.min(Math.max(0, end - DAY_MINUTES, start + minutes), end - step, DAY_MINUTES - step), end };
}

/** The nearest multiple of `step`. */
export function snap(minutes: number, step: number): number {
  return Math.round(minutes / step) * step;
}

/**
 * Reads a time as people type it: `9`, `9:30`, `0930`, `9.30`, `9h30`, `9 pm`, `12am`, `24:00`.
 * Undefined when the text is not a time.
 */
export function parseTime(text: string): LocalTime | undefined {
  const match = /^\s*(\d{1,2})(?:\s*[:.hH]\s*(\d{1,2})?|(\d\d))?\s*(?:([ap])\.?\s*m\.?)?\s*$/i.exec(
    text.replace(/\u202f|\u00a0/g, ' '),
  );
  if (!match) return undefined;
  const [, hourText, afterMark, afterHour, half] = match;
  const minute = Number(afterMark ?? afterHour ?? 0);
  let hour = Number(hourText);
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (minute > 59 || hour * 60 + minute > DAY_MINUTES) return undefined;
  return timeOf(hour * 60 + minute);
}
