import { describe, expect, it } from 'vitest';
import { schedule } from '../../../src/contract/schedule.ts';
import {
  changedSections,
  defaultChoices,
  disagreements,
  mergeSchedules,
  sectionNames,
  sections,
} from '../../../src/core/schedule-editor/sections.ts';
import { emptySchedule, everyWeek } from '../../../src/domain/availability/schedule.ts';

const base = emptySchedule('Europe/Berlin');
const mine = { ...base, weekly_hours: everyWeek([1], '09:00', '12:00'), daily_limit: 3 };
const theirs = { ...base, time_zone: 'Europe/Lisbon', daily_limit: 5 };

describe('the sections of a schedule', () => {
  it('together are the whole schedule, each field once', () => {
    const fields = sectionNames.flatMap((name): readonly string[] => sections[name]);
    expect([...fields].sort()).toEqual(Object.keys(schedule.shape).sort());
  });

  it('say where two schedules differ', () => {
    expect(changedSections(base, mine)).toEqual(['hours', 'rules']);
    expect(changedSections(base, base)).toEqual([]);
  });

  it('say who changed what, and ask only where both did', () => {
    const found = disagreements(base, mine, theirs);
    expect(found).toEqual([
      { section: 'hours', changedBy: 'mine' },
      { section: 'zone', changedBy: 'theirs' },
      { section: 'rules', changedBy: 'both' },
    ]);
    expect(defaultChoices(found)).toEqual({ hours: 'mine', zone: 'theirs' });
  });

  it('merge by choice', () => {
    const merged = mergeSchedules(mine, theirs, { hours: 'mine', zone: 'theirs', rules: 'mine' });
    expect(merged).toEqual({ ...mine, time_zone: 'Europe/Lisbon' });
    expect(mergeSchedules(mine, theirs, {})).toEqual(theirs);
  });

  it('that both changed alike are no disagreement', () => {
    expect(disagreements(base, mine, mine)).toEqual([]);
  });
});
