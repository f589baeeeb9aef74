import { scryptAsync } from '@noble/hashes/scrypt.js';
import { bytesToHex, hexToBytes, randomBytes } from '@noble/hashes/utils.js';

/** scrypt's cost (RFC 7914): memory is 128 * N * r bytes. */
export interface PasswordCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** One of OWASP's recommended settings: 16 MiB, five rounds. */
export const defaultPasswordCost: PasswordCost = { N: 2 ** 14, r: 8, p: 5 };

/** Salted hashes; the cost is written into each, so that it can be raised later. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes the same time when there is no hash to compare with, so that nobody learns which e-mails exist. */
  verify(password: string, hash: string | undefined): Promise<boolean>;
}

export function createPasswords(cost: PasswordCost = defaultPasswordCost): Passwords {
  const hash = (password: string) => hashWith(password, randomBytes(16), cost);
  let decoy: Promise<string> | undefined;
  return {
    hash,
    async verify(password, known) {
      // Made before every comparison, not only when it is needed: else the first unknown e-mail would take twice as long.
      decoy ??= hash('nobody has this password');
      await decoy;
      const expected = known ?? (await decoy);
      const matches = await matchesHash(password, expected);
      return known !== undefined && matches;
    },
  };
}

async function hashWith(password: string, salt: Uint8Array, { N, r, p }: PasswordCost): Promise<string> {
  const key = await scryptAsync(password.normalize('NFKC'), salt, { N, r, p, dkLen: 32 });
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
