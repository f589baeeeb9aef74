import { describe, expect, it } from 'vitest';
import { BookingError, isBookingError } from '../../src/core/errors.ts';

const parts = {
  kind: 'conflict',
  request: 'POST https://api.example.com/booking',
  detail: 'Time slot is not available',
} as const;

describe('BookingError', () => {
  it('says what happened, to what, and what to do', () => {
    expect(new BookingError(parts).message).toBe(
      'POST https://api.example.com/booking: Time slot is not available. Read the current state and choose again.',
    );
  });

  it('is known without its class or its name', () => {
    const copy = Object.create(null, Object.getOwnPropertyDescriptors(new BookingError(parts)));
    expect(isBookingError(copy)).toBe(true);
    expect(isBookingError(Object.assign(new Error('x'), { name: 'BookingError', kind: 'conflict' }))).toBe(false);
    expect(isBookingError(undefined)).toBe(false);
  });
});
