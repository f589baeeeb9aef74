import type { Records } from '../../ports.ts';
import type { MemoryAccess } from './access.ts';

/** The outcomes of mails, and webhooks with their deliveries, in memory. */
export function memoryTold({ read, write }: MemoryAccess): Pick<Records, 'messages' | 'webhooks'> {
  return {
    messages: {
      find: (id) => read(({ messages }) => messages.get(id)),
      save: (message) => write(({ messages }) => void messages.set(message.id, message)),
      ofBookings: (ids) =>
        read(({ messages }) =>
          [...messages.values()]
            .filter(({ bookingId }) => bookingId !== null && ids.includes(bookingId))
            .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
        ),
    },
    webhooks: {
      find: (id) => read(({ webhooks }) => webhooks.get(id)),
      ofOwners: (ids) =>
        read(({ webhooks }) =>
          [...webhooks.values()]
            .filter(({ ownerId }) => ids.includes(ownerId))
            .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
        ),
      save: (webhook) => write(({ webhooks }) => void webhooks.set(webhook.id, webhook)),
      remove: (id) =>
        write(({ webhooks, deliveries }) => {
          webhooks.delete(id);
          for (const delivery of [...deliveries.values()]) {
            if (delivery.endpointId === id) deliveries.delete(delivery.id);
          }
        }),
      findDelivery: (id) => read(({ deliveries }) => deliveries.get(id)),
      saveDelivery: (delivery) => write(({ deliveries }) => void deliveries.set(delivery.id, delivery)),
      deliveries: (endpointId, { skip, limit }) =>
        read(({ deliveries }) => {
          const found = [...deliveries.values()]
            .filter((delivery) => delivery.endpointId === endpointId)
            .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
          return { deliveries: found.slice(skip, skip + limit), total: found.length };
        }),
    },
  };
}
