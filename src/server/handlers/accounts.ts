import type { Tokens, User } from '../../contract/auth.ts';
import { writeInstant } from '../../contract/values.ts';
import { emptySchedule } from '../../domain/availability/schedule.ts';
import { LINK_LIFETIME_MS } from '../../domain/booking/link-lifetime.ts';
import { guestAccount, localeOf } from '../accounts/guest-account.ts';
import { mailAccount } from '../accounts/mail-links.ts';
import { ACCESS_SECONDS, type DeviceClaims, REFRESH_SECONDS } from '../auth/tokens.ts';
import { bookingOfLink } from '../bookings/booking-of-link.ts';
import type { Handlers, Services } from '../http/handler.ts';
import { invalidRequest, ProblemError } from '../http/problem-error.ts';
import { preferredLanguage } from '../messages/mail-languages.ts';
import type { Account } from '../ports.ts';

/** The previous refresh token works this long after a rotation: two tabs may refresh at once, and a reply may get lost. */
const ROTATION_GRACE_MS = 10_000;

type AccountHandlers = Pick<Handlers, 'signUp' | 'logIn' | 'refreshToken' | 'guestLogIn' | 'getMe' | 'openBookingLink'>;

/** Signs up, logs in and refreshes tokens; makes guests and opens booking links. */
export function accountHandlers(services: Services): AccountHandlers {
  const { store, clock, makeId, passwords, passwordFault, tokens, limiter, coachesSignUp } = services;

  const tokensFor = async (account: Account, familyId: string, tokenId: string): Promise<Tokens> => ({
    access_token: await tokens.access({ userId: account.id, role: account.role, familyId }),
    refresh_token: await tokens.refresh({ userId: account.id, familyId, tokenId }),
    token_type: 'bearer',
    expires_in: ACCESS_SECONDS,
  });

  const startSignIn = async (account: Account): Promise<Tokens> => {
    const now = clock.now();
    const family = { id: makeId(), userId: account.id, current: makeId(), previous: null, rotatedAt: now };
    await store.tokens.add({ ...family, expiresAt: now + REFRESH_SECONDS * 1000 });
    return tokensFor(account, family.id, family.current);
  };

  /** With an invalid or expired device token the device counts as unknown; the log-in is not refused for it. */
  const readDevice = async (token: string | null | undefined): Promise<DeviceClaims | undefined> =>
    token ? tokens.readDevice(token).catch(() => undefined) : undefined;

  /** Counts a log-in as failed until it succeeds, so that many sent together are all counted before the first is verified. */
  const takeLogIn = async (email: string, address: string | undefined, knownDevice: string | undefined) => {
    if (knownDevice !== undefined) return limiter.take('failedLogInsByDevice', knownDevice);
    const taken = [
      await limiter.take('failedLogInsByEmailAndAddress', JSON.stringify([email, address ?? null])),
      await limiter.take('failedLogInsByEmail', email),
    ];
    return async () => {
      for (const giveBack of taken) await giveBack();
    };
  };

  /** For people who signed up before their language was stored, and for coaches who were added by a command. */
  const rememberLocale = (id: string, locale: string | undefined): Promise<void> =>
    store.transaction(async ({ accounts }) => {
      const current = await accounts.find(id);
      if (current && current.deletedAt === undefined && locale !== undefined)
        await accounts.update({ ...current, locale });
    });

  return {
    async signUp({ body, request }) {
      if (body.role === 'coach' && !coachesSignUp) {
        throw invalidRequest({
          field: 'body.role',
          message: 'must be client: coaches are added by who runs this server',
        });
      }
      await limiter.take('signUpsByAddress', request.address);
      const fault = passwordFault(body.password, body.email);
      if (fault) throw invalidRequest({ field: 'body.password', message: fault });
      const account: Account = {
        id: makeId(),
        email: body.email.toLowerCase(),
        name: body.name ?? null,
        role: body.role ?? 'client',
        timeZone: body.time_zone ?? null,
        ...localeOf(body.locale, request.headers),
        passwordHash: await passwords.hash(body.password),
        isGuest: false,
        isActive: true,
        // The same reply whether or not the address has an account: the mail tells its owner.
        ...(services.mail?.confirmsAddresses && { isUnverified: true }),
        createdAt: clock.now(),
      };
      if (!(await store.accounts.add(account))) throw new ProblemError('email_taken');
      if (account.isUnverified) {
        const owner = await store.accounts.findByEmail(account.email);
        const about = owner ? ('account_exists' as const) : ('verify_email' as const);
        await mailAccount(services, { about, userId: owner?.id ?? account.id }, account.email);
      }
      if (account.role === 'coach') {
        const profile = { user_id: account.id, name: account.name };
        const schedule = emptySchedule(account.timeZone ?? 'UTC');
        await store.coaches.add({ profile, isActive: true, schedule, scheduleVersion: 1 });
      }
      return { reply: await startSignIn(account) };
    },

    async logIn({ body, request }) {
      const email = body.email.trim().toLowerCase();
      await limiter.take('logInsByAddress', request.address);
      const account = await store.accounts.findByEmail(email);
      const device = await readDevice(body.device_token);
      const knownDevice = account && device?.userId === account.id ? device.deviceId : undefined;
      const giveBack = await takeLogIn(email, request.address, knownDevice);
      const matches = await passwords.verify(body.password, account?.passwordHash);
      if (!account || !matches || !account.isActive) throw new ProblemError('invalid_credentials');
      await giveBack();
      const locale = account.locale ?? preferredLanguage(request.headers.get('accept-language'));
      if (locale !== account.locale) await rememberLocale(account.id, locale);
      const device_token = await tokens.device({ userId: account.id, deviceId: knownDevice ?? makeId() });
      return { reply: { ...(await startSignIn(account)), device_token } };
    },

    async refreshToken({ body }) {
      const claims = await tokens.readRefresh(body.refresh_token);
      const family = await store.tokens.find(claims.familyId);
      const account = await store.accounts.find(claims.userId);
      if (!family || !account?.isActive) throw new ProblemError('not_authenticated');
      const now = clock.now();
      // The absolute difference: a clock that was set back must not make old tokens valid again.
      if (claims.tokenId === family.previous && Math.abs(now - family.rotatedAt) < ROTATION_GRACE_MS) {
        return { reply: await tokensFor(account, family.id, family.current) };
      }
      const next = { ...family, current: makeId(), previous: family.current, rotatedAt: now };
      const expiresAt = now + REFRESH_SECONDS * 1000;
      if (claims.tokenId !== family.current) {
        // A replaced token is used again, so two parties have it: end the whole family for both.
        await store.tokens.end(family.id);
        throw new ProblemError('not_authenticated');
      }
      if (await store.tokens.rotate({ ...next, expiresAt }, family.current)) {
        return { reply: await tokensFor(account, family.id, next.current) };
      }
      // Another tab rotated between our read and our write: this caller gets the same successor.
      const rotated = await store.tokens.find(family.id);
      if (!rotated) throw new ProblemError('not_authenticated');
      return { reply: await tokensFor(account, family.id, rotated.current) };
    },

    async guestLogIn({ body, request }) {
      await limiter.take('guestsByAddress', request.address);
      // Always a new account: the e-mail address is not verified, so it must not give access to another guest's bookings.
      const { name, email, time_zone: timeZone = null, locale } = body;
      const account = guestAccount({ id: makeId(), name, email, timeZone, locale }, request.headers, clock.now());
      await store.accounts.add(account);
      return { reply: await startSignIn(account) };
    },

    async getMe({ caller: { account } }) {
      return { reply: writeUser(account) };
    },

    async openBookingLink({ body }) {
      const { booking, claims } = await bookingOfLink(services, body.link);
      const { userId, bookingId, serial = 0, until = 0 } = claims;
      if (clock.now() > Math.max(booking.end + LINK_LIFETIME_MS, until)) throw new ProblemError('token_expired');
      const access_token = await tokens.access({ userId, role: 'client', bookingId, linkSerial: serial });
      return { reply: { access_token, token_type: 'bearer', expires_in: ACCESS_SECONDS, booking_id: bookingId } };
    },
  };
}

/** An account as its owner sees it. */
export function writeUser(account: Account): User {
  return {
    id: account.id,
    email: account.email,
    role: account.role,
    name: account.name,
    time_zone: account.timeZone,
    is_guest: account.isGuest,
    is_active: account.isActive,
    created_at: writeInstant(account.createdAt),
    ...(account.pendingEmail !== undefined && { pending_email: account.pendingEmail }),
  };
}
