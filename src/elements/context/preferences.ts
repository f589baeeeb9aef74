import { isTimeZone, type TimeZone } from '../../contract/values.ts';
import { createStore, type Store } from '../../core/store.ts';
import { readsTwelveHours } from '../../domain/time/format.ts';

/** The zone and clock in which a visitor reads times. */
export interface PreferencesState {
  readonly timeZone: TimeZone;
  readonly hour12: boolean;
}

/** The visitor's zone and clock as a store that the elements of one widget share. */
export interface Preferences extends Store<PreferencesState> {
  set(change: Partial<PreferencesState>): void;
}

/** The storage key of the clock that the visitor chose. */
const CLOCK = 'cb-clock';

/** Stores the clock that the visitor chose for the rest of the visit. */
export function keepClock(hour12: boolean): void {
  try {
    sessionStorage.setItem(CLOCK, hour12 ? 'h12' : 'h23');
  } catch {
    // The frame has no storage.
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
 * Zone: the page's, else that of the visitor's machine. Clock: the one chosen earlier in this visit, else that of `locale`, else that of
 * the browser's language. `locale` is the page's own; empty when it sets none.
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

/** The zone of the visitor's machine. Undefined when the browser does not know it: Chromium then gives `Etc/Unknown`. */
export function machineTimeZone(): TimeZone | undefined {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return isTimeZone(timeZone ?? '') ? timeZone : undefined;
}

/** The zone of the visitor's machine; `UTC` when it is unknown, which the zone's button then shows. */
export function localTimeZone(): TimeZone {
  return machineTimeZone() ?? 'UTC';
}

/** The requested zone; the visitor's own when none is requested, or the browser does not know it. */
export function knownTimeZone(timeZone: TimeZone | undefined): TimeZone {
  return timeZone && isTimeZone(timeZone) ? timeZone : localTimeZone();
}
