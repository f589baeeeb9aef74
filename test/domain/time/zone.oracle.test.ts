import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  instantsOf,
  localDateAt,
  minutesOfDayAt,
  offsetAt,
  resolveWallTime,
  startOfDay,
} from '../../../src/domain/time/zone.ts';
import { transitionsOf, zones } from './transitions.ts';

// FULL=1 reads the clock every five minutes around each transition instead of at the places where errors have been seen.
const full = process.env.FULL === '1';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const around = full
  ? Array.from({ length: 2 * 12 * 27 }, (_, index) => (index - 12 * 27) * 5 * MINUTE)
  : [-25 * HOUR, -DAY, -2 * HOUR, -HOUR, -30 * MINUTE, -MINUTE, 0, MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 23 * HOUR, DAY];

type Reading = { date: string; minutes: number };

/** What Temporal says about one clock reading, as the instants that show it. */
function instantsByTemporal(zone: string, wall: Temporal.PlainDateTime): number[] {
  const passes = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(zone, { disambiguation }),
  );
  const shown = passes.filter((pass) => pass.toPlainDateTime().equals(wall)).map((pass) => pass.epochMilliseconds);
  return [...new Set(shown)];
}

function reading(wall: Temporal.PlainDateTime): Reading {
  return { date: wall.toPlainDate().toString(), minutes: wall.hour * 60 + wall.minute };
}

/** Disagreements of our zone arithmetic with Temporal around one transition; empty when there are none. */
function disagreements(zone: string, transition: number): string[] {
  const wrong: string[] = [];
  const expectSame = (what: string, ours: unknown, theirs: unknown) => {
    if (JSON.stringify(ours) !== JSON.stringify(theirs))
      wrong.push(`${zone} ${what}: ours ${ours}, Temporal ${theirs}`);
  };
  const before = Temporal.Instant.fromEpochMilliseconds(transition - 1).toZonedDateTimeISO(zone);
  const after = Temporal.Instant.fromEpochMilliseconds(transition).toZonedDateTimeISO(zone);
  expectSame('offset 1 ms before', offsetAt(zone, transition - 1), before.offsetNanoseconds / 1e6);
  expectSame('offset at the transition', offsetAt(zone, transition), after.offsetNanoseconds / 1e6);

  // The wall times on either side of the transition: within the gap or the repetition, at its edges and beyond.
  const turned = Temporal.Instant.fromEpochMilliseconds(transition);
  const lastOffset = before.offsetNanoseconds / 1e6;
  for (const shift of around) {
    const instant = transition + shift;
    const zoned = turned.add({ milliseconds: shift }).toZonedDateTimeISO(zone);
    expectSame(`offset at ${instant}`, offsetAt(zone, instant), zoned.offsetNanoseconds / 1e6);
    expectSame(`date at ${instant}`, localDateAt(zone, instant), zoned.toPlainDate().toString());
    expectSame(`minutes at ${instant}`, minutesOfDayAt(zone, instant), zoned.hour * 60 + zoned.minute);

    const wall = new Temporal.PlainDateTime(1970, 1, 1).add({ milliseconds: instant + lastOffset });
    const { date, minutes } = reading(wall);
    const theirs = instantsByTemporal(zone, wall);
    expectSame(`instants of ${wall}`, instantsOf(zone, date, minutes), theirs);
    for (const repeated of ['earlier', 'later'] as const) {
      const resolved = resolveWallTime(zone, date, minutes, { repeated });
      const wanted = theirs.length === 0 ? transition : repeated === 'earlier' ? theirs[0] : theirs.at(-1);
      expectSame(`${repeated} ${wall}`, resolved, wanted);
    }
  }
  for (const days of [-1, 0, 1]) {
    const date = before.toPlainDate().add({ days });
    const start = date.toZonedDateTime(zone).epochMilliseconds;
    expectSame(`start of ${date}`, startOfDay(zone, date.toString()), start);
  }
  return wrong;
}

describe('zone arithmetic against Temporal, every transition from 2015 to 2035', () => {
  it('covers every zone that Intl knows', () => {
    expect(zones.length).toBeGreaterThan(400);
  });

  for (const region of new Set(zones.map((zone) => zone.split('/')[0] ?? zone))) {
    it(`agrees on every offset, day and wall time in ${region}`, { timeout: 600_000 }, () => {
      const wrong = zones
        .filter((zone) => zone.startsWith(region))
        .flatMap((zone) => transitionsOf(zone).flatMap((transition) => disagreements(zone, transition)));
      expect(wrong).toEqual([]);
    });
  }

  it('agrees between transitions too, on a day of each month', { timeout: 600_000 }, () => {
    const wrong: string[] = [];
    const years = full ? Array.from({ length: 21 }, (_, index) => 2015 + index) : [2015, 2022, 2035];
    for (const zone of zones) {
      for (const year of years) {
        for (let month = 1; month <= 12; month++) {
          const instant = Date.UTC(year, month - 1, 3 * month - 2, month * 2, 7);
          const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
          if (offsetAt(zone, instant) !== zoned.offsetNanoseconds / 1e6) wrong.push(`${zone} at ${zoned}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
