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
  /** Failed log-ins, by e-mail. */
  readonly failedLogInsByEmail: Rate;
}

/** Nobody books, signs up or logs in faster than this by hand. */
export const defaultRateLimits: RateLimits = {
  bookingsByUser: { count: 10, seconds: 60 },
  bookingsByAddress: { count: 30, seconds: 60 },
  guestsByAddress: { count: 10, seconds: 60 },
  signUpsByAddress: { count: 10, seconds: 60 },
  logInsByAddress: { count: 60, seconds: 60 },
  failedLogInsByEmail: { count: 10, seconds: 300 },
};

/** Counts by key, in fixed windows, in this process. */
export interface RateLimiter {
  /** Counts one; throws `rate_limited` with `Retry-After` when that is one too many. No key, no limit. */
  take(kind: keyof RateLimits, key: string | undefined): void;
  /** Throws `rate_limited` when the limit is used up, without counting. */
  check(kind: keyof RateLimits, key: string | undefined): void;
}

const MAX_KEYS = 10_000;

export function createRateLimiter(limits: RateLimits, clock: Clock): RateLimiter {
  const windows = new Map<string, { count: number; readonly endsAt: number }>();

  const windowOf = (kind: keyof RateLimits, key: string) => {
    const name = `${kind}:${key}`;
    const now = clock.now();
    const open = windows.get(name);
    if (open && open.endsAt > now) return open;
    // A flood of new keys must not fill the memory: what is over goes first, then the oldest.
    if (windows.size >= MAX_KEYS) {
      for (const [other, { endsAt }] of windows) if (endsAt <= now) windows.delete(other);
      for (const other of windows.keys()) {
        if (windows.size < MAX_KEYS) break;
        windows.delete(other);
      }
    }
    const fresh = { count: 0, endsAt: now + limits[kind].seconds * 1000 };
    windows.delete(name);
    windows.set(name, fresh);
    return fresh;
  };

  const refuseIf = (over: boolean, endsAt: number) => {
    if (!over) return;
    const seconds = Math.max(1, Math.ceil((endsAt - clock.now()) / 1000));
    throw new ProblemError('rate_limited', { values: { seconds }, headers: { 'retry-after': String(seconds) } });
  };

  return {
    take(kind, key) {
      if (key === undefined) return;
      const window = windowOf(kind, key);
      window.count += 1;
      refuseIf(window.count > limits[kind].count, window.endsAt);
    },
    check(kind, key) {
      if (key === undefined) return;
      const window = windowOf(kind, key);
      refuseIf(window.count >= limits[kind].count, window.endsAt);
    },
  };
}
