import type { Endpoint } from '../../contract/endpoint.ts';
import { type Endpoints, endpoints, type visitorEndpoints } from '../../contract/endpoints.ts';
import { DAY_MS } from '../../domain/time/units.ts';
import { deprecated, withEarlierName } from '../deprecated.ts';
import { isBookingError } from '../errors.ts';
import { createSignIn } from '../sign-in/create-sign-in.ts';
import type { SignIn, SignInSettings } from '../sign-in/sign-in.ts';
import type { Call, CallOptions, Calls, EndpointTable } from './call.ts';
import type { CreateBooking } from './made-booking.ts';
import { type InstantRange, joinSlots, LONGEST_RANGE_MS, splitRange } from './range.ts';
import { createTransport, type Transport } from './transport.ts';

/** How a client reaches its API. */
export interface ClientOptions {
  /** Address of the API: `https://api.example.com`, `https://example.com/api/v1`, or `/api` on the page's own host. */
  readonly api: string;
  /** `mapReplies()` makes one for a backend that answers otherwise than the contract says. @default globalThis.fetch */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** The sign-in to share, or how to keep a new one. @default a new one, in memory */
  readonly signIn?: SignIn | SignInSettings | undefined;
  /** @deprecated The name in 0.1: use `signIn`. A session is the coaching session. */
  readonly session?: SignIn | SignInSettings | undefined;
  /** Milliseconds to wait for each answer. @default 10000 */
  readonly timeoutMs?: number | undefined;
  /** How often a GET, or a write with an `Idempotency-Key`, is tried again. @default 2 */
  readonly retries?: number | undefined;
}

/** One method for each row of the table, and the sign-in and transport that they share. */
export type Client<T extends EndpointTable> = Calls<T> & {
  readonly api: string;
  /** Who the visitor is. */
  readonly signIn: SignIn;
  /** @deprecated The name in 0.1: use `signIn`. */
  readonly session: SignIn;
  /** The function by which this client sends requests; adds no token. */
  readonly fetch: Transport['fetch'];
  /** False when the client has no such row, or once the backend has shown that it lacks the call: hide the feature. */
  supports(name: keyof T & string): boolean;
  /** The same client with more rows, for chunks loaded later: same transport, same sign-in. */
  with<More extends EndpointTable>(more: More): Client<T & More>;
};

/** A client of the whole contract. */
export type BookingClient = Client<Endpoints>;

/**
 * Makes a client of the whole contract: one typed method a row.
 *
 * @example
 * const client = createBookingClient({ api: 'https://api.example.com' });
 * const { coaches } = await client.listCoaches();
 */
export function createBookingClient(options: ClientOptions): BookingClient {
  return createClient(endpoints, options);
}

/** Makes a client of some rows, for pages that load the rest later: `createClient(visitorEndpoints, { api })`. */
export function createClient<T extends EndpointTable>(table: T, options: ClientOptions): Client<T> {
  const { session, signIn: given = session, ...connection } = options;
  if (session) deprecated('createBookingClient({ session })', 'createBookingClient({ signIn })');
  const signIn = given && 'subscribe' in given ? given : createSignIn({ ...connection, ...given });
  return clientOf(table, options.api, signIn, createTransport({ ...connection, bearer: signIn }));
}

function clientOf<T extends EndpointTable>(table: T, api: string, signIn: SignIn, transport: Transport): Client<T> {
  const calls: Record<string, unknown> = {};
  for (const [name, endpoint] of Object.entries<Endpoint>(table)) {
    if (endpoint.stream) continue;
    const call = (input = {}, options?: CallOptions) => transport.send(endpoint, input, options);
    if (name === 'getAvailability') calls[name] = inParts(availabilityCall(endpoint, transport));
    else if (name === 'createBooking') {
      calls[name] = readingWhatWasMade(call as unknown as CreateBooking, endpoint, transport, signIn);
    } else calls[name] = call;
  }
  const shared = {
    api,
    signIn,
    fetch: transport.fetch,
    supports: (name: string) => {
      const endpoint = table[name];
      return endpoint !== undefined && !transport.lacks(endpoint) && !signIn.lacks(endpoint);
    },
    with: (more: EndpointTable) => clientOf({ ...table, ...more }, api, signIn, transport),
  };
  return withEarlierName({ ...calls, ...shared }, 'client', 'session', 'signIn') as Client<T>;
}

/** Creates a booking; looks for it when it may have been made although no readable answer came. `row` is that of `createBooking`. */
function readingWhatWasMade(call: CreateBooking, row: Endpoint, transport: Transport, signIn: SignIn): CreateBooking {
  return async (input, options) => {
    try {
      return await call(input, options);
    } catch (error) {
      const isLookedFor =
        isBookingError(error) &&
        error.mayHaveBeenDone &&
        (error.kind === 'conflict' || error.cause instanceof Response);
      if (!isLookedFor) throw error;
      return import('./made-booking.ts').then(
        ({ findMadeBooking }) => findMadeBooking(error, input.body, row, transport, signIn, options?.signal),
        () => Promise.reject(error),
      );
    }
  };
}

type GetAvailability = Call<(typeof visitorEndpoints)['getAvailability']>;

/**
 * Sends a token only with `exclude_booking`. Without it the slots are the same for everybody, so the request need not wait for the
 * sign-in.
 */
function availabilityCall(endpoint: Endpoint, transport: Transport): GetAvailability {
  return ((input, options) => {
    const auth = input.query.exclude_booking ? endpoint.auth : 'none';
    return transport.send({ ...endpoint, auth }, input, options);
  }) as GetAvailability;
}

/** The range of one request to a backend that refuses longer ones. */
const SHORTER_RANGE_MS = 7 * DAY_MS;

/**
 * Splits a range longer than the contract allows into parts and requests them together. After a backend has refused a range as too
 * long, every request is split into weeks.
 */
function inParts(call: GetAvailability): GetAvailability {
  let longest = LONGEST_RANGE_MS;
  return async (input, options) => {
    const ask = (ranges: readonly InstantRange[]) =>
      Promise.all(ranges.map((range) => call({ ...input, query: { ...input.query, ...range } }, options)));
    const weeks = splitRange(input.query, SHORTER_RANGE_MS);
    const replies = await ask(splitRange(input.query, longest)).catch((error: unknown) => {
      if (weeks.length < 2 || longest === SHORTER_RANGE_MS || !isTooLong(error)) throw error;
      longest = SHORTER_RANGE_MS;
      return ask(weeks);
    });
    return {
      coach_id: replies[0]?.coach_id ?? input.params.coach_id,
      available_slots: joinSlots(replies.map((reply) => reply.available_slots)),
    };
  };
}

/** Backends that refuse a long range rarely send a code, so every `invalid` without a code counts. */
function isTooLong(error: unknown): boolean {
  return isBookingError(error) && error.kind === 'invalid' && (error.code ?? 'range_too_long') === 'range_too_long';
}
