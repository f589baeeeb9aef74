import { isTimeZone, type TimeZone } from '../../contract/index.ts';
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

/** Starts from what the page asks for, else from the visitor's machine and the habit of the language. */
export function createPreferences(locale: string, timeZone = ''): Preferences {
  const store = createStore<PreferencesState>({
    timeZone: isTimeZone(timeZone) ? timeZone : localTimeZone(),
    hour12: readsTwelveHours(locale),
  });
  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    set: (change) => store.set({ ...store.state, ...change }),
  };
}

/** The zone of the visitor's machine; `UTC`, which the zone's button then names, where the browser does not tell. */
export function localTimeZone(): TimeZone {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** Whether a language reads 3:00 pm rather than 15:00. */
export function readsTwelveHours(locale: string): boolean {
  return Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 ?? false;
}
