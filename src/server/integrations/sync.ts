import type { CalendarProvider } from '../../contract/calendar.ts';
import { DAY_MS } from '../../domain/time/units.ts';
import { RetryLater } from '../jobs/job-failure.ts';
import type { JobKind } from '../jobs/job-runner.ts';
import type { Json, NewJob, TakenJob } from '../jobs/job-store.ts';
import type { BookingRecord, Clock } from '../ports.ts';
import type { CalendarLog, Person } from './calendar-ports.ts';
import type { CalendarStore } from './calendar-store.ts';
import { isProvidersMeeting } from './meeting-links.ts';
import { type CalendarTarget, placeSession, removeSession } from './place-session.ts';
import { ProviderFailure } from './providers/provider-failure.ts';
import type { ProviderRequest } from './providers/provider-http.ts';
import type { CalendarAdapter } from './providers/session-event.ts';

interface SyncParts {
  readonly store: CalendarStore;
  readonly clock: Clock;
  readonly log: CalendarLog;
  readonly providers: readonly CalendarProvider[];
  readonly adapters: Readonly<Record<CalendarProvider, CalendarAdapter>>;
  readonly requestFor: (target: CalendarTarget) => ProviderRequest;
  readonly findBooking: (id: string) => Promise<BookingRecord | undefined>;
  readonly findPerson: (userId: string) => Promise<Person | undefined>;
  readonly keepMeetingLink: (bookingId: string, link: string) => Promise<void>;
}

/** Brings the calendars of client and coach in line with their bookings. */
interface CalendarSync {
  /** Runs the jobs made by `syncJob`. */
  readonly kind: JobKind;
  /** Runs work on one booking at a time: two writers of one event could make two events. */
  alone<T>(bookingId: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is under way; waiting retries do not count. */
  idle(): Promise<void>;
}

const SYNC_JOB = 'calendar-sync';
/** The longest wait that a provider can ask for; waits without `Retry-After` are at most twelve hours (`defaultRetryPolicy`). */
const LONGEST_DELAY_MS = DAY_MS;

/** The job that updates the calendars of a booking: one for each booking, due again after each change. */
export function syncJob(bookingId: string, now: number): NewJob {
  return { kind: SYNC_JOB, key: bookingId, payload: { bookingId }, dueAt: now, repeat: 'again' };
}

export function createSync(parts: SyncParts): CalendarSync {
  const { store, clock, log } = parts;
  const queues = new Map<string, Promise<unknown>>();
  /** The calendars that earlier attempts of a job have written. Another process that takes the job over writes all of them again. */
  const placed = new Map<string, { readonly revision: number; readonly signatures: Set<string> }>();

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

  /** Coach first: the first calendar that can be reached makes the meeting. */
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
          // One event invites: a second one would invite the same people again.
          invites: index > 0 ? 'nobody' : bothConnected ? 'others' : 'all',
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
      // The meeting may exist although the call failed; the next attempt finds it. A second meeting would confuse people.
      if (failure.kind === 'unavailable') mayMake = false;
    }
    return failures;
  };

  const remove = async (booking: BookingRecord): Promise<ProviderFailure[]> => {
    const failures: ProviderFailure[] = [];
    for (const { userId, provider } of await store.events.ofBooking(booking.id)) {
      const target = { userId, provider };
      // The event belongs to a deleted connection: it can no longer be removed.
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

  const sync = async (bookingId: string, { key, revision }: TakenJob): Promise<void> => {
    const known = placed.get(key);
    const signatures = known?.revision === revision ? known.signatures : new Set<string>();
    placed.set(key, { revision, signatures });
    // The booking's present state, which may differ from that when the job was written.
    const booking = await parts.findBooking(bookingId);
    const isPlaced = booking?.status === 'confirmed' || booking?.status === 'completed';
    let failures: readonly ProviderFailure[] = [];
    if (booking && isPlaced) failures = await place(booking, signatures);
    if (booking?.status === 'cancelled') failures = await remove(booking);
    const passing = failures.filter(({ kind }) => kind === 'unavailable');
    const [first] = passing;
    if (first) {
      const waits = passing.map(({ retryAfterMs }) => retryAfterMs ?? 0);
      throw new RetryLater(first.message, Math.min(LONGEST_DELAY_MS, Math.max(...waits)));
    }
    placed.delete(key);
  };

  return {
    kind: {
      name: SYNC_JOB,
      run: (job) => {
        const bookingId = bookingIdIn(job.payload);
        return alone(bookingId, () => sync(bookingId, job));
      },
    },
    alone,
    async idle() {
      while (queues.size > 0) await Promise.all(queues.values());
    },
  };
}

function bookingIdIn(payload: Json): string {
  if (typeof payload === 'object' && payload !== null && 'bookingId' in payload) return String(payload.bookingId);
  throw new TypeError('A calendar-sync job without a bookingId');
}
