import { CONTRACT_VERSION } from '../../contract/endpoints.ts';
import { correctEmailHandlers } from '../bookings/correct-email.ts';
import { newBookingHandlers } from '../bookings/create.ts';
import { eraseHandlers } from '../bookings/erase-booking.ts';
import { readHandlers } from '../bookings/read.ts';
import { updateHandlers } from '../bookings/update.ts';
import type { Handlers, Services } from '../http/handler.ts';
import { accountHandlers } from './accounts.ts';
import { adminHandlers } from './admin.ts';
import { availabilityHandlers } from './availability.ts';
import { bounceHandlers } from './bounces.ts';
import { calendarHandlers } from './calendar-calls.ts';
import { coachHandlers } from './coaches.ts';
import { liveTimesHandlers } from './live-times.ts';
import { mailLinkHandlers } from './mail-links.ts';
import { messageSettingsHandlers } from './message-settings.ts';
import { ownAccountHandlers } from './own-account.ts';
import { paymentHandlers } from './payments.ts';
import { scheduleHandlers } from './schedules.ts';
import { sessionTypeHandlers } from './session-types.ts';
import { webhookHandlers } from './webhooks.ts';

/** The handlers of all areas: one for each row of the contract. */
export function createHandlerTable(services: Services): Handlers {
  return {
    ...accountHandlers(services),
    ...ownAccountHandlers(services),
    ...adminHandlers(services),
    ...coachHandlers(services),
    ...messageSettingsHandlers(services),
    ...mailLinkHandlers(services),
    ...bounceHandlers(services),
    ...availabilityHandlers(services),
    ...liveTimesHandlers(services),
    ...newBookingHandlers(services),
    ...readHandlers(services),
    ...updateHandlers(services),
    ...correctEmailHandlers(services),
    ...eraseHandlers(services),
    ...scheduleHandlers(services),
    ...calendarHandlers(services),
    ...sessionTypeHandlers(services),
    ...paymentHandlers(services),
    ...webhookHandlers(services),
    getHealth: async () => {
      // Any read checks the store: when it cannot be read, this throws and the reply is an error.
      await services.store.coaches.find('');
      return { reply: { status: 'ok', contract_version: CONTRACT_VERSION } };
    },
  } satisfies Handlers;
}
