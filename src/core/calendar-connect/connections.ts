import type { CalendarConnection, CalendarProvider } from '../../contract/calendar.ts';
import type { calendarEndpoints } from '../../contract/endpoints/calendar.ts';
import type { Calls } from '../client/call.ts';
import { BookingError, isBookingError } from '../errors.ts';
import { createStore, type Store } from '../store.ts';
import type { CalendarCallback } from './callback.ts';
import type { PendingConnection } from './pending.ts';
import { type ConnectFailure, type ConnectPhase, type ConnectPhases, withPhase } from './phase.ts';

/** The calls that connecting a calendar needs. */
type ConnectionsClient = Pick<
  Calls<typeof calendarEndpoints>,
  'listCalendarConnections' | 'getCalendarAuthUrl' | 'exchangeCalendarToken' | 'disconnectCalendar'
>;

/** One user's connected calendars as last loaded. */
interface ConnectionsState {
  /** `unsupported`: the backend does not connect calendars. `error`: the last load failed, `connections` keeps the older reply. */
  readonly status: 'loading' | 'ready' | 'unsupported' | 'error';
  readonly connections: readonly CalendarConnection[];
  readonly phases: ConnectPhases;
  readonly problem?: BookingError;
}

/** A connection that was started, and the provider's address to open. */
interface StartedConnection extends PendingConnection {
  readonly url: string;
}

/** One user's calendars and the actions on them. A calendar is shown as connected once the server has confirmed it. */
export interface CalendarConnections extends Store<ConnectionsState> {
  /** Loads the connections; the old ones stay until the answer arrives. */
  load(): Promise<void>;
  /** Asks for the provider's address; undefined when that failed, and the phase holds the reason. */
  start(provider: CalendarProvider, redirectUri: string): Promise<StartedConnection | undefined>;
  /** Takes a provider's answer. False, and no effect, when it belongs to no connection started here. */
  answer(callback: CalendarCallback): boolean;
  /** Finishes a connection that was started before the page itself went to the provider and came back. */
  resume(pending: PendingConnection, callback: CalendarCallback): Promise<void>;
  /** Stops waiting; a late answer is still applied. */
  fail(provider: CalendarProvider, why: ConnectFailure): void;
  disconnect(provider: CalendarProvider): Promise<void>;
  /** Forgets a failure that was read, or stops waiting. */
  dismiss(provider: CalendarProvider): void;
}

/** Makes the store of one user's calendars; `load` fills it. */
export function createCalendarConnections(client: ConnectionsClient): CalendarConnections {
  const store = createStore<ConnectionsState>({ status: 'loading', connections: [], phases: {} });
  /** By OAuth state. A provider has several when somebody closes its window and starts again. */
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

  /** Does the work of a phase, then shows the outcome. */
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
    // The server has no credentials any more: load the list, which says so.
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

/** A window opens this address: `javascript:` would run with the rights of the page. */
function requireWebAddress(url: string): void {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return;
  const detail = 'auth_url is not an http(s) address';
  throw new BookingError({ kind: 'unreadable', request: 'GET /calendar/…/auth-url', detail });
}
