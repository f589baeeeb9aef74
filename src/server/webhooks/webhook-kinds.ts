import { HOUR_MS } from '../../domain/time/units.ts';
import { shortHash } from '../auth/short-hash.ts';
import { GiveUp } from '../jobs/job-failure.ts';
import type { JobKind } from '../jobs/job-runner.ts';
import type { Json } from '../jobs/job-store.ts';
import type { RetryPolicy } from '../jobs/retry-policy.ts';
import type { Clock, Store } from '../ports.ts';
import { EVENT_JOB, endpointsOf, type WebhookEvent, wants } from './heard-events.ts';
import { DELIVERY_JOB, deliveryJob } from './webhook-jobs.ts';
import type { WebhookAttempt, WebhookDelivery } from './webhook-records.ts';
import { WebhookAddressRefused, type WebhookSender } from './webhook-sender.ts';
import { signatureHeaders } from './webhook-signature.ts';

/** Twenty-one attempts over about three days: the second after seconds, the last ones half a day apart. */
export const webhookRetryPolicy: RetryPolicy = { tries: 21, firstMs: 5000, longestMs: 12 * HOUR_MS };

/** Attempts that a delivery remembers. */
const ATTEMPTS_KEPT = 25;

interface WebhookParts {
  readonly store: Store;
  readonly clock: Clock;
  /** The server's secret, from which those of endpoints are made. */
  readonly secret: string;
  readonly sender: WebhookSender;
}

/** The kinds of jobs that tell endpoints of events. */
export function webhookKinds(parts: WebhookParts): readonly JobKind[] {
  return [eventKind(parts), deliveryKind(parts)];
}

/** Makes one delivery for each endpoint that wants an event; run again, it makes none twice. */
function eventKind({ store, clock }: WebhookParts): JobKind {
  return {
    name: EVENT_JOB,
    async run({ key, payload }) {
      const { type, coachId, body } = payload as unknown as WebhookEvent;
      const now = clock.now();
      for (const endpoint of await endpointsOf(store.webhooks, coachId)) {
        if (!wants(endpoint, type)) continue;
        const { id: endpointId } = endpoint;
        const id = `msg_${shortHash(`${key} ${endpointId}`)}`;
        const delivery = { id, endpointId, type, body, state: 'waiting' as const, attempts: [], createdAt: now };
        await store.transaction(async ({ webhooks, jobs }) => {
          if (await webhooks.findDelivery(id)) return;
          await webhooks.saveDelivery(delivery);
          await jobs.add(deliveryJob(id, now), now);
        });
      }
    },
  };
}

/** Posts once for each attempt: after a 2xx it is delivered, 410 switches the endpoint off, other answers lead to another attempt. */
function deliveryKind({ store, clock, secret, sender }: WebhookParts): JobKind {
  const note = (id: string, attempt: WebhookAttempt, state: WebhookDelivery['state']): Promise<void> =>
    store.transaction(async ({ webhooks }) => {
      const delivery = await webhooks.findDelivery(id);
      if (!delivery) return;
      const attempts = [...delivery.attempts, attempt].slice(-ATTEMPTS_KEPT);
      await webhooks.saveDelivery({ ...delivery, attempts, state });
    });

  /** Reads the endpoint again: its owner may have changed it during the call. */
  const switchOff = (id: string): Promise<void> =>
    store.transaction(async ({ webhooks }) => {
      const webhook = await webhooks.find(id);
      if (webhook) await webhooks.save({ ...webhook, isActive: false });
    });

  return {
    name: DELIVERY_JOB,
    retry: webhookRetryPolicy,
    async run({ payload, attempts }) {
      const id = deliveryIdIn(payload);
      const delivery = await store.webhooks.findDelivery(id);
      const webhook = delivery && (await store.webhooks.find(delivery.endpointId));
      if (!delivery || !webhook) return;
      const now = clock.now();
      if (!webhook.isActive)
        return note(id, { at: now, status: null, error: 'The endpoint is switched off' }, 'failed');
      const isLast = attempts >= webhookRetryPolicy.tries;
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'CultureBridge-Booking',
        ...signatureHeaders(secret, webhook, { id, body: delivery.body, now }),
      };
      const outcome = await sender.post({ url: webhook.url, headers, body: delivery.body }).catch(asError);
      if (outcome instanceof Error) {
        const isFinal = isLast || outcome instanceof WebhookAddressRefused;
        await note(id, { at: now, status: null, error: outcome.message.slice(0, 300) }, isFinal ? 'failed' : 'waiting');
        throw outcome instanceof WebhookAddressRefused ? new GiveUp(outcome.message) : outcome;
      }
      const { status } = outcome;
      if (status >= 200 && status < 300) return note(id, { at: now, status }, 'delivered');
      // Standard Webhooks: an endpoint that is gone wants nothing more.
      const isGone = status === 410;
      await note(id, { at: now, status }, isGone || isLast ? 'failed' : 'waiting');
      if (isGone) await switchOff(webhook.id);
      throw isGone ? new GiveUp('The endpoint is gone (410)') : new Error(`The endpoint answered ${status}`);
    },
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function deliveryIdIn(payload: Json): string {
  if (typeof payload === 'object' && payload !== null && 'deliveryId' in payload) return String(payload.deliveryId);
  throw new TypeError('A webhook-delivery job without a deliveryId');
}
