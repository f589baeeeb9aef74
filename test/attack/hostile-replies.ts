import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AnyExample, examplesOf, rows } from '../../src/contract/openapi/openapi.ts';
import { createBookingClient } from '../../src/core/client/client.ts';
import { isBookingError } from '../../src/core/errors.ts';
import type { Attack } from './figure.ts';
import { headersOf, hostile, statuses } from './hostile-bodies.ts';

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
  // Each reply that cannot be read is told to the developer: here that is all of them.
  const { error: tell } = console;
  console.error = () => undefined;
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
  console.error = tell;
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
