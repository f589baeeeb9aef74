import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { groupByDay } from '../../../src/domain/availability/by-day.ts';

const slot = (start: string) => ({ start });
const slots = ['2025-11-15T22:30:00Z', '2025-11-15T23:30:00Z', '2025-11-16T09:00:00Z'].map(slot);

describe('slots by day', () => {
  it('lie on the days of the visitor', () => {
    expect([...groupByDay(slots, 'Europe/Berlin')].map(([day, there]) => [day, there.length])).toEqual([
      ['2025-11-15', 1],
      ['2025-11-16', 2],
    ]);
    expect([...groupByDay(slots, 'America/New_York').keys()]).toEqual(['2025-11-15', '2025-11-16']);
    expect([...groupByDay(slots, 'Pacific/Auckland').keys()]).toEqual(['2025-11-16']);
  });

  it('come in order of time and are the very slots given', () => {
    const grouped = groupByDay([...slots].reverse(), 'UTC');
    expect([...grouped.keys()]).toEqual(['2025-11-15', '2025-11-16']);
    expect(grouped.get('2025-11-15')?.[0]).toBe(slots[0]);
  });

  it('agree with Temporal on each hour of a year in a zone with half-hour daylight saving', () => {
    const zone = 'Australia/Lord_Howe';
    const hours = Array.from({ length: 8760 }, (_, hour) => slot(new Date(Date.UTC(2025, 0, 1, hour)).toISOString()));
    for (const [day, there] of groupByDay(hours, zone)) {
      for (const { start } of there) {
        expect(Temporal.Instant.from(start).toZonedDateTimeISO(zone).toPlainDate().toString()).toBe(day);
      }
    }
  });
});
