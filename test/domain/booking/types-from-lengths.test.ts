import { describe, expect, it } from 'vitest';
import { typesFromLengths } from '../../../src/domain/booking/types-from-lengths.ts';

describe('the types that lengths become', () => {
  const coach = {
    user_id: 'c',
    hourly_rate: 80,
    currency: 'EUR',
    durations: [{ minutes: 30, price: { amount: 4500, currency: 'EUR' } }, { minutes: 60 }, { minutes: 90 }],
  };
  const name = (minutes: number) => `${minutes} minutes`;

  it('have the price of their length, else that of the hourly rate, and wait for the coach as requests do now', () => {
    expect(typesFromLengths(coach, [], name)).toEqual([
      { name: '30 minutes', minutes: 30, price: { amount: 4500, currency: 'EUR' }, confirmation: 'coach' },
      { name: '60 minutes', minutes: 60, price: { amount: 8000, currency: 'EUR' }, confirmation: 'coach' },
      { name: '90 minutes', minutes: 90, price: { amount: 12_000, currency: 'EUR' }, confirmation: 'coach' },
    ]);
  });

  it('leave out lengths that have a type already', () => {
    expect(typesFromLengths(coach, [{ minutes: 60 }, { minutes: 30 }], name).map(({ minutes }) => minutes)).toEqual([
      90,
    ]);
    expect(typesFromLengths({ user_id: 'c' }, [], name)).toEqual([]);
  });
});
