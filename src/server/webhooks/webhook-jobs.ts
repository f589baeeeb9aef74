import type { WebhookEventType } from '../../contract/desk/webhook.ts';
import { writeInstant } from '../../contract/values.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';
import { writeBooking } from '../bookings/write-booking.ts';
import type { BookingChange } from '../integrations/calendars.ts';
import type { Json, NewJob } from '../jobs/job-store.ts';
import type { PaymentChange } from '../payments/payment-changes.ts';
import { writePayment } from '../payments/write-payment.ts';
import { EVENT_JOB, type WebhookEvent } from './heard-events.ts';

/** The `kind` of the jobs that deliver to one endpoint. */
export const DELIVERY_JOB = 'webhook-delivery';

/** The job of an event of a booking. */
export function bookingEventJobs({ kind, booking, before }: BookingChange, now: number): readonly NewJob[] {
  const previous =
    kind === 'moved' && before
      ? {
          session_datetime: writeInstant(before.start),
          duration_minutes: Math.round((before.end - before.start) / MINUTE_MS),
        }
      : undefined;
  const type = `booking.${kind}` as const;
  const data = { booking: writeBooking(booking), ...(previous && { previous }) };
  return [eventJob({ type, coachId: booking.coachId, data }, `${booking.id} ${booking.version} ${type}`, now)];
}

/** The job of an event of a payment. */
export function paymentEventJobs({ kind, payment, booking }: PaymentChange, now: number): readonly NewJob[] {
  const type = `payment.${kind}` as const;
  const data = { payment: writePayment(payment), booking: writeBooking(booking) };
  return [eventJob({ type, coachId: booking.coachId, data }, `${payment.id} ${payment.version} ${type}`, now)];
}

/** The job that sends one delivery. */
export function deliveryJob(deliveryId: string, now: number, repeat: 'once' | 'again' = 'once'): NewJob {
  return { kind: DELIVERY_JOB, key: deliveryId, payload: { deliveryId }, dueAt: now, repeat };
}

interface NewEvent {
  readonly type: WebhookEventType;
  readonly coachId: string;
  readonly data: unknown;
}

function eventJob({ type, coachId, data }: NewEvent, key: string, now: number): NewJob {
  // The body is written now, so that a later delivery shows the booking as it was.
  const body = JSON.stringify({ type, timestamp: writeInstant(now), data });
  return {
    kind: EVENT_JOB,
    key,
    payload: { type, coachId, body } satisfies WebhookEvent as unknown as Json,
    dueAt: now,
  };
}
