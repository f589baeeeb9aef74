import type { HearingOthers } from '../ports.ts';
import { loadPg } from './load-pg.ts';
import type { PostgresPool } from './postgres-pool.ts';

/** The channel of NOTIFY; its messages are ids of coaches. */
const CHANNEL = 'culturebridge_booking_times';
/** Longer ids are not sent, because PostgreSQL refuses messages of 8000 bytes; other processes find these changes by asking. */
const LONGEST_ID = 1000;
/** A message to oneself must come back in this time, else nothing is heard on this connection. */
const ECHO_MS = 3000;
const RECONNECT_MS = 5000;
/** The pause between messages: changes in the pause are sent together, so that they cost a server under load nothing. */
const BETWEEN_MESSAGES_MS = 50;

/** Tells other processes whose times changed, and hears it from them. */
interface PostgresHearing {
  /** Tells others soon, after the commit; what cannot be told they find by asking. */
  tell(coachId: string): void;
  hear(heard: (coachId: string) => void): HearingOthers;
  close(): Promise<void>;
}

/**
 * LISTEN on a connection of its own, NOTIFY through the pool. NOTIFY is sent after the commit and not in it: inside, it makes all
 * commits of a database wait for each other, and costs a write its speed. Behind a pooler that hands connections on after each
 * transaction nothing is heard: that is noticed, and LISTEN is given up.
 */
export function createPostgresHearing(url: string, pool: PostgresPool): PostgresHearing {
  const waiting = new Set<string>();
  const listeners = new Set<(coachId: string) => void>();
  let sending: Promise<void> | undefined;
  let isHeard = false;
  let isClosed = false;
  let close = async (): Promise<void> => undefined;
  let opening: Promise<void> | undefined;
  let later: NodeJS.Timeout | undefined;
  let endPause = (_: unknown): void => undefined;

  const notify = (ids: readonly string[]) =>
    pool.query('SELECT pg_notify($1, id) FROM unnest($2::text[]) AS t(id)', [CHANNEL, ids]);

  const send = async (): Promise<void> => {
    while (waiting.size > 0 && !isClosed) {
      const ids = [...waiting];
      waiting.clear();
      await notify(ids).catch(() => undefined);
      await new Promise((resolve) => {
        endPause = resolve;
        setTimeout(resolve, BETWEEN_MESSAGES_MS).unref();
      });
    }
    sending = undefined;
  };

  const connect = async (): Promise<void> => {
    const { Client } = await loadPg();
    if (isClosed) return;
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000, keepAlive: true });
    const echo = `echo:${crypto.randomUUID()}`;
    let hasEnded = false;
    const ended = (reconnects: boolean) => {
      if (hasEnded) return;
      hasEnded = true;
      isHeard = false;
      client.end().catch(() => undefined);
      if (!reconnects || isClosed) return;
      later = setTimeout(open, RECONNECT_MS);
      later.unref();
    };
    close = async () => {
      hasEnded = true;
      await client.end().catch(() => undefined);
    };
    client.on('error', () => ended(true));
    client.on('end', () => ended(true));
    client.on('notification', ({ payload = '' }) => {
      if (payload === echo) isHeard = true;
      else if (!payload.startsWith('echo:')) for (const listener of listeners) listener(payload);
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      await notify([echo]);
    } catch {
      ended(true);
      return;
    }
    later = setTimeout(() => {
      if (!isHeard) ended(false);
    }, ECHO_MS);
    later.unref();
  };
  const open = () => {
    opening = connect();
  };

  return {
    tell(coachId) {
      if (isClosed || coachId.length > LONGEST_ID) return;
      waiting.add(coachId);
      sending ??= send();
    },
    hear(heard) {
      listeners.add(heard);
      if (!opening) open();
      return { isHeard: () => isHeard };
    },
    async close() {
      isClosed = true;
      clearTimeout(later);
      endPause(undefined);
      await Promise.all([sending, opening]);
      await close();
    },
  };
}
