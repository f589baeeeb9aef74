import type { CalendarConnection, CalendarProvider } from '../../contract/calendar.ts';
import type { calendarEndpoints } from '../../contract/endpoints/calendar.ts';
import type { Calls } from '../client/call.ts';
import { BookingError, isBookingError } from '../errors.ts';
import { createStore, type Store } from '../store.ts';
import type { CalendarCallback } from './callback.ts';
import type { PendingConnection } from './pending.ts';
import { type ConnectFailure, type ConnectPhase, type ConnectPhases, withPhase } from './phase.ts';

/** The calls that connecting takes. */
type ConnectionsClient = Pick<
  Calls<typeof calendarEndpoints>,
  'listCalendarConnections' | 'getCalendarAuthUrl' | 'exchangeCalendarToken' | 'disconnectCalendar'
>;

/** What is known of somebody's calendars. */
interface ConnectionsState {
  /** `unsupported`: the backend does not connect calendars. `error`: `connections` keeps what was known. */
  readonly status: 'loading' | 'ready' | 'unsupported' | 'error';
  readonly connections: readonly CalendarConnection[];
  readonly phases: ConnectPhases;
  readonly problem?: BookingError;
}

/** A connection that was begun, and where the person has to go. */
interface StartedConnection extends PendingConnection {
  readonly url: string;
}

/** Somebody's calendars and what can be done with them. Nothing is shown as connected before the server said so. */
export interface CalendarConnections extends Store<ConnectionsState> {
  /** Asks the server; what is shown stays until the answer is there. */
  load(): Promise<void>;
  /** Asks where to send the person; `undefined` when that failed, and the phase says why. */
  start(provider: CalendarProvider, redirectUri: string): Promise<StartedConnection | undefined>;
  /** Takes a provider's answer to something started here. False when it is not: then nothing happens. */
  answer(callback: CalendarCallback): boolean;
  /** Finishes what was started before the page went to the provider and came back. */
  resume(pending: PendingConnection, callback: CalendarCallback): Promise<void>;
  /** Ends the waiting; an answer that comes all the same is still taken. */
  fail(provider: CalendarProvider, why: ConnectFailure): void;
  disconnect(provider: CalendarProvider): Promise<void>;
  /** Forgets a failure that has been read, or the waiting for an answer. */
  dismiss(provider: CalendarProvider): void;
}

/** Opens somebody's calendars; call `load` to read them. */
export function createCalendarConnections(client: ConnectionsClient): CalendarConnections {
  const store = createStore<ConnectionsState>({ status: 'loading', connections: [], phases: {} });
  /** By state. More than one of a provider when somebody closes its window and begins again. */
  const started = new Map<string, PendingConnection>();

  const patch = (change: Partial<ConnectionsState>) => store.set({ ...store.state, ...change });
  const setPhase = (provider: CalendarProvider, phase: ConnectPhase | undefined) =>
    patch({ phases: withPhase(store.state.phases, provider, phase) });

  async function load(): Promise<void> {
    try {
      const { connections } = await client.listCalendarConnections();
      const { problem: _, ...rest } = store.state;
      store.set({ ...rest, status: 'ready', connections });
    } catch (error) {
      if (!isBookingError(error)) throw error;
      patch({ status: error.kind === 'unsupported' ? 'unsupported' : 'error', problem: error });
    }
  }

  /** Does the work of a phase, and shows what came of it. */
  async function during(
    provider: CalendarProvider,
    kind: 'finishing' | 'disconnecting',
    work: () => Promise<unknown>,
  ): Promise<void> {
    setPhase(provider, { kind });
    try {
      await work();
      await load();
      setPhase(provider, undefined);
    } catch (error) {
      refuse(provider, error);
    }
  }

  function refuse(provider: CalendarProvider, error: unknown): void {
    if (!isBookingError(error)) throw error;
    const why = error.code === 'invalid_state' ? 'late' : 'refused';
    setPhase(provider, { kind: 'failed', why, problem: error });
    // The server has no credentials (any more): the list says so, too.
    if (error.code === 'calendar_not_configured') void load();
  }

  function resume(pending: PendingConnection, { state, code, error }: CalendarCallback): Promise<void> {
    const { provider, redirectUri } = pending;
    started.delete(state);
    if (code === undefined || state !== pending.state) {
      setPhase(provider, failureOf(provider, state === pending.state ? error : 'other state'));
      return Promise.resolve();
    }
    const call = { params: { provider }, query: { redirect_uri: redirectUri }, body: { code, state } };
    return during(provider, 'finishing', () => client.exchangeCalendarToken(call));
  }

  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    load,
    async start(provider, redirectUri) {
      setPhase(provider, { kind: 'opening' });
      try {
        const request = { params: { provider }, query: { redirect_uri: redirectUri } };
        const { auth_url: url, state } = await client.getCalendarAuthUrl(request);
        requireWebAddress(url);
        started.set(state, { provider, redirectUri, state });
        setPhase(provider, { kind: 'waiting' });
        return { provider, redirectUri, state, url };
      } catch (error) {
        refuse(provider, error);
        return undefined;
      }
    },
    answer(callback) {
      const pending = started.get(callback.state);
      if (pending) void resume(pending, callback);
      return pending !== undefined;
    },
    resume,
    fail(provider, why) {
      const kind = store.state.phases[provider]?.kind;
      if (kind === 'opening' || kind === 'waiting') setPhase(provider, { kind: 'failed', why });
    },
    disconnect: (provider) =>
      during(provider, 'disconnecting', () => client.disconnectCalendar({ params: { provider } })),
    dismiss: (provider) => setPhase(provider, undefined),
  };
}

function failureOf(provider: CalendarProvider, error: string | undefined): ConnectPhase {
  if (error === 'access_denied' || error === 'consent_required') return { kind: 'failed', why: 'denied' };
  const detail = `The provider answered: ${error}`;
  const problem = new BookingError({ kind: 'invalid', request: `consent at ${provider}`, detail });
  return { kind: 'failed', why: 'refused', problem };
}

/** A window is sent there: an address such as `javascript:` would run as the page itself. */
function requireWebAddress(url: string): void {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return;
  const detail = 'auth_url is not an http(s) address';
  throw new BookingError({ kind: 'unreadable', request: 'GET /calendar/…/auth-url', detail });
}
