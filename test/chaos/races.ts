import { digits, type Figure, none, told } from './figure.ts';
import { type Engine, overlapsIn } from './place.ts';
import { book, clients, hour, type Reply, send, serve } from './server.ts';

const SLOTS = 200;

/** Creates, moves and cancels of twenty clients who all want the same hours, through two processes on one database. */
export async function races({ make }: Engine, scale: number): Promise<readonly Figure[]> {
  const calls = Math.round(100_000 * scale);
  const place = await make();
  const store = await place.open();
  const tokens = await clients(store, 20);
  await store.close();
  const servers = [await serve(place), await serve(place)];
  /** What each acknowledged booking must look like: its start, or cancelled. */
  const acknowledged = new Map<string, string>();
  const statuses = new Map<string, number>();
  const count = (what: string, reply: Reply | undefined) => {
    const key = `${what} ${reply?.status ?? 'lost'}`;
    statuses.set(key, (statuses.get(key) ?? 0) + 1);
  };
  let sent = 0;
  const startedAt = performance.now();
  await Promise.all(
    tokens.map(async (token, client) => {
      const own: string[] = [];
      const url = servers[client % 2]?.url ?? '';
      while (sent < calls) {
        sent += 1;
        const start = hour(Math.floor(Math.random() * SLOTS));
        const which = Math.random();
        const id = own[Math.floor(Math.random() * own.length)];
        if (id === undefined || which < 0.4) {
          const reply = await book(url, token, start, crypto.randomUUID());
          count('create', reply);
          if (reply?.status !== 201) continue;
          own.push(reply.id);
          acknowledged.set(reply.id, start);
        } else if (which < 0.7) {
          const reply = await send(url, 'PATCH', `/booking/${id}`, token, { session_datetime: start });
          count('move', reply);
          if (reply?.status === 200) acknowledged.set(id, start);
        } else {
          const reply = await send(url, 'DELETE', `/booking/${id}`, token);
          count('cancel', reply);
          if (reply?.status === 204 || reply?.status === 200) {
            acknowledged.set(id, 'cancelled');
            own.splice(own.indexOf(id), 1);
          }
        }
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  for (const server of servers) server.child.kill('SIGTERM');
  await Promise.all(servers.map(({ ended }) => ended));
  const rows = await place.sql('SELECT id, starts_at, status FROM bookings');
  const found = new Map(rows.map((row) => [String(row.id), row]));
  let lost = 0;
  for (const [id, state] of acknowledged) {
    const row = found.get(id);
    const is = row?.status === 'cancelled' ? 'cancelled' : Number(row?.starts_at);
    if (is !== (state === 'cancelled' ? state : Date.parse(state))) lost += 1;
  }
  const overlaps = await overlapsIn(place);
  const faults = [...statuses].filter(([key]) => /(lost|50[0124])$/.test(key)).reduce((sum, [, each]) => sum + each, 0);
  await place.drop();
  const most = [...statuses].sort(([, a], [, b]) => b - a).map(([key, each]) => `${key}: ${each}`);
  return [
    told(
      `${calls} racing creates, moves and cancels over ${SLOTS} hours, two processes`,
      `${digits(seconds)} s; ${most.slice(0, 6).join(', ')}`,
    ),
    none('overlaps', overlaps),
    none('acknowledged and lost', lost, ` of ${acknowledged.size}`),
    none('replies with 5xx but 503 (busy, try again), or none', faults),
  ];
}
