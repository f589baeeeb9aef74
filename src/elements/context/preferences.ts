import { isTimeZone, type TimeZone } from '../../contract/values.ts';
import { createStore, type Store } from '../../core/store.ts';

/** How one visitor reads times. */
export interface PreferencesState {
  readonly timeZone: TimeZone;
  readonly hour12: boolean;
}

/** The visitor's zone and clock as a store that the elements of one widget share. */
export interface Preferences extends Store<PreferencesState> {
  set(change: Partial<PreferencesState>): void;
}

/** Where the clock that a visitor chose is kept for their visit. */
const CLOCK = 'cb-clock';

/** Keeps the clock that the visitor chose for the rest of the visit. */
export function keepClock(hour12: boolean): void {
  try {
    sessionStorage.setItem(CLOCK, hour12 ? 'h12' : 'h23');
  } catch {
    // A frame without storage.
  }
}

function keptClock(): boolean | undefined {
  try {
    const kept = sessionStorage.getItem(CLOCK);
    return kept === null ? undefined : kept === 'h12';
  } catch {
    return undefined;
  }
}

/**
 * Starts from what the visitor chose before and what the page asks for, else from the visitor's machine: its zone, and the clock of
 * its region. `locale` is the page's wish alone; empty where it has none.
 */
export function createPreferences(locale: string, timeZone = ''): Preferences {
  const store = createStore<PreferencesState>({
    timeZone: knownTimeZone(timeZone),
    hour12: keptClock() ?? readsTwelveHours(locale || globalThis.navigator?.language),
  });
  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    set: (change) => store.set({ ...store.state, ...change }),
  };
}

/** The zone of the visitor's machine. Undefined where the browser does not know it: Chromium says `Etc/Unknown` then. */
export function machineTimeZone(): TimeZone | undefined {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return isTimeZone(timeZone ?? '') ? timeZone : undefined;
}

/** The zone of the visitor's machine; `UTC`, which the zone's button then names, where it is not known. */
export function localTimeZone(): TimeZone {
  return machineTimeZone() ?? 'UTC';
}

/** The zone asked for; the visitor's own where none is, or one that this browser does not know. */
export function knownTimeZone(timeZone: TimeZone | undefined): TimeZone {
  return timeZone && isTimeZone(timeZone) ? timeZone : localTimeZone();
}

/** Whether a language reads 3:00 pm rather than 15:00. */
export function readsTwelveHours(locale: string): boolean {
  try {
    return Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 ?? false;
  } catch {
    // Some systems report tags that `Intl` throws on, such as `en-US@posix`.
    return false;
  }
}
