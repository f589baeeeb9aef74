import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Endpoint } from '../../../src/contract/endpoint.ts';
import { endpoints } from '../../../src/contract/endpoints.ts';
import { problem } from '../../../src/contract/problem.ts';
import { createMockServer, seed } from '../../../src/mock/index.ts';
import { startOnHttp } from '../on-http.ts';

const emails = ['client@example.com', 'coach@example.com', 'admin@example.com'];

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    seed.coach.id,
    seed.coaches.isla,
    '2025-11-15T14:00:00Z',
    '9999-12-31T23:59:59Z',
    '0000-01-01T00:00:00Z',
    '2025-11-15T14:00:00-23:59',
    60,
    480,
    -1,
    1e300,
    null,
    true,
    '',
    'confirmed',
    '__proto__',
    'Europe/Berlin',
  ),
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.jsonValue({ maxDepth: 2 }),
);
const fields = fc.dictionary(
  fc.constantFrom(
    'coach_id',
    'session_datetime',
    'start_date',
    'end_date',
    'duration_minutes',
    'after',
    'count',
    'skip',
    'limit',
    'status',
    'reason',
    'notes',
    'answers',
    'metadata',
    'email',
    'name',
    'password',
    'link',
    'refresh_token',
    'weekly_hours',
    'time_zone',
    'q',
    '__proto__',
    'constructor',
  ),
  odd,
  { maxKeys: 8 },
);

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

test('whatever is sent, the answer is one of the contract, never a 500', async () => {
  const errors: unknown[] = [];
  const mock = createMockServer({
    clock: '2025-11-05T10:30:00Z',
    log: ({ error }) => errors.push(error),
    rateLimits: { bookingsByUser: { count: 1e6, seconds: 1 }, failedLogInsByEmail: { count: 1e6, seconds: 1 } },
  });
  const headers = { 'content-type': 'application/json' };
  const tokens = await Promise.all(
    emails.map(async (email) => {
      const body = JSON.stringify({ email, password: 'password123' });
      const reply = await mock.fetch(new Request('http://x/auth/login', { method: 'POST', headers, body }));
      return (await reply.json()).access_token as string;
    }),
  );
  const rows: Endpoint[] = Object.values(endpoints).filter(({ path }) => path !== '/auth/login');

  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...rows),
      fc.constantFrom(...tokens, undefined),
      odd,
      fields,
      fields,
      fc.constantFrom(undefined, '*', '"x"'),
      async ({ method, path }, token, param, query, body, ifMatch) => {
        const url = new URL(`http://x${path.replace(/\{\w+\}/g, encodeURIComponent(asText(param) || 'x'))}`);
        for (const [name, value] of Object.entries(query)) url.searchParams.set(name, asText(value));
        const request = new Request(url, {
          method,
          headers: {
            ...headers,
            ...(token && { authorization: `Bearer ${token}` }),
            ...(ifMatch && { 'if-match': ifMatch, 'idempotency-key': ifMatch }),
          },
          ...(method !== 'GET' && { body: JSON.stringify(body) }),
        });
        const response = await mock.fetch(request);
        expect(errors).toEqual([]);
        expect(response.status).not.toBe(500);
        if (response.status >= 400) expect(problem.safeParse(await response.json()).success).toBe(true);
      },
    ),
    { numRuns: 3000 },
  );
}, 120_000);

test.each([
  `/booking/coach/${seed.coach.id}/availability?start_date=9999-12-01T00:00:00Z&end_date=9999-12-31T00:00:00Z`,
  `/booking/coach/${seed.coach.id}/availability?start_date=0001-01-01T00:00:00Z&end_date=0001-01-20T00:00:00Z`,
  `/booking/coach/${seed.coach.id}/availability/next?after=9999-12-31T23:59:59Z`,
  `/booking/coach/${seed.coaches.isla}/availability/next?after=0001-01-01T00:00:00Z`,
])('the ends of the calendar are no fault of the server: %s', async (path) => {
  const errors: unknown[] = [];
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z', log: ({ error }) => errors.push(error) });
  const { status } = await mock.fetch(new Request(`http://x${path}`));
  expect(errors).toEqual([]);
  expect([200, 400, 422]).toContain(status);
});

test('a name is one line, and NUL is in no text', async () => {
  const { call, logIn } = await startOnHttp();
  for (const name of ['Eve\r\nBcc: x@example.com', 'Eve\u0000', 'Eve\u0007']) {
    const { status, body } = await call('POST', '/auth/guest', { json: { email: 'eve@example.com', name } });
    expect([status, body.errors]).toEqual([
      422,
      [{ field: 'body.name', message: 'must be one line, without control characters' }],
    ]);
  }
  const token = await logIn('client@example.com');
  const wish = { coach_id: seed.coach.id, session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };
  for (const [more, field] of [
    [{ notes: 'a\u0000b' }, 'body.notes'],
    [{ metadata: { utm: 'a\u0000' } }, 'body.metadata.utm'],
    [{ metadata: { 'utm\u0000': 'a' } }, 'body.metadata'],
  ] as const) {
    const { status, body } = await call('POST', '/booking', { token, json: { ...wish, ...more } });
    expect([status, body.errors]).toEqual([422, [{ field, message: 'must not contain the character NUL' }]]);
  }
  expect((await call('GET', '/coaches?q=a%00')).status).toBe(422);
});
