import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What arrived. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** Answers one request: `[status, body, headers]`; an object is sent as JSON, a string as it is. */
export type Answer = readonly [status: number, body?: unknown, headers?: Record<string, string>];

/** A backend that says exactly what a test tells it to, over a real socket on 127.0.0.1. */
export interface RawServer {
  readonly api: string;
  readonly received: readonly Received[];
}

const ROUND_TRIP = '/round-trip';

/** Starts one that ends with the test. `handle` may also write to the raw response and return nothing. */
export async function serve(
  handle: (request: Received, response: ServerResponse) => Answer | undefined | Promise<Answer | undefined>,
): Promise<RawServer> {
  const received: Received[] = [];
  const server = createServer(async (message, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const url = new URL(message.url ?? '/', 'http://raw');
    if (url.pathname === ROUND_TRIP) return void response.end();
    const { method = '', headers } = message;
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const request: Received = { method, path: url.pathname, query: url.searchParams, headers, body };
    received.push(request);
    const answer = await handle(request, response);
    if (!answer) return;
    const [status, reply, extra = {}] = answer;
    const json = typeof reply !== 'string';
    response.writeHead(status, { 'content-type': json ? 'application/json' : 'text/html', ...extra });
    response.end(reply === undefined ? undefined : json ? JSON.stringify(reply) : reply);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

/**
 * A round trip to the server: what was sent before it has arrived, and its answers have been read. Wait for it where a test says that
 * nothing was sent.
 */
export async function roundTrip({ api }: Pick<RawServer, 'api'>): Promise<void> {
  await (await fetch(`${api}${ROUND_TRIP}`)).text();
}

/** Waits for real time to pass. */
export const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Waits until `ready` gives something other than undefined or false. */
export async function until<T>(ready: () => T | undefined | false, withinMs = 5000): Promise<T> {
  for (const end = Date.now() + withinMs; ; await wait(5)) {
    const value = ready();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${ready}`);
  }
}

/** The error a call rejects with. */
export async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    (value) => {
      throw new Error(`expected a refusal, got ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );
}

/** A slot of an hour. */
export function hourAt(start: string) {
  const end = new Date(Date.parse(start) + 3_600_000).toISOString().replace('.000Z', 'Z');
  return { start, end, duration_minutes: 60 };
}

/** A booking as the guide shows it. */
export function bookingOf(start: string, changes: Record<string, unknown> = {}) {
  return {
    id: 'booking-1',
    client_id: 'client-1',
    coach_id: 'coach-1',
    session_datetime: start,
    duration_minutes: 60,
    status: 'pending',
    payment_id: null,
    meeting_link: null,
    notes: null,
    created_at: '2025-11-05T10:30:00Z',
    updated_at: '2025-11-05T10:30:00Z',
    ...changes,
  };
}
