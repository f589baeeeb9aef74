import { ProblemError } from '../http/problem-error.ts';
import type { CalendarIntegrations } from '../integrations/calendars.ts';

const PATH = /^\/calendar\/feed\/([^/]+)\.ics$/;

/** The secret in the path of a subscription feed, `/calendar/feed/{secret}.ics`; `undefined` for any other path. */
export function feedSecretIn(path: string): string | undefined {
  return PATH.exec(path)?.[1];
}

/** Answers a calendar program that subscribed to a feed; the secret in the address is the only proof. Throws `not_found`. */
export async function serveFeed(calendars: CalendarIntegrations | undefined, secret: string): Promise<Response> {
  const text = await calendars?.feed(secret);
  if (text === undefined) throw new ProblemError('not_found');
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="bookings.ics"',
      'cache-control': 'private, max-age=300',
    },
  });
}
