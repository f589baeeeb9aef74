import { fromZonedTime } from 'date-fns-tz';
import { DateTime } from 'luxon';
import { Temporal } from 'temporal-polyfill';
import { minutesOf } from '../../src/domain/availability/hours.ts';
import type { Interval } from '../../src/domain/availability/interval.ts';
import type { SlotQuery } from '../../src/domain/availability/slots.ts';

/*
 * As somebody who cares for speed would write it with each library: one conversion an opening instead of one a slot, and bookings
 * that are filtered and sorted once, then walked along with the slots. Plain weekly hours and `clock` starts only; a change of
 * clocks inside an opening is not looked at, and none falls in working hours.
 */

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The instant of a wall time: `minute` minutes after midnight of `date`, epoch ms. */
type ToInstant = (zone: string, date: string, minute: number) => number;

function slotsPerOpening(
  { schedule, booked, range, now, durationMinutes }: SlotQuery,
  toInstant: ToInstant,
): Interval[] {
  const duration = durationMinutes * MINUTE;
  const step = (schedule.slot_step_minutes ?? durationMinutes) * MINUTE;
  const near = booked
    .filter(({ start, end }) => start < range.end + duration && end > range.start)
    .sort((a, b) => a.start - b.start);
  const days = new Map<number, { from: number; to: number }[]>();
  for (const { weekday, start, end } of schedule.weekly_hours) {
    const hours = { from: minutesOf(start), to: minutesOf(end) };
    days.set(
      weekday,
      [...(days.get(weekday) ?? []), hours].sort((a, b) => a.from - b.from),
    );
  }
  const slots: Interval[] = [];
  let next = 0;
  for (let day = Math.floor(range.start / DAY) - 1; day * DAY < range.end + DAY; day++) {
    const at = new Date(day * DAY);
    const date = at.toISOString().slice(0, 10);
    for (const { from, to } of days.get(at.getUTCDay() || 7) ?? []) {
      const opened = toInstant(schedule.time_zone, date, from);
      const last = opened + (to - from) * MINUTE - duration;
      for (let start = opened; start <= last; start += step) {
        if (start < range.start || start >= range.end || start <= now) continue;
        while ((near[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
        if ((near[next]?.start ?? Number.POSITIVE_INFINITY) < start + duration) continue;
        slots.push({ start, end: start + duration });
      }
    }
  }
  return slots;
}

const two = (value: number) => String(value).padStart(2, '0');
const wallTime = (date: string, minute: number) => `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Offset of a zone at an instant by `Intl`, ms; one formatter a zone, its parts read from one text. */
function offsetAt(zone: string, at: number): number {
  let format = formats.get(zone);
  if (!format) {
    const digits = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
    format = new Intl.DateTimeFormat('en-US', { ...digits, second: 'numeric', timeZone: zone, hourCycle: 'h23' });
    formats.set(zone, format);
  }
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = format
    .format(at)
    .split(/\D+/)
    .map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - at;
}

/** The careful ways, by the library that turns a wall time into an instant. */
export const waysPerOpening = {
  'date-fns-tz': (query: SlotQuery) =>
    slotsPerOpening(query, (zone, date, minute) => fromZonedTime(wallTime(date, minute), zone).getTime()),
  luxon: (query: SlotQuery) =>
    slotsPerOpening(query, (zone, date, minute) => DateTime.fromISO(wallTime(date, minute), { zone }).toMillis()),
  'temporal-polyfill': (query: SlotQuery) =>
    slotsPerOpening(
      query,
      (zone, date, minute) =>
        Temporal.PlainDateTime.from(wallTime(date, minute)).toZonedDateTime(zone).epochMilliseconds,
    ),
  'Intl by hand': (query: SlotQuery) =>
    slotsPerOpening(query, (zone, date, minute) => {
      const wall = Date.parse(`${wallTime(date, minute)}Z`);
      const near = wall - offsetAt(zone, wall);
      return wall - offsetAt(zone, near);
    }),
};
