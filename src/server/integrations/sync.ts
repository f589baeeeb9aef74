import type { CalendarProvider } from '../../contract/calendar.ts';
import type { BookingRecord, Clock } from '../ports.ts';
import type { CalendarLog, Person, Schedule } from './calendar-ports.ts';
import type { CalendarStore, PendingSync } from './calendar-store.ts';
import { isProvidersMeeting } from './meeting-links.ts';
import { type CalendarTarget, placeSession, removeSession } from './place-session.ts';
import { ProviderFailure } from './providers/provider-failure.ts';
import type { ProviderRequest } from './providers/provider-http.ts';
import type { CalendarAdapter } from './providers/session-event.ts';

interface SyncParts {
  readonly store: CalendarStore;
  readonly clock: Clock;
  readonly schedule: Schedule;
  readonly log: CalendarLog;
  readonly providers: readonly CalendarProvider[];
  readonly adapters: Readonly<Record<CalendarProvider, CalendarAdapter>>;
  readonly requestFor: (target: CalendarTarget) => ProviderRequest;
  readonly findBooking: (id: string) => Promise<BookingRecord | undefined>;
  readonly findPerson: (userId: string) => Promise<Person | undefined>;
  readonly keepMeetingLink: (bookingId: string, link: string) => Promise<void>;
}

/** Keeps both sides' calendars as the bookings are. */
interface CalendarSync {
  /** Looks at the booking as it is now; resolves after the first try, whatever came of it. */
  bookingChanged(bookingId: string): Promise<void>;
  /** Runs alone on a booking: two writers of one event would make two events. */
  alone<T>(bookingId: string, work: () => Promise<T>): Promise<T>;
  /** Takes up what an ended process left waiting, each at its time. */
  resume(): Promise<void>;
  /** Resolves when nothing is under way; retries that wait for their time do not count. */
  idle(): Promise<void>;
}

/** How long after a failure it is tried again: from half a minute to six hours, a day in all. */
const RETRY_DELAYS_MS = [30_000, 120_000, 600_000, 1_800_000, 3_600_000, 10_800_000, 21_600_000, 43_200_000];
const LONGEST_DELAY_MS = 24 * 60 * 60_000;
/** A try that is not over by then was cut off. */
const TRY_LASTS_MS = 5 * 60_000;

export function createSync(parts: SyncParts): CalendarSync {
  const { store, clock, log } = parts;
  const queues = new Map<string, Promise<unknown>>();

  const alone = <T>(bookingId: string, work: () => Promise<T>): Promise<T> => {
    const result = (queues.get(bookingId) ?? Promise.resolve()).then(work);
    const settled = result
      .catch(() => undefined)
      .then(() => {
        if (queues.get(bookingId) === settled) queues.delete(bookingId);
      });
    queues.set(bookingId, settled);
    return result;
  };

  /** Coach first: the first to be reached makes the meeting. */
  const targetsOf = async (booking: BookingRecord): Promise<CalendarTarget[]> => {
    const targets: CalendarTarget[] = [];
    for (const userId of new Set([booking.coachId, booking.clientId])) {
      for (const provider of parts.providers) {
        if (await store.connections.find(userId, provider)) targets.push({ userId, provider });
      }
    }
    return targets;
  };

  const attempt = async (bookingId: string, target: CalendarTarget, work: () => Promise<void>) => {
    try {
      await work();
      await store.connections.update(target.userId, target.provider, { lastSync: clock.now(), lastError: null });
      return undefined;
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      await store.connections.update(target.userId, target.provider, { lastError: error.message });
      log({ level: 'warn', message: error.message, ...target, bookingId });
      return error;
    }
  };

  const place = async (booking: BookingRecord, done: Set<string>): Promise<ProviderFailure[]> => {
    const targets = await targetsOf(booking);
    const records = await store.events.ofBooking(booking.id);
    const hosted = records.some((record) => record.hostsMeeting);
    const failures: ProviderFailure[] = [];
    let link = booking.meetingLink;
    let mayMake = link === null && !hosted;
    for (const [index, target] of targets.entries()) {
      const signature = JSON.stringify([target, booking.start, booking.end, booking.sequence, link]);
      if (done.has(signature)) continue;
      const bothConnected = targets.some(({ userId }) => userId !== target.userId);
      const failure = await attempt(booking.id, target, async () => {
        const person = await parts.findPerson(target.userId);
        const placed = await placeSession(store, parts.findPerson, {
          ...target,
          booking: { ...booking, meetingLink: link },
          adapter: parts.adapters[target.provider],
          request: parts.requestFor(target),
          timeZone: person?.timeZone ?? 'UTC',
          makesMeeting: mayMake,
          invites: index === 0 && !bothConnected,
        });
        const isTrusted = target.userId === booking.coachId || isProvidersMeeting(placed.meetingLink);
        if (placed.meetingLink !== null && placed.meetingLink !== link && isTrusted) {
          link = placed.meetingLink;
          mayMake = false;
          await parts.keepMeetingLink(booking.id, link);
        }
        done.add(JSON.stringify([target, booking.start, booking.end, booking.sequence, link]));
      });
      if (!failure) continue;
      failures.push(failure);
      // It may have been made all the same, and will be found at the next try: a second meeting would confuse people.
      if (failure.kind === 'unavailable') mayMake = false;
    }
    return failures;
  };

  const remove = async (booking: BookingRecord): Promise<ProviderFailure[]> => {
    const failures: ProviderFailure[] = [];
    for (const { userId, provider } of await store.events.ofBooking(booking.id)) {
      const target = { userId, provider };
      // Left behind by a connection that is gone: nobody is there to ask for it.
      if (!(await store.connections.find(userId, provider))) {
        await store.events.remove(booking.id, userId, provider);
        log({
          level: 'info',
          message: 'An event stays in a calendar no longer connected',
          ...target,
          bookingId: booking.id,
        });
        continue;
      }
      const access = { adapter: parts.adapters[provider], request: parts.requestFor(target) };
      const failure = await attempt(booking.id, target, () => removeSession(store, { ...target, ...access, booking }));
      if (failure) failures.push(failure);
    }
    return failures;
  };

  const underWay = (bookingId: string, tries: number): PendingSync => {
    return { bookingId, ticket: crypto.randomUUID(), tries, dueAt: clock.now() + TRY_LASTS_MS };
  };

  const run = async (pending: PendingSync, done: Set<string>): Promise<void> => {
    const { bookingId, ticket, tries } = pending;
    const booking = await parts.findBooking(bookingId);
    const placing = booking?.status === 'confirmed' || booking?.status === 'completed';
    let failures: readonly ProviderFailure[] = [];
    if (booking && placing) failures = await place(booking, done);
    if (booking?.status === 'cancelled') failures = await remove(booking);
    const passing = failures.filter(({ kind }) => kind === 'unavailable');
    const usual = RETRY_DELAYS_MS[tries];
    if (passing.length === 0 || usual === undefined) {
      if (passing.length > 0) log({ level: 'error', message: 'A booking could not be synced; gave up', bookingId });
      await store.pending.remove(bookingId, ticket);
      return;
    }
    const delay = Math.max(usual, ...passing.map(({ retryAfterMs }) => retryAfterMs ?? 0));
    const next = { ...underWay(bookingId, tries + 1), dueAt: clock.now() + Math.min(delay, LONGEST_DELAY_MS) };
    // Changed meanwhile: that change has its own try in the queue.
    if (await store.pending.replace(next, ticket)) wait(next, done);
  };

  const wait = (pending: PendingSync, done: Set<string>): void => {
    const { bookingId, ticket, tries, dueAt } = pending;
    const retry = async () => {
      const taken = underWay(bookingId, tries);
      // Another process on the same store may have been first, or the booking has changed since.
      if (await store.pending.replace(taken, ticket)) await run(taken, done);
    };
    parts.schedule(Math.max(0, dueAt - clock.now()), () => {
      alone(bookingId, retry).catch(() => log({ level: 'error', message: 'A retry of a sync failed', bookingId }));
    });
  };

  return {
    alone,
    async idle() {
      while (queues.size > 0) await Promise.all(queues.values());
    },
    async resume() {
      for (const pending of await store.pending.all()) wait(pending, new Set());
    },
    bookingChanged(bookingId) {
      const pending = underWay(bookingId, 0);
      // Kept at once, not when the queue comes to it.
      const kept = store.pending.save(pending);
      kept.catch(() => undefined);
      return alone(bookingId, async () => {
        await kept;
        await run(pending, new Set());
      });
    },
  };
}
