import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { ProblemError } from '../http/problem-error.ts';
import type { Clock } from '../ports.ts';

/** So many in so many seconds. */
export interface Rate {
  readonly count: number;
  readonly seconds: number;
}

/** What is limited. By address only where the host knows the caller's; an address of IPv6 stands for its network. */
export interface RateLimits {
  /** Attempts to book, by user. */
  readonly bookingsByUser: Rate;
  /** Attempts to book, by address: a household or an office may share one. */
  readonly bookingsByAddress: Rate;
  /** New guests, by address: without it a new guest for each booking would lift the limit by user. */
  readonly guestsByAddress: Rate;
  /** New accounts, by address. */
  readonly signUpsByAddress: Rate;
  /** Log-ins, by address. */
  readonly logInsByAddress: Rate;
  /** Failed log-ins with one e-mail from one address. */
  readonly failedLogInsByEmailAndAddress: Rate;
  /** Failed log-ins with one e-mail from all addresses together, apart from devices that logged in before. */
  readonly failedLogInsByEmail: Rate;
  /** Failed log-ins from a device that logged in to this account before: strangers cannot use this one up. */
  readonly failedLogInsByDevice: Rate;
}

/**
 * Nobody books, signs up or logs in faster than this by hand. A hundred failed log-ins for one account is the most that
 * NIST SP 800-63B (3.2.2) allows in a row.
 */
export const defaultRateLimits: RateLimits = {
  bookingsByUser: { count: 10, seconds: 60 },
  bookingsByAddress: { count: 30, seconds: 60 },
  guestsByAddress: { count: 10, seconds: 60 },
  signUpsByAddress: { count: 10, seconds: 60 },
  logInsByAddress: { count: 60, seconds: 60 },
  failedLogInsByEmailAndAddress: { count: 10, seconds: 300 },
  failedLogInsByEmail: { count: 100, seconds: 3600 },
  failedLogInsByDevice: { count: 10, seconds: 300 },
};

/** Counts by key, in fixed windows, in this process. */
export interface RateLimiter {
  /**
   * Counts one; throws `rate_limited` with `Retry-After` when that is one too many. No key, no limit. Call it before the
   * work that it limits, never after: requests sent at once must find each other counted. The function it returns gives
   * the one back, for limits on failures alone.
   */
  take(kind: keyof RateLimits, key: string | undefined): () => void;
}

interface Window {
  count: number;
  endsAt: number;
}

/** Keys of one kind; at about 150 bytes each that is 1.5 MB. */
const MAX_KEYS = 10_000;

/** A limiter in this process's memory: keys are hashed, so their length does not matter, and there are at most 10,000 a kind. */
export function createRateLimiter(limits: RateLimits, clock: Clock): RateLimiter {
  const kinds = new Map<keyof RateLimits, Map<string, Window>>();

  const windowOf = (kind: keyof RateLimits, key: string, now: number): Window => {
    const windows = kinds.get(kind) ?? new Map<string, Window>();
    kinds.set(kind, windows);
    const length = limits[kind].seconds * 1000;
    const hash = bytesToHex(sha256(utf8ToBytes(key)).subarray(0, 16));
    const open = windows.get(hash);
    if (open && open.endsAt > now) {
      // Later than any window that begins now: the clock was set back, and must not stretch the window.
      open.endsAt = Math.min(open.endsAt, now + length);
      return open;
    }
    windows.delete(hash);
    if (windows.size >= MAX_KEYS) makeRoom(windows, now);
    const fresh = { count: 0, endsAt: now + length };
    windows.set(hash, fresh);
    return fresh;
  };

  return {
    take(kind, key) {
      if (key === undefined) return () => undefined;
      const now = clock.now();
      const window = windowOf(kind, key, now);
      window.count += 1;
      if (window.count > limits[kind].count) {
        const seconds = Math.max(1, Math.ceil((window.endsAt - now) / 1000));
        throw new ProblemError('rate_limited', { values: { seconds }, headers: { 'retry-after': String(seconds) } });
      }
      return () => {
        window.count -= 1;
      };
    },
  };
}

/** Drops windows that are over, or else the oldest one. */
function makeRoom(windows: Map<string, Window>, now: number): void {
  for (const [key, { endsAt }] of windows) if (endsAt <= now) windows.delete(key);
  const oldest = windows.keys().next().value;
  if (windows.size >= MAX_KEYS && oldest !== undefined) windows.delete(oldest);
}
