import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ANA } from './host-page.ts';
import { people } from './people.ts';

/** A backend somebody else wrote: the calls of the guide with the replies the guide shows, and nothing besides. */
export interface GuideBackend {
  readonly url: string;
  /** What was booked, as it was sent. */
  readonly booked: readonly Readonly<Record<string, unknown>>[];
  /** Paths that were asked for and are not in the guide. */
  readonly missed: ReadonlySet<string>;
  stop(): Promise<void>;
}

/** Open on this day of each month at 10:00 and 11:00 UTC. */
export const OPEN_DAYS: readonly string[] = ['2025-11-18', '2025-12-02'];

const built = new URL('../../dist/cdn/', import.meta.url);
const page = (body: string) => `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1"><title>A page</title>
  <link rel="icon" href="data:,"><script type="module" src="/cdn/cb-booking.js"></script></head>
  <body><main><h1>A page</h1>${body}</main></body></html>`;
const pages: Readonly<Record<string, string>> = {
  '/visitor': page(`<cb-booking api="/" coach="${ANA}"></cb-booking>`),
  '/coach': page(`<cb-availability-editor api="/" coach="${ANA}"></cb-availability-editor>`),
};

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}

/** Starts it on a free port. */
export async function startGuideBackend(): Promise<GuideBackend> {
  const booked: Record<string, unknown>[] = [];
  const missed = new Set<string>();

  async function answer(request: IncomingMessage): Promise<readonly [status: number, reply: unknown]> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const call = `${request.method} ${pathname}`;
    const signedIn = request.headers.authorization?.startsWith('Bearer token-of-');
    if (call === 'POST /auth/login') {
      const { email, password } = await bodyOf(request);
      const known = Object.values(people).some((person) => person.email === email && person.password === password);
      return known
        ? [200, { access_token: `token-of-${email}`, token_type: 'bearer' }]
        : [401, { detail: 'Incorrect email or password' }];
    }
    if (call === `GET /booking/coach/${ANA}/availability`) {
      const [from, until] = [searchParams.get('start_date') ?? '', searchParams.get('end_date') ?? ''];
      const starts = OPEN_DAYS.flatMap((day) => [`${day}T10:00:00Z`, `${day}T11:00:00Z`]);
      const available_slots = starts
        .filter((start) => Date.parse(from) <= Date.parse(start) && Date.parse(start) < Date.parse(until))
        .map((start) => ({
          start,
          end: start.replace(/1(\d):/, (_, hour) => `1${Number(hour) + 1}:`),
          duration_minutes: 60,
        }));
      return [200, { coach_id: ANA, available_slots }];
    }
    if (call === 'POST /booking') {
      if (!signedIn) return [401, { detail: 'Not authenticated' }];
      const sent = await bodyOf(request);
      booked.push(sent);
      const at = '2025-11-05T10:30:00Z';
      const rest = {
        id: randomUUID(),
        client_id: randomUUID(),
        status: 'pending',
        payment_id: null,
        meeting_link: null,
      };
      return [201, { ...rest, notes: null, ...sent, created_at: at, updated_at: at }];
    }
    missed.add(call);
    return [404, { detail: 'Not Found' }];
  }

  const server = createServer(async (request, reply) => {
    const path = request.url ?? '/';
    if (path in pages) return reply.setHeader('content-type', 'text/html; charset=utf-8').end(pages[path]);
    if (path.startsWith('/cdn/')) {
      const file = await readFile(new URL(path.slice(5), built));
      return reply.setHeader('content-type', 'text/javascript').end(file);
    }
    const [status, body] = await answer(request);
    return reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    booked,
    missed,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
