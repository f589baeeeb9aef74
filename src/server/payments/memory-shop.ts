import type { Store } from '../ports.ts';
import type { PaymentRecord } from './payment-record.ts';
import type { PaymentRecords, SessionTypeRecord, SessionTypeRecords, ShopStore } from './shop-store.ts';

/** Session types in this process's memory. */
function memorySessionTypes(): SessionTypeRecords {
  const types = new Map<string, SessionTypeRecord>();
  return {
    find: async (id) => types.get(id),
    ofCoach: async (coachId) =>
      [...types.values()]
        .filter(({ coach_id }) => coach_id === coachId)
        .sort((a, b) => (a.position ?? 0) - (b.position ?? 0) || a.name.localeCompare(b.name)),
    save: async (type) => {
      types.set(type.id, type);
    },
  };
}

/** Payments in this process's memory. */
function memoryPayments(): PaymentRecords {
  const payments = new Map<string, PaymentRecord>();
  const events = new Set<string>();
  return {
    find: async (id) => payments.get(id),
    findByIntent: async (intentId) => [...payments.values()].find((payment) => payment.intentId === intentId),
    ofBookings: async (bookingIds) => {
      const wanted = new Set(bookingIds);
      return [...payments.values()].filter(({ bookingId }) => wanted.has(bookingId));
    },
    save: async (payment, basedOn) => {
      if (payments.get(payment.id)?.version !== basedOn) return false;
      const isSecond = [...payments.values()].some(
        ({ bookingId, id }) => bookingId === payment.bookingId && id !== payment.id,
      );
      if (isSecond) return false;
      payments.set(payment.id, payment);
      return true;
    },
    hasEvent: async (id) => events.has(id),
    addEvent: async (id) => {
      events.add(id);
    },
  };
}

/** Session types and payments in memory, beside the bookings and jobs of a store. */
export function memoryShop(store: Store): ShopStore {
  const kept = { payments: memoryPayments(), sessionTypes: memorySessionTypes() };
  return {
    ...kept,
    bookings: store.bookings,
    jobs: store.jobs,
    transaction: (work) => store.transaction(({ bookings, jobs }) => work({ ...kept, bookings, jobs })),
  };
}
