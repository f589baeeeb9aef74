import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

/** How long a stopping server waits, in milliseconds. */
interface StopTimes {
  /** Sockets without a call are closed after this: a call may be on its way on one that looks idle. */
  readonly idleMs: number;
  /** Calls get this long to end; then their sockets are cut. */
  readonly callsMs: number;
  /** Handlers whose sockets are gone get this long, since they may still write to the store. */
  readonly handlersMs: number;
}

/** Follows the sockets, replies and handlers of a server, so that it can end without cutting any of them. */
interface GracefulStop {
  /** Says that a reply is to come; while stopping, that reply closes its connection. */
  watchReply(outgoing: ServerResponse): void;
  /** Follows a handler to its end, whatever becomes of the socket. */
  watchHandler<T>(work: Promise<T>): Promise<T>;
  /**
   * Takes no new connections and sends `Connection: close` with each reply from now on, so that an open connection gets
   * one more reply at most. Resolves when all sockets are closed and all handlers have ended.
   */
  stop(times: StopTimes): Promise<void>;
}

/** Made before the server gets its first connection. */
export function createGracefulStop(server: Server): GracefulStop {
  const sockets = new Set<Socket>();
  const replies = new Set<ServerResponse>();
  const handlers = new Set<Promise<unknown>>();
  let isStopping = false;

  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  /** Bytes read of each socket that had no call at the last look. */
  let idle = new Map<Socket, number>();

  // Closed at the second look without a byte in between: on a busy machine a call may wait unread for longer than the timer.
  const closeIdle = () => {
    const busy = new Set([...replies].map(({ socket }) => socket));
    const found = new Map<Socket, number>();
    for (const socket of sockets) {
      if (busy.has(socket)) continue;
      if (idle.get(socket) === socket.bytesRead) socket.destroySoon();
      else found.set(socket, socket.bytesRead);
    }
    idle = found;
  };

  return {
    watchReply(outgoing) {
      replies.add(outgoing);
      outgoing.once('close', () => replies.delete(outgoing));
      if (isStopping) outgoing.shouldKeepAlive = false;
    },

    watchHandler(work) {
      const ended = work.catch(() => undefined).finally(() => handlers.delete(ended));
      handlers.add(ended);
      return work;
    },

    async stop({ idleMs, callsMs, handlersMs }) {
      isStopping = true;
      for (const outgoing of replies) if (!outgoing.headersSent) outgoing.shouldKeepAlive = false;
      // `http.Server.close` would destroy idle sockets at once, and a call on its way on one of them would be reset.
      const closed = new Promise((resolve) => NetServer.prototype.close.call(server, resolve));
      const looking = setInterval(() => setImmediate(closeIdle), Math.max(1, idleMs / 2));
      const cut = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, callsMs);
      await closed;
      clearInterval(looking);
      clearTimeout(cut);
      let tooLate: NodeJS.Timeout | undefined;
      const patience = new Promise((resolve) => {
        tooLate = setTimeout(resolve, handlersMs);
      });
      await Promise.race([Promise.all(handlers), patience]);
      clearTimeout(tooLate);
    },
  };
}
