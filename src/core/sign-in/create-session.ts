import type { TransportOptions } from '../client/transport.ts';
import { createHostedSession } from './hosted-session.ts';
import { createOwnSession } from './own-session.ts';
import type { Session, SessionSettings } from './session.ts';
import { memoryTokens, sessionTokens } from './token-store.ts';

/** How a session is kept, and how it reaches its API. */
export type SessionOptions = SessionSettings & Omit<TransportOptions, 'bearer'>;

/**
 * Makes a session; several clients of one API can share it.
 *
 * @example
 * const session = createSession({ api: 'https://api.example.com', storage: 'session' });
 * await session.logIn({ email, password });
 * const client = createBookingClient({ api: 'https://api.example.com', session });
 */
export function createSession(options: SessionOptions): Session {
  const { storage = 'memory', getToken, now = Date.now, ...connection } = options;
  if (getToken) return createHostedSession(connection, getToken);
  return createOwnSession(connection, storage === 'session' ? sessionTokens(connection.api) : memoryTokens(), now);
}
