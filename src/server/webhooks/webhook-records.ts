import type { WebhookEventType } from '../../contract/desk/webhook.ts';
import { DAY_MS } from '../../domain/time/units.ts';

/** An address that is told of events. */
export interface WebhookRecord {
  readonly id: string;
  /** The coach whose events it gets; `ALL_COACHES` for everybody's. */
  readonly ownerId: string;
  readonly url: string;
  /** The events it gets; empty for all. */
  readonly events: readonly WebhookEventType[];
  readonly isActive: boolean;
  /** Incremented when the secret is replaced: the secret is made from it and never stored. */
  readonly secretSerial: number;
  /** Until then (epoch ms) deliveries are signed with the secret before, too. */
  readonly oldSecretUntil: number;
  readonly createdAt: number;
}

/** The owner of endpoints that get the events of all coaches: an admin made them. */
export const ALL_COACHES = '*';

/** One attempt to deliver. */
export interface WebhookAttempt {
  readonly at: number;
  /** The HTTP status of the reply; null when there was none. */
  readonly status: number | null;
  readonly error?: string;
}

/** An event on its way to one endpoint. */
export interface WebhookDelivery {
  /** `webhook-id`: the same at every attempt. */
  readonly id: string;
  readonly endpointId: string;
  readonly type: WebhookEventType;
  /** The body as it is sent: JSON. */
  readonly body: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  /** The last ones, oldest first. */
  readonly attempts: readonly WebhookAttempt[];
  readonly createdAt: number;
}

/** The store of endpoints and deliveries. */
export interface WebhookRecords {
  find(id: string): Promise<WebhookRecord | undefined>;
  /** In the order in which they were made. */
  ofOwners(ownerIds: readonly string[]): Promise<readonly WebhookRecord[]>;
  /** Adds it, or replaces the one with its id. */
  save(webhook: WebhookRecord): Promise<void>;
  /** Removes it and its deliveries. */
  remove(id: string): Promise<void>;
  findDelivery(id: string): Promise<WebhookDelivery | undefined>;
  /** Adds it, or replaces the one with its id. */
  saveDelivery(delivery: WebhookDelivery): Promise<void>;
  /** The latest first. */
  deliveries(
    endpointId: string,
    page: { readonly skip: number; readonly limit: number },
  ): Promise<{ readonly deliveries: readonly WebhookDelivery[]; readonly total: number }>;
}

/** How long a delivery is kept. */
export const DELIVERIES_KEPT_MS = 30 * DAY_MS;
