import type { EndpointName, Endpoints } from '../../contract/endpoints.ts';
import { endpoints } from '../../contract/endpoints.ts';
import type { Caller, Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';

/** What a booking-link token may do: see, pay, move and cancel its booking. */
const linkCalls: ReadonlySet<EndpointName> = new Set([
  'getBooking',
  'moveBooking',
  'cancelBooking',
  'updateBookingStatus',
  'createCheckout',
  'getPayment',
  'renewHold',
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
    // A public page stays readable with an expired token: the caller counts as unknown.
    if (needed === 'optional' && error instanceof ProblemError) return undefined;
    throw error;
  }
}

async function readCaller(
  { store, tokens }: Pick<Services, 'store' | 'tokens'>,
  name: EndpointName,
  token: string,
): Promise<Caller> {
  const { userId, bookingId } = await tokens.readAccess(token);
  if (bookingId !== undefined && !linkCalls.has(name)) throw new ProblemError('forbidden');
  const account = await store.accounts.find(userId);
  if (!account) throw new ProblemError('not_authenticated');
  // A deactivated client gets `invalid_client` from createBooking; every other call answers 401.
  if (!account.isActive && name !== 'createBooking') throw new ProblemError('not_authenticated');
  return { account, ...(bookingId !== undefined && { bookingId }) };
}
