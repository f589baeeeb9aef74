import * as z from 'zod/mini';
import { normalise } from '../../domain/availability/interval.ts';
import { DAY_MS } from '../../domain/time/units.ts';
import { givenFields } from '../../server/http/given-fields.ts';
import type { Clock } from '../../server/ports.ts';
import { Faults } from './faults.ts';
import { type GooglePatch, googleFreeBusy, googleInsert, googlePatch, googleWriteQuery } from './google-wire.ts';
import { OAuthStandIn } from './oauth-stand-in.ts';
import { read } from './read-json.ts';
import type { StandInOptions } from './stand-in-options.ts';

const EVENTS_SCOPE = 'https://www.googleapis.com/auth/calendar.events';
const FREE_BUSY_SCOPE = 'https://www.googleapis.com/auth/calendar.freebusy';
/** freebusy.query refuses longer ranges with `timeRangeTooLong`. */
const LONGEST_RANGE_MS = 90 * DAY_MS;

/** An event in a calendar of the stand-in. */
type GoogleEvent = Omit<GooglePatch, 'start' | 'end' | 'status'> & {
  readonly id: string;
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  readonly sequence: number;
  readonly hangoutLink?: string;
};

/** A strict stand-in for Google's OAuth and Calendar API v3, in memory. */
export class GoogleStandIn {
  readonly oauth: OAuthStandIn;
  readonly faults = new Faults();
  /** Every call of the API: `POST /calendars/primary/events 200`. */
  readonly calls: string[] = [];
  /** When true, a new meeting is `pending` at first, and ready at the next request. */
  meetingsTakeTime = false;
  readonly #calendars = new Map<string, Map<string, GoogleEvent>>();
  #meetings = 0;

  constructor(options: StandInOptions, clock: Clock) {
    this.oauth = new OAuthStandIn(
      {
        ...options,
        providerName: 'Google',
        scopes: {
          [EVENTS_SCOPE]: 'See, create, change and delete events in your calendars',
          [FREE_BUSY_SCOPE]: 'See when you are free or busy',
        },
        wantsOffline: (query) => query.get('access_type') === 'offline',
        rotatesRefreshTokens: false,
        usualAccount: 'you@gmail.example',
      },
      clock,
    );
  }

  /** The accounts that were connected, or have events. */
  get accounts(): string[] {
    return [...this.#calendars.keys()];
  }

  /** The events in an account's calendar, without deleted ones. */
  events(account: string): GoogleEvent[] {
    return [...this.#calendar(account).values()].filter(({ status }) => status !== 'cancelled');
  }

  /** Adds an event that the account's owner made. */
  addEvent(account: string, id: string, start: string, end: string): void {
    const times = { start: { dateTime: start }, end: { dateTime: end } };
    this.#calendar(account).set(id, { id, summary: 'Private', ...times, status: 'confirmed', sequence: 0 });
  }

  /** Answers `/authorize`, `/token`, `/revoke` and `/calendar/v3/…`, below whatever path it is mounted at. */
  async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/authorize')) return this.oauth.authorize(request);
    const [, path] = pathname.split('/calendar/v3');
    const answer = async () => {
      if (path !== undefined) return this.#api(request, path);
      if (request.method === 'POST' && pathname.endsWith('/token')) return this.oauth.token(request);
      if (request.method === 'POST' && pathname.endsWith('/revoke')) return this.oauth.revoke(request);
      return refusal(404, 'notFound', 'Not Found');
    };
    const response = await this.faults.answer(
      request,
      ({ status, retryAfter }) =>
        refusal(status, status === 403 ? 'rateLimitExceeded' : 'backendError', 'Injected', retryAfter),
      answer,
    );
    this.calls.push(`${request.method} ${path ?? pathname} ${response.status}`);
    return response;
  }

  async #api(request: Request, path: string): Promise<Response> {
    const bearer = this.oauth.grants.bearer(request);
    if (!bearer) return refusal(401, 'authError', 'Invalid Credentials');
    const scope = path === '/freeBusy' ? FREE_BUSY_SCOPE : EVENTS_SCOPE;
    if (!bearer.scopes.includes(scope)) return refusal(403, 'insufficientPermissions', 'Insufficient Permission');
    const calendar = this.#calendar(bearer.account);
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const route = `${request.method} ${path}`;
    if (route === 'POST /freeBusy') return this.#freeBusy(calendar, await request.text());
    if (route === 'GET /calendars/primary/events') return this.#list(bearer.account, calendar, query);
    if (route === 'POST /calendars/primary/events') return this.#insert(calendar, query, await request.text());
    const id = /^\/calendars\/primary\/events\/([^/]+)$/.exec(path)?.[1];
    const found = id === undefined ? undefined : calendar.get(id);
    if (!found) return refusal(404, 'notFound', 'Not Found');
    if (request.method === 'GET') return Response.json(this.#look(calendar, found));
    if (request.method === 'PATCH') return this.#write(calendar, query, await request.text(), found);
    if (request.method !== 'DELETE') return refusal(405, 'httpMethodNotAllowed', 'Method not allowed');
    if (found.status === 'cancelled') return refusal(410, 'deleted', 'Resource has been deleted');
    calendar.set(found.id, { ...found, status: 'cancelled' });
    return new Response(null, { status: 204 });
  }

  #list(account: string, calendar: Map<string, GoogleEvent>, query: Readonly<Record<string, string>>): Response {
    if (query.fields === 'summary') return Response.json({ summary: account });
    const items = [...calendar.values()].filter(({ status }) => status !== 'cancelled');
    return Response.json({ kind: 'calendar#events', summary: account, items });
  }

  #insert(calendar: Map<string, GoogleEvent>, query: Readonly<Record<string, string>>, text: string): Response {
    const body = read(googleInsert, text);
    if (typeof body === 'string') return refusal(400, 'invalid', body);
    const { id = crypto.randomUUID().replace(/-/g, ''), start, end, ...rest } = body;
    // A deleted event keeps its id.
    if (calendar.has(id)) return refusal(409, 'duplicate', 'The requested identifier already exists.');
    return this.#write(calendar, query, JSON.stringify(rest), { id, start, end, status: 'confirmed', sequence: -1 });
  }

  #write(
    calendar: Map<string, GoogleEvent>,
    rawQuery: Readonly<Record<string, string>>,
    text: string,
    found: GoogleEvent,
  ): Response {
    const query = z.safeParse(googleWriteQuery, rawQuery);
    if (!query.success) return refusal(400, 'invalidParameter', 'Unknown or invalid query parameter');
    const patch = read(googlePatch, text);
    if (typeof patch === 'string') return refusal(400, 'invalid', patch);
    if (patch.conferenceData && query.data.conferenceDataVersion !== '1') {
      // Google ignores it silently; the stand-in refuses it, so that a test sees the fault.
      return refusal(400, 'invalid', 'conferenceData is ignored without conferenceDataVersion=1');
    }
    const { conferenceData, ...changed } = patch;
    const next: GoogleEvent = { ...found, ...givenFields(changed), sequence: found.sequence + 1 };
    if (Date.parse(next.end.dateTime) <= Date.parse(next.start.dateTime)) {
      return refusal(400, 'timeRangeEmpty', 'The specified time range is empty.');
    }
    const same = found.conferenceData?.createRequest.requestId === conferenceData?.createRequest.requestId;
    const event = conferenceData && !same ? { ...next, conferenceData } : next;
    calendar.set(event.id, event);
    return Response.json(this.meetingsTakeTime ? pending(event) : this.#look(calendar, event));
  }

  /** The event as a reply shows it, with its meeting ready by now. */
  #look(calendar: Map<string, GoogleEvent>, event: GoogleEvent) {
    const made =
      event.conferenceData && !event.hangoutLink
        ? { ...event, hangoutLink: `https://meet.google.com/stand-in-${String(++this.#meetings).padStart(4, '0')}` }
        : event;
    calendar.set(made.id, made);
    const shown = { kind: 'calendar#event', ...made, iCalUID: `${made.id}@google.com` };
    if (!made.hangoutLink) return shown;
    const entryPoints = [{ entryPointType: 'video', uri: made.hangoutLink }];
    const createRequest = { ...made.conferenceData?.createRequest, status: { statusCode: 'success' } };
    return { ...shown, conferenceData: { createRequest, entryPoints } };
  }

  #freeBusy(calendar: Map<string, GoogleEvent>, text: string): Response {
    const body = read(googleFreeBusy, text);
    if (typeof body === 'string') return refusal(400, 'invalid', body);
    const range = { start: Date.parse(body.timeMin), end: Date.parse(body.timeMax) };
    if (range.end <= range.start) return refusal(400, 'timeRangeEmpty', 'The specified time range is empty.');
    if (range.end - range.start > LONGEST_RANGE_MS)
      return refusal(400, 'timeRangeTooLong', 'The time range is too long.');
    const opaque = [...calendar.values()].filter(
      (event) => event.status !== 'cancelled' && event.transparency !== 'transparent',
    );
    const times = opaque.map(({ start, end }) => ({
      start: Math.max(range.start, Date.parse(start.dateTime)),
      end: Math.min(range.end, Date.parse(end.dateTime)),
    }));
    const write = (epochMs: number) => new Date(epochMs).toISOString().replace('.000', '');
    const busy = normalise(times).map(({ start, end }) => ({ start: write(start), end: write(end) }));
    const calendars = body.items.map(({ id }) => [
      id,
      id === 'primary' ? { busy } : { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] },
    ]);
    return Response.json({ kind: 'calendar#freeBusy', ...body, calendars: Object.fromEntries(calendars) });
  }

  #calendar(account: string): Map<string, GoogleEvent> {
    const found = this.#calendars.get(account) ?? new Map<string, GoogleEvent>();
    this.#calendars.set(account, found);
    return found;
  }
}

function pending(event: GoogleEvent) {
  if (!event.conferenceData || event.hangoutLink) return event;
  return {
    ...event,
    conferenceData: { createRequest: { ...event.conferenceData.createRequest, status: { statusCode: 'pending' } } },
  };
}

function refusal(code: number, reason: string, message: string, retryAfter?: number): Response {
  const error = { code, message, errors: [{ domain: 'global', reason, message }] };
  return Response.json(
    { error },
    { status: code, headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) } },
  );
}
