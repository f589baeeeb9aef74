export type { PostedBooking, PostedFields } from '../contract/forms/booking-form.ts';
export type { BookingPage, OpenTimes, PickerPage } from './booking-page.ts';
export { type LoadedBooking, type LoadOptions, loadBooking } from './load-booking.ts';
export { renderBooking, renderPicker } from './render-booking.ts';
