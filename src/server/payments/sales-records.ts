import type { SessionType } from '../../contract/session-type.ts';
import type { PaymentRecord } from './payment-record.ts';

/** A session type as it is kept: whether it is paid online is decided when it is shown. */
export type SessionTypeRecord = Omit<SessionType, 'payment'>;

/** What coaches offer. */
export interface SessionTypeRecords {
  find(id: string): Promise<SessionTypeRecord | undefined>;
  /** All of a coach's, archived ones too, by position and then by name. */
  ofCoach(coachId: string): Promise<readonly SessionTypeRecord[]>;
  /** Adds it, or replaces the one with its id. */
  save(type: SessionTypeRecord): Promise<void>;
}

/** Payments, and the provider's events that were worked on. */
export interface PaymentRecords {
  find(id: string): Promise<PaymentRecord | undefined>;
  findByIntent(intentId: string): Promise<PaymentRecord | undefined>;
  /** Those of these bookings that have one. */
  ofBookings(bookingIds: readonly string[]): Promise<readonly PaymentRecord[]>;
  /** False when the payment is no longer the version that was read, or a new one's booking has a payment already. */
  save(payment: PaymentRecord, basedOn: number | undefined): Promise<boolean>;
  hasEvent(eventId: string): Promise<boolean>;
  /** Notes that an event was worked on. */
  addEvent(eventId: string, now: number): Promise<void>;
}
