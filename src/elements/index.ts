import type { EventReport } from './booking/event-reports.ts';

export type { Answers, Booking, Coach, LocalDate, Slot, TimeZone } from '../contract/index.ts';
export { CbAccount } from './account/account.ts';
export { AccountEvent } from './accounts/account-events.ts';
export { CbAccounts } from './accounts/accounts.ts';
export { CbAddToCalendar } from './add-to-calendar/add-to-calendar.ts';
export { CbAvailabilityEditor } from './availability-editor/availability-editor.ts';
export { CbAvailabilityPicker } from './availability-picker/availability-picker.ts';
export {
  BackEvent,
  BeforeBookEvent,
  BookAnotherEvent,
  BookingFailedEvent,
  ManageEvent,
  SignedInEvent,
  SignInNeededEvent,
  StepChangeEvent,
} from './base/booking-events.ts';
export * from './base/duration-change-event.ts';
export { CbElement } from './base/element.ts';
export * from './base/events.ts';
export * from './base/hour-cycle-change-event.ts';
export { MovedEvent } from './base/moved-event.ts';
export { register } from './base/register.ts';
export { SlotGoneEvent } from './base/slot-gone-event.ts';
export * from './base/time-zone-change-event.ts';
export { CbBooking } from './booking/booking.ts';
export type { EventReport } from './booking/event-reports.ts';
export { CbBookingButton, DialogEvent } from './booking-button/booking-button.ts';
export { CbBookingConfirmation } from './booking-confirmation/booking-confirmation.ts';
export { CbBookingForm } from './booking-form/booking-form.ts';
export { CbBookings } from './bookings/bookings.ts';
export { BookingsChangeEvent } from './bookings/change-event.ts';
export { answerCalendarCallback } from './calendar-callback/calendar-callback.ts';
export { CbCalendarConnect } from './calendar-connect/calendar-connect.ts';
export { CalendarChangeEvent } from './calendar-connect/change-event.ts';
export { CbCoachCard } from './coach-card/coach-card.ts';
export { CbCoachList } from './coach-list/coach-list.ts';
export { CoachSelectEvent } from './coach-list/coach-select-event.ts';
export { CbCoachProfile } from './coach-profile/coach-profile.ts';
export { ProfileSavedEvent } from './coach-profile/profile-saved-event.ts';
export { type BookingContext, bookingContext } from './context/context.ts';
export type { Preferences, PreferencesState } from './context/preferences.ts';
export { addLanguage, defineLocale } from './i18n/locales.ts';
export type { Messages, PartialMessages } from './i18n/messages.ts';
export { CbMessageSettings } from './message-settings/message-settings.ts';
export { CbMonthGrid } from './month-grid/month-grid.ts';
export { PaidEvent } from './payment/payment-events.ts';
export { SessionTypeSelectEvent } from './session-type-picker/session-type-events.ts';
export { CbSessionTypes } from './session-types/session-types.ts';
export { SessionTypesChangeEvent } from './session-types/types-change-event.ts';
export { CbSignIn } from './sign-in/sign-in.ts';
export { CbSlotList } from './slot-list/slot-list.ts';
export { CbTimeZonePicker } from './time-zone-picker/time-zone-picker.ts';
export { CbWebhooks } from './webhooks/webhooks.ts';

/** An event of a widget as plain values. @deprecated The name in 0.1: use `EventReport`. */
export type Happening = EventReport;
export { CbFirstSteps } from './first-steps/first-steps.ts';
