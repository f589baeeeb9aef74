import { requireOpen } from '../bookings/require-open.ts';
import type { Handlers, Services } from '../http/handler.ts';

/** A comment goes out this often, so that neither side nor a proxy takes a quiet connection for a dead one. */
const HEART_BEAT_MS = 15_000;
/** What a client is asked to wait before it connects again. */
const RETRY_MS = 2000;
/** Events that a slow reader may leave unread; one more ends its stream, and it resumes by `Last-Event-ID`. */
const MOST_UNREAD = 32;

/** The handler of the stream that tells when a coach's times changed. */
export function liveTimesHandlers(services: Services): Pick<Handlers, 'watchAvailability'> {
  const { store, timeChanges, liveConnections } = services;
  return {
    async watchAvailability({ params: { coach_id }, request: { headers, address, closing } }) {
      requireOpen(await store.coaches.find(coach_id));
      const leave = liveConnections.enter(address);
      let latest = 0;
      let write: ((count: number) => void) | undefined;
      // Watches before it counts, so that no change in between is missed.
      const unwatch = timeChanges.watch(coach_id, (count) => {
        latest = count;
        write?.(count);
      });
      try {
        latest = Math.max(latest, await timeChanges.count(coach_id));
      } catch (error) {
        unwatch();
        leave();
        throw error;
      }
      const lastId = headers.get('last-event-id');
      let end = (): void => undefined;
      const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
        const encoder = new TextEncoder();
        const send = (text: string) => {
          controller.enqueue(encoder.encode(text));
          if ((controller.desiredSize ?? 0) < -MOST_UNREAD) close();
        };
        const close = () => {
          end();
          controller.close();
        };
        write = (count) => send(`id: ${count}\nevent: change\ndata: ${JSON.stringify({ coach_id })}\n\n`);
        const beating = setInterval(() => send(':\n\n'), HEART_BEAT_MS);
        end = () => {
          unwatch();
          leave();
          clearInterval(beating);
          closing?.removeEventListener('abort', close);
        };
        send(`retry: ${RETRY_MS}\nid: ${latest}\n\n`);
        if (lastId !== null && lastId !== String(latest)) write(latest);
        if (closing?.aborted) close();
        else closing?.addEventListener('abort', close);
      };
      return { events: new ReadableStream({ start, cancel: () => end() }) };
    },
  };
}
