import { CbAddToCalendar } from '../add-to-calendar/add-to-calendar.ts';
import { CbBookingConfirmation } from '../booking-confirmation/booking-confirmation.ts';
import { CbBookingForm } from '../booking-form/booking-form.ts';
import { CbSignIn } from '../sign-in/sign-in.ts';

export { startFlow } from '../context/start-flow.ts';

/** What booking takes from the choice of a time to the entry in a calendar: one chunk, fetched ahead when it is about to be needed. */
export const book = {
  'cb-add-to-calendar': CbAddToCalendar,
  'cb-booking-confirmation': CbBookingConfirmation,
  'cb-booking-form': CbBookingForm,
  'cb-sign-in': CbSignIn,
} as const;
