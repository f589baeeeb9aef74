export type { BookingChange, CalendarIntegrations } from './calendars.ts';
export type { AllowOrigins } from './cors.ts';
export { DroppedConnection } from './dropped-connection.ts';
export { type NodeHost, type NodeHostOptions, serve } from './hosts/node.ts';
export {
  type CalendarIntegrationsOptions,
  type ConnectedCalendars,
  createCalendarIntegrations,
} from './integrations/calendar-integrations.ts';
export {
  type CalendarConfig,
  calendarConfigFromEnv,
  type ProviderConfig,
  type SealKey,
} from './integrations/config.ts';
export { createMemoryCalendarStore } from './integrations/memory-calendar-store.ts';
export type { CalendarLog, CalendarLogEntry, Schedule as RetrySchedule } from './integrations/ports.ts';
export { openSqliteCalendarStore, type SqliteCalendarStore } from './integrations/sqlite-calendar-store.ts';
export type {
  CalendarStore,
  ConnectionRecord,
  EventRecord,
  FeedRecord,
  PendingAuthorization,
  PendingSync,
} from './integrations/store.ts';
export { defaultPasswordCost, type PasswordCost } from './passwords.ts';
export * from './ports.ts';
export { invalidRequest, ProblemError, type ProblemOptions } from './problem-error.ts';
export { defaultRateLimits, type Rate, type RateLimits } from './rate-limit.ts';
export {
  type BookingServer,
  type BookingServerOptions,
  createBookingServer,
  type LogEntry,
  type Peer,
} from './server.ts';
export { createMemoryStore } from './stores/memory.ts';
export { openSqliteStore, type SqliteStore } from './stores/sqlite.ts';
