import type { BookingStatus } from '../../contract/booking.ts';
import { pageFetch } from './page-fetch.ts';

/** The call that a reply belongs to. */
export interface MappedCall {
  readonly method: string;
  /** The whole address, with its query. */
  readonly url: string;
  /** HTTP status of the reply. */
  readonly status: number;
}

/** How a backend's replies become those of the contract. */
export interface ReplyMapping {
  /** The backend's words for a booking's status: `{ open: 'pending', accepted: 'confirmed' }`; sent back in the same words. */
  readonly statusWords?: Readonly<Record<string, BookingStatus>> | undefined;
  /** Turns a reply of the backend, parsed from JSON, into the one that the contract describes; `undefined` leaves it as it is. */
  readonly mapReply?: ((reply: unknown, call: MappedCall) => unknown) | undefined;
  /** Sends the requests. @default globalThis.fetch */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
}

type Words = ReadonlyMap<string, string>;
type Json = Record<string, unknown>;

/**
 * Makes a `fetch` for backends whose replies differ from the contract: for the option of a client or the property of an element. Only
 * JSON is mapped, also that of refusals. When `mapReply` throws, the reply stays as it is and the console says so.
 *
 * @example
 * element.fetch = mapReplies({
 *   statusWords: { open: 'pending', accepted: 'confirmed', rejected: 'cancelled' },
 *   mapReply: (reply, { url }) => (url.includes('/availability') ? { coach_id: 'ana', available_slots: reply.free } : undefined),
 * });
 */
export function mapReplies({
  statusWords = {},
  mapReply,
  fetch: send = pageFetch,
}: ReplyMapping): (request: Request) => Promise<Response> {
  const pairs = Object.entries(statusWords);
  const ours: Words = new Map(pairs);
  // When several words mean one status, the first of them is sent.
  const theirs: Words = new Map(pairs.map(([word, status]) => [status as string, word] as const).reverse());

  return async (request) => {
    const response = await send(await translated(request, theirs));
    if (!/\bjson\b/i.test(response.headers.get('content-type') ?? '')) return response;
    const text = await response.text();
    const { status, statusText, headers } = response;
    const answer = (body: string) => new Response(isBodyless(status) ? null : body, { status, statusText, headers });
    try {
      const reply: unknown = JSON.parse(text);
      const mapped = mapReply?.(reply, { method: request.method, url: request.url, status }) ?? reply;
      return answer(JSON.stringify(inContractsWords(mapped, ours)));
    } catch (error) {
      if (text !== '') console.error(`The reply to ${request.method} ${request.url} could not be mapped:`, error);
      return answer(text);
    }
  };
}

/** Statuses whose replies have no body (Fetch standard, null body status). */
const isBodyless = (status: number): boolean => [204, 205, 304].includes(status);

/** Bookings stand alone, in a list, or in a page of bookings. */
function inContractsWords(reply: unknown, words: Words): unknown {
  if (Array.isArray(reply)) return reply.map((each) => inContractsWords(each, words));
  if (typeof reply !== 'object' || reply === null) return reply;
  const { status, bookings } = reply as Json;
  return {
    ...reply,
    ...(typeof status === 'string' && { status: words.get(status) ?? status }),
    ...(Array.isArray(bookings) && { bookings: inContractsWords(bookings, words) }),
  };
}

/** A request that names a status in its query or its body, in the backend's words. */
async function translated(request: Request, words: Words): Promise<Request> {
  const url = new URL(request.url);
  const asked = url.searchParams.get('status');
  const word = asked === null ? undefined : words.get(asked);
  if (word !== undefined) url.searchParams.set('status', word);
  const isChange = /\/status\/?$/.test(url.pathname) && request.method !== 'GET';
  if (word === undefined && !isChange) return request;
  const body = isChange ? ((await request.clone().json()) as Json) : undefined;
  return new Request(url, {
    method: request.method,
    headers: request.headers,
    credentials: request.credentials,
    signal: request.signal,
    keepalive: request.keepalive,
    ...(body && { body: JSON.stringify({ ...body, status: words.get(String(body.status)) ?? body.status }) }),
  });
}
