import { CbAddToCalendar } from '../add-to-calendar/add-to-calendar.ts';
import type { ElementClasses } from '../base/register.ts';
import { CbBookingConfirmation } from '../booking-confirmation/booking-confirmation.ts';
import { CbBookingForm } from '../booking-form/booking-form.ts';

/** From the choice of a time to the calendar entry; loaded when the visitor is about to choose. */
export const elements = {
  'cb-add-to-calendar': CbAddToCalendar,
  'cb-booking-confirmation': CbBookingConfirmation,
  'cb-booking-form': CbBookingForm,
} as const satisfies ElementClasses;
