import { type CalendarProvider, calendarProvider } from '../../contract/calendar.ts';

/** A connection that was begun: what it takes to finish it when the provider answers. */
export interface PendingConnection {
  readonly provider: CalendarProvider;
  /** Must be sent again, letter for letter, with the code. */
  readonly redirectUri: string;
  readonly state: string;
  /** Where on the page the person was (`#calendars`): providers do not send it back. */
  readonly hash?: string;
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (api: string) => `cb-calendar-connect ${api}`;

/**
 * Keeps a connection over the way to the provider and back, for the one case in which nothing else can: the browser
 * blocked the window, and the page itself goes. False when it cannot be kept; the page must then stay.
 */
export function keepPending(storage: Storage | undefined, api: string, pending: PendingConnection): boolean {
  try {
    storage?.setItem(keyOf(api), JSON.stringify(pending));
    return storage !== undefined;
  } catch {
    return false;
  }
}

/** The connection kept for this API, which is forgotten by being read: each is finished once, or given up. */
export function takePending(storage: Storage | undefined, api: string): PendingConnection | undefined {
  try {
    const text = storage?.getItem(keyOf(api)) ?? '';
    storage?.removeItem(keyOf(api));
    const { provider, redirectUri, state, hash } = JSON.parse(text) as Record<string, unknown>;
    const known = calendarProvider.options.find((option) => option === provider);
    if (!known || typeof redirectUri !== 'string' || typeof state !== 'string') return undefined;
    return { provider: known, redirectUri, state, ...(typeof hash === 'string' && { hash }) };
  } catch {
    // Nothing kept, storage that is blocked, or a text that is not ours.
    return undefined;
  }
}
