import type { RefundRules } from '../../contract/bought-type.ts';

/** What applies where a coach set no rules: everything back until a day before. */
export const USUAL_REFUNDS: RefundRules = { full_until_minutes: 24 * 60, part: null };

/** One step of the rules: until then (epoch milliseconds), this share of what was paid. */
interface RefundStep {
  readonly until: number;
  readonly percent: number;
}

/** The steps of the rules for a session, the earliest first; a share that never applies is left out. */
export function refundSteps({ full_until_minutes, part }: RefundRules, start: number): readonly RefundStep[] {
  const full = { until: start - full_until_minutes * 60_000, percent: 100 };
  if (!part || part.until_minutes >= full_until_minutes) return [full];
  return [full, { until: start - part.until_minutes * 60_000, percent: part.percent }];
}

/** The share in percent that a client gets back who cancels now; the moment of a limit still belongs to it. */
export function refundPercent(rules: RefundRules, start: number, now: number): number {
  return refundSteps(rules, start).find(({ until }) => now <= until)?.percent ?? 0;
}

/** What decides an amount. Money in the currency's smaller unit, times in epoch milliseconds. */
interface RefundQuestion {
  readonly rules: RefundRules;
  readonly paid: number;
  /** Given back before, or on its way. */
  readonly refunded: number;
  readonly start: number;
  readonly now: number;
  /** The smallest amount that can be given back: 1, or 10 where Stripe takes thousandths in tens. */
  readonly step: number;
}

/** What a client who cancels now gets back. A share is rounded up to a whole step: in doubt for the client. */
export function clientRefund({ rules, paid, refunded, start, now, step }: RefundQuestion): number {
  const percent = refundPercent(rules, start, now);
  const share = percent === 100 ? paid : Math.ceil((paid * percent) / 100 / step) * step;
  return Math.max(0, Math.min(share, paid) - refunded);
}
