import { expect, test } from 'vitest';
import { DAY_MS } from '../../../src/domain/time/units.ts';
import { readServeSettings, SERVE_HELP } from '../../../src/server/hosts/settings.ts';
import { UsageError } from '../../../src/server/hosts/usage-error.ts';

const BOOKING_SECRET = '0123456789abcdef0123456789abcdef';
const data = ['--data', 'booking.sqlite'];

test('a file and a secret are enough', () => {
  expect(readServeSettings(data, { BOOKING_SECRET })).toEqual({
    file: 'booking.sqlite',
    host: '127.0.0.1',
    port: 8000,
    secret: BOOKING_SECRET,
    allowOrigins: '*',
    trustedProxies: 0,
    publicUrl: undefined,
    basePath: '',
    coachesSignUp: false,
    privateWebhooks: false,
    openRequests: 3,
    lapseRequestsAfterMs: DAY_MS,
    liveConnections: 20,
    rateLimits: {},
    calendars: { providers: {}, redirectUris: [], sealKeys: [] },
  });
});

test('everything else comes from the environment, and the command line goes before it', () => {
  const env = {
    BOOKING_SECRET,
    BOOKING_DATA: 'other.sqlite',
    PORT: '9000',
    HOST: '0.0.0.0',
    ALLOW_ORIGINS: 'https://a.example, https://b.example:8443',
    TRUST_PROXY: '2',
    PUBLIC_URL: 'https://api.example.com/',
    BASE_PATH: '/api/v1',
    COACHES_SIGN_UP: 'yes',
    RATE_LIMITS: 'bookingsByUser=5/60 guestsByAddress=2/3600',
    GOOGLE_CLIENT_ID: 'id',
    GOOGLE_CLIENT_SECRET: 'secret',
  };
  expect(readServeSettings([], env)).toMatchObject({
    file: 'other.sqlite',
    host: '0.0.0.0',
    port: 9000,
    allowOrigins: ['https://a.example', 'https://b.example:8443'],
    trustedProxies: 2,
    publicUrl: 'https://api.example.com',
    basePath: '/api/v1',
    coachesSignUp: true,
    rateLimits: { bookingsByUser: { count: 5, seconds: 60 }, guestsByAddress: { count: 2, seconds: 3600 } },
    calendars: { providers: { google: { clientId: 'id' } } },
  });
  expect(readServeSettings([...data, '--port', '0', '--host', '::1'], env)).toMatchObject({
    file: 'booking.sqlite',
    port: 0,
    host: '::1',
  });
});

test.each([
  [[], { BOOKING_SECRET }, /--data/],
  [
    ['--data', 'mysql://ana:hush@host/booking'],
    { BOOKING_SECRET },
    /--data mysql:\/\/…: bookings are kept in a file, or in PostgreSQL/,
  ],
  [data, {}, /Set BOOKING_SECRET/],
  [data, { BOOKING_SECRET: '0123456789abcdef0123456789abcde' }, /31 bytes.*at least 32/],
  [data, { BOOKING_SECRET, ALLOW_ORIGINS: 'https://a.example/' }, /ALLOW_ORIGINS https:\/\/a\.example\/: must be/],
  [data, { BOOKING_SECRET, ALLOW_ORIGINS: 'a.example' }, /must be an origin such as/],
  [data, { BOOKING_SECRET, TRUST_PROXY: 'yes' }, /TRUST_PROXY yes: must be a whole number/],
  [data, { BOOKING_SECRET, PUBLIC_URL: 'api.example.com' }, /PUBLIC_URL/],
  [data, { BOOKING_SECRET, BASE_PATH: 'api/' }, /BASE_PATH/],
  [data, { BOOKING_SECRET, RATE_LIMITS: 'bookings=5/60' }, /there are bookingsByUser, /],
  [data, { BOOKING_SECRET, RATE_LIMITS: 'bookingsByUser=0/60' }, /bookingsByUser=10\/60/],
  [data, { BOOKING_SECRET, GOOGLE_CLIENT_ID: 'id' }, /GOOGLE_CLIENT_SECRET/],
  [[...data, '--seed'], { BOOKING_SECRET }, /--seed/],
])('%j with %j is refused with what would be right', (args, env, message) => {
  expect(() => readServeSettings(args, env)).toThrow(UsageError);
  expect(() => readServeSettings(args, env)).toThrow(message);
});

test('a refused secret is not repeated', () => {
  expect(() => readServeSettings(data, { BOOKING_SECRET: 'hunter2' })).toThrow(/^(?!.*hunter2)/);
});

test('the help names every variable', () => {
  expect(readServeSettings(['--help'], {})).toBeUndefined();
  const variables = ['BOOKING_SECRET', 'ALLOW_ORIGINS', 'TRUST_PROXY', 'PUBLIC_URL', 'BASE_PATH', 'RATE_LIMITS'];
  for (const variable of variables) expect(SERVE_HELP).toContain(variable);
});
