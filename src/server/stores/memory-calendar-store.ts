import type { CalendarStore } from '../integrations/calendar-store.ts';
import { createMemoryStore } from './memory.ts';

/**
 * Keeps the calendars' records as long as the process lives, apart from a store. A `Store` has `calendars` of its own.
 *
 * @example
 * const calendars = createCalendarIntegrations({ config, store, calendarStore: createMemoryCalendarStore() });
 */
export function createMemoryCalendarStore(): CalendarStore {
  return createMemoryStore().calendars;
}
