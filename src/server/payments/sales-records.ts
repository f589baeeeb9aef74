import type { SessionType } from '../../contract/session-type.ts';
import type { PaymentRecord } from './payment-record.ts';

/** A stored session type; whether it is paid online is decided when it is shown. */
export type SessionTypeRecord = Omit<SessionType, 'payment'>;

/** The store of session types. */
export interface SessionTypeRecords {
  find(id: string): Promise<SessionTypeRecord | undefined>;
  /** All session types of a coach, archived ones too, sorted by position and then by name. */
  ofCoach(coachId: string): Promise<readonly SessionTypeRecord[]>;
  /** Adds it, or replaces the one with its id. */
  save(type: SessionTypeRecord): Promise<void>;
}

/** The store of payments, and of the provider's events that were applied. */
export interface PaymentRecords {
  find(id: string): Promise<PaymentRecord | undefined>;
  findByIntent(intentId: string): Promise<PaymentRecord | undefined>;
  /** The payments of these bookings, where they have one. */
  ofBookings(bookingIds: readonly string[]): Promise<readonly PaymentRecord[]>;
  /** False when the stored version is not `basedOn`, or when the booking of a new payment already has one. */
  save(payment: PaymentRecord, basedOn: number | undefined): Promise<boolean>;
  hasEvent(eventId: string): Promise<boolean>;
  /** Records that an event was applied. */
  addEvent(eventId: string, now: number): Promise<void>;
}
