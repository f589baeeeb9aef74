import { createTokenSigner } from '../../src/server/auth/tokens.ts';
import type { Store } from '../../src/server/ports.ts';
import { addressOf, BOOKING_SECRET, type Running, runCommand } from '../server/hosts/command.ts';
import { COACH, type Place } from './place.ts';

const HOUR_MS = 3_600_000;
const firstHour = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + 48 * HOUR_MS;

/** The start of the nth hour that can be booked. */
export const hour = (n: number): string => new Date(firstHour + n * HOUR_MS).toISOString().replace('.000Z', 'Z');

/** One that everybody may ask as fast as they can. */
export const settings = {
  BOOKING_SECRET,
  OPEN_REQUESTS: '10000',
  RATE_LIMITS: 'bookingsByUser=999999/60 bookingsByAddress=999999/60 guestsByAddress=999999/60',
};

/** The command `serve` in a process of its own. */
export async function serve(place: Pick<Place, 'data'>): Promise<Running & { readonly url: string }> {
  const running = runCommand(['serve', '--data', place.data, '--port', '0'], settings);
  return { ...running, url: await addressOf(running) };
}

/** Tokens of clients who are made in the store itself. */
export async function clients(store: Store, count: number): Promise<readonly string[]> {
  const signer = createTokenSigner(BOOKING_SECRET, { now: () => Date.now() });
  const tokens: string[] = [];
  for (let each = 0; each < count; each += 1) {
    const id = crypto.randomUUID();
    await store.accounts.add({
      id,
      email: `${id}@example.com`,
      name: 'Client',
      role: 'client',
      timeZone: null,
      isGuest: false,
      isActive: true,
      createdAt: Date.now(),
    });
    const family = { id: crypto.randomUUID(), userId: id, current: '1', previous: null, rotatedAt: 0 };
    await store.tokens.add({ ...family, expiresAt: Date.now() + 24 * HOUR_MS });
    tokens.push(await signer.access({ userId: id, role: 'client', familyId: family.id }));
  }
  return tokens;
}

/** What came back, or nothing where the connection broke. */
export interface Reply {
  readonly status: number;
  readonly id: string;
}

export async function send(
  url: string,
  method: string,
  path: string,
  token: string,
  json?: unknown,
  key?: string,
): Promise<Reply | undefined> {
  try {
    const reply = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      signal: AbortSignal.timeout(60_000),
    });
    const text = await reply.text();
    return { status: reply.status, id: text === '' ? '' : String(JSON.parse(text).id ?? '') };
  } catch {
    return undefined;
  }
}

export const book = (url: string, token: string, start: string, key?: string) =>
  send(url, 'POST', '/booking', token, { coach_id: COACH, session_datetime: start, duration_minutes: 60 }, key);
