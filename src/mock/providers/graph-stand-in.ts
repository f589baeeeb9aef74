import type { Interval } from '../../domain/availability/interval.ts';
import { DAY_MS } from '../../domain/time/units.ts';
import { givenFields } from '../../server/http/given-fields.ts';
import type { Clock } from '../../server/ports.ts';
import { Faults } from './faults.ts';
import { type GraphCreate, graphCreate, graphGetSchedule, graphUpdate, momentOf } from './graph-wire.ts';
import { OAuthStandIn } from './oauth-stand-in.ts';
import { read } from './read-json.ts';
import type { StandInOptions } from './stand-in-options.ts';

/** getSchedule refuses longer ranges. */
const LONGEST_RANGE_MS = 62 * DAY_MS;

/** An event in a mailbox of the stand-in. */
type GraphEvent = GraphCreate & { readonly id: string; readonly joinUrl: string | null };

/** A strict stand-in for Microsoft's identity platform and the calendar of Graph v1.0, in memory. */
export class GraphStandIn {
  readonly oauth: OAuthStandIn;
  readonly faults = new Faults();
  /** Every call of the API: `POST /me/events 201`. */
  readonly calls: string[] = [];
  readonly #mailboxes = new Map<string, Map<string, GraphEvent>>();
  /** A transactionId stays used after its event is deleted. */
  readonly #transactions = new Map<string, string>();
  #made = 0;

  constructor(options: StandInOptions, clock: Clock) {
    this.oauth = new OAuthStandIn(
      {
        ...options,
        providerName: 'Microsoft',
        scopes: {
          'Calendars.ReadWrite': 'Read and write your calendars',
          offline_access: 'Keep the access you have given it',
        },
        wantsOffline: (_, scopes) => scopes.includes('offline_access'),
        rotatesRefreshTokens: true,
        usualAccount: 'you@contoso.example',
      },
      clock,
    );
  }

  /** The accounts that were connected, or have events. */
  get accounts(): string[] {
    return [...this.#mailboxes.keys()];
  }

  /** The events in an account's calendar. */
  events(account: string): GraphEvent[] {
    return [...this.#mailbox(account).values()];
  }

  /** Adds an event that the account's owner made; times in UTC, without a Z. */
  addEvent(account: string, id: string, start: string, end: string, showAs: GraphCreate['showAs'] = 'busy'): void {
    const at = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
    this.#mailbox(account).set(id, { id, subject: 'Private', start: at(start), end: at(end), showAs, joinUrl: null });
  }

  /** Answers `/oauth2/v2.0/…` and `/v1.0/me/…`, below whatever path it is mounted at. */
  async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/oauth2/v2.0/authorize')) return this.oauth.authorize(request);
    const isToken = request.method === 'POST' && pathname.endsWith('/oauth2/v2.0/token');
    const path = isToken ? undefined : pathname.split('/v1.0')[1];
    const response = await this.faults.answer(
      request,
      ({ status, retryAfter }) => refusal(status, status === 429 ? 'TooManyRequests' : 'generalException', retryAfter),
      async () => (isToken ? this.oauth.token(request) : this.#api(request, path ?? '')),
    );
    this.calls.push(`${request.method} ${path ?? pathname} ${response.status}`);
    return response;
  }

  async #api(request: Request, path: string): Promise<Response> {
    const bearer = this.oauth.grants.bearer(request);
    if (!bearer) return refusal(401, 'InvalidAuthenticationToken');
    if (!bearer.scopes.includes('Calendars.ReadWrite')) return refusal(403, 'ErrorAccessDenied');
    const mailbox = this.#mailbox(bearer.account);
    const query = new URL(request.url).searchParams;
    switch (`${request.method} ${path}`) {
      case 'GET /me/calendar':
        return Response.json({ id: 'calendar', owner: { name: bearer.account, address: bearer.account } });
      case 'POST /me/calendar/getSchedule':
        return this.#getSchedule(bearer.account, await request.text());
      case 'GET /me/calendarView':
        return this.#view(mailbox, query);
      case 'GET /me/events':
        return this.#find(mailbox, query.get('$filter'));
      case 'POST /me/events':
        return this.#create(bearer.account, mailbox, await request.text());
    }
    const id = /^\/me\/events\/([^/]+)$/.exec(path)?.[1];
    const found = mailbox.get(decodeURIComponent(id ?? ''));
    if (!found) return refusal(404, 'ErrorItemNotFound');
    if (request.method === 'GET') return Response.json(shown(found));
    if (request.method === 'PATCH') return this.#update(mailbox, found, await request.text());
    if (request.method !== 'DELETE') return refusal(405, 'Request_BadRequest');
    mailbox.delete(found.id);
    return new Response(null, { status: 204 });
  }

  #create(account: string, mailbox: Map<string, GraphEvent>, text: string): Response {
    const body = read(graphCreate, text);
    if (typeof body === 'string') return refusal(400, 'RequestBodyRead', undefined, body);
    if (momentOf(body.end) <= momentOf(body.start)) return refusal(400, 'ErrorPropertyValidationFailure');
    const transaction = body.transactionId && JSON.stringify([account, body.transactionId]);
    const existing = transaction && this.#transactions.get(transaction);
    if (existing) {
      const error = {
        code: 'ErrorDuplicateTransactionId',
        message: 'Used already',
        '@event.existingEventId': existing,
      };
      return Response.json({ error }, { status: 400 });
    }
    const id = `AAMk${String(++this.#made).padStart(6, '0')}=`;
    if (transaction) this.#transactions.set(transaction, id);
    const online = body.isOnlineMeeting && body.onlineMeetingProvider === 'teamsForBusiness' && !isPersonal(account);
    const joinUrl = online ? `https://teams.microsoft.com/l/meetup-join/stand-in-${this.#made}` : null;
    const event: GraphEvent = { ...body, id, joinUrl };
    mailbox.set(id, event);
    return Response.json(shown(event), { status: 201 });
  }

  #update(mailbox: Map<string, GraphEvent>, found: GraphEvent, text: string): Response {
    const body = read(graphUpdate, text);
    if (typeof body === 'string') return refusal(400, 'RequestBodyRead', undefined, body);
    const event: GraphEvent = {
      ...found,
      ...givenFields(body),
      // The text of an online meeting contains the meeting: overwriting it removes the meeting.
      ...(body.body && { joinUrl: null }),
    };
    if (momentOf(event.end) <= momentOf(event.start)) return refusal(400, 'ErrorPropertyValidationFailure');
    mailbox.set(event.id, event);
    return Response.json(shown(event));
  }

  #find(mailbox: Map<string, GraphEvent>, filter: string | null): Response {
    const pattern = /^singleValueExtendedProperties\/Any\(ep: ep\/id eq '([^']+)' and ep\/value eq '([^']+)'\)$/;
    const [, id, value] = pattern.exec(filter ?? '') ?? [];
    if (!id) return refusal(400, 'ErrorInvalidUrlQueryFilter');
    const found = [...mailbox.values()].filter((event) =>
      event.singleValueExtendedProperties?.some((property) => property.id === id && property.value === value),
    );
    return Response.json({ value: found.map(shown) });
  }

  #getSchedule(account: string, text: string): Response {
    const body = read(graphGetSchedule, text);
    if (typeof body === 'string') return refusal(400, 'ErrorInvalidParameter', undefined, body);
    if (isPersonal(account)) return refusal(403, 'ErrorAccessDenied');
    const range = { start: momentOf(body.startTime), end: momentOf(body.endTime) };
    if (range.end <= range.start || range.end - range.start > LONGEST_RANGE_MS) {
      return refusal(400, 'ErrorInvalidFreeBusyViewType');
    }
    const value = body.schedules.map((scheduleId) => ({
      scheduleId,
      scheduleItems: within(this.#mailbox(scheduleId), range)
        .filter(({ showAs }) => showAs !== 'free')
        .map((event) => ({ status: event.showAs ?? 'busy', subject: event.subject, ...utcTimes(event) })),
    }));
    return Response.json({ value });
  }

  #view(mailbox: Map<string, GraphEvent>, query: URLSearchParams): Response {
    const start = Date.parse(query.get('startDateTime') ?? '');
    const end = Date.parse(query.get('endDateTime') ?? '');
    if (Number.isNaN(start) || Number.isNaN(end)) return refusal(400, 'ErrorInvalidParameter');
    const value = within(mailbox, { start, end }).map((event) => ({
      showAs: event.showAs ?? 'busy',
      ...utcTimes(event),
    }));
    return Response.json({ value });
  }

  #mailbox(account: string): Map<string, GraphEvent> {
    const found = this.#mailboxes.get(account) ?? new Map<string, GraphEvent>();
    this.#mailboxes.set(account, found);
    return found;
  }
}

/** Outlook.com accounts have neither getSchedule nor Teams for business. */
function isPersonal(account: string): boolean {
  return account.endsWith('@outlook.example');
}

function within(mailbox: Map<string, GraphEvent>, range: Interval): GraphEvent[] {
  return [...mailbox.values()].filter(({ start, end }) => momentOf(start) < range.end && range.start < momentOf(end));
}

function shown({ joinUrl, ...event }: GraphEvent) {
  return { ...event, ...utcTimes(event), onlineMeeting: joinUrl === null ? null : { joinUrl } };
}

function utcTimes({ start, end }: Pick<GraphCreate, 'start' | 'end'>) {
  const write = (time: GraphCreate['start']) => ({
    dateTime: `${new Date(momentOf(time)).toISOString().slice(0, 19)}.0000000`,
    timeZone: 'UTC',
  });
  return { start: write(start), end: write(end) };
}

function refusal(status: number, code: string, retryAfter?: number, message = code): Response {
  return Response.json(
    { error: { code, message, innerError: { date: '2025-11-05T10:30:00' } } },
    { status, headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) } },
  );
}
