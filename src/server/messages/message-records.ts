import { DAY_MS } from '../../domain/time/units.ts';

/** The outcome of one mail. It contains no address: the account is read when the outcome is shown. */
export interface MessageRecord {
  /** The key of its job: one mail for each. */
  readonly id: string;
  /** Null for mails about an account. */
  readonly bookingId: string | null;
  /** The account it is for. */
  readonly userId: string;
  /** What it says: `confirmed`, `reminder`. */
  readonly about: string;
  /** `sent`: the server took it. `refused`: it never will, the mail came back, or the last attempt failed. `waiting`: for another attempt. */
  readonly state: 'sent' | 'refused' | 'waiting';
  /** Epoch milliseconds of the last attempt. */
  readonly at: number;
  /** The mail server's words where it did not take it. */
  readonly error?: string;
}

/** The store of the outcomes of mails. */
export interface MessageRecords {
  find(id: string): Promise<MessageRecord | undefined>;
  /** Adds it, or replaces the one with its id. */
  save(message: MessageRecord): Promise<void>;
  /** The mails of these bookings, oldest attempt first. */
  ofBookings(bookingIds: readonly string[]): Promise<readonly MessageRecord[]>;
}

/** How long the record of a mail is kept. */
export const MESSAGES_KEPT_MS = 180 * DAY_MS;
