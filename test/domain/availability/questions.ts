import fc from 'fast-check';
import type { DateOverride, Hours, Schedule, WeeklyHours, ZoneOverride } from '../../../src/contract/schedule.ts';
import { transitionsOf, zones } from '../time/transitions.ts';
import type { Question } from './oracle.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const FIRST = Date.UTC(100, 0, 1);
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59);

const known = new Map<string, number[]>();

function transitions(zone: string): number[] {
  const found = known.get(zone) ?? transitionsOf(zone);
  known.set(zone, found);
  return found;
}

/** A zone and a moment from 2015 to 2035: three times out of four on a day when its clocks change, if they ever do. */
const placeAndTime = fc
  .tuple(fc.constantFrom(...zones), fc.nat(), fc.nat({ max: 3 }), fc.integer({ min: -30 * 60, max: 30 * 60 }))
  .map(([zone, pick, bias, minutes]) => {
    const turns = transitions(zone);
    const turn = turns[pick % Math.max(1, turns.length)];
    const anywhere = Date.UTC(2015, 0, 1) + (pick % 7670) * DAY;
    return { zone, centre: (bias > 0 ? (turn ?? anywhere) : anywhere) + minutes * MINUTE };
  });

/** Both ends of what the contract can say: the first days there are (in zones without a history), and the last. */
const placeAtTheEnds = fc.oneof(
  fc
    .tuple(fc.constantFrom('UTC', 'Etc/GMT+12', 'Etc/GMT-14'), fc.integer({ min: 0, max: 4 * 1440 }))
    .map(([zone, minutes]) => ({ zone, centre: FIRST + minutes * MINUTE })),
  fc
    .tuple(fc.constantFrom(...zones, 'Pacific/Kiritimati', 'Etc/GMT+12'), fc.integer({ min: 0, max: 4 * 1440 }))
    .map(([zone, minutes]) => ({ zone, centre: LAST - minutes * MINUTE })),
);

/** A day near a moment, as far as it can be written. */
function dateAround(centre: number): fc.Arbitrary<string> {
  return fc
    .integer({ min: -4, max: 4 })
    .map((days) => new Date(Math.min(LAST, Math.max(FIRST, centre + days * DAY))).toISOString().slice(0, 10));
}

function writtenTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Hours that crowd around midnight and the small hours, where clocks change. */
function someHours(grid: number): fc.Arbitrary<Hours> {
  const minute = (max: number) => fc.integer({ min: 0, max: Math.floor(max / grid) }).map((units) => units * grid);
  const start = fc.oneof(
    minute(1439),
    minute(240),
    minute(120).map((minutes) => 1320 - (1320 % grid) + minutes),
  );
  const length = fc.oneof(minute(180), minute(720), fc.constant(1440));
  return fc.tuple(start, length).map(([rough, more]) => {
    const begin = Math.min(rough, 1439 - (1439 % grid));
    const end = begin + Math.max(grid, more);
    if (end <= 1440) return { start: writtenTime(begin), end: writtenTime(end) };
    return { start: writtenTime(begin), end: writtenTime(Math.min(end - 1440, 1440)), ends_next_day: true };
  });
}

function weekly(centre: number, grid: number): fc.Arbitrary<WeeklyHours[]> {
  const one = fc
    .record(
      {
        hours: someHours(grid),
        weekday: fc.integer({ min: 1, max: 7 }),
        valid_from: fc.option(dateAround(centre), { freq: 2 }),
        valid_until: fc.option(dateAround(centre), { freq: 2 }),
        every_weeks: fc.integer({ min: 1, max: 3 }),
        anchor: fc.option(dateAround(centre), { freq: 2 }),
      },
      { requiredKeys: ['hours', 'weekday'] },
    )
    .map(({ hours, ...rest }) => ({ ...hours, ...rest }));
  // Now and then a whole week without a gap: openings that join across days.
  const always = Array.from({ length: 7 }, (_, day) => ({ weekday: day + 1, start: '00:00', end: '24:00' }));
  const daily = someHours(grid).map((hours) => always.map(({ weekday }) => ({ ...hours, weekday })));
  return fc.oneof(
    { weight: 6, arbitrary: fc.array(one, { minLength: 5, maxLength: 20, size: 'max' }) },
    { weight: 5, arbitrary: fc.tuple(daily, daily).map((both) => both.flat()) },
    { weight: 1, arbitrary: fc.constant(always) },
  );
}

function overrides(centre: number, grid: number): fc.Arbitrary<DateOverride[]> {
  const one = fc
    .tuple(
      dateAround(centre),
      dateAround(centre),
      fc.constantFrom('closed' as const, 'hours' as const, 'extra' as const, 'extra' as const),
      fc.array(someHours(grid), { maxLength: 2 }),
      fc.boolean(),
    )
    .map(([from, until, kind, hours, single]) => ({ from, until: single || until < from ? from : until, kind, hours }));
  return fc.array(one, { maxLength: 3 });
}

function travel(centre: number): fc.Arbitrary<ZoneOverride[]> {
  // Before there were time zones, offsets had odd seconds: only fixed ones are asked for then.
  const places = centre < Date.UTC(1970, 0, 1) ? ['UTC', 'Etc/GMT+12', 'Etc/GMT-14'] : zones;
  const until = fc.option(dateAround(centre), { freq: 4 });
  const one = fc.record({ from: dateAround(centre), until, time_zone: fc.constantFrom(...places) });
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant<ZoneOverride[]>([]) },
    { weight: 1, arbitrary: fc.array(one, { minLength: 1, maxLength: 2 }) },
  );
}

function schedules(zone: string, centre: number, grid: number): fc.Arbitrary<Schedule> {
  const minutes = (...choices: number[]) => fc.constantFrom(0, 0, ...choices);
  return fc.record({
    time_zone: fc.constant(zone),
    zone_overrides: travel(centre),
    weekly_hours: weekly(centre, grid),
    date_overrides: overrides(centre, grid),
    buffer_before_minutes: minutes(5, 10, 17),
    buffer_after_minutes: minutes(5, 15, 23),
    minimum_notice_minutes: minutes(60, 90, 1440, 7),
    booking_window: fc.oneof(
      { weight: 3, arbitrary: fc.constant({ kind: 'unlimited' as const }) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 6 }).map((days) => ({ kind: 'rolling' as const, days })) },
      { weight: 1, arbitrary: dateAround(centre).map((date) => ({ kind: 'until' as const, date })) },
    ),
    daily_limit: fc.oneof(fc.constant(null), fc.constant(null), fc.integer({ min: 1, max: 4 })),
    weekly_limit: fc.oneof(fc.constant(null), fc.constant(null), fc.integer({ min: 1, max: 9 })),
    slot_step_minutes: fc.option(fc.constantFrom(15, 30, 45, 50, 60, 75, 420).map((step) => step - (step % grid))),
    slot_alignment: fc.constantFrom('interval' as const, 'clock' as const),
    durations: fc.constantFrom([], [], [], [{ minutes: 30 }, { minutes: 60 }, { minutes: 90 }]),
    cancel_notice_minutes: fc.constant(0),
    move_notice_minutes: fc.constant(0),
  });
}

/** Questions to put to the engine and the oracle alike: any zone, 2015 to 2035, most on a day when the clocks change. */
export function questions(grid: number, longest: number): fc.Arbitrary<Question> {
  return questionsAt(placeAndTime, grid, longest);
}

/** The same around the first and the last day of the contract. */
export function questionsAtTheEnds(grid: number, longest: number): fc.Arbitrary<Question> {
  return questionsAt(placeAtTheEnds, grid, longest);
}

function questionsAt(place: typeof placeAndTime, grid: number, longest: number): fc.Arbitrary<Question> {
  return place.chain(({ zone, centre }) => {
    const moment = fc.integer({ min: -3 * DAY, max: 3 * DAY }).map((shift) => centre + shift);
    const busy = (max: number) =>
      fc.array(
        fc.tuple(moment, fc.constantFrom(0, 15, 60, 90)).map(([start, length]) => {
          const begin = Math.floor(start / MINUTE) * MINUTE;
          return { start: begin, end: begin + length * MINUTE };
        }),
        { maxLength: max, size: 'max' },
      );
    return fc.record({
      schedule: schedules(zone, centre, grid),
      booked: busy(8),
      blocked: busy(3),
      range: fc
        .tuple(fc.integer({ min: 0, max: longest }), fc.integer({ min: 1, max: longest }))
        .map(([back, on]) => ({ start: centre - back, end: centre + on })),
      now: fc.oneof(fc.constant(centre - 3 * DAY), fc.constant(centre - 3 * DAY), moment),
      durationMinutes: fc.constantFrom(15, 30, 45, 60, 60, 90, 480).map((minutes) => minutes - (minutes % grid)),
      grid: fc.constant(grid),
    });
  });
}
