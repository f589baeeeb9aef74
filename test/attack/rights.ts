import type { Endpoint } from '../../src/contract/endpoint.ts';
import { type EndpointName, endpoints } from '../../src/contract/endpoints.ts';
import { type AnyExample, examplesOf } from '../../src/contract/openapi/openapi.ts';
import { createMockServer, type MockServer, seed } from '../../src/mock/index.ts';

/** The ten who call: what each is to the bookings and the coach that the calls are about. */
export const callers = [
  'nobody',
  'forged',
  'expired',
  'client',
  'otherClient',
  'guest',
  'link',
  'coach',
  'otherCoach',
  'admin',
] as const;
export type Caller = (typeof callers)[number];

const signedIn: readonly Caller[] = ['client', 'otherClient', 'guest', 'coach', 'otherCoach', 'admin'];
const withPassword = signedIn.filter((caller) => caller !== 'guest');
const parties: readonly Caller[] = ['client', 'guest', 'link', 'coach', 'admin'];
const owner: readonly Caller[] = ['coach', 'admin'];
const everybody: readonly Caller[] = callers;

/** Who is let in: gets another answer than 401 and 403. One row an endpoint; a new endpoint without one does not compile. */
export const rights: Readonly<Record<EndpointName, readonly Caller[]>> = {
  signUp: everybody,
  logIn: everybody,
  refreshToken: everybody,
  guestLogIn: everybody,
  openBookingLink: everybody,
  getMe: signedIn,
  getCoach: everybody,
  getAvailability: everybody,
  getNextAvailability: everybody,
  watchAvailability: everybody,
  createBooking: ['client', 'otherClient', 'guest'],
  moveBooking: parties,
  getBooking: parties,
  listCoaches: everybody,
  listClientBookings: ['client', 'guest', 'admin'],
  listCoachBookings: owner,
  updateBookingStatus: owner,
  cancelBooking: parties,
  getHealth: everybody,
  getSchedule: owner,
  putSchedule: owner,
  getCalendarAuthUrl: signedIn,
  exchangeCalendarToken: signedIn,
  syncBooking: ['client', 'guest', 'coach', 'admin'],
  listCalendarConnections: signedIn,
  disconnectCalendar: signedIn,
  getOwnBusy: signedIn,
  getFeedAddress: signedIn,
  resetFeedAddress: signedIn,
  listSessionTypes: everybody,
  getSessionType: everybody,
  createSessionType: owner,
  updateSessionType: owner,
  archiveSessionType: owner,
  createCheckout: parties,
  receivePaymentEvent: everybody,
  getPayment: parties,
  refundPayment: owner,
  renewHold: ['client', 'guest', 'link'],
  logOut: signedIn,
  changePassword: withPassword,
  changeEmail: withPassword,
  deleteAccount: signedIn,
  exportOwnData: signedIn,
  requestPasswordReset: everybody,
  confirmPasswordReset: everybody,
  confirmEmail: everybody,
  mailBookingLink: everybody,
  correctBookingEmail: ['guest'],
  eraseBooking: parties,
  renewBookingLink: ['client', 'guest', 'link'],
  updateCoach: owner,
  getMessageSettings: owner,
  putMessageSettings: owner,
  receiveBounce: everybody,
  listBookings: ['admin'],
  listAccounts: ['admin'],
  updateAccount: ['admin'],
  listWebhooks: owner,
  createWebhook: owner,
  updateWebhook: ['coach', 'admin'],
  deleteWebhook: ['coach', 'admin'],
  replaceWebhookSecret: ['coach', 'admin'],
  listDeliveries: ['coach', 'admin'],
  resendDelivery: ['coach', 'admin'],
};

/** One cell of the table. */
export interface Cell {
  readonly endpoint: EndpointName;
  readonly caller: Caller;
  readonly status: number;
  readonly mayEnter: boolean;
  readonly isRight: boolean;
}

interface World {
  readonly tokens: Readonly<Record<Caller, string | undefined>>;
  readonly clientsBooking: string;
  readonly guestsBooking: string;
  readonly guestId: string;
}

async function send(mock: MockServer, method: string, path: string, token?: string, body?: unknown) {
  const headers = {
    'content-type': 'application/json',
    'if-match': '*',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const request = new Request(`http://localhost${path}`, {
    method,
    headers,
    ...(body !== undefined && method !== 'GET' && { body: JSON.stringify(body) }),
  });
  const reply = await mock.fetch(request);
  // A stream of events has no end.
  if (reply.headers.get('content-type') === 'text/event-stream') await reply.body?.cancel();
  const text = reply.bodyUsed ? '' : await reply.text();
  return { status: reply.status, body: text === '' ? undefined : JSON.parse(text) };
}

/** People, tokens and two bookings with the same coach: the client's and the guest's. */
async function createWorld(mock: MockServer): Promise<World> {
  const logIn = async (email: string): Promise<string> =>
    (await send(mock, 'POST', '/auth/login', undefined, { email, password: 'password123' })).body.access_token;
  const wish = (hour: string) => ({
    coach_id: seed.coach.id,
    session_datetime: `2025-11-15T${hour}:00:00Z`,
    duration_minutes: 60,
  });
  mock.clock.set('2025-11-05T08:00:00Z');
  const expired = await logIn('client@example.com');
  mock.clock.set('2025-11-05T10:30:00Z');
  const client = await logIn('client@example.com');
  const guest = (await send(mock, 'POST', '/auth/guest', undefined, { email: 'gil@example.com', name: 'Gil' })).body
    .access_token;
  const mine = (await send(mock, 'POST', '/booking', client, wish('14'))).body;
  const guests = (await send(mock, 'POST', '/booking', guest, wish('16'))).body;
  const link = (await send(mock, 'POST', '/auth/booking-link', undefined, { link: guests.link })).body.access_token;
  const tokens = {
    nobody: undefined,
    forged: `${client.slice(0, -6)}AAAAAA`,
    expired,
    client,
    otherClient: await logIn('noor@example.com'),
    guest,
    link,
    coach: await logIn('coach@example.com'),
    otherCoach: await logIn('lukas@example.com'),
    admin: await logIn('admin@example.com'),
  };
  return { tokens, clientsBooking: mine.id, guestsBooking: guests.id, guestId: guests.client_id };
}

/** The example of the document, about this world's people and bookings. */
function requestFor(name: EndpointName, caller: Caller, world: World) {
  const row: Endpoint = endpoints[name];
  const { request }: AnyExample = examplesOf(name)[0] as AnyExample;
  const isGuests = caller === 'guest' || caller === 'link';
  const booking_id = isGuests ? world.guestsBooking : world.clientsBooking;
  const ids: Readonly<Record<string, string>> = {
    booking_id,
    coach_id: seed.coach.id,
    client_id: isGuests ? world.guestId : seed.client.id,
  };
  const path = row.path.replace(/\{(\w+)\}/g, (_, id: string) =>
    encodeURIComponent(ids[id] ?? String(request.params?.[id])),
  );
  const query = new URLSearchParams(Object.entries(request.query ?? {}).map(([key, value]) => [key, String(value)]));
  const { body } = request;
  const isRecord = typeof body === 'object' && body !== null;
  return {
    path: query.size > 0 ? `${path}?${query}` : path,
    body: isRecord && 'booking_id' in body ? { ...body, booking_id } : body,
  };
}

async function start() {
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z', log: () => undefined });
  return { mock, world: await createWorld(mock) };
}

/** Calls every endpoint as each of the ten. Each endpoint begins with a world of its own. */
export async function tryRights(): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  for (const endpoint of Object.keys(endpoints) as EndpointName[]) {
    let { mock, world } = await start();
    for (const caller of callers) {
      // The guest's new link ends the token of the old one.
      if (endpoint === 'renewBookingLink' && caller === 'link') ({ mock, world } = await start());
      const { path, body } = requestFor(endpoint, caller, world);
      const { status } = await send(mock, endpoints[endpoint].method, path, world.tokens[caller], body);
      const mayEnter = rights[endpoint]?.includes(caller) ?? false;
      // 404 and 503 let nobody in: there is no such payment, or the feature is not configured, whoever asks.
      const refused: readonly number[] = mayEnter ? [401, 403] : [401, 403, 404, 503];
      // Made-up credentials in the body of a call that asks for no token are refused with 401 by their own right.
      const asksByBody = endpoints[endpoint].auth === 'none' && endpoints[endpoint].method === 'POST';
      const isRight = refused.includes(status) !== mayEnter || (asksByBody && status === 401);
      cells.push({ endpoint, caller, status, mayEnter, isRight: isRight && status !== 500 });
    }
  }
  return cells;
}
