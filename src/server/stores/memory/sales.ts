import type { Records } from '../../ports.ts';
import type { MemoryAccess } from './access.ts';

/** Session types, payments and the provider's events in memory. */
export function memorySales({ read, write }: MemoryAccess): Pick<Records, 'payments' | 'sessionTypes'> {
  return {
    payments: {
      find: (id) => read(({ payments }) => payments.get(id)),
      findByIntent: (intentId) =>
        read(({ payments }) => [...payments.values()].find((payment) => payment.intentId === intentId)),
      ofBookings: (bookingIds) =>
        read(({ payments }) => [...payments.values()].filter(({ bookingId }) => bookingIds.includes(bookingId))),
      save: (payment, basedOn) =>
        write(({ payments }) => {
          if (payments.get(payment.id)?.version !== basedOn) return false;
          const isSecond = [...payments.values()].some(
            ({ bookingId, id }) => bookingId === payment.bookingId && id !== payment.id,
          );
          if (isSecond) return false;
          payments.set(payment.id, payment);
          return true;
        }),
      hasEvent: (id) => read(({ paymentEvents }) => paymentEvents.get(id) !== undefined),
      addEvent: (id, now) =>
        write(({ paymentEvents }) => {
          paymentEvents.set(id, now);
        }),
    },
    sessionTypes: {
      find: (id) => read(({ sessionTypes }) => sessionTypes.get(id)),
      ofCoach: (coachId) =>
        read(({ sessionTypes }) =>
          [...sessionTypes.values()]
            .filter(({ coach_id }) => coach_id === coachId)
            .sort((a, b) => (a.position ?? 0) - (b.position ?? 0) || (a.id < b.id ? -1 : 1)),
        ),
      save: (type) =>
        write(({ sessionTypes }) => {
          sessionTypes.set(type.id, type);
        }),
    },
  };
}
