import { expect, test } from 'vitest';
import { nearestStart, stepStart } from '../../../src/core/bookings/week-moves.ts';

const at = (text: string) => Date.parse(`2025-11-${text}:00Z`);
const starts = ['10T08:00', '10T09:00', '10T13:00', '12T08:30', '12T15:00'].map(at);
const zone = 'Europe/Berlin';

test('earlier and later stay on the day, and end at its ends', () => {
  expect(stepStart(starts, zone, at('10T09:00'), 'later')).toBe(at('10T13:00'));
  expect(stepStart(starts, zone, at('10T13:00'), 'later')).toBeUndefined();
  expect(stepStart(starts, zone, at('10T13:00'), 'earlier')).toBe(at('10T09:00'));
  expect(stepStart(starts, zone, at('10T10:30'), 'earlier')).toBe(at('10T09:00'));
});

test('a step to another day passes over days without starts and keeps the time as nearly as it can', () => {
  expect(stepStart(starts, zone, at('10T13:00'), 'day-after')).toBe(at('12T15:00'));
  expect(stepStart(starts, zone, at('12T08:30'), 'day-before')).toBe(at('10T08:00'));
  expect(stepStart(starts, zone, at('12T08:30'), 'day-after')).toBeUndefined();
});

test('the nearest start is one of the day by the clock of the zone', () => {
  expect(nearestStart(starts, zone, '2025-11-10', 11 * 60)).toBe(at('10T09:00'));
  expect(nearestStart(starts, zone, '2025-11-11', 11 * 60)).toBeUndefined();
});
