import { describe, expect, it } from 'vitest';
import type { Booking } from '../../../src/contract/booking.ts';
import { moneyBack, refundable } from '../../../src/core/bookings/money-back.ts';
import { clientRefund } from '../../../src/domain/money/refund-rules.ts';

const START = Date.parse('2025-11-20T10:00:00Z');
const HOUR = 3_600_000;

const payment = { id: 'p', status: 'succeeded', amount: 9000, currency: 'EUR', refunded: 0 } as const;
const paid: Booking = {
  id: 'b',
  client_id: 'c',
  coach_id: 'o',
  session_datetime: '2025-11-20T10:00:00Z',
  duration_minutes: 60,
  status: 'confirmed',
  payment,
  session_type: {
    id: 't',
    name: 'An hour',
    refunds: { full_until_minutes: 1440, part: { until_minutes: 120, percent: 50 } },
  },
};

describe('what goes back', () => {
  it.each([
    ['two days before', 48, 9000, START - 24 * HOUR],
    ['on the day', 12, 4500, START - 2 * HOUR],
    ['an hour before', 1, 0, undefined],
  ])('to a client who cancels %s', (_when, hours, amount, until) => {
    expect(moneyBack(paid, 'client', START - hours * HOUR)).toEqual({
      amount,
      paid: 9000,
      currency: 'EUR',
      until,
      last: START - 2 * HOUR,
    });
  });

  it('is everything when the coach cancels, at any time', () => {
    expect(moneyBack(paid, 'coach', START - HOUR)).toMatchObject({ amount: 9000 });
  });

  it('follows the usual rules where the type has none', () => {
    const plain = { ...paid, session_type: { id: 't', name: 'An hour' } };
    expect(moneyBack(plain, 'client', START - 25 * HOUR)).toMatchObject({ amount: 9000 });
    expect(moneyBack(plain, 'client', START - 23 * HOUR)).toMatchObject({ amount: 0 });
  });

  it('leaves out what went back before or is on its way', () => {
    const back = {
      ...payment,
      refunded: 2000,
      refund: { amount: 1000, status: 'pending', at: '2025-11-10T10:00:00Z' },
    };
    const booking: Booking = { ...paid, payment: { ...back } as NonNullable<Booking['payment']> };
    expect(refundable(booking)).toBe(6000);
    expect(moneyBack(booking, 'client', START - 48 * HOUR)).toMatchObject({ amount: 6000, paid: 6000 });
    expect(moneyBack(booking, 'client', START - 12 * HOUR)).toMatchObject({
      amount: clientRefund({
        rules: { full_until_minutes: 1440, part: { until_minutes: 120, percent: 50 } },
        paid: 9000,
        refunded: 3000,
        start: START,
        now: START - 12 * HOUR,
        step: 1,
      }),
    });
  });

  it('is unknown where nothing was paid, or all of it went back', () => {
    expect(moneyBack({ ...paid, payment: null }, 'client', 0)).toBeUndefined();
    expect(moneyBack({ ...paid, payment: { ...payment, status: 'pending' } }, 'coach', 0)).toBeUndefined();
    expect(
      moneyBack({ ...paid, payment: { ...payment, status: 'refunded', refunded: 9000 } }, 'coach', 0),
    ).toBeUndefined();
  });
});
