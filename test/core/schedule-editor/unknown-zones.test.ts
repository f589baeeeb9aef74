import { expect, test } from 'vitest';
import { draftOf, withKnownZones } from '../../../src/core/schedule-editor/draft.ts';
import { problemsOf } from '../../../src/core/schedule-editor/problems.ts';
import { checkSchedule, emptySchedule } from '../../../src/domain/availability/schedule.ts';

const trip = { from: '2025-12-01', until: '2025-12-05', time_zone: 'Etc/Moonbase' };
const odd = { ...emptySchedule('Mars/Phobos'), zone_overrides: [trip] };

test('a zone that this machine does not know is a fault, of the coach’s own and of a trip', () => {
  expect(checkSchedule(odd).map(({ field, message }) => [field, message])).toEqual([
    ['time_zone', 'The time zone “Mars/Phobos” is not known here; choose another'],
    ['zone_overrides.0', 'The time zone “Etc/Moonbase” is not known here; choose another'],
  ]);
  expect(checkSchedule(emptySchedule('Europe/Berlin'))).toEqual([]);
});

test('UTC stands for it where something is computed, and the draft keeps what was read', () => {
  const draft = draftOf(odd);
  const readable = withKnownZones(draft);
  expect([readable.time_zone, readable.zone_overrides[0]?.time_zone]).toEqual(['UTC', 'UTC']);
  expect(readable.zone_overrides[0]?.key).toBe(draft.zone_overrides[0]?.key);
  expect(withKnownZones(draft)).toBe(readable);
  expect(draft.time_zone).toBe('Mars/Phobos');
  expect(problemsOf(draft)).toHaveLength(2);
  const known = draftOf(emptySchedule('Europe/Berlin'));
  expect(withKnownZones(known)).toBe(known);
});
