import type { EndpointName, Endpoints } from '../../contract/endpoints.ts';
import { endpoints } from '../../contract/endpoints.ts';
import type { Caller, Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';

/** The calls that a booking-link token may make: see, pay, move, cancel and erase its booking, renew its hold or link, and read open times. */
const linkCalls: ReadonlySet<EndpointName> = new Set([
  'getAvailability',
  'getNextAvailability',
  'getBooking',
  'moveBooking',
  'cancelBooking',
  'updateBookingStatus',
  'createCheckout',
  'getPayment',
  'renewHold',
  'renewBookingLink',
  'eraseBooking',
]);

/**
 * Finds the caller by `Authorization: Bearer …`; `undefined` when there is no token and the row does not require one.
 * Throws `not_authenticated`, `token_expired`, `forbidden`.
 */
export async function authenticate(
  { store, tokens }: Pick<Services, 'store' | 'tokens'>,
  name: EndpointName,
  headers: Headers,
): Promise<Caller | undefined> {
  const needed: Endpoints[EndpointName]['auth'] = endpoints[name].auth;
  if (needed === 'none') return undefined;
  const token = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (token === undefined) {
    if (needed === 'optional') return undefined;
    throw new ProblemError('not_authenticated');
  }
  try {
    return await readCaller({ store, tokens }, name, token);
  } catch (error) {
    // A public call works with an expired token too: the caller counts as unknown.
    if (needed === 'optional' && error instanceof ProblemError) return undefined;
    throw error;
  }
}

async function readCaller(
  { store, tokens }: Pick<Services, 'store' | 'tokens'>,
  name: EndpointName,
  token: string,
): Promise<Caller> {
  const { userId, bookingId, linkSerial = 0, familyId } = await tokens.readAccess(token);
  if (bookingId !== undefined && !linkCalls.has(name)) throw new ProblemError('forbidden');
  const [family, booking, account] = await Promise.all([
    familyId === undefined ? undefined : store.tokens.find(familyId),
    bookingId === undefined ? undefined : store.bookings.find(bookingId),
    store.accounts.find(userId),
  ]);
  // When a sign-in has ended, by log-out or because its refresh token was stolen, its access tokens are refused too.
  if (familyId !== undefined && !family) throw new ProblemError('not_authenticated');
  if (booking && (booking.linkSerial ?? 0) !== linkSerial) throw new ProblemError('not_authenticated');
  if (!account) throw new ProblemError('not_authenticated');
  // A deactivated client gets `invalid_client` from createBooking; every other call answers 401.
  if (!account.isActive && name !== 'createBooking') throw new ProblemError('not_authenticated');
  return { account, ...(bookingId !== undefined && { bookingId }), ...(familyId !== undefined && { familyId }) };
}
