import { describe, expect, it } from 'vitest';
import { bookingStatus } from '../../../src/contract/booking.ts';
import { canTransition, isFinal, isOver, nextStatuses, takesTime } from '../../../src/domain/booking/lifecycle.ts';

describe('the life of a booking', () => {
  it('allows these transitions and no other', () => {
    const allowed = bookingStatus.options.flatMap((from) =>
      bookingStatus.options.filter((to) => canTransition(from, to)).map((to) => `${from} -> ${to}`),
    );
    expect(allowed.sort()).toEqual([
      'confirmed -> cancelled',
      'confirmed -> completed',
      'pending -> cancelled',
      'pending -> confirmed',
    ]);
  });

  it('ends when completed or cancelled', () => {
    expect(bookingStatus.options.filter(isFinal)).toEqual(['completed', 'cancelled']);
    expect(nextStatuses('completed')).toEqual([]);
  });

  it('is over at its end, and before it when completed or cancelled', () => {
    const over = (now: number) => bookingStatus.options.filter((status) => isOver({ status, end: 10 }, now));
    expect(over(9)).toEqual(['completed', 'cancelled']);
    expect(over(10)).toEqual(bookingStatus.options);
  });

  it('takes the time of the coach until it is cancelled', () => {
    expect(bookingStatus.options.filter(takesTime)).toEqual(['pending', 'confirmed', 'completed']);
  });
});
