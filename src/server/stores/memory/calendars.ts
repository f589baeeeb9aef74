import type { CalendarStore } from '../../integrations/calendar-store.ts';
import type { MemoryAccess } from './access.ts';
import { keyOf } from './tables.ts';

/** The calendars' records in memory. */
export function memoryCalendars({ read, write }: MemoryAccess): CalendarStore {
  return {
    authorizations: {
      add: (pending) => write(({ authorizations }) => void authorizations.set(pending.state, pending)),
      take: (state) =>
        write(({ authorizations }) => {
          const pending = authorizations.get(state);
          authorizations.delete(state);
          return pending;
        }),
    },
    connections: {
      find: (userId, provider) => read(({ connections }) => connections.get(keyOf(userId, provider))),
      save: (connection) =>
        write(({ connections }) => void connections.set(keyOf(connection.userId, connection.provider), connection)),
      update: (userId, provider, change) =>
        write(({ connections }) => {
          const found = connections.get(keyOf(userId, provider));
          if (found) connections.set(keyOf(userId, provider), { ...found, ...change });
        }),
      remove: (userId, provider) => write(({ connections }) => void connections.delete(keyOf(userId, provider))),
    },
    events: {
      ofBooking: (bookingId) =>
        read(({ events }) => [...events.values()].filter((event) => event.bookingId === bookingId)),
      ofUser: (userId, provider, start, end) =>
        read(({ events }) =>
          [...events.values()].filter(
            (event) => event.userId === userId && event.provider === provider && event.start < end && start < event.end,
          ),
        ),
      save: (event) =>
        write(({ events }) => void events.set(keyOf(event.bookingId, event.userId, event.provider), event)),
      remove: (bookingId, userId, provider) =>
        write(({ events }) => void events.delete(keyOf(bookingId, userId, provider))),
    },
    feeds: {
      ofUser: (userId) => read(({ feeds }) => feeds.get(userId)),
      byHash: (hash) => read(({ feeds }) => [...feeds.values()].find((feed) => feed.hash === hash)),
      save: (feed) => write(({ feeds }) => void feeds.set(feed.userId, feed)),
    },
    removeUser: (userId) =>
      write(({ connections, events, feeds }) => {
        for (const { provider } of [...connections.values()].filter((found) => found.userId === userId)) {
          connections.delete(keyOf(userId, provider));
        }
        for (const { bookingId, provider } of [...events.values()].filter((found) => found.userId === userId)) {
          events.delete(keyOf(bookingId, userId, provider));
        }
        feeds.delete(userId);
      }),
  };
}
