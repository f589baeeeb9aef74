import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

/** Time limits of stopping, in milliseconds. */
interface StopTimes {
  /** Sockets without a call are closed after this time: a request may still arrive on one that looks idle. */
  readonly idleMs: number;
  /** Calls get this long to end; then their sockets are closed. */
  readonly callsMs: number;
  /** Handlers whose sockets are closed get this long, because they may still write to the store. */
  readonly handlersMs: number;
}

/** Follows the sockets, replies and handlers of a server, so that it can stop without interrupting them. */
interface GracefulStop {
  /** Registers a reply to come; while stopping, that reply closes its connection. */
  watchReply(outgoing: ServerResponse): void;
  /** Follows a handler to its end, even after its socket is closed. */
  watchHandler<T>(work: Promise<T>): Promise<T>;
  /**
   * Accepts no new connections and sends `Connection: close` with each reply from now on, so that an open connection gets at most
   * one more reply. Resolves when all sockets are closed and all handlers have ended, or `handlersMs` after the sockets.
   */
  stop(times: StopTimes): Promise<void>;
}

/** Must be made before the server gets its first connection. */
export function createGracefulStop(server: Server): GracefulStop {
  const sockets = new Set<Socket>();
  const replies = new Set<ServerResponse>();
  const handlers = new Set<Promise<unknown>>();
  let isStopping = false;

  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  /** Bytes read from each socket that had no call at the last check. */
  let idle = new Map<Socket, number>();

  // Closed at the second check without a byte in between: on a busy machine a request may wait unread for longer than the timer.
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
      // `http.Server.close` would destroy idle sockets at once, and a request arriving on one of them would be reset.
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
