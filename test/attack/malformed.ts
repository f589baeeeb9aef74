import type { EndpointName } from '../../src/contract/endpoints.ts';
import { type AnyExample, examplesOf, openApiDocument, rows } from '../../src/contract/openapi/openapi.ts';
import { createMockServer } from '../../src/mock/index.ts';
import type { Attack } from './figure.ts';

const odd: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  0.1,
  '',
  ' ',
  '\0',
  'x'.repeat(5000),
  '../../etc/passwd',
  "' OR 1=1 --",
  '<script>',
  '%00',
  '٣',
  '💥'.repeat(300),
  '9999-12-31T23:59:59Z',
  '0000-01-01T00:00:00Z',
  '2025-13-40T99:99:99Z',
  'Etc/Unknown',
  [],
  [[[[]]]],
  {},
  { __proto__: null, a: { b: {} } },
  [1, 'a', null],
];

/** Calls that end a sign-in or an account. */
const ending: readonly EndpointName[] = ['changePassword', 'changeEmail', 'deleteAccount'];

/** A generator with a seed (mulberry32), so that a run can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The operations of the OpenAPI document, sent malformed: wrong parts, types, lengths, methods, headers and bytes. */
export const malformed: Attack = async (scale) => {
  const count = Math.max(1000, Math.round(100_000 * scale));
  const seed = Number(process.env.ATTACK_SEED ?? 1);
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z', log: () => undefined });
  const tokenFrom = async (path: string, json: object): Promise<string> => {
    const request = new Request(`http://localhost${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(json),
    });
    return (await (await mock.fetch(request)).json()).access_token;
  };
  const logIn = (email: string) => tokenFrom('/auth/login', { email, password: 'password123' });
  // Its password is not that of the examples: what would end the account is checked to the end, and refused.
  const bystander = await tokenFrom('/auth/signup', { email: 'by@example.com', password: 'another-password' });
  const tokens = [
    undefined,
    'abc',
    ...(await Promise.all(['client@example.com', 'coach@example.com', 'admin@example.com'].map(logIn))),
  ];

  const text = (value: unknown) =>
    (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replace(/[\uD800-\uDFFF]/gu, '');
  const spoil = (value: unknown, depth = 0): unknown => {
    if (random() < 0.25 || depth > 4) return pick(odd);
    if (Array.isArray(value)) return value.map((entry) => (random() < 0.5 ? spoil(entry, depth + 1) : entry));
    if (typeof value !== 'object' || value === null) return random() < 0.5 ? pick(odd) : value;
    const entries = Object.entries(value).filter(() => random() > 0.15);
    const spoiled = entries.map(([key, inner]) => [
      random() < 0.05 ? text(pick(odd)) : key,
      random() < 0.5 ? spoil(inner, depth + 1) : inner,
    ]);
    return Object.fromEntries(spoiled);
  };

  const makeRequest = (): Request => {
    const [name, row] = pick(rows);
    const example = pick(examplesOf(name)) as AnyExample;
    const path = row.path.replace(/\{(\w+)\}/g, (_, id: string) => {
      const given = random() < 0.5 ? example.request.params?.[id] : pick(odd);
      return encodeURIComponent(text(given).slice(0, 500)) || '%00';
    });
    const query = Object.entries(example.request.query ?? {}).map(([key, value]) => [
      key,
      text(random() < 0.5 ? value : pick(odd)).slice(0, 500),
    ]);
    const method = random() < 0.95 ? row.method : pick(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']);
    const headers = new Headers();
    if (random() < 0.9)
      headers.set(
        'content-type',
        pick([
          'application/json',
          'application/json',
          'application/json',
          'text/plain',
          'application/x-www-form-urlencoded',
        ]),
      );
    // A token that logs out, or an account that is deleted, would leave the rest of the run outside.
    const token = name === 'logOut' ? undefined : ending.includes(name) ? bystander : pick(tokens);
    if (token)
      headers.set('authorization', pick([`Bearer ${token}`, `Bearer ${token}`, token, 'Basic YTpi', 'Bearer']));
    if (random() < 0.2) headers.set('idempotency-key', pick(['a', 'x'.repeat(300), '{}']));
    if (random() < 0.2) headers.set('if-match', pick(['*', '"x"', 'W/""', ',']));
    const sendsBody = method !== 'GET' && method !== 'HEAD';
    const json = JSON.stringify(spoil(example.request.body ?? {}));
    const body =
      random() < 0.9
        ? json
        : pick(['{', '[', 'null', '"', '\uFEFF{}', '{"a":1e999}', `${'['.repeat(20_000)}`, 'x'.repeat(70_000)]);
    const search = query.length > 0 ? `?${new URLSearchParams(query as [string, string][])}` : '';
    return new Request(`http://localhost${path}${search}`, { method, headers, ...(sendsBody && { body }) });
  };

  let serverFaults = 0;
  let withoutDetail = 0;
  const examples: string[] = [];
  const statuses = new Map<number, number>();
  for (let sent = 0; sent < count; sent += 1) {
    const request = makeRequest();
    const reply = await mock.fetch(request);
    statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
    const isStream = reply.headers.get('content-type') === 'text/event-stream';
    if (isStream) await reply.body?.cancel();
    const body = isStream ? '' : await reply.text();
    // 503 says that calendars and payments are not set up in this server.
    const isFault = reply.status >= 500 && reply.status !== 503;
    const detail = request.method === 'HEAD' || reply.status < 400 ? '' : JSON.parse(body).detail;
    if (isFault) serverFaults += 1;
    if (typeof detail !== 'string') withoutDetail += 1;
    if ((isFault || typeof detail !== 'string') && examples.length < 5)
      examples.push(`${request.method} ${request.url.slice(0, 200)} ${reply.status}`);
  }
  const attack = `${count} malformed requests`;
  const operations = Object.values(openApiDocument({ version: '0' }).paths).flatMap((path) => Object.keys(path)).length;
  return [
    {
      attack,
      what: `by status, ${operations} operations, seed ${seed}`,
      measured: JSON.stringify(Object.fromEntries([...statuses].sort(([a], [b]) => a - b))),
      isFine: true,
    },
    {
      attack,
      what: 'replies with 5xx',
      measured: [serverFaults, ...examples].join(' | '),
      limit: '0',
      isFine: serverFaults === 0,
    },
    {
      attack,
      what: 'refusals without detail',
      measured: String(withoutDetail),
      limit: '0',
      isFine: withoutDetail === 0,
    },
  ];
};
