import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readBusy } from '../../../src/domain/calendar/read-busy.ts';
import { recurrence } from '../../../src/domain/calendar/reading/recurrence.ts';
import { readRule } from '../../../src/domain/calendar/reading/recurrence-rule.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

interface Parts {
  readonly freq: 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY';
  readonly interval: number;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly days: readonly { readonly nth: number; readonly day: number }[];
  readonly hours: readonly number[];
  readonly positions: readonly number[];
  readonly weekStart: number;
}

const listOf = <T>(each: fc.Arbitrary<T>, most: number) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant<T[]>([]) }, fc.uniqueArray(each, { minLength: 1, maxLength: most }));
const signed = (most: number) => fc.integer({ min: -most, max: most }).filter((value) => value !== 0);

const parts: fc.Arbitrary<Parts> = fc
  .record({
    freq: fc.constantFrom('YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'),
    interval: fc.integer({ min: 1, max: 4 }),
    months: listOf(fc.integer({ min: 1, max: 12 }), 4),
    monthDays: listOf(signed(31), 4),
    yearDays: listOf(signed(366), 4),
    days: listOf(fc.record({ nth: fc.oneof(fc.constant(0), signed(5)), day: fc.integer({ min: 1, max: 7 }) }), 3),
    hours: listOf(fc.integer({ min: 0, max: 23 }), 2),
    positions: listOf(signed(6), 2),
    weekStart: fc.integer({ min: 1, max: 7 }),
  })
  .map(
    (each): Parts => ({
      ...(each as Parts),
      // Where RFC 5545 allows them.
      yearDays: each.freq === 'YEARLY' ? each.yearDays : [],
      monthDays: each.freq === 'WEEKLY' ? [] : each.monthDays,
      days: each.days.map(({ nth, day }) => ({ day, nth: /Y?EARLY|MONTHLY/.test(each.freq) ? nth : 0 })),
    }),
  );

const start = fc
  .record({
    day: fc.integer({ min: 0, max: 3000 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.constantFrom(0, 7, 30),
  })
  .map(({ day, hour, minute }) => new Temporal.PlainDateTime(2019, 1, 1, hour, minute).add({ days: day }));

function written(rule: Parts): string {
  const part = (name: string, list: readonly unknown[]) => (list.length > 0 ? [`${name}=${list.join(',')}`] : []);
  return [
    `FREQ=${rule.freq}`,
    `INTERVAL=${rule.interval}`,
    `WKST=${DAYS[rule.weekStart - 1]}`,
    ...part('BYMONTH', rule.months),
    ...part('BYMONTHDAY', rule.monthDays),
    ...part('BYYEARDAY', rule.yearDays),
    ...part(
      'BYDAY',
      rule.days.map(({ nth, day }) => `${nth || ''}${DAYS[day - 1]}`),
    ),
    ...part('BYHOUR', rule.hours),
    ...part('BYSETPOS', rule.positions),
  ].join(';');
}

/**
 * Every occurrence up to a day, found by looking at each day there is and asking whether the rule speaks of it: slow, by Temporal,
 * and with nothing of the code under test.
 */
function oracle(rule: Parts, first: Temporal.PlainDateTime, end: Temporal.PlainDate): string[] {
  const open = rule.months.length + rule.monthDays.length + rule.yearDays.length + rule.days.length === 0;
  const begin = first.toPlainDate();
  const weekOf = (day: Temporal.PlainDate) => day.subtract({ days: (day.dayOfWeek - rule.weekStart + 7) % 7 });
  const periodOf = (day: Temporal.PlainDate): number => {
    if (rule.freq === 'YEARLY') return day.year - begin.year;
    if (rule.freq === 'MONTHLY') return (day.year - begin.year) * 12 + day.month - begin.month;
    if (rule.freq === 'WEEKLY') return weekOf(begin).until(weekOf(day)).days / 7;
    return begin.until(day).days;
  };
  /** The days of that weekday in the month or the year, in order. */
  const alike = (day: Temporal.PlainDate) => {
    const inMonth = rule.freq === 'MONTHLY' || rule.months.length > 0;
    const from = inMonth ? day.with({ day: 1 }) : day.with({ month: 1, day: 1 });
    const length = inMonth ? day.daysInMonth : day.daysInYear;
    return Array.from({ length }, (_, index) => from.add({ days: index })).filter(
      (each) => each.dayOfWeek === day.dayOfWeek,
    );
  };
  const speaksOf = (day: Temporal.PlainDate): boolean => {
    const { months, monthDays, yearDays, days } = rule;
    if (months.length > 0 && !months.includes(day.month)) return false;
    if (monthDays.length > 0 && !monthDays.some((each) => (each > 0 ? each : day.daysInMonth + 1 + each) === day.day))
      return false;
    if (
      yearDays.length > 0 &&
      !yearDays.some((each) => (each > 0 ? each : day.daysInYear + 1 + each) === day.dayOfYear)
    )
      return false;
    if (days.length > 0) {
      return days.some(({ nth, day: weekday }) => {
        if (weekday !== day.dayOfWeek) return false;
        return (
          nth === 0 ||
          alike(day)
            .at(nth > 0 ? nth - 1 : nth)
            ?.equals(day) === true
        );
      });
    }
    if (monthDays.length + yearDays.length > 0) return true;
    // What the rule leaves open is as at the start.
    if (rule.freq === 'WEEKLY') return day.dayOfWeek === begin.dayOfWeek;
    if (rule.freq === 'MONTHLY') return day.day === begin.day;
    if (rule.freq === 'YEARLY') return day.day === begin.day && (!open || day.month === begin.month);
    return true;
  };
  const hours = [...(rule.hours.length > 0 ? rule.hours : [first.hour])].sort((a, b) => a - b);
  const periods = new Map<number, string[]>();
  // From a year before the start: positions count from where the period of the start begins.
  for (let day = begin.subtract({ days: 366 }); Temporal.PlainDate.compare(day, end) < 0; day = day.add({ days: 1 })) {
    const period = periodOf(day);
    if (period < 0 || period % rule.interval !== 0 || !speaksOf(day)) continue;
    const times = hours.map((hour) => day.toPlainDateTime({ hour, minute: first.minute }).toString());
    periods.set(period, [...(periods.get(period) ?? []), ...times]);
  }
  const all = [...periods.values()].flatMap((times) => {
    if (rule.positions.length === 0) return times;
    const chosen = rule.positions.map((position) => times.at(position > 0 ? position - 1 : position));
    return times.filter((time) => chosen.includes(time));
  });
  return [first.toString(), ...all.filter((time) => time > first.toString())];
}

const asText = (wall: number) => new Date(wall).toISOString().slice(0, 19);
const asWall = (time: Temporal.PlainDateTime) => Date.parse(`${time.toString()}Z`);

describe('a recurrence rule', () => {
  test('comes when a look at every single day says so', () => {
    fc.assert(
      fc.property(parts, start, (rule, first) => {
        // A whole number of years: the last period is not cut, or positions from its end would differ.
        const end = new Temporal.PlainDate(first.year + 4, 1, 1);
        const from = asWall(first);
        const found = recurrence(readRule(written(rule)), from, { from, to: Date.UTC(end.year, 0, 1) });
        const weekEnd = Date.UTC(end.year - 1, 11, 20);
        const untilThen = (times: readonly string[]) => times.filter((time) => time < asText(weekEnd));
        expect(untilThen([...found].map(asText))).toEqual(
          untilThen(oracle(rule, first, end).map((time) => `${time.slice(0, 16)}:00`)),
        );
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test('comes at the same times when only a later stretch is asked for', () => {
    fc.assert(
      fc.property(parts, start, fc.integer({ min: 0, max: 6000 }), (rule, first, days) => {
        const from = asWall(first);
        const [later, to] = [from + days * 86_400_000, from + (days + 400) * 86_400_000];
        const read = readRule(written(rule));
        const inStretch = (walls: Iterable<number>) => [...walls].filter((wall) => wall >= later).map(asText);
        expect(inStretch(recurrence(read, from, { from: later, to }))).toEqual(
          inStretch(recurrence({ ...read, count: 1e9 }, from, { from, to })),
        );
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  test('of an event is busy at the instants its zone gives, whichever way the zone and the end of the rule are written', () => {
    const zones = fc.constantFrom(
      ['Europe/Berlin', 'W. Europe Standard Time'],
      ['America/New_York', '/citadel.org/20210210_1/America/New_York'],
      ['Australia/Lord_Howe', 'Lord Howe Standard Time'],
      ['Asia/Kolkata', '(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi'],
      ['America/St_Johns', '(UTC-03:30) Newfoundland'],
    );
    const ends = fc.constantFrom('utc', 'local', 'count', 'none');
    fc.assert(
      fc.property(
        parts,
        start,
        zones,
        ends,
        fc.integer({ min: 1, max: 30 }),
        (rule, first, [zone, tzid], end, count) => {
          const last = new Temporal.PlainDate(first.year + 3, 1, 1);
          const instants = oracle({ ...rule, positions: [] }, first, last).map(
            (time) => Temporal.PlainDateTime.from(time).toZonedDateTime(zone ?? 'UTC').epochMilliseconds,
          );
          const times = oracle({ ...rule, positions: [] }, first, last);
          const stop = Math.min(count, times.length) - 1;
          const compact = (text: string) => text.slice(0, 19).replace(/[-:]/g, '');
          const until = {
            utc: `;UNTIL=${compact(new Date(instants[stop] ?? 0).toISOString())}Z`,
            local: `;UNTIL=${compact(`${(times[stop] ?? '').slice(0, 16)}:00`)}`,
            count: `;COUNT=${stop + 1}`,
            none: '',
          }[end];
          const at = `${compact(`${first.toString().slice(0, 16)}:00`)}`;
          const text = [
            'BEGIN:VCALENDAR',
            'BEGIN:VEVENT',
            `DTSTART;TZID="${tzid}":${at}`,
            'DURATION:PT1M',
            `RRULE:${written({ ...rule, positions: [] })}${until}`,
            'END:VEVENT',
            'END:VCALENDAR',
          ].join('\r\n');
          const range = { start: Date.UTC(2018, 0, 1), end: Date.UTC(first.year + 2, 11, 1) };
          const expected = (end === 'none' ? instants : instants.slice(0, stop + 1)).filter((each) => each < range.end);
          // Clock readings that are skipped when the clocks go forward meet those an hour later.
          const distinct = [...new Set(expected)].sort((a, b) => a - b);
          const { busy, skipped, guessed } = readBusy(text, { range, timeZone: 'Pacific/Apia' });
          expect({ skipped, guessed }).toEqual({ skipped: 0, guessed: 0 });
          expect(busy.map(({ start: begin }) => new Date(begin).toISOString())).toEqual(
            distinct.map((each) => new Date(each).toISOString()),
          );
        },
      ),
      { numRuns: 80 },
    );
  }, 60_000);
});
