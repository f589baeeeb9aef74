import type { MessageRecord } from '../../messages/message-records.ts';
import type { Records } from '../../ports.ts';
import type { WebhookDelivery, WebhookRecord } from '../../webhooks/webhook-records.ts';
import { placeholders, readRecord, readRecords, type Sql } from './sql.ts';

/** The outcomes of mails, in a database. */
export function sqlMessages(sql: Sql): Records['messages'] {
  return {
    find: async (id) =>
      readRecord<MessageRecord>((await sql.read('SELECT record FROM messages WHERE id = ?', [id]))[0]),
    save: async (message) => {
      await sql.write(
        `INSERT INTO messages (id, booking_id, at, record) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET booking_id = excluded.booking_id, at = excluded.at, record = excluded.record`,
        [message.id, message.bookingId, message.at, JSON.stringify(message)],
      );
    },
    ofBookings: async (ids) =>
      ids.length === 0
        ? []
        : readRecords<MessageRecord>(
            await sql.read(`SELECT record FROM messages WHERE booking_id IN ${placeholders(ids)} ORDER BY at, id`, ids),
          ),
  };
}

/** Webhooks and their deliveries, in a database. */
export function sqlWebhooks(sql: Sql): Records['webhooks'] {
  return {
    find: async (id) =>
      readRecord<WebhookRecord>((await sql.read('SELECT record FROM webhooks WHERE id = ?', [id]))[0]),
    ofOwners: async (ids) =>
      ids.length === 0
        ? []
        : readRecords<WebhookRecord>(
            await sql.read(
              `SELECT record FROM webhooks WHERE owner_id IN ${placeholders(ids)} ORDER BY created_at, id`,
              ids,
            ),
          ),
    save: async (webhook) => {
      await sql.write(
        `INSERT INTO webhooks (id, owner_id, created_at, record) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET record = excluded.record`,
        [webhook.id, webhook.ownerId, webhook.createdAt, JSON.stringify(webhook)],
      );
    },
    remove: (id) =>
      sql.transaction(async (tx) => {
        await tx.write('DELETE FROM webhook_deliveries WHERE endpoint_id = ?', [id]);
        await tx.write('DELETE FROM webhooks WHERE id = ?', [id]);
      }),
    findDelivery: async (id) =>
      readRecord<WebhookDelivery>((await sql.read('SELECT record FROM webhook_deliveries WHERE id = ?', [id]))[0]),
    saveDelivery: async (delivery) => {
      await sql.write(
        `INSERT INTO webhook_deliveries (id, endpoint_id, created_at, record) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET record = excluded.record`,
        [delivery.id, delivery.endpointId, delivery.createdAt, JSON.stringify(delivery)],
      );
    },
    deliveries: async (endpointId, { skip, limit }) => {
      const [count] = await sql.read('SELECT count(*) AS total FROM webhook_deliveries WHERE endpoint_id = ?', [
        endpointId,
      ]);
      const rows = await sql.read(
        `SELECT record FROM webhook_deliveries WHERE endpoint_id = ? ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?`,
        [endpointId, limit, skip],
      );
      return { deliveries: readRecords<WebhookDelivery>(rows), total: Number(count?.total) };
    },
  };
}
