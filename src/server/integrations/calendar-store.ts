import type { CalendarProvider } from '../../contract/calendar.ts';

/** A sign-in that was begun and not yet come back. */
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

/** A user's calendar account, with its tokens sealed. */
export interface ConnectionRecord {
  readonly userId: string;
  readonly provider: CalendarProvider;
  /** What the user knows it by, mostly an e-mail address. */
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
  /** The provider's id; `null` from before the create until its answer: the event may or may not be there. */
  readonly eventId: string | null;
  readonly start: number;
  readonly end: number;
  /** True for the event that the online meeting hangs on. */
  readonly hostsMeeting: boolean;
}

/** A user's private feed. */
export interface FeedRecord {
  readonly userId: string;
  /** SHA-256 of the secret: what a reader is found by. */
  readonly hash: string;
  /** The secret, sealed: so that its owner can be shown it again. */
  readonly secret: string;
}

/** Where the calendars' records are kept. Each method is one atomic step. */
export interface CalendarStore {
  readonly authorizations: {
    add(pending: PendingAuthorization): Promise<void>;
    /** Hands it out once: it is gone afterwards. */
    take(state: string): Promise<PendingAuthorization | undefined>;
  };
  readonly connections: {
    find(userId: string, provider: CalendarProvider): Promise<ConnectionRecord | undefined>;
    save(connection: ConnectionRecord): Promise<void>;
    /** Changes some fields; does nothing when the connection is gone. */
    update(userId: string, provider: CalendarProvider, change: Partial<ConnectionRecord>): Promise<void>;
    remove(userId: string, provider: CalendarProvider): Promise<void>;
  };
  readonly events: {
    ofBooking(bookingId: string): Promise<readonly EventRecord[]>;
    /** The user's events in one calendar that overlap `[start, end)`. */
    ofUser(userId: string, provider: CalendarProvider, start: number, end: number): Promise<readonly EventRecord[]>;
    /** One record a booking, user and provider. */
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
