import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { DAY_MS } from '../../domain/time/units.ts';
import type { WebhookRecord } from './webhook-records.ts';

/** How long deliveries are also signed with the old secret after it was replaced. */
export const OLD_SECRET_MS = DAY_MS;

/**
 * The secret of an endpoint, `whsec_…`: made from the server's own secret, the endpoint and a number that rises when it is replaced, so
 * that none is stored.
 */
export function webhookSecret(
  serverSecret: string,
  { id, secretSerial }: Pick<WebhookRecord, 'id' | 'secretSerial'>,
): string {
  return `whsec_${toBase64(keyOf(serverSecret, id, secretSerial))}`;
}

/**
 * The headers of a delivery by the Standard Webhooks scheme: `webhook-id`, `webhook-timestamp` in seconds, and `webhook-signature`, HMAC-SHA256
 * over id, timestamp and body joined by dots; after a replacement two signatures, separated by a blank.
 */
export function signatureHeaders(
  serverSecret: string,
  webhook: WebhookRecord,
  message: { readonly id: string; readonly body: string; readonly now: number },
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(message.now / 1000));
  const signed = utf8ToBytes(`${message.id}.${timestamp}.${message.body}`);
  const serials = [webhook.secretSerial, ...(message.now < webhook.oldSecretUntil ? [webhook.secretSerial - 1] : [])];
  const signatures = serials.map(
    (serial) => `v1,${toBase64(hmac(sha256, keyOf(serverSecret, webhook.id, serial), signed))}`,
  );
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}

function keyOf(serverSecret: string, id: string, serial: number): Uint8Array {
  return hmac(sha256, utf8ToBytes(serverSecret), utf8ToBytes(JSON.stringify(['webhook', id, serial])));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
