import type { Interval } from '../../domain/availability/interval.ts';
import type { Consequence, Written } from '../bookings/consequences.ts';
import type { Account, Clock, CoachRecord, MakeId } from '../ports.ts';
import type { PaymentConsequence } from './payment-changes.ts';
import type { PaymentGateway } from './payment-gateway.ts';
import type { ShopStore } from './shop-store.ts';

/** The caller: an account, or a booking link with access to one booking. */
export interface Payer {
  readonly account: Pick<Account, 'id' | 'role'>;
  readonly bookingId?: string;
}

/** The services that payments use. */
export interface PaymentContext {
  readonly store: ShopStore;
  readonly clock: Clock;
  readonly makeId: MakeId;
  /** Absent when nothing is sold online. */
  readonly gateway: PaymentGateway | undefined;
  /** Origins of pages that a checkout may return to. */
  readonly returnOrigins: readonly string[];
  findAccount(id: string): Promise<Account | undefined>;
  findCoach(id: string): Promise<CoachRecord | undefined>;
  /** The coach's busy times elsewhere, not from the cache. */
  busy(coachId: string, range: Interval): Promise<readonly Interval[]>;
  /** The jobs that follow from a change of a booking, to be written in its transaction. */
  readonly jobsFor: Consequence;
  /** The jobs that follow from a change of a payment, to be written in its transaction. */
  readonly paymentJobsFor: PaymentConsequence;
  /** Called after a change of a booking was committed: for calendars without jobs. */
  announce(written: Written): void;
  logError(where: string, error: unknown): void;
}

/** The kinds of payment jobs. */
export const JOB = { refund: 'payment-refund', hold: 'hold-expiry', close: 'checkout-close' } as const;

/** How often a write is repeated when others write first; then it is an error. */
const TRIES = 10;

/** Repeats `attempt` while it returns undefined, which means that somebody else wrote first. */
export async function again<T>(what: string, attempt: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const result = await attempt();
    if (result !== undefined) return result;
  }
  throw new Error(`${what} was changed by others ${TRIES} times in a row`);
}
