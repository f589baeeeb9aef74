import type { CalendarStore } from '../integrations/calendar-store.ts';
import { createMemoryStore } from './memory.ts';

/**
 * Makes a calendar store in memory, separate from a store. A `Store` has its own `calendars`.
 *
 * @example
 * const calendars = createCalendarIntegrations({ config, store, calendarStore: createMemoryCalendarStore() });
 */
export function createMemoryCalendarStore(): CalendarStore {
  return createMemoryStore().calendars;
}
