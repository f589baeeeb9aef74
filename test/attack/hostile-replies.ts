import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AnyExample, examplesOf, rows } from '../../src/contract/openapi/openapi.ts';
import { createBookingClient } from '../../src/core/client/client.ts';
import { isBookingError } from '../../src/core/errors.ts';
import type { Attack } from './figure.ts';

const hostile: readonly string[] = [
  '',
  'null',
  '[]',
  '{}',
  '"text"',
  '{',
  'NaN',
  '<html></html>',
  '\0\0\0',
  `${'['.repeat(50_000)}`,
  `{"detail":${JSON.stringify('x'.repeat(1_000_000))}}`,
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"coach_id":"a","available_slots":[{"start":"never","end":"never","duration_minutes":60}]}',
  '{"coach_id":"a","available_slots":[{"start":"9999-12-31T23:00:00Z","end":"9999-12-31T23:59:59Z","duration_minutes":60}]}',
  '{"bookings":[{"id":"a","client_id":"b","coach_id":"c","session_datetime":"2025-02-30T00:00:00Z","duration_minutes":1e99,"status":"?"}],"total":-1}',
  '{"detail":{"a":[1,{"b":null}]}}',
  '{"detail":[{"loc":[null],"msg":7}]}',
  '{"error":{"code":{},"message":[]}}',
  '{"access_token":7,"expires_in":"soon"}',
  '{"user_id":"a","name":{"toString":"x"},"time_zone":"Mars/Phobos","photo_url":"javascript:alert(1)"}',
];
const headersOf: readonly Record<string, string>[] = [
  { 'content-type': 'application/json' },
  { 'content-type': 'text/html' },
  {},
  { 'content-type': 'application/json', 'retry-after': '-1' },
  { 'content-type': 'application/problem+json', 'retry-after': '99999999999' },
  { 'content-type': 'application/json', etag: '\u00ff' },
];
const statuses: readonly number[] = [200, 201, 202, 204, 302, 400, 401, 404, 409, 418, 429, 500, 503, 599];

/** Every call of the client against a server that says anything: each ends, with a value or a `BookingError`, and breaks nothing. */
export const hostileReplies: Attack = async (scale) => {
  let turn = 0;
  const server = createServer((_, response) => {
    const body = hostile[turn % hostile.length] ?? '';
    const status = statuses[Math.floor(turn / hostile.length) % statuses.length] ?? 200;
    const headers = headersOf[turn % headersOf.length];
    if (turn % 97 === 0) response.destroy();
    else response.writeHead(status, headers).end(status === 204 ? undefined : body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const unhandled: unknown[] = [];
  const note = (error: unknown) => unhandled.push(error);
  process.on('unhandledRejection', note);
  const strange: string[] = [];
  let calls = 0;
  const rounds = hostile.length * statuses.length;
  const step = Math.max(1, Math.round(1 / Math.min(1, Math.max(scale, 0.05))));
  for (; turn < rounds; turn += step) {
    const client = createBookingClient({ api, retries: 0, timeoutMs: 5000 });
    for (const [name] of rows) {
      const { request } = examplesOf(name)[0] as AnyExample;
      const call = (client as unknown as Record<string, ((input: unknown) => Promise<unknown>) | undefined>)[name];
      if (!call) continue;
      calls += 1;
      await call(request).catch((error: unknown) => {
        if (!isBookingError(error) && strange.length < 5) strange.push(`${name}: ${error}`);
      });
    }
  }
  process.off('unhandledRejection', note);
  server.closeAllConnections();
  server.close();
  const polluted = 'polluted' in {};
  const attack = `${calls} hostile replies`;
  return [
    {
      attack,
      what: 'errors that are no BookingError',
      measured: strange.join(' | ') || '0',
      limit: '0',
      isFine: strange.length === 0,
    },
    {
      attack,
      what: 'unhandled rejections',
      measured: String(unhandled.length),
      limit: '0',
      isFine: unhandled.length === 0,
    },
    { attack, what: 'prototypes changed', measured: String(polluted), limit: 'false', isFine: !polluted },
  ];
};
