import { ProblemError } from '../http/problem-error.ts';
import type { Clock, Records } from '../ports.ts';
import { shortHash } from './short-hash.ts';

/** A number of actions allowed in a number of seconds. */
export interface Rate {
  readonly count: number;
  readonly seconds: number;
}

/**
 * The limited actions. Limits by address apply where the host knows the caller's address; an IPv6 address counts as its network.
 */
export interface RateLimits {
  /** Attempts to book, by user. */
  readonly bookingsByUser: Rate;
  /** Attempts to book, by address: a household or an office may share one. */
  readonly bookingsByAddress: Rate;
  /** New guests, by address: otherwise a new guest for each booking would avoid the limit by user. */
  readonly guestsByAddress: Rate;
  /** New accounts, by address. */
  readonly signUpsByAddress: Rate;
  /** Links asked for by mail, by address. */
  readonly linksByAddress: Rate;
  /** Corrections of a mistyped address, by guest. */
  readonly correctionsByUser: Rate;
  /** Mails that anybody can ask for, by the e-mail they go to; one too many is not sent, and the reply is the same. */
  readonly mailsByEmail: Rate;
  /** Log-ins, by address. */
  readonly logInsByAddress: Rate;
  /** Failed log-ins with one e-mail from one address. */
  readonly failedLogInsByEmailAndAddress: Rate;
  /** Failed log-ins with one e-mail from all addresses together, without devices that logged in before. */
  readonly failedLogInsByEmail: Rate;
  /** Failed log-ins from a device that logged in to this account before: strangers cannot use up this limit. */
  readonly failedLogInsByDevice: Rate;
  /** Wrong passwords of somebody who is signed in and wants to change or delete the account, by user. */
  readonly wrongPasswordsByUser: Rate;
}

/**
 * The default limits: above what people do by hand. NIST SP 800-63B (3.2.2) allows at most a hundred failed log-ins for one account
 * in a row.
 */
export const defaultRateLimits: RateLimits = {
  bookingsByUser: { count: 10, seconds: 60 },
  bookingsByAddress: { count: 30, seconds: 60 },
  guestsByAddress: { count: 10, seconds: 60 },
  signUpsByAddress: { count: 10, seconds: 60 },
  linksByAddress: { count: 10, seconds: 300 },
  correctionsByUser: { count: 5, seconds: 3600 },
  mailsByEmail: { count: 5, seconds: 3600 },
  logInsByAddress: { count: 60, seconds: 60 },
  failedLogInsByEmailAndAddress: { count: 10, seconds: 300 },
  failedLogInsByEmail: { count: 100, seconds: 3600 },
  failedLogInsByDevice: { count: 10, seconds: 300 },
  wrongPasswordsByUser: { count: 10, seconds: 300 },
};

/** Counts by key, in fixed windows, for all processes on the store. */
export interface RateLimiter {
  /**
   * Counts one; throws `rate_limited` with `Retry-After` when that is one too many. No key, no limit. Call it before the
   * work that it limits, never after: requests sent at once must find each other counted. The function it gives takes the
   * one back, for limits on failures alone.
   */
  take(kind: keyof RateLimits, key: string | undefined): Promise<() => Promise<void>>;
}

/** A used-up key is refused for this long without asking the store: a flood from one address costs the store one write a second. */
const REFUSED_UNASKED_MS = 1000;
/** The most used-up keys that are remembered; at about 200 bytes each that is 2 MB. */
const MAX_USED_UP = 10_000;

interface UsedUp {
  readonly seenAt: number;
  readonly endsAt: number;
}

/**
 * A limiter on counters that every process on the store shares. Keys are hashed: their length does not matter, and the store
 * learns neither addresses nor e-mails.
 */
export function createRateLimiter(limits: RateLimits, clock: Clock, counters: Records['limits']): RateLimiter {
  const usedUp = new Map<string, UsedUp>();

  const refuse = (endsAt: number, now: number): never => {
    const seconds = Math.max(1, Math.ceil((endsAt - now) / 1000));
    throw new ProblemError('rate_limited', { values: { seconds }, headers: { 'retry-after': String(seconds) } });
  };

  return {
    async take(kind, key) {
      if (key === undefined) return async () => undefined;
      const now = clock.now();
      const name = `${kind} ${shortHash(key)}`;
      const known = usedUp.get(name);
      // Before `seenAt` the clock was set back: then the store is asked.
      if (known && now >= known.seenAt && now < Math.min(known.endsAt, known.seenAt + REFUSED_UNASKED_MS)) {
        refuse(known.endsAt, now);
      }
      const { count, endsAt } = await counters.take(name, limits[kind].seconds * 1000, now);
      usedUp.delete(name);
      if (count > limits[kind].count) {
        const oldest = usedUp.keys().next().value;
        if (usedUp.size >= MAX_USED_UP && oldest !== undefined) usedUp.delete(oldest);
        usedUp.set(name, { seenAt: now, endsAt });
        refuse(endsAt, now);
      }
      return async () => {
        usedUp.delete(name);
        await counters.giveBack(name, clock.now());
      };
    },
  };
}
