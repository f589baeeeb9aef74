import { expect, test } from 'vitest';
import { clashingStarts } from '../../../src/core/visitor-busy/clashing-starts.ts';

const at = (time: string) => `2025-11-18T${time}:00Z`;
const ms = (time: string) => Date.parse(at(time));
const slot = (start: string, end: string) => ({ start: at(start), end: at(end), duration_minutes: 60 });
const busy = (...times: readonly (readonly [string, string])[]) =>
  times.map(([start, end]) => ({ start: ms(start), end: ms(end) }));

test('a slot clashes with what it shares a moment with; touching is not sharing', () => {
  const slots = [slot('08:00', '09:00'), slot('08:30', '09:30'), slot('09:30', '10:30'), slot('10:00', '11:00')];
  expect([...clashingStarts(slots, busy(['09:00', '10:00']))]).toEqual([at('08:30'), at('09:30')]);
});

test('what begins before a slot and ends after it counts, and a moment within it too', () => {
  const slots = [slot('08:00', '09:00'), slot('09:00', '10:00'), slot('10:00', '11:00')];
  expect([...clashingStarts(slots, busy(['07:00', '08:30'], ['09:59', '12:00']))]).toEqual(
    slots.map(({ start }) => start),
  );
});

test('long and short sessions that overlap one another are each compared', () => {
  const slots = [slot('08:00', '12:00'), slot('09:00', '09:30'), slot('09:30', '10:00'), slot('11:00', '13:00')];
  expect([...clashingStarts(slots, busy(['09:30', '09:45']))]).toEqual([at('08:00'), at('09:30')]);
});

test('nothing clashes with nothing', () => {
  expect(clashingStarts([slot('08:00', '09:00')], []).size).toBe(0);
  expect(clashingStarts([], busy(['08:00', '09:00'])).size).toBe(0);
});
