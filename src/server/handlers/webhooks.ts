import { WEBHOOKS_MAX, type Webhook, type WebhookDelivery } from '../../contract/desk/webhook.ts';
import { DEFAULT_PAGE_SIZE } from '../../contract/query.ts';
import { writeInstant } from '../../contract/values.ts';
import type { Caller, Handlers, Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Records } from '../ports.ts';
import { deliveryJob } from '../webhooks/webhook-jobs.ts';
import {
  ALL_COACHES,
  type WebhookDelivery as DeliveryRecord,
  type WebhookRecord,
} from '../webhooks/webhook-records.ts';
import { OLD_SECRET_MS, webhookSecret } from '../webhooks/webhook-signature.ts';

type WebhookHandlers = Pick<
  Handlers,
  | 'listWebhooks'
  | 'createWebhook'
  | 'updateWebhook'
  | 'deleteWebhook'
  | 'replaceWebhookSecret'
  | 'listDeliveries'
  | 'resendDelivery'
>;

/** Handlers by which coaches and admins run the endpoints that are told of events. */
export function webhookHandlers({ store, clock, makeId, webhooks }: Services): WebhookHandlers {
  const configured = () => {
    if (!webhooks) throw new ProblemError('webhooks_not_configured');
    return webhooks;
  };

  /** The owner of the endpoints that a call is about: the coach who calls; for an admin the named coach, else `ALL_COACHES`. */
  const ownerOf = ({ account }: Caller, coachId: string | undefined): string => {
    if (account.role === 'admin') return coachId ?? ALL_COACHES;
    if (account.role !== 'coach' || (coachId ?? account.id) !== account.id) throw new ProblemError('forbidden');
    return account.id;
  };

  const find = async (records: Pick<Records, 'webhooks'>, { account }: Caller, id: string): Promise<WebhookRecord> => {
    if (account.role === 'client') throw new ProblemError('forbidden');
    const found = await records.webhooks.find(id);
    // To a coach, endpoints of others do not exist.
    if (!found || (account.role === 'coach' && found.ownerId !== account.id))
      throw new ProblemError('webhook_not_found');
    return found;
  };

  const checkAddress = (url: string): void => {
    const reason = configured().sender.fault(url);
    if (reason !== undefined) throw new ProblemError('webhook_address_refused', { values: { reason } });
  };

  const withSecret = (webhook: WebhookRecord) => ({
    ...write(webhook),
    secret: webhookSecret(configured().secret, webhook),
  });

  return {
    async listWebhooks({ query, caller }) {
      const ownerId = ownerOf(caller, query.coach_id);
      configured();
      const found = await store.webhooks.ofOwners([ownerId]);
      return { reply: { webhooks: found.map(write) } };
    },

    async createWebhook({ body, caller }) {
      const ownerId = ownerOf(caller, body.coach_id);
      checkAddress(body.url);
      const webhook: WebhookRecord = {
        id: makeId(),
        ownerId,
        url: body.url,
        events: [...new Set(body.events ?? [])],
        isActive: true,
        secretSerial: 1,
        oldSecretUntil: 0,
        createdAt: clock.now(),
      };
      await store.transaction(async (records) => {
        if (ownerId !== ALL_COACHES && !(await records.coaches.find(ownerId)))
          throw new ProblemError('coach_not_found');
        const { length } = await records.webhooks.ofOwners([ownerId]);
        if (length >= WEBHOOKS_MAX) throw new ProblemError('too_many_webhooks', { values: { most: WEBHOOKS_MAX } });
        await records.webhooks.save(webhook);
      });
      return { reply: withSecret(webhook) };
    },

    async updateWebhook({ params, body, caller }) {
      configured();
      if (body.url !== undefined) checkAddress(body.url);
      const webhook = await store.transaction(async (records) => {
        const found = await find(records, caller, params.webhook_id);
        const changed = {
          ...found,
          ...(body.url !== undefined && { url: body.url }),
          ...(body.events && { events: [...new Set(body.events)] }),
          ...(body.is_active !== undefined && { isActive: body.is_active }),
        };
        await records.webhooks.save(changed);
        return changed;
      });
      return { reply: write(webhook) };
    },

    async deleteWebhook({ params, caller }) {
      configured();
      await store.transaction(async (records) => {
        await find(records, caller, params.webhook_id);
        await records.webhooks.remove(params.webhook_id);
      });
      return { reply: undefined };
    },

    async replaceWebhookSecret({ params, caller }) {
      configured();
      const webhook = await store.transaction(async (records) => {
        const found = await find(records, caller, params.webhook_id);
        const secretSerial = found.secretSerial + 1;
        const changed = { ...found, secretSerial, oldSecretUntil: clock.now() + OLD_SECRET_MS };
        await records.webhooks.save(changed);
        return changed;
      });
      return { reply: withSecret(webhook) };
    },

    async listDeliveries({ params, query, caller }) {
      configured();
      const { id } = await find(store, caller, params.webhook_id);
      const { skip = 0, limit = DEFAULT_PAGE_SIZE } = query;
      const { deliveries, total } = await store.webhooks.deliveries(id, { skip, limit });
      return { reply: { deliveries: deliveries.map(writeDelivery), total } };
    },

    async resendDelivery({ params, caller }) {
      configured();
      const delivery = await store.transaction(async (records) => {
        const { id } = await find(records, caller, params.webhook_id);
        const found = await records.webhooks.findDelivery(params.delivery_id);
        if (found?.endpointId !== id) throw new ProblemError('webhook_not_found');
        const waiting = { ...found, state: 'waiting' as const };
        await records.webhooks.saveDelivery(waiting);
        const now = clock.now();
        await records.jobs.add(deliveryJob(found.id, now, 'again'), now);
        return waiting;
      });
      return { reply: writeDelivery(delivery) };
    },
  };
}

function write({ id, url, events, isActive, ownerId, createdAt }: WebhookRecord): Webhook {
  return {
    id,
    url,
    events: [...events],
    is_active: isActive,
    coach_id: ownerId === ALL_COACHES ? null : ownerId,
    created_at: writeInstant(createdAt),
  };
}

function writeDelivery({ id, type, state, createdAt, attempts, body }: DeliveryRecord): WebhookDelivery {
  return {
    id,
    type,
    state,
    created_at: writeInstant(createdAt),
    attempts: attempts.map(({ at, status, error }) => ({
      at: writeInstant(at),
      status,
      ...(error !== undefined && { error }),
    })),
    body,
  };
}
