import type { CalendarStore } from '../integrations/calendar-store.ts';
import { openSqliteStore } from './sqlite.ts';

/** A calendar store in a file; `close` before the process ends. */
export interface SqliteCalendarStore extends CalendarStore {
  close(): void;
}

/**
 * Keeps the calendars' records in a SQLite file; it may be the booking server's own. Tokens in it are sealed. A store that
 * `openSqliteStore` gives has `calendars` of its own.
 *
 * @example
 * const calendarStore = openSqliteCalendarStore('calendars.sqlite');
 * const calendars = createCalendarIntegrations({ config, store, calendarStore });
 */
export function openSqliteCalendarStore(path: string): SqliteCalendarStore {
  const { calendars, close } = openSqliteStore(path);
  return { ...calendars, close };
}
