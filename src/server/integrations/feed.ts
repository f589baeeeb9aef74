import type { CalendarEvent } from '../../domain/calendar/event.ts';
import { toFeed } from '../../domain/calendar/icalendar.ts';
import { mailLanguage } from '../messages/mail-languages.ts';
import type { BookingRecord, Clock, Store } from '../ports.ts';
import type { Person } from './calendar-ports.ts';
import type { CalendarStore } from './calendar-store.ts';
import { sha256 } from './providers/event-key.ts';
import { REMINDERS } from './providers/session-event.ts';
import { otherParty, sessionTexts } from './session-texts.ts';
import type { TokenSeal } from './token-seal.ts';

interface FeedsParts {
  readonly store: CalendarStore;
  readonly seal: TokenSeal;
  readonly clock: Clock;
  readonly bookings: Pick<Store['bookings'], 'list'>;
  readonly findPerson: (userId: string) => Promise<Person | undefined>;
}

/** Private subscription feeds: anybody with the secret can read the calendar, so the secret can be replaced. */
interface Feeds {
  secret(userId: string): Promise<string>;
  reset(userId: string): Promise<string>;
  /** The feed with this secret; undefined when there is none. */
  text(secret: string): Promise<string | undefined>;
}

const MOST_BOOKINGS = 1000;
const STATUS = {
  pending: 'tentative',
  confirmed: 'confirmed',
  completed: 'confirmed',
  cancelled: 'cancelled',
} as const;

export function createFeeds({ store, seal, clock, bookings, findPerson }: FeedsParts): Feeds {
  const contextOf = (userId: string) => JSON.stringify(['feed', userId]);

  const reset = async (userId: string) => {
    const secret = hex(crypto.getRandomValues(new Uint8Array(32)));
    const sealed = await seal.seal(secret, contextOf(userId));
    await store.feeds.save({ userId, hash: hex(await sha256(secret)), secret: sealed });
    return secret;
  };

  return {
    reset,

    async secret(userId) {
      const feed = await store.feeds.ofUser(userId);
      if (!feed) return reset(userId);
      // Encrypted with a missing key: the address cannot be shown any more, so a new one is made.
      return seal.open(feed.secret, contextOf(userId)).catch(() => reset(userId));
    },

    async text(secret) {
      const feed = /^[0-9a-f]{64}$/.test(secret) ? await store.feeds.byHash(hex(await sha256(secret))) : undefined;
      if (!feed) return undefined;
      const { userId } = feed;
      const page = { skip: 0, limit: MOST_BOOKINGS };
      const lists = await Promise.all([
        bookings.list({ clientId: userId }, page),
        bookings.list({ coachId: userId }, page),
      ]);
      const own = lists.flatMap((list) => list.bookings);
      const language = (await findPerson(userId))?.language ?? mailLanguage(undefined);
      const events = await Promise.all(
        own.map(async (booking) => {
          const other = await findPerson(otherParty(booking, userId));
          return eventOf(booking, sessionTexts(language, booking, { userId, other }, booking.meetingLink));
        }),
      );
      return toFeed(events, { now: clock.now(), name: language.texts.calendarName });
    },
  };
}

function eventOf(booking: BookingRecord, texts: ReturnType<typeof sessionTexts>): CalendarEvent {
  const { id, start, end, meetingLink, sequence, updatedAt } = booking;
  return {
    // The same UID as in the page's own files, so that a session added by hand and the feed's are one event.
    uid: id,
    ...texts,
    start,
    end,
    sequence,
    status: STATUS[booking.status],
    updated: updatedAt,
    reminders: REMINDERS,
    ...(meetingLink !== null && { location: meetingLink, url: meetingLink }),
  };
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
