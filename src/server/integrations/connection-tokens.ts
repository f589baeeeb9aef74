import type { CalendarProvider } from '../../contract/calendar.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';
import type { Clock } from '../ports.ts';
import type { Authorization, Tokens } from './authorization.ts';
import type { CalendarLog } from './calendar-ports.ts';
import type { CalendarStore, ConnectionRecord } from './calendar-store.ts';
import { ProviderFailure } from './providers/provider-failure.ts';
import type { TokenSeal } from './token-seal.ts';

/** The tokens of connected calendars: stored encrypted, renewed before use. */
interface ConnectionTokens {
  /** Stores a new or renewed connection. */
  connect(userId: string, provider: CalendarProvider, tokens: Tokens): Promise<void>;
  /**
   * A valid access token, refreshed when it is about to expire or is the one that the provider just `rejected`.
   * Throws a ProviderFailure: `not_connected`, `reconnect` or `unavailable`.
   */
  access(userId: string, provider: CalendarProvider, rejected?: string): Promise<string>;
  /** Deletes the connection and revokes the grant. */
  disconnect(userId: string, provider: CalendarProvider): Promise<void>;
}

interface ConnectionTokensParts {
  readonly store: CalendarStore;
  readonly seal: TokenSeal;
  readonly clock: Clock;
  readonly log: CalendarLog;
  readonly authorization: (provider: CalendarProvider) => Authorization;
  /** Called when a connection stops working. */
  readonly onBroken?: (connection: ConnectionRecord) => Promise<void>;
}

/** A token with less time left than this is renewed before use. */
const MARGIN_MS = 2 * MINUTE_MS;

export function createConnectionTokens({
  store,
  seal,
  clock,
  log,
  authorization,
  onBroken,
}: ConnectionTokensParts): ConnectionTokens {
  const refreshing = new Map<string, Promise<string>>();
  const sealed = async (userId: string, provider: CalendarProvider, tokens: Tokens) => ({
    accessToken: await seal.seal(tokens.accessToken, contextOf(userId, provider)),
    ...(tokens.refreshToken && { refreshToken: await seal.seal(tokens.refreshToken, contextOf(userId, provider)) }),
    expiresAt: clock.now() + tokens.expiresIn * 1000,
    status: 'connected' as const,
  });

  const open = async ({ userId, provider }: ConnectionRecord, token: string): Promise<string> => {
    try {
      return await seal.open(token, contextOf(userId, provider));
    } catch {
      log({ level: 'error', message: 'A stored token was sealed by a key that is gone', provider, userId });
      return giveUp(userId, provider);
    }
  };

  const giveUp = async (userId: string, provider: CalendarProvider): Promise<never> => {
    const failure = new ProviderFailure(provider, 'reconnect');
    const broken = await store.connections.find(userId, provider);
    await store.connections.update(userId, provider, { status: 'reconnect_needed', lastError: failure.message });
    if (broken?.status === 'connected') await onBroken?.(broken);
    log({ level: 'warn', message: failure.message, provider, userId });
    throw failure;
  };

  const refresh = async (connection: ConnectionRecord): Promise<string> => {
    const { userId, provider, refreshToken } = connection;
    if (refreshToken === null) return giveUp(userId, provider);
    try {
      const tokens = await authorization(provider).refresh(await open(connection, refreshToken));
      await store.connections.update(userId, provider, await sealed(userId, provider, tokens));
      return tokens.accessToken;
    } catch (error) {
      if (!(error instanceof ProviderFailure && error.kind === 'reconnect' && error.reason)) throw error;
      const now = await store.connections.find(userId, provider);
      // The calendar was connected again, or its token renewed by another process, during this request.
      if (now && now.refreshToken !== refreshToken) return open(now, now.accessToken);
      return giveUp(userId, provider);
    }
  };

  return {
    async connect(userId, provider, tokens) {
      const base = { userId, provider, account: null, refreshToken: null, lastSync: null, lastError: null };
      await store.connections.save({ ...base, ...(await sealed(userId, provider, tokens)) });
    },

    async access(userId, provider, rejected) {
      const key = JSON.stringify([userId, provider]);
      const running = refreshing.get(key);
      if (running) return running;
      const connection = await store.connections.find(userId, provider);
      if (!connection) throw new ProviderFailure(provider, 'not_connected');
      if (connection.status === 'reconnect_needed') throw new ProviderFailure(provider, 'reconnect');
      const token = await open(connection, connection.accessToken);
      if (token !== rejected && connection.expiresAt - clock.now() > MARGIN_MS) return token;
      // One refresh at a time: later callers wait for the one under way.
      const started = refreshing.get(key) ?? refresh(connection).finally(() => refreshing.delete(key));
      refreshing.set(key, started);
      return started;
    },

    async disconnect(userId, provider) {
      const connection = await store.connections.find(userId, provider);
      if (!connection) return;
      await store.connections.remove(userId, provider);
      try {
        const sealedToken = connection.refreshToken ?? connection.accessToken;
        await authorization(provider).revoke(await seal.open(sealedToken, contextOf(userId, provider)));
      } catch {
        // The key is missing, or the provider is no longer configured: the grant cannot be revoked.
      }
    },
  };
}

function contextOf(userId: string, provider: CalendarProvider): string {
  return JSON.stringify(['token', userId, provider]);
}
