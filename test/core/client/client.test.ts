import { describe, expect, it, vi } from 'vitest';
import type { Endpoint } from '../../../src/contract/endpoint.ts';
import { bookingsEndpoints, endpoints, visitorEndpoints } from '../../../src/contract/endpoints.ts';
import { createBookingClient, createClient } from '../../../src/core/client/client.ts';
import { mapReplies } from '../../../src/core/client/map-replies.ts';
import { createSignIn } from '../../../src/core/sign-in/create-sign-in.ts';
import { hourAt, refusalOf, serve } from './raw-server.ts';

const params = { coach_id: 'coach-1' };

describe('a client', () => {
  it('has a method for every row of the contract; a stream of events is no call', () => {
    const client = createBookingClient({ api: 'https://api.example.test' });
    for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
      if (endpoint.stream) expect(client).not.toHaveProperty(name);
      else expect(client).toHaveProperty(name, expect.any(Function));
    }
  });

  it('may begin with some rows and take more later, with the same session', async () => {
    const server = await serve(({ headers }) => [200, { coaches: [{ user_id: headers.authorization }] }]);
    const first = createClient(visitorEndpoints, { api: server.api, session: { getToken: () => 'shared' } });
    expect(first).not.toHaveProperty('listCoaches');
    const whole = first.with(bookingsEndpoints);
    expect(whole.session).toBe(first.session);
    expect((await whole.listCoaches()).coaches[0]?.user_id).toBe('Bearer shared');
    expect(whole.getAvailability).toBeTypeOf('function');
  });

  it('knows what the backend lacks, whichever part found out', async () => {
    const server = await serve(() => [405, {}]);
    const first = createClient(visitorEndpoints, { api: server.api });
    const whole = first.with(bookingsEndpoints);
    await refusalOf(whole.getNextAvailability({ params }));
    expect(first.supports('getNextAvailability')).toBe(false);
  });

  it('can share a sign-in with another client, by its name now and by that of 0.1', () => {
    const api = 'https://api.example.test';
    const signIn = createSignIn({ api });
    for (const client of [createBookingClient({ api, signIn }), createBookingClient({ api, session: signIn })]) {
      expect(client.signIn).toBe(signIn);
      expect(client.session).toBe(signIn);
    }
  });
});

describe('a call that outlives its page', () => {
  it.each([
    ['by the page’s fetch', undefined],
    ['with mapped replies', mapReplies({})],
  ])('says so to fetch itself, whatever the request says: %s', async (_, fetch) => {
    const asked: (boolean | undefined)[] = [];
    const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(async (_request, init) => {
      asked.push(init?.keepalive);
      return new Response(null, { status: 204 });
    });
    const api = 'https://api.example.test';
    const client = createBookingClient({ api, session: { getToken: () => 'own' }, ...(fetch && { fetch }) });
    const call = { params: { booking_id: 'b1' }, query: {} };
    await client.cancelBooking(call, { keepalive: true });
    await client.cancelBooking(call);
    spy.mockRestore();
    expect(asked).toEqual([true, false]);
  });
});

describe('open times', () => {
  it('are asked for without a token, but for those that a booking can be moved to', async () => {
    const server = await serve(() => [200, { coach_id: 'coach-1', available_slots: [] }]);
    const client = createBookingClient({ api: server.api, session: { getToken: () => 'own' } });
    const query = { start_date: '2025-11-01T00:00:00Z', end_date: '2025-11-02T00:00:00Z' };
    await client.getAvailability({ params, query });
    await client.getAvailability({ params, query: { ...query, exclude_booking: 'b1' } });
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer own']);
    expect(server.received[1]?.query.get('exclude_booking')).toBe('b1');
  });
});

describe('availability of more than 30 days', () => {
  it('is asked for in parts, and comes back in order with no slot twice', async () => {
    const all = Array.from({ length: 90 }, (_, day) =>
      hourAt(new Date(Date.UTC(2025, 10, 1 + day, 23, 30)).toISOString().replace('.000Z', 'Z')),
    );
    // This backend offers only what also ends within the range.
    const server = await serve(({ query }) => {
      const [from = '', until = ''] = [query.get('start_date') ?? '', query.get('end_date') ?? ''];
      if (Date.parse(until) - Date.parse(from) > 30 * 86_400_000)
        return [400, { detail: 'Date range cannot exceed 30 days' }];
      const inside = all.filter(({ start, end }) => start >= from && end <= until);
      return [200, { coach_id: 'coach-1', available_slots: inside.reverse() }];
    });
    const client = createBookingClient({ api: server.api });
    const query = { start_date: '2025-11-01T00:00:00Z', end_date: '2026-01-20T00:00:00Z', duration_minutes: 60 };
    const { available_slots, coach_id } = await client.getAvailability({ params, query });
    expect(coach_id).toBe('coach-1');
    expect(available_slots).toEqual(all.filter(({ end }) => end <= query.end_date));
    expect(server.received.length).toBe(3);
  });

  it('is asked for at once when it is 30 days', async () => {
    const server = await serve(() => [200, { coach_id: 'coach-1', available_slots: [] }]);
    const query = { start_date: '2025-11-01T00:00:00Z', end_date: '2025-12-01T00:00:00Z' };
    await createBookingClient({ api: server.api }).getAvailability({ params, query });
    expect(server.received).toHaveLength(1);
  });

  it('is asked for by weeks of a backend that refuses a month, and from then on at once', async () => {
    const all = Array.from({ length: 30 }, (_, day) =>
      hourAt(new Date(Date.UTC(2025, 10, 1 + day, 23, 30)).toISOString().replace('.000Z', 'Z')),
    );
    for (const refusal of [{ detail: 'At most 7 days' }, { detail: 'Too long', code: 'range_too_long' }]) {
      const server = await serve(({ query }) => {
        const [from = '', until = ''] = [query.get('start_date') ?? '', query.get('end_date') ?? ''];
        if (Date.parse(until) - Date.parse(from) > 7 * 86_400_000) return [400, refusal];
        return [
          200,
          { coach_id: 'coach-1', available_slots: all.filter(({ start, end }) => start >= from && end <= until) },
        ];
      });
      const client = createBookingClient({ api: server.api });
      const query = { start_date: '2025-11-01T00:00:00Z', end_date: '2025-12-01T00:00:00Z' };
      const first = await client.getAvailability({ params, query });
      expect(first.available_slots).toEqual(all.filter(({ end }) => end <= query.end_date));
      expect(server.received).toHaveLength(6);
      await client.getAvailability({ params, query });
      expect(server.received).toHaveLength(11);
    }
  });

  it('is not asked for in parts when it is refused for another reason', async () => {
    const server = await serve(() => [400, { detail: 'Coach is not active', code: 'coach_inactive' }]);
    const query = { start_date: '2025-11-01T00:00:00Z', end_date: '2025-12-01T00:00:00Z' };
    const client = createBookingClient({ api: server.api });
    expect(await refusalOf(client.getAvailability({ params, query }))).toMatchObject({ code: 'coach_inactive' });
    expect(server.received).toHaveLength(1);
  });

  it('is the server to refuse when the range makes no sense', async () => {
    const server = await serve(() => [400, { detail: 'End date must be after start date' }]);
    const client = createBookingClient({ api: server.api });
    const query = { start_date: '2025-12-01T00:00:00Z', end_date: '2025-11-01T00:00:00Z' };
    expect(await refusalOf(client.getAvailability({ params, query }))).toMatchObject({ code: 'range_inverted' });
  });
});
