import { createMockServer, seed } from '../../src/mock/index.ts';
import type { ConnectionRecord } from '../../src/server/integrations/calendar-store.ts';
import type { CalendarIntegrations } from '../../src/server/integrations/calendars.ts';
import { createFreeBusy } from '../../src/server/integrations/free-busy.ts';
import type { CalendarAdapter } from '../../src/server/integrations/providers/session-event.ts';
import { createMemoryCalendarStore } from '../../src/server/stores/memory-calendar-store.ts';
import type { Attack } from './figure.ts';

/** A calendar provider that takes the connection and never answers, behind a coach who is asked for and booked. */
export const hangingProvider: Attack = async () => {
  const store = createMemoryCalendarStore();
  await store.connections.save({
    userId: seed.coach.id,
    provider: 'google',
    account: null,
    status: 'connected',
  } as ConnectionRecord);
  const adapter = { busy: () => new Promise<never>(() => undefined) } as unknown as CalendarAdapter;
  const mock = createMockServer({
    clock: '2025-11-05T10:30:00Z',
    calendars: ({ clock }) =>
      ({
        freeBusy: createFreeBusy({
          store,
          clock,
          log: () => undefined,
          providers: ['google'],
          adapters: { google: adapter, outlook: adapter },
          requestFor: () => () => new Promise<never>(() => undefined),
        }),
      }) as unknown as CalendarIntegrations,
  });
  const timed = async (method: string, path: string, token?: string, json?: unknown) => {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': 'one-intent',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const startedAt = performance.now();
    const reply = await mock.fetch(
      new Request(`http://localhost${path}`, {
        method,
        headers,
        ...(json !== undefined && { body: JSON.stringify(json) }),
      }),
    );
    return { status: reply.status, body: await reply.json(), took: performance.now() - startedAt };
  };
  const path = `/booking/coach/${seed.coach.id}/availability?start_date=2025-11-14T00:00:00Z&end_date=2025-11-20T00:00:00Z`;
  const first = await timed('GET', path);
  const later = await Promise.all(Array.from({ length: 20 }, () => timed('GET', path)));
  const { body } = await timed('POST', '/auth/login', undefined, {
    email: 'client@example.com',
    password: 'password123',
  });
  const wish = { coach_id: seed.coach.id, session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };
  mock.clock.advance(60_000);
  const booked = await timed('POST', '/booking', body.access_token, wish);
  const again = await timed('POST', '/booking', body.access_token, wish);
  const slowest = Math.max(...later.map(({ took }) => took));
  const attack = 'hanging provider';
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  return [
    {
      attack,
      what: 'first visitor waits',
      measured: ms(first.took),
      limit: '< 3000 ms',
      isFine: first.status === 200 && first.took < 3000,
    },
    { attack, what: 'the slowest of the next 20', measured: ms(slowest), limit: '< 500 ms', isFine: slowest < 500 },
    {
      attack,
      what: 'a booking a minute later',
      measured: `${booked.status} after ${ms(booked.took)}`,
      limit: '201, < 3000 ms',
      isFine: booked.status === 201 && booked.took < 3000,
    },
    {
      attack,
      what: 'the same key again finds it',
      measured: `${again.status}, ${again.body.id === booked.body.id ? 'same' : 'another'}`,
      limit: '201, same',
      isFine: again.status === 201 && again.body.id === booked.body.id,
    },
  ];
};
