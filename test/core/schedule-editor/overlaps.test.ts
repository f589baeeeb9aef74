import { describe, expect, it } from 'vitest';
import type { WeeklyHours } from '../../../src/contract/schedule.ts';
import { draftOf } from '../../../src/core/schedule-editor/draft.ts';
import { applyEdit } from '../../../src/core/schedule-editor/edits.ts';
import { overlapsIn } from '../../../src/core/schedule-editor/overlaps.ts';
import { emptySchedule } from '../../../src/domain/availability/schedule.ts';

const draftWith = (...weekly_hours: WeeklyHours[]) => draftOf({ ...emptySchedule('UTC'), weekly_hours });
const monday = (start: string, end: string, more: Partial<WeeklyHours> = {}) => ({ weekday: 1, start, end, ...more });

describe('hours that overlap', () => {
  it('are found on their day, with what they are together', () => {
    const draft = draftWith(monday('09:00', '20:00'), monday('10:00', '21:00'), {
      weekday: 2,
      start: '10:00',
      end: '21:00',
    });
    expect(overlapsIn(draft.weekly_hours)).toMatchObject([
      { keys: ['k1', 'k2'], joined: { start: '09:00', end: '21:00' } },
    ]);
  });

  it('are one group where three of them hang together, also past midnight', () => {
    const draft = draftWith(
      monday('20:00', '02:00', { ends_next_day: true }),
      monday('18:00', '21:00'),
      monday('17:00', '19:00'),
    );
    const [found] = overlapsIn(draft.weekly_hours);
    expect(found?.keys).toHaveLength(3);
    expect(found?.joined).toMatchObject({ start: '17:00', end: '02:00', ends_next_day: true });
  });

  it('are none that only touch, nor those of other weeks or dates', () => {
    expect(overlapsIn(draftWith(monday('09:00', '12:00'), monday('12:00', '17:00')).weekly_hours)).toEqual([]);
    const other = monday('10:00', '14:00', { every_weeks: 2, anchor: '2025-11-10' });
    expect(overlapsIn(draftWith(monday('09:00', '12:00'), other).weekly_hours)).toEqual([]);
  });

  it('become one by an edit, in the place of the first', () => {
    const draft = draftWith(monday('09:00', '20:00'), monday('10:00', '21:00'));
    const [found] = overlapsIn(draft.weekly_hours);
    if (!found) throw new Error('they overlap');
    const after = applyEdit(draft, { type: 'join-hours', keys: found.keys, hours: found.joined });
    expect(after.weekly_hours).toMatchObject([{ key: 'k1', start: '09:00', end: '21:00' }]);
    expect(overlapsIn(after.weekly_hours)).toEqual([]);
  });
});
