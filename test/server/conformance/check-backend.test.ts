import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Endpoint } from '../../../src/contract/endpoint.ts';
import { endpoints } from '../../../src/contract/endpoints.ts';
import { seed } from '../../../src/mock/index.ts';
import { checkBackend } from '../../../src/server/conformance/check-backend.ts';
import { type Finding, verdictOn } from '../../../src/server/conformance/finding.ts';
import { uses } from '../../../src/server/conformance/uses.ts';
import { writeReport } from '../../../src/server/hosts/check-command.ts';
import { startOnHttp } from '../on-http.ts';

const account = { email: 'client@example.com', password: 'password123' };
const verdictOf = (findings: readonly Finding[], what: string) =>
  findings.find((found) => found.what === what)?.verdict;
const saysOf = (findings: readonly Finding[], what: string) => findings.find((found) => found.what === what)?.says;

const raw = new Set<Server>();
afterEach(() => {
  for (const server of raw) server.close();
  raw.clear();
});

interface Quirks {
  readonly cors?: boolean;
  readonly doubleBooks?: boolean;
  readonly plainErrors?: boolean;
  readonly open?: boolean;
  readonly forgetsKeys?: boolean;
}

/** A backend with the guide's calls alone, as somebody might write it in an afternoon: naive times, FastAPI's errors. */
async function startNaive({
  cors = false,
  doubleBooks = false,
  plainErrors = false,
  open = false,
  forgetsKeys = false,
}: Quirks = {}) {
  const keys = new Map<string, { body: string; id: string }>();
  const bookings = new Map<string, Record<string, unknown>>();
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const offered = () => [2, 4, 6].map((days) => `${day(days)}T14:00:00`);
  const readBody = async (request: IncomingMessage) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    return text === '' ? undefined : JSON.parse(text);
  };
  const answer = async (request: IncomingMessage): Promise<[status: number, body: unknown]> => {
    const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://localhost');
    const call = `${request.method} ${pathname}`;
    const refuse = (status: number, detail: string): [number, unknown] => [status, plainErrors ? detail : { detail }];
    if (call === 'POST /auth/login') {
      const { password } = await readBody(request);
      if (password !== account.password) return refuse(401, 'Incorrect email or password');
      return [200, { access_token: 'token', token_type: 'bearer' }];
    }
    if (call === 'GET /coaches') return [200, { coaches: [{ user_id: 'c1', name: 'Coach' }], total: 1 }];
    if (call === 'GET /booking/coach/c1/availability') {
      const [from, until, minutes] = ['start_date', 'end_date', 'duration_minutes'].map(
        (name) => query.get(name) ?? '',
      );
      const taken = [...bookings.values()].filter(({ status }) => status !== 'cancelled');
      const available_slots = offered()
        .filter((start) => doubleBooks || taken.every(({ session_datetime }) => session_datetime !== start))
        .map((start) => ({ start, end: start.replace('14:', '15:'), duration_minutes: 60 }))
        .filter(({ start, end }) => minutes === '60' && `${start}Z` >= `${from}` && `${end}Z` <= `${until}`);
      return [200, { coach_id: 'c1', available_slots }];
    }
    const isKnown = /^\/booking(?:\/(?:client|coach)\/[^/]+|\/[^/]+(?:\/status)?)?$/.test(pathname);
    if (!isKnown) return refuse(404, 'Not Found');
    if (!open && request.headers.authorization !== 'Bearer token') return refuse(401, 'Not authenticated');
    if (call === 'POST /booking') {
      const body = await readBody(request);
      if (!body.session_datetime && !open) return refuse(422, 'session_datetime is required');
      const key = String(request.headers['idempotency-key'] ?? '');
      const known = forgetsKeys ? undefined : keys.get(key);
      if (known?.body === JSON.stringify(body)) return [201, bookings.get(known.id)];
      if (known) return refuse(422, 'This key was used for another request');
      const taken = [...bookings.values()].some(
        ({ session_datetime: at, status }) => at === body.session_datetime && status !== 'cancelled',
      );
      if (!open && !offered().includes(body.session_datetime)) return refuse(409, 'Time slot is not available');
      if (taken && !doubleBooks) return refuse(409, 'Time slot is not available');
      const id = `b${bookings.size + 1}`;
      const made = { id, client_id: 'me', status: 'pending', payment_id: null, meeting_link: null, ...body };
      bookings.set(id, made);
      if (key) keys.set(key, { body: JSON.stringify(body), id });
      return [201, made];
    }
    if (call === 'GET /booking/client/me' || call === 'GET /booking/coach/c1') return [200, [...bookings.values()]];
    const found = bookings.get(pathname.split('/')[2] ?? '');
    if (!found) return refuse(404, 'Booking not found');
    if (request.method === 'DELETE') found.status = 'cancelled';
    return request.method === 'DELETE' ? [204, ''] : [200, found];
  };
  const server = createServer(async (request, response) => {
    if (cors) {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-methods', 'GET, POST, PATCH, DELETE');
      response.setHeader('access-control-allow-headers', 'authorization, content-type, idempotency-key');
    }
    const [status, body] = request.method === 'OPTIONS' ? [cors ? 204 : 405, ''] : await answer(request);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === '' ? undefined : JSON.stringify(body));
  });
  raw.add(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bookings };
}

test('our own server has everything, and the trial leaves nothing but a cancelled booking', async () => {
  const { url, call, logIn } = await startOnHttp({ clock: 'real' });
  const stranger = { email: 'stranger@example.com', password: 'a long enough password', name: 'A stranger' };
  expect((await call('POST', '/auth/signup', { json: stranger })).status).toBe(201);
  const findings = await checkBackend({ api: url, account, other: { account: stranger }, book: true });
  // Hearing of mails that came back is there once it is configured.
  const lacking = findings.filter(({ verdict }) => verdict !== 'ok').map(({ what }) => what);
  expect(lacking).toEqual(['POST /messages/bounces']);
  expect(findings.length).toBeGreaterThan(Object.keys(endpoints).length);
  expect(verdictOn(findings)).toBe('works');
  const token = await logIn(account.email);
  const { bookings } = (await call('GET', `/booking/client/${seed.client.id}`, { token })).body;
  const trials = bookings.filter(({ notes }: { notes: string }) => /trial/.test(notes));
  // One booked alone, one against others at the same moment.
  expect(trials).toMatchObject([{ status: 'cancelled' }, { status: 'cancelled' }]);
});

test('without --book nothing is written', async () => {
  const { api, bookings } = await startNaive({ cors: true });
  const findings = await checkBackend({ api, account });
  expect(verdictOf(findings, 'POST /booking')).toBe('skipped');
  expect(bookings.size).toBe(0);
});

test('a backend with the guide’s calls and CORS can be booked with; what it has not got is told', async () => {
  const { api } = await startNaive({ cors: true });
  const findings = await checkBackend({ api, account, book: true });
  expect(findings.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
  expect(verdictOn(findings)).toBe('books');
  for (const [name, { need }] of Object.entries(uses)) {
    if (need !== 'extra') continue;
    const { method, path }: Endpoint = endpoints[name as keyof typeof endpoints];
    if (path.startsWith('/booking/{')) continue;
    expect(verdictOf(findings, `${method} ${path}`), path).toBe('missing');
  }
  expect(verdictOf(findings, 'GET /auth/me')).toBe('missing');
  expect(verdictOf(findings, 'Idempotency-Key')).toBe('ok');
  expect(saysOf(findings, 'GET /booking/coach/{coach_id}/availability')).toMatch(/no offset and are read as UTC/);
  expect(saysOf(findings, 'POST /auth/guest')).toBe('without it there is no booking with name and e-mail alone');
});

test('a backend that does not know an Idempotency-Key again fails: a booking whose reply was lost reads as taken', async () => {
  const { api } = await startNaive({ cors: true, forgetsKeys: true });
  const findings = await checkBackend({ api, account, book: true });
  expect(verdictOf(findings, 'Idempotency-Key')).toBe('wrong');
  expect(verdictOn(findings)).toBe('fails');
});

test('a backend without CORS fails: no page of another origin could call it', async () => {
  const { api } = await startNaive();
  const findings = await checkBackend({ api, account });
  expect(verdictOn(findings)).toBe('fails');
  expect(verdictOf(findings, 'CORS replies')).toBe('missing');
  expect(saysOf(findings, 'CORS POST /booking')).toMatch(/OPTIONS answered 405/);
});

test('a backend that books a time twice, answers errors in plain text or needs no token fails', async () => {
  const twice = await startNaive({ cors: true, doubleBooks: true });
  const doubled = await checkBackend({ api: twice.api, account, book: true });
  expect(verdictOf(doubled, 'a time that is taken')).toBe('wrong');
  expect([...twice.bookings.values()].every(({ status }) => status === 'cancelled')).toBe(true);
  const mute = await checkBackend({ api: (await startNaive({ cors: true, plainErrors: true })).api });
  expect(verdictOf(mute, 'refusals')).toBe('wrong');
  const open = await checkBackend({ api: (await startNaive({ cors: true, open: true })).api });
  expect(verdictOf(open, 'refusals')).toBe('wrong');
  for (const findings of [doubled, mute, open]) expect(verdictOn(findings)).toBe('fails');
});

test('an address where nobody answers, and one that is no backend, fail and say so', async () => {
  const { api } = await startNaive();
  for (const server of raw) await new Promise((resolve) => server.close(resolve));
  const nobody = await checkBackend({ api });
  expect(saysOf(nobody, 'GET /coaches')).toMatch(/ECONNREFUSED/);
  expect(verdictOn(nobody)).toBe('fails');
  const page = await checkBackend({ api: 'http://localhost', fetch: async () => new Response('<!doctype html>') });
  expect(verdictOf(page, 'GET /coaches')).toBe('wrong');
  expect(verdictOn(page)).toBe('fails');
});

test('a wrong password is told, and the rest is still looked at', async () => {
  const { api } = await startNaive({ cors: true });
  const findings = await checkBackend({ api, account: { ...account, password: 'other' } });
  expect(saysOf(findings, 'POST /auth/login')).toBe('answered 401: Incorrect email or password');
  expect(verdictOf(findings, 'GET /coaches')).toBe('ok');
});

test('what the contract marks as an extension is an extra here, and nothing else is', () => {
  for (const [name, { need }] of Object.entries(uses)) {
    const row: Endpoint = endpoints[name as keyof typeof endpoints];
    expect(need === 'extra', name).toBe(row.extension === true);
  }
});

test('two calls are needed to book, and every page says so', () => {
  const needed = Object.entries(uses).filter(([, { need }]) => need === 'booking');
  expect(needed.map(([name]) => name)).toEqual(['getAvailability', 'createBooking']);
  const read = (path: string) =>
    readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8').replace(/\s+/g, ' ');
  for (const page of ['README.md', 'docs/contract.md', 'docs/server.md', 'docs/your-backend.md'])
    expect(read(page), page).toMatch(/two calls .{0,90}and a token/);
});

test('the report has a line a finding and ends with the verdict', () => {
  const findings: Finding[] = [
    { verdict: 'missing', need: 'extra', what: 'POST /auth/guest', says: 'without it there are no guests' },
    { verdict: 'ok', need: 'booking', what: 'POST /booking', says: 'booked' },
  ];
  expect(writeReport(findings)).toBe(`Needed to book
  ok       POST /booking     booked

Needed to look after bookings

Extensions and conveniences
  missing  POST /auth/guest  without it there are no guests

Pages can work with this backend.`);
});

test('the documentation names every call and what it unlocks', () => {
  const page = readFileSync(new URL('../../../docs/your-backend.md', import.meta.url), 'utf8');
  for (const [name, { need, gives }] of Object.entries(uses)) {
    const { path }: Endpoint = endpoints[name as keyof typeof endpoints];
    if (path.startsWith('/calendar/') || path === '/health') continue;
    expect(page, name).toContain(path);
    if (need === 'extra' && !path.endsWith('/schedule')) expect(page, name).toContain(gives);
  }
});
