import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHeld, newHold, renewHold } from '../../../src/domain/booking/hold.ts';

const MINUTE = 60_000;
const now = Date.UTC(2025, 10, 5, 10);
const start = now + 60 * MINUTE;

describe('a hold', () => {
  it('keeps a time for its minutes, the last moment not included', () => {
    const hold = newHold(15, start, now);
    expect(isHeld(hold, now + 15 * MINUTE - 1)).toBe(true);
    expect(isHeld(hold, now + 15 * MINUTE)).toBe(false);
  });

  it('never reaches past the start of the session', () => {
    expect(newHold(60, now + 10 * MINUTE, now).until).toBe(now + 10 * MINUTE);
  });

  it('is renewed once, and not when it is over', () => {
    const hold = newHold(15, start, now);
    const renewed = renewHold(hold, start, now + 14 * MINUTE);
    expect(renewed).toMatchObject({ until: now + 29 * MINUTE, renewed: true });
    expect(renewed && renewHold(renewed, start, now + 15 * MINUTE)).toBeUndefined();
    expect(renewHold(hold, start, now + 15 * MINUTE)).toBeUndefined();
  });

  it('is never shortened by renewing it, and ends before the session', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 60 }),
        fc.nat({ max: 90 }),
        fc.nat({ max: 60 }),
        (minutes, until, later) => {
          const begin = now + until * MINUTE;
          const hold = newHold(minutes, begin, now);
          const renewed = renewHold(hold, begin, now + later * MINUTE);
          if (!renewed) return;
          expect(renewed.until).toBeGreaterThanOrEqual(hold.until);
          expect(renewed.until).toBeLessThanOrEqual(begin);
        },
      ),
    );
  });
});
