import type { WebhookEventType } from '../../contract/desk/webhook.ts';
import type { NewJob } from '../jobs/job-store.ts';
import { ALL_COACHES, type WebhookRecord, type WebhookRecords } from './webhook-records.ts';

/** The `kind` of the jobs that hand an event to the endpoints that want it. */
export const EVENT_JOB = 'webhook-event';

/** An event, before the endpoints that want it are looked up. */
export interface WebhookEvent {
  readonly type: WebhookEventType;
  readonly coachId: string;
  /** JSON. */
  readonly body: string;
}

/** True for an endpoint that is told of events of this type. */
export function wants({ isActive, events }: WebhookRecord, type: WebhookEventType): boolean {
  return isActive && (events.length === 0 || events.includes(type));
}

/** The endpoints of a coach's events: the coach's own and those of everybody. */
export function endpointsOf(webhooks: WebhookRecords, coachId: string): Promise<readonly WebhookRecord[]> {
  return webhooks.ofOwners([coachId, ALL_COACHES]);
}

/** The jobs without those of events that no endpoint wants: most coaches have none. */
export async function withoutUnheard(webhooks: WebhookRecords, jobs: readonly NewJob[]): Promise<readonly NewJob[]> {
  const isHeard = await Promise.all(
    jobs.map(async ({ kind, payload }) => {
      if (kind !== EVENT_JOB) return true;
      const { type, coachId } = payload as unknown as WebhookEvent;
      return (await endpointsOf(webhooks, coachId)).some((endpoint) => wants(endpoint, type));
    }),
  );
  return jobs.filter((_, index) => isHeard[index]);
}
