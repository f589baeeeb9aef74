import { shortHash } from '../auth/short-hash.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Account, Records, Store } from '../ports.ts';

/** The default for the most requests of one key that wait for the coach's answer. */
export const DEFAULT_OPEN_REQUESTS = 3;

/**
 * The keys under which a request counts: for a guest the e-mail and the network address; for an account the network address, until the
 * coach has accepted one of its requests, so that new accounts do not avoid the limit. Hashed: the store keeps no address.
 */
export async function requestKeys(
  { bookings }: Pick<Store, 'bookings'>,
  {
    account,
    coachId,
    address,
  }: { readonly account: Account; readonly coachId: string; readonly address?: string | undefined },
): Promise<readonly string[]> {
  const byAddress = address === undefined ? [] : [[coachId, 'address', address]];
  if (account.isGuest) return [[coachId, 'guest', account.email], ...byAddress].map(hashOf);
  if (byAddress.length === 0) return [];
  const accepted = await Promise.all(
    (['confirmed', 'completed'] as const).map((status) =>
      bookings.list({ clientId: account.id, coachId, status }, { skip: 0, limit: 0, countTo: 1 }),
    ),
  );
  return accepted.some(({ total }) => total > 0) ? [] : byAddress.map(hashOf);
}

/**
 * Throws `too_many_open_requests` when a key has reached its limit. Called before the work, and again in the transaction that books,
 * which sees requests that were sent at the same time.
 */
export async function refuseTooMany(
  { openRequests }: Pick<Records, 'openRequests'>,
  keys: readonly string[],
  most: number,
  now: number,
): Promise<void> {
  const counts = await Promise.all(keys.map((key) => openRequests.count(key, now)));
  if (counts.some((count) => count >= most)) {
    throw new ProblemError('too_many_open_requests', { values: { count: most } });
  }
}

function hashOf(key: readonly string[]): string {
  return shortHash(JSON.stringify(key));
}
