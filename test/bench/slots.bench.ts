import { deepStrictEqual } from 'node:assert';
import { availableParallelism, cpus } from 'node:os';
import type { Interval } from '../../src/domain/availability/interval.ts';
import { emptySchedule, everyWeek } from '../../src/domain/availability/schedule.ts';
import { findSlots, type SlotQuery } from '../../src/domain/availability/slots.ts';
import { waysPerOpening } from './per-opening.ts';
import { slotsPerDateFnsTz } from './per-slot-date-fns-tz.ts';
import { slotsPerLuxon } from './per-slot-luxon.ts';

/*
 * Slots a second for a month and a year with 1, 100 and 10,000 bookings. A coach in Berlin, 09:00-12:00 and 13:00-18:00
 * from Monday to Friday, starts every half hour, sessions of an hour. Bookings are spread over the working days of ten
 * years, so that a long history is in the list, as a plain query by coach returns it.
 *
 * Against two kinds of code: what is written first (each slot converted, each booking looked at) and what somebody writes who cares
 * for speed (one conversion an opening, bookings sorted once). The ways take turns, so that all of them meet the same machine.
 */

const DAY = 86_400_000;
const HOUR = 3_600_000;

const schedule = {
  ...emptySchedule('Europe/Berlin'),
  weekly_hours: [...everyWeek([1, 2, 3, 4, 5], '09:00', '12:00'), ...everyWeek([1, 2, 3, 4, 5], '13:00', '18:00')],
};

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

/** Milliseconds a call takes, a way: the median over `rounds` turns of 40 ms each, so that no way pays for the garbage of another. */
function time<Way extends string>(calls: Readonly<Record<Way, () => unknown>>, rounds: number): Record<Way, number> {
  const ways = Object.entries(calls) as [Way, () => unknown][];
  const taken = new Map(ways.map(([way]) => [way, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [way, call] of ways) {
      const until = performance.now() + 40;
      do {
        const start = performance.now();
        call();
        taken.get(way)?.push(performance.now() - start);
      } while (performance.now() < until);
    }
  }
  const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
  return Object.fromEntries(ways.map(([way]) => [way, median(taken.get(way) ?? [])])) as Record<Way, number>;
}

const rounded = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 3 });

const perSlot = { 'date-fns-tz': slotsPerDateFnsTz, luxon: slotsPerLuxon };

/** A table of how long a call of ours takes, and how many times longer each of the others. */
function compare(others: Readonly<Record<string, (query: SlotQuery) => Interval[]>>): void {
  const names = Object.keys(others);
  console.log(`| range | bookings | slots | ours | ${names.map((name) => `${name} takes`).join(' | ')} |`);
  console.log(`| --- | ---: | ---: | ---: |${' ---: |'.repeat(names.length)}`);
  for (const [name, range] of Object.entries({ month, year })) {
    for (const count of [1, 100, 10_000]) {
      const query: SlotQuery = { schedule, booked: bookings(count), range, now: 0, durationMinutes: 60 };
      const slots = findSlots(query);
      const calls = Object.entries({ ours: findSlots, ...others }).map(([way, find]) => {
        deepStrictEqual(find(query), slots);
        return [way, () => find(query)] as const;
      });
      const { ours = Number.NaN, ...theirs } = time(Object.fromEntries(calls), 12);
      const factors = Object.values(theirs).map((each) => `${rounded(each / ours)} ×`);
      console.log(
        `| ${name} | ${count.toLocaleString('en')} | ${slots.length} | ${rounded(ours)} ms | ${factors.join(' | ')} |`,
      );
    }
  }
}

console.log(`Node ${process.version}, ${cpus()[0]?.model.trim()}, ${availableParallelism()} cores`);
console.log('Milliseconds depend on the machine and on what else it does; the factors hardly do.');

const cold = performance.now();
findSlots({ schedule, booked: [], range: month, now: 0, durationMinutes: 60 });
const firstCall = performance.now() - cold;

console.log('\nOne conversion a slot, each slot against each booking:\n');
compare(perSlot);
console.log('\nOne conversion an opening, bookings sorted once:\n');
compare(waysPerOpening);
console.log(`\nThe very first call, nothing warm: ${rounded(firstCall)} ms`);
