export type { PostedBooking, PostedFields } from '../contract/forms/booking-form.ts';
export type { BookingPage, OpenTimes } from './booking-page.ts';
export { type LoadedBooking, type LoadOptions, loadBooking } from './load-booking.ts';
export { renderBooking } from './render-booking.ts';
