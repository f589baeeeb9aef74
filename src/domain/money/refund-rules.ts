import type { RefundRules } from '../../contract/bought-type.ts';
import { DAY_MINUTES, MINUTE_MS } from '../time/units.ts';

/** The rules of a coach who set none: a full refund until a day before. */
export const USUAL_REFUNDS: RefundRules = { full_until_minutes: DAY_MINUTES, part: null };

/** One step of the rules: until `until` (epoch milliseconds), this share of the payment. */
interface RefundStep {
  readonly until: number;
  readonly percent: number;
}

/** The steps of the rules for a session, the earliest first; a share that never applies is left out. */
export function refundSteps({ full_until_minutes, part }: RefundRules, start: number): readonly RefundStep[] {
  const full = { until: start - full_until_minutes * MINUTE_MS, percent: 100 };
  if (!part || part.until_minutes >= full_until_minutes) return [full];
  return [full, { until: start - part.until_minutes * MINUTE_MS, percent: part.percent }];
}

/** The percentage refunded to a client who cancels now; a limit's own instant still counts as before it. */
export function refundPercent(rules: RefundRules, start: number, now: number): number {
  return refundSteps(rules, start).find(({ until }) => now <= until)?.percent ?? 0;
}

/** The facts that decide the amount of a refund. Money in the currency's minor unit, times in epoch milliseconds. */
interface RefundQuestion {
  readonly rules: RefundRules;
  readonly paid: number;
  /** Already refunded, or being refunded. */
  readonly refunded: number;
  readonly start: number;
  readonly now: number;
  /** The smallest amount that can be refunded: see `chargeStep`. */
  readonly step: number;
}

/** The refund of a client who cancels now. It is rounded up to a whole step, in favour of the client. */
export function clientRefund({ rules, paid, refunded, start, now, step }: RefundQuestion): number {
  const percent = refundPercent(rules, start, now);
  const share = percent === 100 ? paid : Math.ceil((paid * percent) / 100 / step) * step;
  return Math.max(0, Math.min(share, paid) - refunded);
}
