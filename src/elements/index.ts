export type { Answers, Booking, Coach, LocalDate, Slot, TimeZone } from '../contract/index.ts';
export { CbAddToCalendar } from './add-to-calendar.ts';
export { CbAvailabilityEditor } from './availability-editor.ts';
export { CbAvailabilityPicker } from './availability-picker.ts';
export { CbBooking } from './booking.ts';
export { CbBookingButton, DialogEvent } from './booking-button.ts';
export { CbBookingConfirmation } from './booking-confirmation.ts';
export {
  BackEvent,
  BeforeBookEvent,
  BookAnotherEvent,
  BookingFailedEvent,
  SignedInEvent,
  SignInNeededEvent,
  StepChangeEvent,
} from './booking-events.ts';
export { CbBookingForm } from './booking-form.ts';
export { CbBookings } from './bookings.ts';
export { BookingsChangeEvent } from './bookings-events.ts';
export { answerCalendarCallback } from './calendar-callback.ts';
export { CbCalendarConnect } from './calendar-connect.ts';
export { CalendarChangeEvent } from './calendar-connect-event.ts';
export { CbCoachCard } from './coach-card.ts';
export { CbCoachList } from './coach-list.ts';
export { CoachSelectEvent } from './coach-select-event.ts';
export { type BookingContext, bookingContext } from './context.ts';
export { CbElement } from './element.ts';
export * from './events.ts';
export type { Happening } from './happenings.ts';
export { defineLocale } from './i18n/locales.ts';
export type { Messages } from './i18n/messages.ts';
export { CbMonthGrid } from './month-grid.ts';
export { MovedEvent } from './moved-event.ts';
export type { Preferences, PreferencesState } from './preferences.ts';
export { register } from './register.ts';
export { CbSignIn } from './sign-in.ts';
export { CbSlotList } from './slot-list.ts';
export { CbTimeZonePicker } from './time-zone-picker.ts';
