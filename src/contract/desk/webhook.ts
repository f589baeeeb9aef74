import * as z from 'zod/mini';
import { booking } from '../booking.ts';
import { payment } from '../payment.ts';
import { pageShape } from '../query.ts';
import { id, instant } from '../values.ts';
import { pageAddress } from './texts.ts';

const bookingEvents = z.enum([
  'booking.created',
  'booking.confirmed',
  'booking.moved',
  'booking.cancelled',
  'booking.completed',
]);
const paymentEvents = z.enum(['payment.succeeded', 'payment.failed', 'payment.refunded']);

/** The types of events that webhooks report. */
export const webhookEventType = z.enum([...bookingEvents.options, ...paymentEvents.options]);
/** The type of an event: `booking.confirmed`. */
export type WebhookEventType = z.output<typeof webhookEventType>;

/** The most endpoints of a coach, and of all admins together. */
export const WEBHOOKS_MAX = 10;

const webhookUrl = pageAddress('https://example.com/hook');

/** A new endpoint. */
export const createWebhookBody = z.object({
  url: webhookUrl,
  /** The events it gets; all when left out or empty. */
  events: z.optional(z.array(webhookEventType)),
  /** The coach whose events it gets. When left out: the coach who calls; for an admin, all coaches. */
  coach_id: z.optional(id),
});

/** Changes of an endpoint; fields left out stay. */
export const changeWebhookBody = z.object({
  url: z.optional(webhookUrl),
  events: z.optional(z.array(webhookEventType)),
  /** `false`: nothing is delivered. */
  is_active: z.optional(z.boolean()),
});

const webhookShape = {
  id,
  url: z.string(),
  /** Empty: all. */
  events: z.array(webhookEventType),
  is_active: z.boolean(),
  /** Null: all coaches. */
  coach_id: z.nullable(id),
  created_at: instant,
};

/** An endpoint that is told of events. */
export const webhook = z.object(webhookShape);
/** An endpoint that is told of events. */
export type Webhook = z.output<typeof webhook>;

/** An endpoint with its secret, `whsec_…`: shown when it is made, and when it is replaced. */
export const webhookWithSecret = z.object({ ...webhookShape, secret: z.string() });

/** All endpoints of the caller. */
export const webhookList = z.object({ webhooks: z.array(webhook) });

/** The endpoint that a path names. */
export const webhookParams = z.object({ webhook_id: id });
/** The endpoint and the delivery that a path names. */
export const deliveryParams = z.object({ webhook_id: id, delivery_id: id });

/** Which endpoints to list. */
export const listWebhooksQuery = z.object({ coach_id: z.optional(id) });
/** A page of deliveries. */
export const listDeliveriesQuery = z.object(pageShape);

/** An event on its way to an endpoint. */
export const webhookDelivery = z.object({
  /** The header `webhook-id`: the same at every attempt, so that a receiver knows an event again. */
  id,
  type: webhookEventType,
  state: z.enum(['waiting', 'delivered', 'failed']),
  created_at: instant,
  /** The last attempts, oldest first; `status` is null where no reply came. */
  attempts: z.array(z.object({ at: instant, status: z.nullable(z.int()), error: z.optional(z.string()) })),
  /** What is sent, as JSON text. */
  body: z.string(),
});
/** An event on its way to an endpoint. */
export type WebhookDelivery = z.output<typeof webhookDelivery>;

/** One page of deliveries, the latest first. */
export const deliveryList = z.object({ deliveries: z.array(webhookDelivery), total: z.int() });

/** The body of an event about a booking (Standard Webhooks: `type`, `timestamp`, `data`). */
export const bookingEvent = z.object({
  type: bookingEvents,
  timestamp: instant,
  data: z.object({
    booking,
    /** The time and the length before a move. */
    previous: z.optional(z.object({ session_datetime: instant, duration_minutes: z.int() })),
  }),
});
/** The body of an event about a payment. */
export const paymentEvent = z.object({ type: paymentEvents, timestamp: instant, data: z.object({ payment, booking }) });
