import { booking as bookingSchema } from '../../contract/booking.ts';
import { readInstant } from '../../contract/values.ts';
import { type Backend, type Caller, isSuccess, type Outcome, readBody } from './backend.ts';
import { type Finding, fault, LEFT_BEHIND } from './finding.ts';

/** A booking to try. */
interface TrialBody {
  readonly coach_id: string;
  readonly session_datetime: string;
  readonly duration_minutes: number;
  readonly notes: string;
}

/** The bookings that trials may have left in a backend, and how they are undone. */
export interface TrialLedger {
  /** Tries to book, and remembers every booking that may have been stored. */
  book(body: TrialBody, options: { readonly as: Caller | undefined; readonly key?: string }): Promise<Outcome>;
  /** Cancels one booking, and gives its state afterwards. */
  cancel(id: string): Promise<{ readonly answer: Outcome; readonly isCancelled: boolean }>;
  /**
   * Cancels all bookings left, and searches those whose reply could not be read. Gives findings for those that could not be undone.
   */
  undo(): Promise<Finding[]>;
}

interface Entry {
  /** Undefined when the reply could not be read. */
  readonly id: string | undefined;
  readonly at: string;
  isUndone: boolean;
}

/** Makes a ledger. `as` is the client who books and cancels. */
export function createLedger(backend: Backend, as: Caller): TrialLedger {
  const entries: Entry[] = [];
  let clientId: string | undefined;

  /** True when a booking is cancelled or deleted; undefined when that cannot be read. */
  async function isGone(id: string): Promise<boolean | undefined> {
    const read = await backend.call('getBooking', { as, params: { booking_id: id } });
    if (read.kind === 'reply' && (read.status === 404 || read.status === 410)) return true;
    const status = textIn(read, 'status');
    if (status !== undefined) return /^cancel/i.test(status);
    const listed = (await list())?.find((each) => idOf(each.id) === id);
    if (listed) return /^cancel/i.test(String(listed.status));
    return undefined;
  }

  async function list(): Promise<readonly Record<string, unknown>[] | undefined> {
    clientId ??= textIn(await backend.call('getMe', { as }), 'id');
    if (clientId === undefined) return undefined;
    const outcome = await backend.call('listClientBookings', { as, params: { client_id: clientId } });
    if (!isSuccess(outcome) || outcome.kind !== 'reply') return undefined;
    const { body } = outcome;
    const bookings = Array.isArray(body) ? body : fieldOf(body, 'bookings');
    return Array.isArray(bookings) ? bookings.filter((each) => typeof each === 'object' && each !== null) : undefined;
  }

  async function cancel(id: string) {
    const answer = await backend.call('cancelBooking', { as, params: { booking_id: id } });
    const isCancelled = (await isGone(id)) ?? false;
    for (const entry of entries) if (entry.id === id) entry.isUndone = isCancelled;
    return { answer, isCancelled };
  }

  /** A success without a body as pages read it: the booking at its `Location`, else the one at that time in the list. */
  async function asRead(outcome: Outcome, at: string): Promise<Outcome> {
    if (outcome.kind === 'failed' || !isSuccess(outcome) || outcome.body !== '') return outcome;
    const id = idIn(outcome) ?? (await activeAt(at))[0];
    const read = id === undefined ? undefined : await backend.call('getBooking', { as, params: { booking_id: id } });
    return read?.kind === 'reply' && isSuccess(read) ? { ...outcome, body: read.body } : outcome;
  }

  /** Active bookings at that time that no other entry has. */
  async function idsAt(at: string): Promise<string[]> {
    const known = new Set(entries.map(({ id }) => id));
    return (await activeAt(at)).filter((id) => !known.has(id));
  }

  async function activeAt(at: string): Promise<string[]> {
    const same = (time: unknown) => typeof time === 'string' && readInstant(time) === readInstant(at);
    return ((await list()) ?? [])
      .filter(({ session_datetime, status }) => same(session_datetime) && !/^cancel/i.test(String(status)))
      .map(({ id }) => idOf(id) ?? '')
      .filter((id) => id !== '');
  }

  return {
    cancel,
    async book(body, { as: caller, key }) {
      const headers = key === undefined ? {} : { 'idempotency-key': key };
      const answer = await backend.call('createBooking', { as: caller, body, headers });
      const outcome = await asRead(answer, body.session_datetime);
      const mayBeStored = outcome.kind === 'failed' || outcome.status < 400 || outcome.status >= 500;
      if (!mayBeStored) return outcome;
      const id = idIn(outcome);
      if (caller === as) clientId ??= readBody(bookingSchema, outcome)?.client_id;
      if (id === undefined || !entries.some((entry) => entry.id === id))
        entries.push({ id, at: body.session_datetime, isUndone: false });
      return outcome;
    },

    async undo() {
      for (const entry of [...entries]) {
        if (entry.isUndone) continue;
        if (entry.id !== undefined) {
          await cancel(entry.id);
          continue;
        }
        const listed = await list();
        const found = await idsAt(entry.at);
        const cancelled = await Promise.all(found.map(cancel));
        // An empty list that can be read means that nothing was stored.
        entry.isUndone = listed !== undefined && cancelled.every(({ isCancelled }) => isCancelled);
      }
      return entries
        .filter(({ isUndone }) => !isUndone)
        .map(({ id, at }) => {
          const which = id === undefined ? `one at ${at}, if it was stored` : `booking ${id} at ${at}`;
          return fault(LEFT_BEHIND, `a trial could not be seen to be cancelled: ${which}`, 'cancel it by hand');
        });
    },
  };
}

/** The id in a reply, else the last part of its `Location`. */
export function idIn(outcome: Outcome): string | undefined {
  if (outcome.kind === 'failed') return undefined;
  const { body, headers } = outcome;
  const inBody = idOf(fieldOf(body, 'id')) ?? idOf(fieldOf(fieldOf(body, 'booking'), 'id'));
  return (
    inBody ??
    ([201, 204].includes(outcome.status) ? headers.get('location')?.split('/').filter(Boolean).at(-1) : undefined)
  );
}

/** Some backends use numbers as ids. */
function idOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function textIn(outcome: Outcome, field: string): string | undefined {
  return outcome.kind === 'reply' && isSuccess(outcome) ? idOf(fieldOf(outcome.body, field)) : undefined;
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
}
