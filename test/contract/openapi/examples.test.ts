import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { examples } from '../../../src/contract/openapi/examples.ts';
import { examplesOf, rows } from '../../../src/contract/openapi/openapi.ts';

const cases = rows.flatMap(([name, endpoint]) =>
  examplesOf(name).map((example) => ({ label: `${name}: ${example.title}`, endpoint, example })),
);

describe('every example is parsed by its schema', () => {
  test.each(cases)('$label', ({ endpoint, example }) => {
    for (const part of ['params', 'query', 'body'] as const) {
      const schema = endpoint[part];
      // A body or a parameter that the row does not name would be an example of nothing.
      if (schema) expect(z.safeParse(schema, example.request[part] ?? {}).error?.issues ?? []).toEqual([]);
      else expect(example.request[part]).toBeUndefined();
    }
    if (endpoint.status === 204) expect(example.reply).toBeUndefined();
    else expect(z.safeParse(endpoint.reply, example.reply).error?.issues ?? []).toEqual([]);
  });
});

describe('the examples of the quick start guide are among them, word for word', () => {
  const ids = { id: expect.any(String), client_id: expect.any(String), coach_id: expect.any(String) };

  test('creating a booking', () => {
    const [{ request, reply }] = examples.createBooking;
    expect(request.body).toEqual({
      coach_id: expect.any(String),
      session_datetime: '2025-11-15T14:00:00Z',
      duration_minutes: 60,
      notes: 'Looking forward to discussing career transition',
    });
    expect(reply).toEqual({
      ...ids,
      session_datetime: '2025-11-15T14:00:00Z',
      duration_minutes: 60,
      status: 'pending',
      payment_id: null,
      meeting_link: null,
      notes: 'Looking forward to discussing career transition',
      created_at: '2025-11-05T10:30:00Z',
      updated_at: '2025-11-05T10:30:00Z',
    });
  });

  test('checking availability', () => {
    const [{ request, reply }] = examples.getAvailability;
    expect(request.query).toEqual({
      start_date: '2025-11-15T00:00:00Z',
      end_date: '2025-11-16T00:00:00Z',
      duration_minutes: '60',
    });
    expect(reply?.available_slots).toEqual([
      { start: '2025-11-15T14:00:00Z', end: '2025-11-15T15:00:00Z', duration_minutes: 60 },
      { start: '2025-11-15T15:30:00Z', end: '2025-11-15T16:30:00Z', duration_minutes: 60 },
    ]);
  });

  test('confirming, and logging in', () => {
    expect(examples.updateBookingStatus[0].request.body).toEqual({ status: 'confirmed' });
    expect(examples.logIn[0].request.body).toEqual({ email: 'client@example.com', password: 'password123' });
  });

  test('connecting a calendar and syncing a booking', () => {
    const [auth] = examples.getCalendarAuthUrl;
    expect(auth.request).toEqual({
      params: { provider: 'google' },
      query: { redirect_uri: 'http://localhost:3000/callback' },
    });
    expect(auth.reply).toEqual({
      auth_url: 'https://accounts.google.com/o/oauth2/v2/auth?...',
      state: 'random_state_string',
    });
    const [exchange] = examples.exchangeCalendarToken;
    expect(exchange.request.body).toEqual({ code: 'AUTHORIZATION_CODE', state: 'random_state_string' });
    expect(exchange.reply).toEqual({
      access_token: 'ya29.a0AfH6...',
      refresh_token: '1//0gHZ...',
      expires_in: 3600,
      token_type: 'Bearer',
    });
    const [sync] = examples.syncBooking;
    expect(sync.request.body).toEqual({
      booking_id: expect.any(String),
      calendar_type: 'google',
      access_token: 'GOOGLE_ACCESS_TOKEN',
      timezone: 'America/New_York',
    });
    expect(sync.reply).toEqual({
      event_id: 'google_event_123',
      meeting_link: 'https://meet.google.com/abc-defg-hij',
      status: 'confirmed',
    });
  });
});

test('the words of the documentation stay out of what browsers load', () => {
  const index = readFileSync(new URL('../../../src/contract/index.ts', import.meta.url), 'utf8');
  expect(index).not.toMatch(/openapi|examples|endpoint-docs|json-schemas/);
});
