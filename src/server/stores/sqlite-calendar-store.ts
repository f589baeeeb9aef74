import type { CalendarStore } from '../integrations/calendar-store.ts';
import { openSqliteStore } from './sqlite.ts';

/** A calendar store in a file; `close` before the process ends. */
export interface SqliteCalendarStore extends CalendarStore {
  close(): void;
}

/**
 * Opens a calendar store in a SQLite file, which may be the booking server's own. Tokens in it are encrypted. A store from
 * `openSqliteStore` has its own `calendars`.
 *
 * @example
 * const calendarStore = openSqliteCalendarStore('calendars.sqlite');
 * const calendars = createCalendarIntegrations({ config, store, calendarStore });
 */
export function openSqliteCalendarStore(path: string): SqliteCalendarStore {
  const { calendars, close } = openSqliteStore(path);
  return { ...calendars, close };
}
