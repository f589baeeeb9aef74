import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { DroppedConnection } from '../http/dropped-connection.ts';
import type { Peer } from '../http/server.ts';
import { clientAddress } from './client-address.ts';

/** Where to listen. */
export interface NodeHostOptions {
  /** @default '127.0.0.1': this machine alone */
  readonly host?: string;
  /** 0 takes any free port. @default 8000 */
  readonly port?: number;
  /** Proxies in front that each add to `X-Forwarded-For`: see `clientAddress`. @default 0: the header is not believed */
  readonly trustedProxies?: number;
}

/** A server that listens. */
export interface NodeHost {
  /** `http://127.0.0.1:8000` */
  readonly url: string;
  readonly port: number;
  /** Takes no new calls, lets those under way end (for three seconds at most), and closes. */
  stop(): Promise<void>;
}

const GRACE_MS = 3000;

/** Serves a `(Request) => Promise<Response>` over HTTP. Rejects with Node's error (`EADDRINUSE`) when it cannot listen. */
export async function serve(
  handle: (request: Request, peer: Peer) => Promise<Response>,
  { host = '127.0.0.1', port = 8000, trustedProxies = 0 }: NodeHostOptions = {},
): Promise<NodeHost> {
  const server = createServer(
    getRequestListener(
      async (request, { incoming, outgoing }) => {
        try {
          const forwarded = request.headers.get('x-forwarded-for');
          return await handle(request, {
            address: clientAddress(incoming.socket.remoteAddress, forwarded, trustedProxies),
          });
        } catch (error) {
          if (!(error instanceof DroppedConnection)) throw error;
          outgoing.destroy();
          return new Response(null);
        }
      },
      { overrideGlobalObjects: false },
    ),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const shownHost = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${shownHost}:${address.port}`,
    port: address.port,
    stop: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
