import { createHandlers } from '../bookings/create.ts';
import { readHandlers } from '../bookings/read.ts';
import { updateHandlers } from '../bookings/update.ts';
import type { Handlers, Services } from '../http/handler.ts';
import { accountHandlers } from './accounts.ts';
import { availabilityHandlers } from './availability.ts';
import { calendarHandlers } from './calendar-calls.ts';
import { coachHandlers } from './coaches.ts';
import { scheduleHandlers } from './schedules.ts';

/** The whole contract, answered: one handler a row. */
export function createHandlerTable(services: Services): Handlers {
  return {
    ...accountHandlers(services),
    ...coachHandlers(services),
    ...availabilityHandlers(services),
    ...createHandlers(services),
    ...readHandlers(services),
    ...updateHandlers(services),
    ...scheduleHandlers(services),
    ...calendarHandlers(services),
    getHealth: async () => {
      // Any read will do: a server that cannot reach what it keeps is not well, and answers 500.
      await services.store.coaches.find('');
      return { reply: { status: 'ok' } };
    },
  } satisfies Handlers;
}
