// Written by `npm run docs` from the sources of the elements: change those.
export type { ElementComponent, ElementProps } from './component.ts';
export { CbAccount } from './account.ts';
export { CbAddToCalendar } from './add-to-calendar.ts';
export { CbAvailabilityEditor } from './availability-editor.ts';
export { CbAvailabilityPicker } from './availability-picker.ts';
export { CbBooking } from './booking.ts';
export { CbBookingButton } from './booking-button.ts';
export { CbBookingConfirmation } from './booking-confirmation.ts';
export { CbBookingForm } from './booking-form.ts';
export { CbBookings } from './bookings.ts';
export { CbCalendarConnect } from './calendar-connect.ts';
export { CbCoachCard } from './coach-card.ts';
export { CbCoachList } from './coach-list.ts';
export { CbCoachProfile } from './coach-profile.ts';
export { CbMonthGrid } from './month-grid.ts';
export { CbSignIn } from './sign-in.ts';
export { CbSlotList } from './slot-list.ts';
export { CbTimeZonePicker } from './time-zone-picker.ts';
