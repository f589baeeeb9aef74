import { afterEach } from 'vitest';
import { createMockServer, type MockServer, type MockServerOptions } from '../../src/mock/index.ts';
import { serve } from '../../src/server/hosts/node.ts';

/** The guide's day: on it, its calls run as they are written. */
export const GUIDE_DAY = '2025-11-05T10:30:00Z';

/** A reply, read. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came
  readonly body: any;
}

/** What to send besides method and path. */
export interface Sent {
  readonly token?: string | undefined;
  readonly json?: unknown;
  readonly headers?: Record<string, string>;
}

/** The seeded server behind real HTTP, and a small client for it. */
export interface OnHttp {
  readonly url: string;
  readonly mock: MockServer;
  readonly errors: unknown[];
  call(method: string, path: string, sent?: Sent): Promise<Reply>;
  /** The access token of a seeded account. */
  logIn(email: string, password?: string): Promise<string>;
  stop(): Promise<void>;
}

const running = new Set<OnHttp>();

afterEach(async () => {
  await Promise.all([...running].map((server) => server.stop()));
});

/** Starts one on a free port of 127.0.0.1; it stops by itself after the test. */
export async function startOnHttp(options: MockServerOptions = {}): Promise<OnHttp> {
  const errors: unknown[] = [];
  const mock = createMockServer({ clock: GUIDE_DAY, log: ({ error }) => errors.push(error), ...options });
  const host = await serve((request, peer) => mock.fetch(request, peer), { port: 0, idleGraceMs: 0 });
  const call: OnHttp['call'] = async (method, path, { token, json, headers } = {}) => {
    const response = await fetch(host.url + path, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  const server: OnHttp = {
    url: host.url,
    mock,
    errors,
    call,
    async logIn(email, password = 'password123') {
      return (await call('POST', '/auth/login', { json: { email, password } })).body.access_token;
    },
    async stop() {
      running.delete(server);
      await host.stop();
    },
  };
  running.add(server);
  return server;
}
