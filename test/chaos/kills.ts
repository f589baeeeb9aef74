import { type Figure, none, told } from './figure.ts';
import { type Engine, overlapsIn, type Place } from './place.ts';
import { book, clients, hour, serve } from './server.ts';

interface Wish {
  readonly key: string;
  readonly token: string;
  readonly start: string;
}

/** What was heard of the wishes of a run. */
interface Heard {
  /** 201, with the id. */
  readonly made: Map<string, { readonly id: string; readonly wish: Wish }>;
  /** No answer, or a 503: may have been made. */
  readonly unsure: Wish[];
}

/** Everybody wants the next hour, again and again, until it is over; `url` may change under their hands. */
function writers(tokens: readonly string[], url: () => string, heard: Heard, prefix: string, isOver: () => boolean) {
  let next = 0;
  return Promise.all(
    tokens.map(async (token, writer) => {
      for (let tries = 0; !isOver(); tries += 1) {
        const wish = { key: `${prefix}-${writer}-${tries}`, token, start: hour(next++ >> 1) };
        const reply = await book(url(), token, wish.start, wish.key);
        if (reply?.status === 201) heard.made.set(wish.key, { id: reply.id, wish });
        else if (reply?.status !== 409) heard.unsure.push(wish);
        if (reply === undefined || reply.status >= 500) await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }),
  );
}

/** Reads everything again: what was acknowledged is there, and who heard nothing gets one booking under the same key. */
async function settle(place: Place, heard: Heard, what: string): Promise<readonly Figure[]> {
  const server = await serve(place);
  let doubled = 0;
  let answered = 0;
  for (const wish of heard.unsure) {
    const [first, second] = [
      await book(server.url, wish.token, wish.start, wish.key),
      await book(server.url, wish.token, wish.start, wish.key),
    ];
    if (first?.status === 201) heard.made.set(wish.key, { id: first.id, wish });
    if (first?.status === 201 || first?.status === 409) answered += 1;
    if (first?.id !== second?.id) doubled += 1;
  }
  server.child.kill('SIGTERM');
  await server.ended;
  const rows = new Map((await place.sql('SELECT id, starts_at FROM bookings')).map((row) => [String(row.id), row]));
  const lost = [...heard.made.values()].filter(
    ({ id, wish }) => Number(rows.get(id)?.starts_at) !== Date.parse(wish.start),
  ).length;
  const ids = new Set([...heard.made.values()].map(({ id }) => id));
  const unknown = [...rows.keys()].filter((id) => !ids.has(id)).length;
  const overlaps = await overlapsIn(place);
  return [
    told(
      what,
      `${heard.made.size} bookings acknowledged, ${heard.unsure.length} calls cut, ${answered} answered later`,
    ),
    none('acknowledged and lost', lost),
    none('overlaps', overlaps),
    none('two bookings under one key, or one that nobody was told of', doubled + unknown),
  ];
}

/** `kill -9` of the server while it writes; the other process on the database goes on. */
export async function serverKills({ make }: Engine, scale: number): Promise<readonly Figure[]> {
  const kills = Math.max(2, Math.round(50 * scale));
  const place = await make();
  const store = await place.open();
  const tokens = await clients(store, 6);
  await store.close();
  const heard: Heard = { made: new Map(), unsure: [] };
  for (let round = 0; round < kills; round += 1) {
    const server = await serve(place);
    const target = heard.made.size + 3 + Math.floor(Math.random() * 20);
    let isDead = false;
    const writing = writers(
      tokens,
      () => server.url,
      heard,
      String(round),
      () => isDead,
    );
    const deadline = Date.now() + 20_000;
    while (heard.made.size < target && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 2));
    server.child.kill('SIGKILL');
    await server.ended;
    isDead = true;
    await writing;
  }
  const figures = await settle(place, heard, `${kills} × kill -9 of the server while writing`);
  await place.drop();
  return figures;
}

/** `kill -9` of PostgreSQL while the server writes; the server stays and goes on when the database is back. */
export async function databaseKills({ make, postgres }: Engine, scale: number): Promise<readonly Figure[]> {
  if (!postgres) return [];
  const kills = Math.max(1, Math.round(10 * scale));
  const place = await make();
  const store = await place.open();
  const tokens = await clients(store, 6);
  await store.close();
  const server = await serve(place);
  const heard: Heard = { made: new Map(), unsure: [] };
  let isOver = false;
  let recovered = 0;
  const writing = writers(
    tokens,
    () => server.url,
    heard,
    'kill',
    () => isOver,
  );
  for (let round = 0; round < kills; round += 1) {
    const target = heard.made.size + 20;
    const reached = async () => {
      const deadline = Date.now() + 30_000;
      while (heard.made.size < target && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 5));
      return heard.made.size >= target;
    };
    if ((await reached()) || round === 0) recovered += 1;
    if (postgres.pid !== undefined) process.kill(postgres.pid, 'SIGKILL');
    await postgres.restart();
  }
  const target = heard.made.size + 20;
  const deadline = Date.now() + 30_000;
  while (heard.made.size < target && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 5));
  isOver = true;
  await writing;
  server.child.kill('SIGTERM');
  await server.ended;
  const figures = await settle(place, heard, `${kills} × kill -9 of PostgreSQL while writing`);
  await place.drop();
  return [...figures, none('kills after which the server did not go on by itself', kills - recovered)];
}
