import { type CalendarProvider, calendarProvider } from '../../contract/calendar.ts';
import type { CalendarCallback } from './callback.ts';

/** A connection that was started: the values needed to finish it when the provider answers. */
export interface PendingConnection {
  readonly provider: CalendarProvider;
  /** Must be sent again with the code, unchanged. */
  readonly redirectUri: string;
  readonly state: string;
}

/** A connection for which the page itself goes to the provider. */
interface KeptConnection extends PendingConnection {
  readonly api: string;
  /** Address of the page where it was started and will be finished. */
  readonly page: string;
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'cb-calendar-connect';

/**
 * Keeps a connection while the page itself goes to the provider and back, which it does only when the browser blocked the window.
 * False when it cannot be kept; the page must then stay.
 */
export function keepPending(storage: Storage | undefined, kept: KeptConnection): boolean {
  try {
    storage?.setItem(KEY, JSON.stringify(kept));
    return storage !== undefined;
  } catch {
    return false;
  }
}

/** The kept connection, if any, without removing it. */
export function readPending(storage: Storage | undefined): KeptConnection | undefined {
  try {
    const { provider, redirectUri, state, api, page } = JSON.parse(storage?.getItem(KEY) ?? '') as Record<
      string,
      unknown
    >;
    const known = calendarProvider.options.find((option) => option === provider);
    if (!known || [redirectUri, state, api, page].some((part) => typeof part !== 'string')) return undefined;
    return { provider: known, redirectUri, state, api, page } as KeptConnection;
  } catch {
    // Nothing is kept, storage is blocked, or the text is not ours.
    return undefined;
  }
}

/** Takes the connection kept for this API and removes it: each is finished once or dropped. */
export function takePending(storage: Storage | undefined, api: string): KeptConnection | undefined {
  const kept = readPending(storage);
  if (kept?.api !== api) return undefined;
  storage?.removeItem(KEY);
  return kept;
}

/**
 * The address to go to when the answer came to another page than the one where the connection was started; undefined on that page.
 */
export function goOnTo(kept: KeptConnection, callback: CalendarCallback, here: string): string | undefined {
  const page = new URL(kept.page);
  const { origin, pathname } = new URL(here);
  // Only this origin can write the storage; checked all the same, so that nobody is sent to another site.
  if (page.origin !== origin || page.pathname === pathname) return undefined;
  for (const [name, value] of Object.entries(callback)) page.searchParams.set(name, value);
  return page.href;
}
