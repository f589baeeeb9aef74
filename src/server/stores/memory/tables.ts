import type {
  ConnectionRecord,
  EventRecord,
  FeedRecord,
  PendingAuthorization,
} from '../../integrations/calendar-store.ts';
import type { TakenJob } from '../../jobs/job-store.ts';
import type { MessageRecord } from '../../messages/message-records.ts';
import type { PaymentRecord } from '../../payments/payment-record.ts';
import type { SessionTypeRecord } from '../../payments/sales-records.ts';
import type { Account, BookingRecord, Buffers, CoachRecord, KeptReply, TokenFamily, WindowCount } from '../../ports.ts';
import type { WebhookDelivery, WebhookRecord } from '../../webhooks/webhook-records.ts';
import { type Table, TableChanges } from './table.ts';

/** A booking with its buffers. */
export interface BookedSession {
  readonly booking: BookingRecord;
  readonly buffers: Buffers;
}

/** A job as stored in memory. */
export interface MemoryJob extends Omit<TakenJob, 'ticket'> {
  readonly ticket: string | null;
  readonly leaseUntil: number;
}

/** A window of a limit with its name. */
export interface NamedWindow extends WindowCount {
  readonly name: string;
}

/** A key under which a booking was asked for. */
interface OpenRequest {
  readonly key: string;
  readonly bookingId: string;
  readonly notedAt: number;
}

/** The record type of each table of the memory store. */
interface RecordsOfTables {
  readonly accounts: Account;
  /** Ids by the e-mail address that logs in. */
  readonly logins: string;
  readonly coaches: CoachRecord;
  readonly bookings: BookedSession;
  readonly replies: KeptReply;
  readonly families: TokenFamily;
  readonly authorizations: PendingAuthorization;
  readonly connections: ConnectionRecord;
  readonly events: EventRecord;
  readonly feeds: FeedRecord;
  readonly limits: NamedWindow;
  readonly jobs: MemoryJob;
  readonly payments: PaymentRecord;
  /** The time when an event of the payment provider was applied, by its id. */
  readonly paymentEvents: number;
  readonly sessionTypes: SessionTypeRecord;
  readonly changes: number;
  readonly openRequests: OpenRequest;
  readonly messages: MessageRecord;
  readonly webhooks: WebhookRecord;
  readonly deliveries: WebhookDelivery;
}

/** All tables of the store in memory. */
export type Tables = { readonly [Name in keyof RecordsOfTables]: Table<RecordsOfTables[Name]> };
type Base = { readonly [Name in keyof RecordsOfTables]: Map<string, RecordsOfTables[Name]> };
type Changed = { readonly [Name in keyof RecordsOfTables]: TableChanges<RecordsOfTables[Name]> };

/** Empty tables. */
export function emptyTables(): Base {
  return {
    accounts: new Map(),
    logins: new Map(),
    coaches: new Map(),
    bookings: new Map(),
    replies: new Map(),
    families: new Map(),
    authorizations: new Map(),
    connections: new Map(),
    events: new Map(),
    feeds: new Map(),
    limits: new Map(),
    jobs: new Map(),
    payments: new Map(),
    paymentEvents: new Map(),
    sessionTypes: new Map(),
    changes: new Map(),
    openRequests: new Map(),
    messages: new Map(),
    webhooks: new Map(),
    deliveries: new Map(),
  };
}

/** The tables for a transaction to read and change. */
export function changesOf(base: Base): Changed {
  return {
    accounts: new TableChanges(base.accounts),
    logins: new TableChanges(base.logins),
    coaches: new TableChanges(base.coaches),
    bookings: new TableChanges(base.bookings),
    replies: new TableChanges(base.replies),
    families: new TableChanges(base.families),
    authorizations: new TableChanges(base.authorizations),
    connections: new TableChanges(base.connections),
    events: new TableChanges(base.events),
    feeds: new TableChanges(base.feeds),
    limits: new TableChanges(base.limits),
    jobs: new TableChanges(base.jobs),
    payments: new TableChanges(base.payments),
    paymentEvents: new TableChanges(base.paymentEvents),
    sessionTypes: new TableChanges(base.sessionTypes),
    changes: new TableChanges(base.changes),
    openRequests: new TableChanges(base.openRequests),
    messages: new TableChanges(base.messages),
    webhooks: new TableChanges(base.webhooks),
    deliveries: new TableChanges(base.deliveries),
  };
}

/** Joins parts into one key. */
export function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
