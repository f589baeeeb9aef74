import type { Interval } from '../../domain/availability/interval.ts';
import type { Account, BookingRecord, Clock, CoachRecord, MakeId } from '../ports.ts';
import type { PaymentGateway } from './payment-gateway.ts';
import type { ShopStore } from './shop-store.ts';

/** Who asks: an account, or a booking link that reaches one booking. */
export interface Payer {
  readonly account: Pick<Account, 'id' | 'role'>;
  readonly bookingId?: string;
}

/** What everything that sells may use. */
export interface PaymentContext {
  readonly store: ShopStore;
  readonly clock: Clock;
  readonly makeId: MakeId;
  /** Absent where nothing is sold. */
  readonly gateway: PaymentGateway | undefined;
  /** Origins of pages that a checkout may come back to. */
  readonly returnOrigins: readonly string[];
  findAccount(id: string): Promise<Account | undefined>;
  findCoach(id: string): Promise<CoachRecord | undefined>;
  /** When the coach is busy elsewhere, asked anew. */
  busy(coachId: string, range: Interval): Promise<readonly Interval[]>;
  /** Told after a booking was written: it is confirmed, or no longer takes place. */
  announce(kind: 'confirmed' | 'cancelled', booking: BookingRecord): void;
  logError(where: string, error: unknown): void;
}

/** The kinds of jobs that selling causes. */
export const JOB = { refund: 'payment-refund', hold: 'hold-expiry', close: 'checkout-close' } as const;

/** Others may get in between so often before it is called a fault. */
const TRIES = 10;

/** Reads and writes again when somebody else wrote first; `attempt` returns `undefined` to be asked again. */
export async function again<T>(what: string, attempt: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const result = await attempt();
    if (result !== undefined) return result;
  }
  throw new Error(`${what} was changed by others ${TRIES} times in a row`);
}
