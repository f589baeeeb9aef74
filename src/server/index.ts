export { defaultPasswordCost, type Passwords } from './auth/passwords.ts';
export { defaultRateLimits, type Rate, type RateLimits } from './auth/rate-limit.ts';
export type { PasswordCost } from './auth/scrypt.ts';
export type { Consequence } from './bookings/consequences.ts';
export { dailyErasureJob } from './bookings/erase-booking.ts';
export type { VerifyVisitor, Visitor } from './bookings/verify-visitor.ts';
export { type CheckOptions, type ClientOptions, checkBackend } from './conformance/check-backend.ts';
export { type Finding, verdictOn } from './conformance/finding.ts';
export type { Need } from './conformance/uses.ts';
export { type NodeHost, type NodeHostOptions, serve } from './hosts/node.ts';
export type { AllowOrigins } from './http/cors.ts';
export { DroppedConnection } from './http/dropped-connection.ts';
export { invalidRequest, ProblemError, type ProblemOptions } from './http/problem-error.ts';
export {
  type BookingServer,
  type BookingServerOptions,
  createBookingServer,
  type LogEntry,
  type PaymentOptions,
  type Peer,
  type WebhookOptions,
} from './http/server.ts';
export {
  type CalendarIntegrationsOptions,
  type ConnectedCalendars,
  createCalendarIntegrations,
} from './integrations/calendar-integrations.ts';
export type { CalendarLog, CalendarLogEntry, Schedule as RetrySchedule } from './integrations/calendar-ports.ts';
export type {
  CalendarStore,
  ConnectionRecord,
  EventRecord,
  FeedRecord,
  PendingAuthorization,
} from './integrations/calendar-store.ts';
export type { BookingChange, CalendarIntegrations } from './integrations/calendars.ts';
export {
  type CalendarConfig,
  calendarConfigFromEnv,
  type ProviderConfig,
  type SealKey,
} from './integrations/config.ts';
export { type MailConfig, mailConfigFromEnv, type SmtpConfig } from './integrations/smtp/smtp-config.ts';
export { createSmtpMailer } from './integrations/smtp/smtp-mailer.ts';
export { type PaymentConfig, paymentConfigFromEnv } from './integrations/stripe/payment-config.ts';
export { createStripeGateway, type StripeConfig } from './integrations/stripe/stripe-gateway.ts';
export { createHttpsSender } from './integrations/webhooks/https-sender.ts';
export { GiveUp, RetryLater } from './jobs/job-failure.ts';
export {
  createJobRunner,
  type JobContext,
  type JobKind,
  type JobLogEntry,
  type JobRunner,
  type JobRunnerOptions,
} from './jobs/job-runner.ts';
export * from './jobs/job-store.ts';
export { defaultRetryPolicy, type RetryPolicy } from './jobs/retry-policy.ts';
export type { MailOptions, MailPages } from './messages/mail-context.ts';
export type { MailLanguages } from './messages/mail-languages.ts';
export type { AccountMailKind, BookingMailKind, MailFacts, MailTexts } from './messages/mail-texts.ts';
export {
  type MailAddress,
  type Mailer,
  type MailInvitation,
  MailRefused,
  type OutgoingMail,
} from './messages/mailer.ts';
export type { MessageRecord, MessageRecords } from './messages/message-records.ts';
export { englishMails } from './messages/texts/english.ts';
export { germanMails } from './messages/texts/german.ts';
export type {
  CheckoutState,
  CheckoutWish,
  PaymentEvent,
  PaymentGateway,
  SignedEvent,
} from './payments/payment-gateway.ts';
export * from './ports.ts';
export { CannotOpenStore } from './stores/cannot-open-store.ts';
export { createMemoryStore } from './stores/memory.ts';
export { createMemoryCalendarStore } from './stores/memory-calendar-store.ts';
export { openPostgresStore, type PostgresStore, type PostgresStoreOptions } from './stores/postgres.ts';
export { openSqliteStore, type SqliteStore } from './stores/sqlite.ts';
export { openSqliteCalendarStore, type SqliteCalendarStore } from './stores/sqlite-calendar-store.ts';
export type { WebhookAttempt, WebhookDelivery, WebhookRecord, WebhookRecords } from './webhooks/webhook-records.ts';
export { WebhookAddressRefused, type WebhookSender } from './webhooks/webhook-sender.ts';
