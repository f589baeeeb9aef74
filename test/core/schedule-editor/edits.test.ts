import { describe, expect, it } from 'vitest';
import { type Draft, draftOf, newKey, sameSchedule, scheduleOf } from '../../../src/core/schedule-editor/draft.ts';
import { applyEdit, type Edit } from '../../../src/core/schedule-editor/edits.ts';
import { emptySchedule, everyWeek } from '../../../src/domain/availability/schedule.ts';

const draft = draftOf({ ...emptySchedule('Europe/Berlin'), weekly_hours: everyWeek([1, 2], '09:00', '17:00') });
const hoursOn = (after: Draft, weekday: number) =>
  after.weekly_hours.filter((hours) => hours.weekday === weekday).map(({ start, end }) => `${start}-${end}`);
const edited = (...edits: readonly Edit[]) => edits.reduce(applyEdit, draft);

describe('an edit', () => {
  it('adds, changes and removes hours by their key', () => {
    const key = newKey(draft);
    const added = edited({ type: 'add-hours', key, hours: { weekday: 5, start: '09:00', end: '12:00' } });
    expect(hoursOn(added, 5)).toEqual(['09:00-12:00']);
    const changed = applyEdit(added, { type: 'change-hours', key, change: { every_weeks: 2, anchor: '2025-11-14' } });
    expect(changed.weekly_hours.at(-1)).toMatchObject({ key, every_weeks: 2, anchor: '2025-11-14', start: '09:00' });
    expect(hoursOn(applyEdit(changed, { type: 'remove-hours', key }), 5)).toEqual([]);
  });

  it('reads an end of 00:00 on the same day as the midnight that ends it', () => {
    const midnight = edited({ type: 'change-hours', key: 'k1', change: { end: '00:00' } });
    expect(hoursOn(midnight, 1)).toEqual(['09:00-24:00']);
    const nextDay = edited({
      type: 'change-hours',
      key: 'k1',
      change: { start: '22:00', end: '00:00', ends_next_day: true },
    });
    expect(hoursOn(nextDay, 1)).toEqual(['22:00-00:00']);
  });

  it('copies one interval to other days once', () => {
    const copied = edited({ type: 'copy-hours', key: 'k1', to: [2, 3, 4] });
    expect([2, 3, 4].map((day) => hoursOn(copied, day))).toEqual([['09:00-17:00'], ['09:00-17:00'], ['09:00-17:00']]);
    expect(new Set(copied.weekly_hours.map(({ key }) => key)).size).toBe(4);
  });

  it('gives other days exactly the hours of one', () => {
    const split = edited(
      { type: 'change-hours', key: 'k1', change: { end: '12:00' } },
      {
        type: 'add-hours',
        key: 'k9',
        hours: { weekday: 1, start: '13:00', end: '17:00' },
      },
    );
    const copied = applyEdit(split, { type: 'copy-day', from: 1, to: [1, 2, 5] });
    for (const day of [1, 2, 5]) expect(hoursOn(copied, day)).toEqual(['09:00-12:00', '13:00-17:00']);
    expect(new Set(copied.weekly_hours.map(({ key }) => key)).size).toBe(6);
  });

  it('that changes nothing gives back the very same draft', () => {
    expect(edited({ type: 'change-hours', key: 'k1', change: { start: '09:00' } })).toBe(draft);
    expect(edited({ type: 'change-settings', change: { daily_limit: null } })).toBe(draft);
    expect(edited({ type: 'remove-override', key: 'k77' })).toBe(draft);
  });
});

describe('two schedules', () => {
  it('are the same whatever their order, keys and empty fields', () => {
    const [monday, tuesday] = everyWeek([1, 2], '09:00', '17:00');
    if (!monday || !tuesday) throw new Error('two days were made');
    const wordy = { ...monday, every_weeks: 1, valid_from: null, anchor: '2025-11-14', ends_next_day: false };
    expect(sameSchedule(draft, { ...emptySchedule('Europe/Berlin'), weekly_hours: [tuesday, wordy] })).toBe(true);
    expect(sameSchedule(draft, { ...scheduleOf(draft), daily_limit: 3 })).toBe(false);
    expect(sameSchedule(draft, { ...scheduleOf(draft), weekly_hours: [monday, tuesday, tuesday] })).toBe(false);
  });

  it('go over the wire without the keys of the draft', () => {
    expect(JSON.stringify(scheduleOf(draft))).not.toContain('key');
  });
});
