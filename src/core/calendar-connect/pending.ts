import { type CalendarProvider, calendarProvider } from '../../contract/calendar.ts';
import type { CalendarCallback } from './callback.ts';

/** A connection that was begun: what it takes to finish it when the provider answers. */
export interface PendingConnection {
  readonly provider: CalendarProvider;
  /** Must be sent again, letter for letter, with the code. */
  readonly redirectUri: string;
  readonly state: string;
}

/** A connection for which the page itself went to the provider. */
interface KeptConnection extends PendingConnection {
  readonly api: string;
  /** Address of the page where it was begun, and is to be finished. */
  readonly page: string;
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'cb-calendar-connect';

/**
 * Keeps a connection over the way to the provider and back, for the one case in which nothing else can: the browser
 * blocked the window, and the page itself goes. False when it cannot be kept; the page must then stay.
 */
export function keepPending(storage: Storage | undefined, kept: KeptConnection): boolean {
  try {
    storage?.setItem(KEY, JSON.stringify(kept));
    return storage !== undefined;
  } catch {
    return false;
  }
}

/** The connection that is kept, if any; it stays kept. */
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
    // Nothing kept, storage that is blocked, or a text that is not ours.
    return undefined;
  }
}

/** The connection kept for this API, which is forgotten by being taken: each is finished once, or given up. */
export function takePending(storage: Storage | undefined, api: string): KeptConnection | undefined {
  const kept = readPending(storage);
  if (kept?.api !== api) return undefined;
  storage?.removeItem(KEY);
  return kept;
}

/** Where an answer that came to another page than the one it was begun on has to go on to; `undefined` when it is there. */
export function goOnTo(kept: KeptConnection, callback: CalendarCallback, here: string): string | undefined {
  const page = new URL(kept.page);
  const { origin, pathname } = new URL(here);
  // Kept by this origin alone, but nobody is to be sent elsewhere even if it was not.
  if (page.origin !== origin || page.pathname === pathname) return undefined;
  for (const [name, value] of Object.entries(callback)) page.searchParams.set(name, value);
  return page.href;
}
