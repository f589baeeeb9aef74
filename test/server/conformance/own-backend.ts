/** Ways in which a backend can be wrong; each alone is to be noticed. */
export type Bug =
  | 'static-files'
  | 'static-files-with-200'
  | 'no-cors'
  | 'cors-without-key'
  | 'no-token-needed'
  | '403-without-token'
  | 'errors-in-plain-text'
  | 'redirects'
  | 'epoch-times'
  | 'past-times-offered'
  | 'out-of-range-offered'
  | 'end-before-start'
  | 'duration-ignored'
  | 'range-cut'
  | 'range-of-two-days'
  | 'past-range-breaks'
  | 'offered-an-hour-off'
  | 'booked-time-offered'
  | 'reply-an-hour-off'
  | 'reply-of-other-length'
  | 'books-twice'
  | 'books-twice-at-once'
  | 'taken-without-words'
  | 'past-bookable'
  | 'closed-bookable'
  | 'key-ignored'
  | 'key-for-anything'
  | 'booking-readable-by-all'
  | 'booking-readable-without-token'
  | 'list-readable-by-all'
  | 'coach-list-readable'
  | 'delete-without-effect'
  | 'reply-unreadable';

/** Ways in which a correct backend can differ from ours. */
export type Habit =
  | 'naive-times'
  | 'prefix'
  | 'quarter-hours'
  | 'overlaps'
  | 'extra-fields'
  | 'nulls'
  | 'fastapi-errors'
  | 'cookies'
  | 'default-cors'
  | 'seven-days'
  | 'guide-words'
  | 'delete-204'
  | 'number-ids'
  | 'no-body'
  | 'no-location'
  | 'two-calls';

interface Stored {
  readonly id: string;
  readonly client: string;
  readonly start: number;
  readonly end: number;
  status: 'pending' | 'cancelled';
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PEOPLE: Readonly<Record<string, string>> = { 'one@example.com': 'one', 'two@example.com': 'two' };

/**
 * A backend as somebody might write it in an afternoon, in memory: open from 9 to 17 UTC, every half hour. Correct but for its
 * bug, and with the habits that are asked for.
 */
export function createOwnBackend({
  bug,
  habits = [],
  now = Date.now,
}: {
  readonly bug?: Bug | undefined;
  readonly habits?: readonly Habit[] | undefined;
  /** Epoch ms. */
  readonly now?: () => number;
} = {}) {
  const bookings = new Map<string, Stored>([
    ['other', { id: 'other', client: 'two', start: 0, end: 0, status: 'pending' }],
  ]);
  const keys = new Map<string, { readonly id: string; readonly text: string }>();
  const has = (...names: readonly (Bug | Habit)[]) =>
    names.some((name) => name === bug || habits.includes(name as Habit));

  const write = (ms: number) => {
    const text = new Date(ms).toISOString().slice(0, 19);
    return has('naive-times') ? text : `${text}Z`;
  };
  const clientId = (client: string | undefined) =>
    has('number-ids') ? Object.values(PEOPLE).indexOf(client ?? '') + 1 : client;
  const shown = ({ id, client, start, end, status }: Stored) => ({
    id: has('number-ids') && id !== 'other' ? Number(id) : id,
    client_id: clientId(client),
    coach_id: 'coach',
    session_datetime: has('reply-unreadable') ? start : write(start + (has('reply-an-hour-off') ? HOUR : 0)),
    duration_minutes: (end - start) / 60_000 / (has('reply-of-other-length') ? 2 : 1),
    status,
    ...(has('nulls') && {
      answers: null,
      metadata: null,
      created_at: null,
      sequence: null,
      notes: null,
      meeting_link: null,
    }),
    ...(has('extra-fields') && { room: 'blue', created_by: { id: 7 }, tags: [] }),
  });

  const opens = (start: number) => Math.floor(start / DAY) * DAY + 9 * HOUR;
  const isOpen = (start: number, end: number) => start >= opens(start) && end <= opens(start) + 8 * HOUR;
  const isTaken = (start: number, end: number) =>
    [...bookings.values()].some((each) => each.status !== 'cancelled' && each.start < end && start < each.end);

  function offered(from: number, until: number, minutes: number) {
    const length = (has('duration-ignored') ? 60 : minutes) * 60_000;
    const step = has('quarter-hours', 'overlaps') ? 15 * 60_000 : 30 * 60_000;
    const shift = has('offered-an-hour-off') ? HOUR : 0;
    const to = has('range-cut') ? Math.min(until, from + 7 * DAY) : until + (has('out-of-range-offered') ? DAY : 0);
    const slots = [];
    for (let day = Math.floor(from / DAY) * DAY; day < to; day += DAY) {
      for (let start = day + 9 * HOUR; start + length <= day + 17 * HOUR; start += step) {
        const end = start + length;
        if (start < from || end > to || (start < now() && !has('past-times-offered'))) continue;
        if (!has('booked-time-offered') && isTaken(start, end)) continue;
        slots.push({ start: start + shift, end: (has('end-before-start') ? start - HOUR : end) + shift });
        // The same hour with two people.
        if (has('overlaps')) slots.push({ start, end });
      }
    }
    return slots.map(({ start, end }) => ({
      start: has('epoch-times') ? start / 1000 : write(start),
      end: has('epoch-times') ? end / 1000 : write(end),
      duration_minutes: length / 60_000,
      ...(has('extra-fields') && { seats: 1 }),
      ...(has('nulls') && { price: null }),
    }));
  }

  const refuse = (status: number, detail: string, code?: string): Response => {
    if (has('errors-in-plain-text')) return new Response(detail, { status });
    if (has('fastapi-errors') && status === 422)
      return Response.json(
        { detail: [{ loc: ['body', 'coach_id'], msg: 'Field required', type: 'missing' }] },
        { status },
      );
    return Response.json({ detail, ...(code && !has('fastapi-errors', 'guide-words') && { code }) }, { status });
  };

  function callerOf(request: Request): string | undefined {
    if (has('cookies')) return /session=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];
    return /^Bearer token-(\w+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  }

  function created(made: Stored): Response {
    if (has('no-location')) return new Response(null, { status: 204 });
    if (has('no-body')) return new Response(null, { status: 201, headers: { location: `/booking/${made.id}` } });
    return Response.json(shown(made), { status: 201 });
  }

  async function book(request: Request, caller: string): Promise<Response> {
    const text = await request.text();
    const body = JSON.parse(text || 'null');
    if (!body?.session_datetime) {
      return refuse(422, 'session_datetime is required', 'invalid_request');
    }
    const key = request.headers.get('idempotency-key');
    const known = key === null || has('key-ignored') ? undefined : keys.get(key);
    if (known && (known.text === text || has('key-for-anything'))) {
      const first = bookings.get(known.id);
      return first ? created(first) : refuse(500, 'gone');
    }
    if (known) return refuse(422, 'This key was used for another request', 'idempotency_mismatch');
    const time = String(body.session_datetime);
    const start = Date.parse(/Z|[+-]\d\d:\d\d$/.test(time) ? time : `${time}Z`);
    const end = start + body.duration_minutes * 60_000;
    if (start < now() && !has('past-bookable'))
      return refuse(400, 'Session must be scheduled in the future', 'in_the_past');
    if (start > now() && !isOpen(start, end) && !has('closed-bookable', 'offered-an-hour-off'))
      return has('guide-words')
        ? refuse(400, 'Time slot is not available')
        : refuse(409, 'Time slot is not available', 'slot_unavailable');
    const isFree = has('books-twice') || !isTaken(start, end);
    // A database takes a moment between the question and the answer.
    if (has('books-twice-at-once')) await new Promise((resolve) => setTimeout(resolve, 5));
    if (!isFree) {
      if (has('taken-without-words')) return refuse(500, 'duplicate key value');
      return has('guide-words')
        ? refuse(400, 'Time slot is not available')
        : refuse(409, 'Time slot is not available', 'slot_unavailable');
    }
    const made: Stored = {
      id: has('number-ids') ? `${bookings.size}` : `b${bookings.size}`,
      client: caller,
      start,
      end,
      status: 'pending',
    };
    bookings.set(made.id, made);
    if (key !== null) keys.set(key, { id: made.id, text });
    return created(made);
  }

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const path = has('prefix') ? url.pathname.replace(/^\/api\/v1/, '') : url.pathname;
    const call = `${request.method} ${path}`;
    if (has('static-files')) return new Response('<!doctype html><title>Not found</title>', { status: 404 });
    if (has('static-files-with-200')) return new Response('<!doctype html><title>An app</title>');
    if (has('redirects') && request.method === 'POST' && path === '/booking')
      return new Response(null, { status: 301, headers: { location: '/booking/' } });
    if (call === 'GET /booking/coach/coach/availability') {
      const [from, until] = [
        Date.parse(url.searchParams.get('start_date') ?? ''),
        Date.parse(url.searchParams.get('end_date') ?? ''),
      ];
      if (has('past-range-breaks') && until < now()) throw new Error('a negative range');
      const most = has('range-of-two-days') ? 2 : has('seven-days') ? 7 : 30;
      if (until - from > most * DAY) return refuse(400, `Date range cannot exceed ${most} days`, 'range_too_long');
      const minutes = Number(url.searchParams.get('duration_minutes') ?? 60);
      return Response.json({ coach_id: 'coach', available_slots: offered(from, until, minutes) });
    }
    if (
      call === 'POST /booking' &&
      has('two-calls', 'no-token-needed') &&
      !callerOf(request) &&
      bug === 'no-token-needed'
    )
      return book(request, 'nobody');
    const caller = callerOf(request);
    const needsToken = (path.startsWith('/booking') || path === '/auth/me') && !has('no-token-needed');
    const parts = path.split('/');
    if (parts.length > 4) return refuse(404, 'Not Found');
    const isOpenRead = has('booking-readable-without-token') && /^GET \/booking\/(?!client|coach)[^/]+$/.test(call);
    if (needsToken && !caller && !isOpenRead) return refuse(has('403-without-token') ? 403 : 401, 'Not authenticated');
    if (call === 'POST /booking') return book(request, caller ?? 'nobody');
    if (has('two-calls')) return refuse(404, 'Not Found');
    if (call === 'POST /auth/login' && !has('cookies')) {
      const { email, password } = await request.json();
      const id = PEOPLE[email];
      if (!id || password !== 'password') return refuse(401, 'Incorrect email or password');
      return Response.json({ access_token: `token-${id}`, token_type: 'bearer' });
    }
    if (call === 'GET /coaches') return Response.json({ coaches: [{ user_id: 'coach', name: 'Coach' }], total: 1 });
    if (call === 'GET /auth/me')
      return Response.json({ id: clientId(caller), email: `${caller}@example.com`, role: 'client' });
    if (parts[1] !== 'booking') return refuse(404, 'Not Found');
    if (parts[2] === 'client') {
      if (parts[3] !== String(clientId(caller)) && !has('list-readable-by-all'))
        return refuse(403, 'Unauthorized to view these bookings');
      const isTheirs = ({ client }: Stored) => String(clientId(client)) === parts[3];
      return Response.json([...bookings.values()].filter(isTheirs).map(shown));
    }
    if (parts[2] === 'coach') {
      if (!has('coach-list-readable')) return refuse(403, 'Unauthorized to view these bookings');
      return Response.json([...bookings.values()].map(shown));
    }
    const found = bookings.get(parts[2] ?? '');
    if (!found) return refuse(404, 'Booking not found');
    const isOwn = found.client === caller || has('booking-readable-by-all') || isOpenRead || has('no-token-needed');
    if (!isOwn) return refuse(403, 'Unauthorized to view this booking');
    if (request.method === 'DELETE') {
      if (!has('delete-without-effect')) found.status = 'cancelled';
      return has('delete-204') ? new Response(null, { status: 204 }) : Response.json(shown(found));
    }
    return Response.json(shown(found));
  }

  function allow(request: Request, response: Response): Response {
    if (has('no-cors')) return response;
    const { headers } = response;
    headers.set('access-control-allow-origin', has('cookies') ? (request.headers.get('origin') ?? '') : '*');
    if (has('cookies')) headers.set('access-control-allow-credentials', 'true');
    headers.set('access-control-expose-headers', 'Location');
    if (request.method !== 'OPTIONS') return response;
    headers.set('access-control-allow-methods', 'GET,HEAD,PUT,PATCH,POST,DELETE');
    const asked = request.headers.get('access-control-request-headers') ?? '';
    const named = has('cors-without-key')
      ? 'authorization, content-type'
      : 'authorization, content-type, idempotency-key';
    headers.set('access-control-allow-headers', has('default-cors') ? asked : named);
    return response;
  }

  return {
    api: has('prefix') ? 'http://backend.example/api/v1/' : 'http://backend.example',
    bookings,
    async fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
      const request = new Request(input, init);
      try {
        const response = request.method === 'OPTIONS' ? new Response(null, { status: 204 }) : await answer(request);
        return allow(request, response);
      } catch {
        return allow(request, new Response('Internal Server Error', { status: 500 }));
      }
    },
  };
}
