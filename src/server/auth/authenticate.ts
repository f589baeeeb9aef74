import type { EndpointName, Endpoints } from '../../contract/endpoints.ts';
import { endpoints } from '../../contract/endpoints.ts';
import type { Caller, Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';

/** What a booking-link token may do: see, move and cancel its booking. */
const linkCalls: ReadonlySet<EndpointName> = new Set([
  'getBooking',
  'moveBooking',
  'cancelBooking',
  'updateBookingStatus',
]);

/**
 * Who calls, by `Authorization: Bearer …`; `undefined` without one where the row does not require it.
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
    // What anybody may see is not refused because of a token that has run out.
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
  // A client who was shut out is told so by the call that would book; every other call just ends.
  if (!account.isActive && name !== 'createBooking') throw new ProblemError('not_authenticated');
  return { account, ...(bookingId !== undefined && { bookingId }) };
}
