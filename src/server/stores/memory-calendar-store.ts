import type {
  CalendarStore,
  ConnectionRecord,
  EventRecord,
  FeedRecord,
  PendingAuthorization,
  PendingSync,
} from '../integrations/calendar-store.ts';

/** Keeps the calendars' records as long as the process lives. */
export function createMemoryCalendarStore(): CalendarStore {
  const authorizations = new Map<string, PendingAuthorization>();
  const connections = new Map<string, ConnectionRecord>();
  const events = new Map<string, EventRecord>();
  const feeds = new Map<string, FeedRecord>();
  const syncs = new Map<string, PendingSync>();
  const key = (...parts: readonly string[]) => JSON.stringify(parts);

  return {
    authorizations: {
      async add(pending) {
        authorizations.set(pending.state, pending);
        // Sign-ins that never came back: the map must not grow with them.
        const oldest = authorizations.keys().next().value;
        if (authorizations.size > 10_000 && oldest !== undefined) authorizations.delete(oldest);
      },
      async take(state) {
        const pending = authorizations.get(state);
        authorizations.delete(state);
        return pending;
      },
    },
    connections: {
      find: async (userId, provider) => connections.get(key(userId, provider)),
      async save(connection) {
        connections.set(key(connection.userId, connection.provider), connection);
      },
      async update(userId, provider, change) {
        const found = connections.get(key(userId, provider));
        if (found) connections.set(key(userId, provider), { ...found, ...change });
      },
      async remove(userId, provider) {
        connections.delete(key(userId, provider));
      },
    },
    events: {
      ofBooking: async (bookingId) => [...events.values()].filter((event) => event.bookingId === bookingId),
      ofUser: async (userId, provider, start, end) =>
        [...events.values()].filter(
          (event) => event.userId === userId && event.provider === provider && event.start < end && start < event.end,
        ),
      async save(event) {
        events.set(key(event.bookingId, event.userId, event.provider), event);
      },
      async remove(bookingId, userId, provider) {
        events.delete(key(bookingId, userId, provider));
      },
    },
    feeds: {
      ofUser: async (userId) => feeds.get(userId),
      byHash: async (hash) => [...feeds.values()].find((feed) => feed.hash === hash),
      async save(feed) {
        feeds.set(feed.userId, feed);
      },
    },
    pending: {
      all: async () => [...syncs.values()],
      async save(pending) {
        syncs.set(pending.bookingId, pending);
      },
      async replace(pending, ticket) {
        const isCurrent = syncs.get(pending.bookingId)?.ticket === ticket;
        if (isCurrent) syncs.set(pending.bookingId, pending);
        return isCurrent;
      },
      async remove(bookingId, ticket) {
        if (syncs.get(bookingId)?.ticket === ticket) syncs.delete(bookingId);
      },
    },
  };
}
