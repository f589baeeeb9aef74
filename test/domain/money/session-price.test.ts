import { describe, expect, it } from 'vitest';
import type { Coach } from '../../../src/contract/coach.ts';
import { sessionPrice } from '../../../src/domain/money/session-price.ts';

const coach = (change: Partial<Coach>): Coach => ({ user_id: 'k-1', ...change });

describe('the price of a session in all', () => {
  it('is what the coach asks for that length', () => {
    const durations = [{ minutes: 90, price: { amount: 11_000, currency: 'EUR' } }];
    expect(sessionPrice(coach({ hourly_rate: 80, currency: 'USD', durations }), 90)).toEqual(durations[0]?.price);
  });

  it('is the hourly rate for that long where the length has no price of its own', () => {
    const durations = [{ minutes: 90 }, { minutes: 45, price: null }];
    const hourly = coach({ hourly_rate: 80, currency: 'USD', durations });
    expect(sessionPrice(hourly, 90)).toEqual({ amount: 12_000, currency: 'USD' });
    expect(sessionPrice(hourly, 45)).toEqual({ amount: 6_000, currency: 'USD' });
    expect(sessionPrice(coach({ hourly_rate: 5_000, currency: 'JPY' }), 50)).toEqual({
      amount: 4_167,
      currency: 'JPY',
    });
  });

  it('may be nothing, and is unknown without a rate or its currency', () => {
    const durations = [{ minutes: 15, price: { amount: 0, currency: 'EUR' } }];
    expect(sessionPrice(coach({ hourly_rate: 80, currency: 'EUR', durations }), 15)?.amount).toBe(0);
    expect(sessionPrice(coach({ hourly_rate: 80 }), 60)).toBe(undefined);
    expect(sessionPrice(undefined, 60)).toBe(undefined);
  });
});
