import { describe, expect, test } from 'vitest';
import { announcedChanges } from '../../../src/server/bookings/consequences.ts';
import type { BookingRecord } from '../../../src/server/ports.ts';

const hold = { until: 1_000, renewed: false, minutes: 15 };
const base: BookingRecord = {
  id: 'b',
  clientId: 'bo',
  coachId: 'ana',
  start: 10_000,
  end: 20_000,
  status: 'pending',
  paymentId: null,
  meetingLink: null,
  notes: null,
  sequence: 0,
  createdAt: 0,
  updatedAt: 0,
  version: 1,
};
const held: BookingRecord = { ...base, hold };
const confirmed: BookingRecord = { ...base, status: 'confirmed' };
const cancelled: BookingRecord = { ...base, status: 'cancelled', sequence: 1 };

const cases: readonly (readonly [string, BookingRecord | undefined, BookingRecord, readonly string[]])[] = [
  ['a request', undefined, base, ['created']],
  ['a session that is confirmed at once', undefined, confirmed, ['created', 'confirmed']],
  ['a slot that is held for payment', undefined, held, []],
  ['a held slot that is moved', held, { ...held, start: 11_000, sequence: 1 }, []],
  ['a held slot that is paid', held, confirmed, ['created', 'confirmed']],
  ['a held slot that is paid, and that the coach confirms', held, base, ['created']],
  ['a held slot that the coach takes without payment', held, confirmed, ['created', 'confirmed']],
  ['a held slot that is given back', held, cancelled, []],
  ['a hold that ends unpaid', held, { ...cancelled, hold, isLapsed: true }, []],
  [
    'a slot that is paid after its hold has ended',
    { ...cancelled, hold, isLapsed: true },
    confirmed,
    ['created', 'confirmed'],
  ],
  ['a request that is confirmed', base, confirmed, ['confirmed']],
  ['a request that is declined', base, cancelled, ['cancelled']],
  ['a session that is moved', confirmed, { ...confirmed, start: 11_000, sequence: 1 }, ['moved']],
  ['a session that is cancelled', confirmed, cancelled, ['cancelled']],
  ['a session that took place', confirmed, { ...confirmed, status: 'completed' }, ['completed']],
  ['a meeting link that is noted', confirmed, { ...confirmed, meetingLink: 'https://meet.example/1' }, []],
];

describe('others are told of', () => {
  test.each(cases)('%s', (_, before, booking, kinds) => {
    // As payments give it: with a field of its own that is called `kind`.
    const written = { kind: 'booked', booking, ...(before && { before }) };
    expect(announcedChanges(written).map(({ kind }) => kind)).toEqual(kinds);
  });
});
