export type { BookingChange, CalendarIntegrations } from './calendars.ts';
export type { AllowOrigins } from './cors.ts';
export { DroppedConnection } from './dropped-connection.ts';
export { type NodeHost, type NodeHostOptions, serve } from './hosts/node.ts';
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
