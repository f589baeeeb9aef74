import { bytesToHex, hexToBytes, randomBytes } from '@noble/hashes/utils.js';
import { createBoundedQueue, type QueueLimits } from './bounded-queue.ts';
import { type PasswordCost, scrypt } from './scrypt.ts';

/**
 * One core stays free for the event loop, and two of libuv's four threads for files and DNS. Sixty-four waiting requests take 7 to
 * 14 seconds at the default cost; further ones get a 503.
 */
const defaultQueue: QueueLimits = {
  running: Math.min(2, Math.max(1, (globalThis.navigator?.hardwareConcurrency ?? 1) - 1)),
  waiting: 64,
};

/** One of OWASP's recommended settings: 16 MiB, five rounds. */
export const defaultPasswordCost: PasswordCost = { N: 2 ** 14, r: 8, p: 5 };

/** Salted password hashes; each contains its cost, so that the cost can be raised later. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes the same time without a hash, so that nobody learns which e-mail addresses exist. */
  verify(password: string, hash: string | undefined): Promise<boolean>;
}

/** Password hashing with scrypt. `hash` and `verify` throw `server_busy` when the queue is full. */
export function createPasswords(
  cost: PasswordCost = defaultPasswordCost,
  limits: QueueLimits = defaultQueue,
): Passwords {
  const queued = createBoundedQueue(limits);
  const hash = (password: string) => queued(() => hashWith(password, randomBytes(16), cost));
  let decoy: Promise<string> | undefined;
  return {
    hash,
    async verify(password, known) {
      // Made before the first comparison in any case: otherwise the first unknown e-mail address would take twice as long.
      decoy ??= hashWith('nobody has this password', randomBytes(16), cost);
      const expected = known ?? (await decoy);
      const matches = await queued(() => matchesHash(password, expected));
      return known !== undefined && matches;
    },
  };
}

async function hashWith(password: string, salt: Uint8Array, cost: PasswordCost): Promise<string> {
  const { N, r, p } = cost;
  const key = await scrypt(password.normalize('NFKC'), salt, cost);
  return ['scrypt', N, r, p, bytesToHex(salt), bytesToHex(key)].join('$');
}

async function matchesHash(password: string, hash: string): Promise<boolean> {
  const [kind, N, r, p, salt] = hash.split('$');
  if (kind !== 'scrypt' || salt === undefined) return false;
  const again = await hashWith(password, hexToBytes(salt), { N: Number(N), r: Number(r), p: Number(p) });
  return equalInConstantTime(again, hash);
}

function equalInConstantTime(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index += 1) difference |= a.charCodeAt(index) ^ b.charCodeAt(index);
  return difference === 0;
}
