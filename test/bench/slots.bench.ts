import { deepStrictEqual } from 'node:assert';
import { availableParallelism, cpus } from 'node:os';
import type { Interval } from '../../src/domain/availability/interval.ts';
import { emptySchedule, everyWeek } from '../../src/domain/availability/schedule.ts';
import { findSlots, type SlotQuery } from '../../src/domain/availability/slots.ts';
import { slotsPerDateFnsTz } from './per-slot-date-fns-tz.ts';
import { slotsPerLuxon } from './per-slot-luxon.ts';

/*
 * Slots a second for a month and a year with 1, 100 and 10,000 bookings. A coach in Berlin, 09:00-12:00 and 13:00-18:00
 * from Monday to Friday, starts every half hour, sessions of an hour. Bookings are spread over the working days of ten
 * years, so that a long history is in the list, as a plain query by coach returns it.
 */

const DAY = 86_400_000;
const HOUR = 3_600_000;

const schedule = {
  ...emptySchedule('Europe/Berlin'),
  weekly_hours: [...everyWeek([1, 2, 3, 4, 5], '09:00', '12:00'), ...everyWeek([1, 2, 3, 4, 5], '13:00', '18:00')],
};

const ways = { ours: findSlots, 'date-fns-tz': slotsPerDateFnsTz, luxon: slotsPerLuxon };

// date-fns-tz answers with the offset of another hour near a change of clocks, but none falls in working hours.
const month = { start: Date.UTC(2025, 10, 1), end: Date.UTC(2025, 11, 1) };
const year = { start: Date.UTC(2025, 0, 1), end: Date.UTC(2026, 0, 1) };

/** `count` sessions of an hour between 2020 and 2029, the same in each run, in no order. */
function bookings(count: number): Interval[] {
  let seed = 42;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const first = Date.UTC(2020, 0, 1);
  return Array.from({ length: count }, () => {
    const start = first + next(3652) * DAY + (8 + next(9)) * HOUR;
    return { start, end: start + HOUR };
  });
}

/** Milliseconds a call takes: the median of as many calls as fit into `budget` ms, at least three. */
function time(call: () => unknown, budget = 1200): number {
  const begun = performance.now();
  const taken: number[] = [];
  do {
    const start = performance.now();
    call();
    taken.push(performance.now() - start);
  } while (taken.length < 3 || performance.now() - begun < budget);
  taken.sort((a, b) => a - b);
  return taken[Math.floor(taken.length / 2)] ?? Number.NaN;
}

const rounded = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 3 });

console.log(`Node ${process.version}, ${cpus()[0]?.model.trim()}, ${availableParallelism()} cores\n`);
console.log(
  '| range | bookings | slots | ours, slots/s | date-fns-tz, slots/s | luxon, slots/s | ours against the faster |',
);
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');

const cold = performance.now();
findSlots({ schedule, booked: [], range: month, now: 0, durationMinutes: 60 });
const firstCall = performance.now() - cold;

for (const [name, range] of Object.entries({ month, year })) {
  for (const count of [1, 100, 10_000]) {
    const query: SlotQuery = { schedule, booked: bookings(count), range, now: 0, durationMinutes: 60 };
    const slots = findSlots(query);
    for (const way of Object.values(ways)) deepStrictEqual(way(query), slots);
    const [ours = 0, ...others] = Object.values(ways).map((way) => slots.length / (time(() => way(query)) / 1000));
    const factor = ours / Math.max(...others);
    console.log(
      `| ${name} | ${count.toLocaleString('en')} | ${slots.length} | ${[ours, ...others].map(rounded).join(' | ')} | ${rounded(factor)} × |`,
    );
  }
}

console.log('\nOne coach, one month:');
for (const count of [1, 100, 10_000]) {
  const query: SlotQuery = { schedule, booked: bookings(count), range: month, now: 0, durationMinutes: 60 };
  console.log(`- ${count.toLocaleString('en')} bookings: ${rounded(time(() => findSlots(query)))} ms`);
}
console.log(`- the very first call, nothing warm: ${rounded(firstCall)} ms`);
