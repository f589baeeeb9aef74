export type { Role, User } from './contract/auth.ts';
export type { Slot } from './contract/availability.ts';
export type { Answers, Booking, BookingStatus, CreateBooking } from './contract/booking.ts';
export type { BookingPage } from './contract/booking-page.ts';
export type { Coach, OfferedDuration, Question } from './contract/coach.ts';
export type { CoachList } from './contract/coach-list.ts';
export type { ErrorCode, FieldError } from './contract/problem.ts';
export type { Instant, LocalDate, LocalTime, Price, TimeZone } from './contract/values.ts';
export {
  type Availability,
  type AvailabilityOptions,
  type AvailabilityState,
  createAvailability,
  type MonthAvailability,
} from './core/availability/availability.ts';
export {
  type AvailabilityCache,
  type AvailabilityCacheOptions,
  type AvailabilityClient,
  createAvailabilityCache,
} from './core/availability/availability-cache.ts';
export type { Call, CallInput, CallOptions, Calls, EndpointTable } from './core/client/call.ts';
export {
  type BookingClient,
  type Client,
  type ClientOptions,
  createBookingClient,
  createClient,
} from './core/client/client.ts';
export { type MappedCall, mapReplies, type ReplyMapping } from './core/client/map-replies.ts';
export { BookingError, type BookingErrorKind, isBookingError } from './core/errors.ts';
export { type BookingFlow, createBookingFlow } from './core/flow/flow.ts';
export { flowTransitions } from './core/flow/flow-transitions.ts';
export type { BookingIntent } from './core/flow/intent.ts';
export type { FlowClient, FlowOptions } from './core/flow/options.ts';
export { type DraftErrors, draftErrors, isBusy, problemOf, secondsUntilRetry } from './core/flow/selectors.ts';
export type * from './core/flow/state.ts';
export { type FlowArrow, transitionTable } from './core/flow/transition-table.ts';
export { transition } from './core/flow/transitions.ts';
export { createSession, createSignIn, type SessionOptions, type SignInOptions } from './core/sign-in/create-sign-in.ts';
export type {
  Session,
  SessionSettings,
  SessionState,
  SignIn,
  SignInSettings,
  SignInState,
  SignUp,
} from './core/sign-in/sign-in.ts';
export type { Store } from './core/store.ts';
export type { CalendarEvent } from './domain/calendar/event.ts';
export { toICalendar } from './domain/calendar/icalendar.ts';
export { googleLink, office365Link, outlookLink, yahooLink } from './domain/calendar/links.ts';
export { formatDay, formatOffset, formatTime, isRepeated, zoneLabel } from './domain/time/format.ts';
