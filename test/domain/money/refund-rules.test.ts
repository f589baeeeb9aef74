import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RefundRules } from '../../../src/contract/bought-type.ts';
import { clientRefund, refundPercent, refundSteps, USUAL_REFUNDS } from '../../../src/domain/money/refund-rules.ts';

const HOUR = 3_600_000;
const start = Date.UTC(2025, 10, 15, 14);
const rules: RefundRules = { full_until_minutes: 1440, part: { until_minutes: 120, percent: 50 } };

const anyRules: fc.Arbitrary<RefundRules> = fc.record({
  full_until_minutes: fc.integer({ min: 0, max: 129_600 }),
  part: fc.option(
    fc.record({ until_minutes: fc.integer({ min: 0, max: 129_600 }), percent: fc.integer({ min: 1, max: 99 }) }),
    { nil: null },
  ),
});
const anyQuestion = fc.record({
  rules: anyRules,
  paid: fc.integer({ min: 1, max: 99_999_999 }),
  start: fc.constant(start),
  now: fc.integer({ min: start - 91 * 24 * HOUR, max: start + HOUR }),
  step: fc.constantFrom(1, 10),
});

describe('what a client gets back who cancels', () => {
  it.each([
    ['a day before', 24 * HOUR, 9000],
    ['a moment later', 24 * HOUR - 1, 4500],
    ['two hours before', 2 * HOUR, 4500],
    ['after that', 2 * HOUR - 1, 0],
    ['when it has begun', -1, 0],
  ])('%s', (_when, before, amount) => {
    expect(clientRefund({ rules, paid: 9000, refunded: 0, start, now: start - before, step: 1 })).toBe(amount);
  });

  it('is everything until a day before where the coach set no rules', () => {
    expect(refundPercent(USUAL_REFUNDS, start, start - 24 * HOUR)).toBe(100);
    expect(refundPercent(USUAL_REFUNDS, start, start - 23 * HOUR)).toBe(0);
  });

  it('leaves out a share that never applies', () => {
    const odd: RefundRules = { full_until_minutes: 60, part: { until_minutes: 120, percent: 50 } };
    expect(refundSteps(odd, start)).toEqual([{ until: start - HOUR, percent: 100 }]);
  });

  it('rounds a share in favour of the client, to what can be paid out', () => {
    const ask = (paid: number, step: number) =>
      clientRefund({ rules, paid, refunded: 0, start, now: start - 3 * HOUR, step });
    expect(ask(4501, 1)).toBe(2251);
    // KWD 4.510: half is 2.255, and Stripe pays thousandths in tens.
    expect(ask(4510, 10)).toBe(2260);
  });

  it('never exceeds what was paid, whatever was given back before', () => {
    fc.assert(
      fc.property(anyQuestion, fc.nat({ max: 99_999_999 }), (question, before) => {
        const paid = question.step * Math.ceil(question.paid / question.step);
        const refunded = Math.min(before, paid);
        const amount = clientRefund({ ...question, paid, refunded });
        expect(amount).toBeGreaterThanOrEqual(0);
        expect(amount + refunded).toBeLessThanOrEqual(paid);
        expect(Number.isInteger(amount)).toBe(true);
      }),
    );
  });

  it('never grows as the session comes nearer', () => {
    fc.assert(
      fc.property(anyQuestion, fc.nat({ max: 10 * 24 * HOUR }), (question, later) => {
        const now = clientRefund({ ...question, refunded: 0 });
        expect(clientRefund({ ...question, refunded: 0, now: question.now + later })).toBeLessThanOrEqual(now);
      }),
    );
  });
});
