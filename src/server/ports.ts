import type { Role } from '../contract/auth.ts';
import type { Answers, BookingStatus } from '../contract/booking.ts';
import type { BoughtType } from '../contract/bought-type.ts';
import type { Coach } from '../contract/coach.ts';
import type { MessageSettings } from '../contract/desk/message-settings.ts';
import type { Schedule } from '../contract/schedule.ts';
import type { SessionType } from '../contract/session-type.ts';
import type { Price } from '../contract/values.ts';
import type { Interval } from '../domain/availability/interval.ts';
import type { Hold } from '../domain/booking/hold.ts';
import { DAY_MS } from '../domain/time/units.ts';
import type { CalendarStore } from './integrations/calendar-store.ts';
import type { JobStore, NewJob } from './jobs/job-store.ts';
import type { MessageRecords } from './messages/message-records.ts';
import type { PaymentRecords, SessionTypeRecords } from './payments/sales-records.ts';
import type { WebhookRecords } from './webhooks/webhook-records.ts';

/** The time, in epoch milliseconds. */
export interface Clock {
  now(): number;
}

/** Makes the ids of new accounts, bookings and tokens; every id is different. */
export type MakeId = () => string;

/** A person who can sign in. */
export interface Account {
  readonly id: string;
  /** In lower case. Unique among accounts that log in; several guests may have the same, because theirs is not verified. */
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  readonly timeZone: string | null;
  /** The language of mails to this person, a BCP 47 tag: `de-AT`. Absent while it is not known. */
  readonly locale?: string;
  /** True once its owner asked for no more reminders and follow-ups. */
  readonly noReminders?: true;
  /** True until a link in a mail to the address of a new account was opened: nobody logs in with it, and others may claim the address. */
  readonly isUnverified?: true;
  /** An address that its owner asked for and has not confirmed. */
  readonly pendingEmail?: string;
  /** Absent for guests, who cannot log in. */
  readonly passwordHash?: string;
  readonly isGuest: boolean;
  readonly isActive: boolean;
  readonly createdAt: number;
  /** Set once its owner had it deleted: nothing that names a person is left, and nobody logs in with it. */
  readonly deletedAt?: number;
}

/** The e-mail that an account logs in with; none for guests, for unconfirmed addresses and for what was deleted. */
export function loginEmailOf({ email, isGuest, isUnverified, deletedAt }: Account): string | undefined {
  return isGuest || isUnverified || deletedAt !== undefined ? undefined : email;
}

/** The public profile of a coach; zone, durations and notices come from the schedule. */
export type CoachProfile = Omit<
  Coach,
  'time_zone' | 'durations' | 'cancel_notice_minutes' | 'move_notice_minutes' | 'attendees_max' | 'is_active'
>;

/** A coach: profile, hours, and the version of the hours. */
export interface CoachRecord {
  readonly profile: CoachProfile;
  /** Whether the coach can be booked. */
  readonly isActive: boolean;
  /** True: not in the list of coaches; people with the address of the page can book. */
  readonly isHidden?: boolean;
  readonly schedule: Schedule;
  /** How people are written to; absent while the coach has chosen nothing. */
  readonly messages?: MessageSettings;
  /** Incremented when the words that clients agree to change; absent before the first. */
  readonly consentVersion?: number;
  /** Incremented by every write of the schedule. */
  readonly scheduleVersion: number;
}

/** A stored booking; times are epoch milliseconds. */
export interface BookingRecord {
  readonly id: string;
  readonly clientId: string;
  readonly coachId: string;
  readonly start: number;
  readonly end: number;
  readonly status: BookingStatus;
  readonly paymentId: string | null;
  readonly meetingLink: string | null;
  readonly notes: string | null;
  readonly answers?: Answers;
  readonly metadata?: Readonly<Record<string, string>>;
  /** Others who take part: e-mail addresses in lower case, each once. */
  readonly attendeeEmails?: readonly string[];
  /** What the client agreed to, and when (epoch ms). */
  readonly consent?: { readonly text: string; readonly version: number; readonly at: number };
  /** The time of its erasure (epoch ms): since then nothing in it names the client. */
  readonly erasedAt?: number;
  readonly cancellationReason?: string;
  /** The reason of its last move. */
  readonly moveReason?: string;
  readonly price?: Price;
  /** The session type at the time of booking. */
  readonly sessionType?: BoughtType & Pick<SessionType, 'confirmation'>;
  /** Set while the slot is held for a visitor who is paying; absent once it is paid. */
  readonly hold?: Hold;
  /** Set when it was cancelled because it was not paid in time: a late payment may still book it. */
  readonly isLapsed?: true;
  /** RFC 5545 SEQUENCE: incremented by every move and cancellation. */
  readonly sequence: number;
  /** Incremented when the booking's links are revoked. @default 0 */
  readonly linkSerial?: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Incremented by every write; a write names the version it is based on. */
  readonly version: number;
}

/** Which accounts to list. */
export interface AccountFilter {
  readonly role?: Role;
  /** Words, each of which the name or the e-mail has in it; letter case does not matter. */
  readonly words?: readonly string[];
}

/** What may change of a coach besides the hours. */
export type CoachChange = Partial<
  Pick<CoachRecord, 'profile' | 'isActive' | 'isHidden' | 'messages' | 'consentVersion'>
>;

/** A reply stored for an Idempotency-Key. */
export interface KeptReply {
  /** The key's owner, and the key. */
  readonly userId: string;
  readonly key: string;
  /** Hash of the request: the same key with another request is refused. */
  readonly requestHash: string;
  /** JSON text of the reply. */
  readonly body: string;
  readonly keptAt: number;
}

/**
 * Time kept free around a session, in milliseconds: between two sessions lie the earlier one's `after` and the later one's
 * `before`.
 */
export interface Buffers {
  readonly before: number;
  readonly after: number;
}

/** Conditions for writing a booking; they are checked in the same step that writes. */
export interface SaveGuard {
  /** The version that this write is based on; absent for a new booking. */
  readonly basedOn?: number;
  /**
   * True when the booking is possible beside `others`: the coach's sessions that are not cancelled, up to `NEIGHBOURHOOD_MS` before and
   * after it. Called inside the transaction, so it must be synchronous.
   */
  readonly fits?: (others: readonly Interval[]) => boolean;
  /**
   * The buffers around the session; they must not overlap other sessions.
   * @default the buffers written with the booking before; none for a new one
   */
  readonly buffers?: Buffers;
  /** Stored with the booking, unless the key already has a reply. */
  readonly keep?: KeptReply;
}

/** The guard of a new booking. */
export type NewBookingGuard = Omit<SaveGuard, 'basedOn'>;

/** The records that are written together with a new booking. */
export interface WrittenAlong {
  readonly jobs: readonly NewJob[];
  /** The keys under which the booking is counted as an open request, and the most that each may have. */
  readonly openRequests: { readonly keys: readonly string[]; readonly most: number };
  /** When it is written (epoch ms). */
  readonly now: number;
}

/** `changed`: somebody else wrote first, read again. `replayed`: the key already has a reply, nothing was written. */
export type SaveOutcome =
  | { readonly kind: 'saved' | 'taken' | 'changed' }
  | { readonly kind: 'replayed'; readonly reply: KeptReply };

/** Which bookings to list. */
export interface BookingFilter {
  readonly clientId?: string;
  readonly coachId?: string;
  readonly status?: BookingStatus;
}

/** The refresh tokens of one sign-in: `current` is valid, `previous` is valid for a moment (two tabs), any older one was stolen. */
export interface TokenFamily {
  readonly id: string;
  readonly userId: string;
  readonly current: string;
  readonly previous: string | null;
  readonly rotatedAt: number;
  readonly expiresAt: number;
}

/** Sessions this far on either side of a booking are shown to `SaveGuard.fits`: more than a week, for weekly limits. */
export const NEIGHBOURHOOD_MS = 9 * DAY_MS;

/** No session and no buffer is longer than this: it limits the search for overlaps. */
export const LONGEST_SESSION_MS = DAY_MS;

/** The count of one limited action in a time window. */
export interface WindowCount {
  readonly count: number;
  /** The end of the window, epoch milliseconds. */
  readonly endsAt: number;
}

/** Which part of a list is read, and how far the whole is counted. */
export interface ListPage {
  readonly skip: number;
  /** 0: only the count is asked for. */
  readonly limit: number;
  /** The count of all matches stops here: a `total` that is as high means so many or more. @default all are counted */
  readonly countTo?: number;
}

/** All stored records. Each method is one atomic step; `Store.transaction` joins several into one. */
export interface Records {
  readonly accounts: {
    find(id: string): Promise<Account | undefined>;
    /** The account that logs in with this e-mail address; never a guest. */
    findByEmail(email: string): Promise<Account | undefined>;
    /** False when the e-mail is taken (guests are always added). */
    add(account: Account): Promise<boolean>;
    /** By name, those without a name by e-mail; without those that were deleted. */
    list(
      filter: AccountFilter,
      page: ListPage,
    ): Promise<{ readonly accounts: readonly Account[]; readonly total: number }>;
    /** Switches an account on or off; gives it as it is then, `undefined` where there is none. */
    setActive(id: string, isActive: boolean): Promise<Account | undefined>;
    /** Replaces the account with this id; false when there is none, or when its e-mail is another account's. */
    update(account: Account): Promise<boolean>;
  };
  readonly coaches: {
    find(id: string): Promise<CoachRecord | undefined>;
    /** Sorted by the order in which they were added. */
    list(): Promise<readonly CoachRecord[]>;
    add(coach: CoachRecord): Promise<void>;
    /**
     * False when the stored version is not `basedOn`. Shorter buffers also apply to sessions that are already booked.
     */
    saveSchedule(id: string, basedOn: number, schedule: Schedule): Promise<boolean>;
    /** Writes what is given over what was there; gives the coach as it is then, `undefined` where there is none. */
    change(id: string, change: CoachChange): Promise<CoachRecord | undefined>;
  };
  readonly bookings: {
    find(id: string): Promise<BookingRecord | undefined>;
    /** Latest session first. */
    list(
      filter: BookingFilter,
      page: ListPage,
    ): Promise<{ readonly bookings: readonly BookingRecord[]; readonly total: number }>;
    /** The coach's bookings that ended by `endedBefore` (epoch ms) and are not erased, the oldest first. */
    notErased(coachId: string, endedBefore: number, limit: number): Promise<readonly BookingRecord[]>;
    /** The coach's sessions that are not cancelled and overlap the range, sorted by start. */
    sessions(coachId: string, range: Interval): Promise<readonly Interval[]>;
    /** Writes a new or changed booking if the guard allows it; two sessions of a coach never overlap, whatever the guard says. */
    save(booking: BookingRecord, guard: SaveGuard): Promise<SaveOutcome>;
    /**
     * Saves a new booking with all that is written along with it, without holding a transaction open meanwhile. `undefined`: somebody
     * else changed the coach's bookings, used the key or filled the open requests at that moment; nothing was written, and a
     * transaction decides. Optional: only for stores where that is quicker than a transaction; absent inside a transaction.
     */
    saveAtOnce?(booking: BookingRecord, guard: NewBookingGuard, along: WrittenAlong): Promise<SaveOutcome | undefined>;
    /** The reply stored for a key less than a day ago. */
    keptReply(userId: string, key: string, now: number): Promise<KeptReply | undefined>;
    /** Forgets all replies kept for a user. */
    forgetReplies(userId: string): Promise<void>;
  };
  /** The keys (a guest, an address) under which bookings were requested: the limits of open requests count by them. */
  readonly openRequests: {
    add(bookingId: string, keys: readonly string[], now: number): Promise<void>;
    /** How many of a key's bookings are pending and begin after `now`. */
    count(key: string, now: number): Promise<number>;
  };
  readonly tokens: {
    find(familyId: string): Promise<TokenFamily | undefined>;
    add(family: TokenFamily): Promise<void>;
    /** False when `current` of the stored family is not `from`. */
    rotate(family: TokenFamily, from: string): Promise<boolean>;
    end(familyId: string): Promise<void>;
    /** Ends all sign-ins of a user, but for the one that is named. */
    endAll(userId: string, exceptFamilyId?: string): Promise<void>;
  };
  readonly calendars: CalendarStore;
  /** Counters of `RateLimiter`, shared by all processes on the store. */
  readonly limits: {
    /**
     * Counts one; after the end of a window a new one begins at `now`. No window ends later than one that begins now: a clock that
     * was set back does not stretch it.
     */
    take(name: string, windowMs: number, now: number): Promise<WindowCount>;
    /** Takes one back; does nothing when no window is open. */
    giveBack(name: string, now: number): Promise<void>;
    /** The window without counting; undefined when none is open. */
    look(name: string, now: number): Promise<WindowCount | undefined>;
  };
  readonly jobs: JobStore;
  readonly payments: PaymentRecords;
  readonly messages: MessageRecords;
  readonly webhooks: WebhookRecords;
  readonly sessionTypes: SessionTypeRecords;
  /** Counts how often a coach's slots may have changed: other processes see by it that they must read again. */
  readonly changes: {
    /** The number of changes of each of these coaches' times since the store was made; 0 for unknown ones. */
    counts(coachIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  };
}

/** A commit: jobs were added, or a coach's slots may have changed. */
export type StoreChange = { readonly about: 'jobs' } | { readonly about: 'times'; readonly coachId: string };

/** Whether changes of other processes are heard. */
export interface HearingOthers {
  /** False while nothing is heard, such as behind a pooler: then ask `changes`. */
  isHeard(): boolean;
}

/** The store of a server. */
export interface Store extends Records {
  /**
   * Runs `work` in a transaction: all its writes are kept, or none when it throws. No transaction sees a part of another. Inside,
   * use the records passed to `work`, not the store, and wait for nothing else: a transaction may block all other writers. `work`
   * may run more than once when the database requires it.
   */
  transaction<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /**
   * Calls `listener` after each commit of this process that added jobs or changed a coach's slots; changes by other processes are
   * found by `changes` and `jobs`. Returns the function that stops it.
   */
  listen(listener: (change: StoreChange) => void): () => void;
  /**
   * Calls `heard` with the coach's id after another process on this store changed a coach's times; it may be called for this
   * process's own changes too. Absent where a store cannot hear others: ask `changes` there.
   */
  hearOthers?(heard: (coachId: string) => void): HearingOthers;
  /** Deletes records that are too old at `now`, such as replies, sign-ins, windows and done jobs. Once a minute is often enough. */
  sweep(now: number): Promise<void>;
  /** Closes the file or the connections. */
  close(): void | Promise<void>;
}

/** How long the keys of a requested booking are kept, even when it is moved beyond that. */
export const OPEN_REQUESTS_KEPT_MS = 90 * DAY_MS;

/** Windows of limits that `sweep` leaves: those that end last. About 20 MB on disk; a flood of keys cannot fill it. */
export const MAX_LIMIT_WINDOWS = 100_000;

/** How long an Idempotency-Key is valid. */
export const KEY_LIFETIME_MS = DAY_MS;
