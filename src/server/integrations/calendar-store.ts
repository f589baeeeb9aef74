import type { CalendarProvider } from '../../contract/calendar.ts';

/** An OAuth sign-in that was started and is not finished. */
export interface PendingAuthorization {
  readonly state: string;
  readonly userId: string;
  readonly provider: CalendarProvider;
  readonly redirectUri: string;
  /** The PKCE verifier, sealed. */
  readonly verifier: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** A user's connected calendar account, with encrypted tokens. */
export interface ConnectionRecord {
  readonly userId: string;
  readonly provider: CalendarProvider;
  /** The account's name for the user, mostly an e-mail address. */
  readonly account: string | null;
  readonly status: 'connected' | 'reconnect_needed';
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  readonly lastSync: number | null;
  readonly lastError: string | null;
}

/** A booking's event in one calendar of one user. */
export interface EventRecord {
  readonly bookingId: string;
  readonly userId: string;
  readonly provider: CalendarProvider;
  /** The provider's id; null from before the create request until its answer: the event may or may not exist. */
  readonly eventId: string | null;
  readonly start: number;
  readonly end: number;
  /** True for the event that has the online meeting. */
  readonly hostsMeeting: boolean;
}

/** A user's private feed. */
export interface FeedRecord {
  readonly userId: string;
  /** SHA-256 of the secret, by which the feed is found. */
  readonly hash: string;
  /** The encrypted secret, so that its owner can see it again. */
  readonly secret: string;
}

/** The store of the calendars' records. Each method is one atomic step. */
export interface CalendarStore {
  readonly authorizations: {
    add(pending: PendingAuthorization): Promise<void>;
    /** Reads and deletes the record in one step. */
    take(state: string): Promise<PendingAuthorization | undefined>;
  };
  readonly connections: {
    find(userId: string, provider: CalendarProvider): Promise<ConnectionRecord | undefined>;
    save(connection: ConnectionRecord): Promise<void>;
    /** Changes some fields; does nothing when the connection does not exist. */
    update(userId: string, provider: CalendarProvider, change: Partial<ConnectionRecord>): Promise<void>;
    remove(userId: string, provider: CalendarProvider): Promise<void>;
  };
  readonly events: {
    ofBooking(bookingId: string): Promise<readonly EventRecord[]>;
    /** The user's events in one calendar that overlap `[start, end)`. */
    ofUser(userId: string, provider: CalendarProvider, start: number, end: number): Promise<readonly EventRecord[]>;
    /** Keeps one record for each booking, user and provider. */
    save(event: EventRecord): Promise<void>;
    remove(bookingId: string, userId: string, provider: CalendarProvider): Promise<void>;
  };
  readonly feeds: {
    ofUser(userId: string): Promise<FeedRecord | undefined>;
    byHash(hash: string): Promise<FeedRecord | undefined>;
    /** Replaces the user's feed. */
    save(feed: FeedRecord): Promise<void>;
  };
  /** Deletes all connections, events and the feed of a user. */
  removeUser(userId: string): Promise<void>;
}
