import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { type Role, role } from '../../contract/auth.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Account, Clock } from '../ports.ts';
import { shortHash } from './short-hash.ts';

/** Lifetime of an access token, seconds. */
export const ACCESS_SECONDS = 60 * 60;
/** Lifetime of a refresh token, seconds. */
export const REFRESH_SECONDS = 30 * 24 * 60 * 60;

/** How long a device is remembered after its last log-in. */
const DEVICE_SECONDS = 180 * 24 * 60 * 60;

/** Lifetime of a link to a new password, seconds. */
export const RESET_LINK_SECONDS = 30 * 60;
/** Lifetimes of the links in mails to an account's owner, seconds. */
const LINK_SECONDS = { 'reset-password': RESET_LINK_SECONDS, 'verify-email': 7 * 24 * 60 * 60 } as const;

const ISSUER = 'culturebridge-booking';

/** The most tokens whose valid signature is remembered; at about 1 kB each that is 2 MB. */
const MAX_VERIFIED = 2000;

/** The content of an access token. */
interface AccessClaims {
  readonly userId: string;
  readonly role: Role;
  /** Set when the token gives access to this booking only. */
  readonly bookingId?: string;
  /** With `bookingId`: the link's serial, see `LinkClaims`. */
  readonly linkSerial?: number;
  /** The token family: when it ends, this token is refused. Absent for tokens of booking links. */
  readonly familyId?: string;
}

/** The content of a refresh token, one of a family: see `TokenFamily`. */
interface RefreshClaims {
  readonly userId: string;
  readonly familyId: string;
  readonly tokenId: string;
}

/** The content of a booking link. It works until some time after the session, which may move: so the token has no expiry of its own. */
export interface LinkClaims {
  readonly userId: string;
  readonly bookingId: string;
  /** The booking's `linkSerial` when the link was made: a higher one at the booking revokes the link. @default 0 */
  readonly serial?: number;
  /** Works until then (epoch ms) at least, also long after the session: the link was asked for by mail. */
  readonly until?: number;
}

/** What a link in a mail to an account's owner is for. */
export type AccountLinkPurpose = 'verify-email' | 'reset-password';

/** The content of a device token: this device has logged in to the account. */
export interface DeviceClaims {
  readonly userId: string;
  readonly deviceId: string;
}

type VerifiedPayload = JWTPayload & { readonly sub: string };

/** Makes and reads signed tokens: JWT (RFC 7519), HS256. Reading throws `not_authenticated` or `token_expired`. */
export interface TokenSigner {
  access(claims: AccessClaims): Promise<string>;
  readAccess(token: string): Promise<AccessClaims>;
  refresh(claims: RefreshClaims): Promise<string>;
  readRefresh(token: string): Promise<RefreshClaims>;
  link(claims: LinkClaims): Promise<string>;
  readLink(token: string): Promise<LinkClaims>;
  device(claims: DeviceClaims): Promise<string>;
  readDevice(token: string): Promise<DeviceClaims>;
  /** The last part of the address that stops reminders; it does not expire. */
  unsubscribe(userId: string): Promise<string>;
  readUnsubscribe(token: string): Promise<string>;
  /**
   * The secret of a link in a mail to an account's owner. One for a new password works for half an hour, one to confirm an address for a
   * week; either ends with what it is for: a new password, or another address.
   */
  account(purpose: AccountLinkPurpose, account: Account): Promise<string>;
  /** The account's id, and the mark that the account must still have. */
  readAccount(purpose: AccountLinkPurpose, token: string): Promise<{ readonly userId: string; readonly mark: string }>;
}

/** `secret`: at least 32 bytes (RFC 7518, 3.2), from the environment and nowhere else. Throws a RangeError when shorter. */
export function createTokenSigner(secret: string, clock: Clock): TokenSigner {
  const bytes = new TextEncoder().encode(secret);
  if (bytes.length < 32)
    throw new RangeError('The token secret must be at least 32 bytes long (RFC 7518, section 3.2)');
  // Imported once: from bytes, each signature and each check would import it again.
  let imported: Promise<CryptoKey> | undefined;
  const key = () => {
    imported ??= crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
    return imported;
  };
  const verified = new Map<string, VerifiedPayload>();

  // Each kind has its own audience: a link or a refresh token must never be accepted as an access token.
  const sign = async (audience: string, subject: string, claims: JWTPayload, seconds?: number) => {
    const issuedAt = Math.floor(clock.now() / 1000);
    const token = new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setSubject(subject)
      .setIssuedAt(issuedAt);
    if (seconds !== undefined) token.setExpirationTime(issuedAt + seconds);
    return token.sign(await key());
  };

  const read = async (audience: string, token: string): Promise<VerifiedPayload> => {
    const name = `${audience} ${token}`;
    const known = verified.get(name);
    if (known) {
      // What a signature covers does not change; whether the token has expired does.
      if (known.exp !== undefined && known.exp <= Math.floor(clock.now() / 1000))
        throw new ProblemError('token_expired');
      return known;
    }
    try {
      const { payload } = await jwtVerify(token, await key(), {
        algorithms: ['HS256'],
        issuer: ISSUER,
        audience,
        requiredClaims: ['sub'],
        currentDate: new Date(clock.now()),
      });
      const found = { ...payload, sub: payload.sub ?? '' };
      const oldest = verified.keys().next().value;
      if (verified.size >= MAX_VERIFIED && oldest !== undefined) verified.delete(oldest);
      verified.set(name, found);
      return found;
    } catch (cause) {
      throw new ProblemError(cause instanceof errors.JWTExpired ? 'token_expired' : 'not_authenticated', { cause });
    }
  };

  return {
    access: ({ userId, role, bookingId, linkSerial, familyId }) => {
      const claims = {
        role,
        ...(bookingId !== undefined && { booking: bookingId }),
        ...(linkSerial !== undefined && { serial: linkSerial }),
        ...(familyId !== undefined && { family: familyId }),
      };
      return sign('access', userId, claims, ACCESS_SECONDS);
    },
    async readAccess(token) {
      const { sub, role: claimed, booking, serial, family } = await read('access', token);
      const known = role.safeParse(claimed);
      if (!known.success) throw new ProblemError('not_authenticated');
      return {
        userId: sub,
        role: known.data,
        ...(typeof booking === 'string' && { bookingId: booking }),
        ...(typeof serial === 'number' && { linkSerial: serial }),
        ...(typeof family === 'string' && { familyId: family }),
      };
    },
    refresh: ({ userId, familyId, tokenId }) =>
      sign('refresh', userId, { family: familyId, jti: tokenId }, REFRESH_SECONDS),
    async readRefresh(token) {
      const { sub, family, jti } = await read('refresh', token);
      if (typeof family !== 'string' || jti === undefined) throw new ProblemError('not_authenticated');
      return { userId: sub, familyId: family, tokenId: jti };
    },
    link: ({ userId, bookingId, serial = 0, until }) =>
      sign('booking-link', userId, { booking: bookingId, serial, ...(until !== undefined && { until }) }),
    async readLink(token) {
      const { sub, booking, serial, until } = await read('booking-link', token);
      if (typeof booking !== 'string') throw new ProblemError('not_authenticated');
      return {
        userId: sub,
        bookingId: booking,
        serial: typeof serial === 'number' ? serial : 0,
        ...(typeof until === 'number' && { until }),
      };
    },
    device: ({ userId, deviceId }) => sign('device', userId, { jti: deviceId }, DEVICE_SECONDS),
    async readDevice(token) {
      const { sub, jti } = await read('device', token);
      if (jti === undefined) throw new ProblemError('not_authenticated');
      return { userId: sub, deviceId: jti };
    },
    unsubscribe: (userId) => sign('unsubscribe', userId, {}),
    readUnsubscribe: async (token) => (await read('unsubscribe', token)).sub,
    account: (purpose, account) => sign(purpose, account.id, { mark: markOf(purpose, account) }, LINK_SECONDS[purpose]),
    async readAccount(purpose, token) {
      const { sub, mark } = await read(purpose, token);
      if (typeof mark !== 'string') throw new ProblemError('not_authenticated');
      return { userId: sub, mark };
    },
  };
}

/** Changes when a link of this purpose has done its work: a new password has another hash, a new address is another one. */
export function markOf(purpose: AccountLinkPurpose, { email, pendingEmail, passwordHash = '' }: Account): string {
  const about = purpose === 'reset-password' ? [purpose, email, passwordHash] : [purpose, pendingEmail ?? email];
  return shortHash(JSON.stringify(about));
}
