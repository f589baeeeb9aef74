import type { NewJob } from '../jobs/job-store.ts';
import type { BookingRecord } from '../ports.ts';
import type { PaymentRecord } from './payment-record.ts';

/** A change of a payment that others are told of. */
export interface PaymentChange {
  readonly kind: 'succeeded' | 'failed' | 'refunded';
  readonly payment: PaymentRecord;
  readonly booking: BookingRecord;
  /** The amount that was paid, or refunded this time, in the currency's minor unit. */
  readonly amount: number;
}

/** The jobs that follow from a change of a payment, written in the transaction of the change. */
export type PaymentConsequence = (change: PaymentChange) => readonly NewJob[];
