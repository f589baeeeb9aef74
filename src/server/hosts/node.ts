import { setMaxListeners } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import { DroppedConnection } from '../http/dropped-connection.ts';
import type { Peer } from '../http/server.ts';
import { clientAddress } from './client-address.ts';
import { createGracefulStop } from './graceful-stop.ts';
import { malformedReply, refuseBadHost, refuseBrokenRequest } from './http-refusals.ts';

/** Where to listen. */
export interface NodeHostOptions {
  /** @default '127.0.0.1': this machine only */
  readonly host?: string;
  /** 0 takes any free port. @default 8000 */
  readonly port?: number;
  /** Proxies in front that each add to `X-Forwarded-For`: see `clientAddress`. @default 0: the header is ignored */
  readonly trustedProxies?: number;
  /** A request must have arrived whole within this time, else 408. @default 30 seconds */
  readonly requestTimeoutMs?: number;
  /** A stopping server closes connections that were silent for half of this time, or up to all of it. @default two seconds */
  readonly idleGraceMs?: number;
}

/** A server that listens. */
export interface NodeHost {
  /** `http://127.0.0.1:8000` */
  readonly url: string;
  readonly port: number;
  /**
   * Ends streams of events, accepts no new connections, waits up to three seconds for calls under way, answers each open connection
   * at most once more, and resolves when the last handler has ended, or fifteen seconds after the
   * connections: then the store may be closed.
   */
  stop(): Promise<void>;
}

/** A visitor's call takes at most 2.5 s when a calendar hangs. */
const CALLS_MS = 3000;
const HANDLERS_MS = 15_000;

/**
 * Serves a `(Request) => Promise<Response>` over HTTP. Rejects with Node's error (`EADDRINUSE`) when it cannot listen.
 *
 * @example
 * const host = await serve(createBookingServer({ store, secret }), { port: 8000 });
 * process.once('SIGTERM', async () => {
 *   await host.stop();
 *   store.close();
 * });
 */
export async function serve(
  handle: (request: Request, peer: Peer) => Promise<Response>,
  {
    host = '127.0.0.1',
    port = 8000,
    trustedProxies = 0,
    requestTimeoutMs = 30_000,
    idleGraceMs = 2000,
  }: NodeHostOptions = {},
): Promise<NodeHost> {
  const closing = new AbortController();
  // Every open stream adds a listener.
  setMaxListeners(0, closing.signal);
  const answer = getRequestListener(
    async (request, { incoming, outgoing }) => {
      try {
        const forwarded = request.headers.get('x-forwarded-for');
        const address = clientAddress(incoming.socket.remoteAddress, forwarded, trustedProxies);
        return await graceful.watchHandler(handle(request, { address, closing: closing.signal }));
      } catch (error) {
        if (!(error instanceof DroppedConnection)) throw error;
        outgoing.destroy();
        return new Response(null);
      }
    },
    {
      overrideGlobalObjects: false,
      // An HTTP/1.0 request may lack a Host (RFC 9112, 3.2).
      hostname: 'localhost',
      errorHandler: (error) => {
        if (error instanceof RequestError) return malformedReply();
        throw error;
      },
    },
  );
  const server = createServer(
    {
      // Limits the whole request, so that a slow body is ended too.
      requestTimeout: requestTimeoutMs,
      headersTimeout: Math.min(requestTimeoutMs, 15_000),
      connectionsCheckingInterval: Math.min(requestTimeoutMs, 1000),
      // `refuseBadHost` refuses a missing Host with a problem body.
      requireHostHeader: false,
    },
    async (incoming, outgoing) => {
      graceful.watchReply(outgoing);
      if (!(await refuseBadHost(incoming, outgoing))) await answer(incoming, outgoing);
    },
  );
  const graceful = createGracefulStop(server);
  server.on('clientError', refuseBrokenRequest);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const shownHost = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${shownHost}:${address.port}`,
    port: address.port,
    stop: () => {
      closing.abort();
      return graceful.stop({ idleMs: idleGraceMs, callsMs: CALLS_MS, handlersMs: HANDLERS_MS });
    },
  };
}
