import { afterEach, expect, test } from 'vitest';
import { usualMessageSettings } from '../../../src/contract/desk/message-settings.ts';
import { seed } from '../../../src/mock/index.ts';
import { createProviderStandIns } from '../../../src/mock/providers/provider-stand-ins.ts';
import { createCalendarIntegrations } from '../../../src/server/integrations/calendar-integrations.ts';
import { createSmtpMailer } from '../../../src/server/integrations/smtp/smtp-mailer.ts';
import { allow } from '../integrations/connected.ts';
import { type Selling, startSelling } from '../payments/selling.ts';
import { type ReceivedMail, type SmtpStandIn, startSmtp } from './smtp-stand-in.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const HOUR = 3_600_000;
const COACH = seed.coach.email;
/** A guest in New York who reads German; Ana, the coach, is in Berlin, and Sam, a client with an account, in London. */
const GUEST = 'gast@example.com';
const SAM = seed.client.email;
const CALLBACK = 'http://localhost:3000/callback';
const SETTINGS = `/coaches/${seed.coach.id}/messages`;

/** The server on real HTTP with mail, payments and calendars, and what people do with it. */
interface World extends Selling {
  readonly smtp: SmtpStandIn;
  /** The guest's token. */
  readonly guest: string;
  /** Breaks the coach's connection to Google Calendar. */
  breakCalendar(): Promise<void>;
  settle(): Promise<void>;
  /** Sets the clock, and runs what is due. */
  at(time: string): Promise<void>;
  /** Books an hour with Ana: as the guest, on 18 November at 13:00 UTC. */
  request(start?: string, token?: string, more?: object): Promise<string>;
  status(id: string, status: string, reason?: string): Promise<void>;
  confirmed(start?: string, more?: object): Promise<string>;
  /** The mails so far are not looked at. */
  forget(): Promise<void>;
  /** `address: subject`, of the mails since, sorted. */
  told(): readonly string[];
  last(address: string): ReceivedMail['parsed'] | undefined;
}

async function startWorld(clock = '2025-11-05T10:30:00Z'): Promise<World> {
  const smtp = await startSmtp();
  const mailer = createSmtpMailer(smtp.config);
  stops.push(() => mailer.close?.(), smtp.stop);
  let connect: (() => Promise<void>) | undefined;
  const shop = await startSelling({
    mail: () => ({
      mailer,
      from: { name: 'CultureBridge', address: 'bookings@culturebridge.example' },
      pages: { booking: 'https://ana.example/book', coach: 'https://ana.example/desk' },
    }),
    server: {
      clock,
      publicUrl: 'https://api.example.com',
      calendars: ({ store, clock }) => {
        const standIns = createProviderStandIns({ baseUrl: 'http://localhost/s', redirectUris: [CALLBACK], clock });
        const schedule = (_: number, run: () => void) => queueMicrotask(run);
        const options = {
          config: standIns.config,
          store,
          clock,
          schedule,
          fetch: standIns.fetch,
          mailsWhenBroken: true,
        };
        const calendars = createCalendarIntegrations(options);
        const call = { userId: seed.coach.id, provider: 'google' as const, redirectUri: CALLBACK };
        connect = async () => {
          const { auth_url, state } = await calendars.authUrl(call);
          await calendars.exchange({ ...call, state, code: await allow(standIns, auth_url, 'ana@gmail.example') });
          standIns.google.oauth.grants.revokeAccount('ana@gmail.example');
          await calendars.freeBusy(seed.coach.id, { start: 0, end: HOUR }, { fresh: true }).catch(() => undefined);
          await calendars.freeBusy(seed.coach.id, { start: 0, end: HOUR }, { fresh: true }).catch(() => undefined);
        };
        return calendars;
      },
    },
  });
  const { call, mock } = shop;
  const json = { email: GUEST, name: 'Jo', time_zone: 'America/New_York' };
  const reply = await call('POST', '/auth/guest', { json, headers: { 'accept-language': 'de-DE,de;q=0.9' } });
  const guest: string = reply.body.access_token;
  let seen = 0;
  const settle = async () => {
    await mock.runDueJobs();
    await shop.stripe.webhooks.idle();
    await mock.runDueJobs();
  };
  const request: World['request'] = async (start = '2025-11-18T13:00:00Z', token = guest, more = {}) => {
    const asked = { coach_id: seed.coach.id, session_datetime: start, duration_minutes: 60, ...more };
    const made = await call('POST', '/booking', { token, json: asked });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    return made.body.id;
  };
  const status: World['status'] = async (id, next, reason) => {
    // An hour of the clock may have ended the first sign-in.
    const token = await shop.logIn(COACH);
    const made = await call('PATCH', `/booking/${id}/status`, {
      token,
      json: { status: next, ...(reason && { reason }) },
    });
    if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  };
  return {
    ...shop,
    smtp,
    guest,
    settle,
    request,
    status,
    breakCalendar: async () => connect?.(),
    async at(time) {
      // A job that is under way while the clock jumps looks like one of a worker that was killed.
      await settle();
      mock.clock.set(time);
      await settle();
    },
    async confirmed(start, more) {
      const id = await request(start, guest, more);
      await status(id, 'confirmed');
      return id;
    },
    async forget() {
      await settle();
      seen = smtp.mails.length;
    },
    told: () =>
      smtp.mails
        .slice(seen)
        .map(({ to, parsed }) => `${to}: ${parsed.subject}`.replaceAll('\u202f', ' '))
        .sort(),
    last: (address) => smtp.to(address).at(-1)?.parsed,
  };
}

interface Row {
  readonly event: string;
  /** @default 2025-11-05T10:30:00Z */
  readonly clock?: string;
  readonly happens: (world: World) => Promise<void>;
  /** Everything that is sent, to whom, in the own language and zone. */
  readonly mails: readonly string[];
  /** What the last mail to somebody says besides. */
  readonly says?: readonly (readonly [address: string, text: RegExp])[];
}

const signUp = (email: string) => ({ json: { email, password: 'correct horse battery', name: 'Kim' } });
const settingsOf = async (world: World, change: object) => {
  const json = { ...usualMessageSettings, ...change };
  expect((await world.call('PUT', SETTINGS, { token: await world.logIn(COACH), json })).status).toBe(200);
};

const rows: readonly Row[] = [
  {
    event: 'a request',
    happens: async (w) => void (await w.request()),
    mails: [
      `${COACH}: New request: Tue, Nov 18, 2:00 PM with Jo`,
      `${GUEST}: Angefragt: Di., 18. Nov., 08:00 mit Ana Keller`,
    ],
    says: [[GUEST, /Dienstag, 18\. November 2025, 08:00 – 09:00 \(New York, GMT−5\)/]],
  },
  {
    event: 'a confirmation',
    happens: async (w) => {
      const id = await w.request();
      await w.forget();
      await w.status(id, 'confirmed');
    },
    mails: [
      `${COACH}: Confirmed: Tue, Nov 18, 2:00 PM with Jo`,
      `${GUEST}: Bestätigt: Di., 18. Nov., 08:00 mit Ana Keller`,
    ],
  },
  {
    event: 'a session that is confirmed at once',
    happens: async (w) => {
      const { id } = await w.addType({ confirmation: 'instant', price: { amount: 0, currency: 'EUR' } });
      await w.request(undefined, w.guest, { session_type_id: id });
    },
    mails: [
      `${COACH}: Confirmed: Tue, Nov 18, 2:00 PM with Jo`,
      `${GUEST}: Bestätigt: Di., 18. Nov., 08:00 mit Ana Keller`,
    ],
  },
  {
    event: 'a move by the client',
    happens: async (w) => {
      const id = await w.confirmed();
      await w.forget();
      const json = { session_datetime: '2025-11-19T14:00:00Z', reason: 'the train' };
      await w.call('PATCH', `/booking/${id}`, { token: w.guest, json });
    },
    mails: [
      `${COACH}: Moved to Wed, Nov 19, 3:00 PM: session with Jo`,
      `${GUEST}: Verschoben auf Mi., 19. Nov., 09:00: Termin mit Ana Keller`,
    ],
    says: [
      [
        COACH,
        /Jo moved this session\.[\s\S]*Wednesday, November 19[\s\S]*Before: Tuesday, November 18[\s\S]*the train/,
      ],
      [GUEST, /Sie haben[\s\S]*Vorher: Dienstag, 18\. November/],
    ],
  },
  {
    event: 'a move by the coach',
    happens: async (w) => {
      const id = await w.confirmed();
      await w.forget();
      const json = { session_datetime: '2025-11-19T14:00:00Z' };
      await w.call('PATCH', `/booking/${id}`, { token: w.coach, json });
    },
    mails: [
      `${COACH}: Moved to Wed, Nov 19, 3:00 PM: session with Jo`,
      `${GUEST}: Verschoben auf Mi., 19. Nov., 09:00: Termin mit Ana Keller`,
    ],
    says: [[COACH, /You moved your session with Jo/]],
  },
  {
    event: 'a cancellation by the client',
    happens: async (w) => {
      const id = await w.confirmed();
      await w.forget();
      await w.call('DELETE', `/booking/${id}?reason=ill`, { token: w.guest });
    },
    mails: [
      `${COACH}: Cancelled: Tue, Nov 18, 2:00 PM with Jo`,
      `${GUEST}: Abgesagt: Di., 18. Nov., 08:00 mit Ana Keller`,
    ],
    says: [[COACH, /Jo cancelled this session\.[\s\S]*Reason: ill/]],
  },
  {
    event: 'a cancellation by the coach',
    happens: async (w) => {
      const id = await w.confirmed();
      await w.forget();
      await w.call('DELETE', `/booking/${id}?reason=ill`, { token: w.coach });
    },
    mails: [
      `${COACH}: Cancelled: Tue, Nov 18, 2:00 PM with Jo`,
      `${GUEST}: Abgesagt: Di., 18. Nov., 08:00 mit Ana Keller`,
    ],
    says: [[GUEST, /von Ana Keller abgesagt\.[\s\S]*Grund: ill/]],
  },
  {
    event: 'a request that is declined',
    happens: async (w) => {
      const id = await w.request();
      await w.forget();
      await w.status(id, 'cancelled');
    },
    mails: [
      `${COACH}: Cancelled: Tue, Nov 18, 2:00 PM with Jo`,
      `${GUEST}: Abgesagt: Di., 18. Nov., 08:00 mit Ana Keller`,
    ],
  },
  {
    event: 'a request that nobody answers',
    happens: async (w) => {
      await w.request();
      await w.forget();
      await w.at('2025-11-06T10:31:00Z');
    },
    mails: [
      `${COACH}: Cancelled: Tue, Nov 18, 2:00 PM with Jo`,
      `${GUEST}: Abgesagt: Di., 18. Nov., 08:00 mit Ana Keller`,
    ],
    says: [[COACH, /This session with Jo will not take place/]],
  },
  {
    event: 'the day before',
    happens: async (w) => {
      await w.confirmed();
      await w.forget();
      await w.at('2025-11-17T13:00:30Z');
    },
    mails: [
      `${COACH}: Reminder: Tue, Nov 18, 2:00 PM with Jo`,
      `${GUEST}: Erinnerung: Di., 18. Nov., 08:00 mit Ana Keller`,
    ],
    says: [[COACH, /https:\/\/api\.example\.com\/messages\/unsubscribe\//]],
  },
  {
    event: 'the hour before',
    happens: async (w) => {
      await w.confirmed();
      await w.at('2025-11-17T13:00:30Z');
      await w.forget();
      await w.at('2025-11-18T12:00:30Z');
    },
    mails: [
      `${COACH}: Reminder: Tue, Nov 18, 2:00 PM with Jo`,
      `${GUEST}: Erinnerung: Di., 18. Nov., 08:00 mit Ana Keller`,
    ],
  },
  {
    // Berlin turns its clocks ahead in the night before; New York did three weeks earlier.
    event: 'the day before, over a night in which clocks are turned ahead',
    clock: '2026-03-20T10:00:00Z',
    happens: async (w) => {
      await w.confirmed('2026-03-29T12:00:00Z');
      await w.at('2026-03-28T11:58:00Z');
      await w.forget();
      await w.at('2026-03-28T12:00:30Z');
    },
    mails: [
      `${COACH}: Reminder: Sun, Mar 29, 2:00 PM with Jo`,
      `${GUEST}: Erinnerung: So., 29. März, 08:00 mit Ana Keller`,
    ],
    says: [[COACH, /2:00\u00a0PM – 3:00\u00a0PM \(Berlin, GMT\+2\)/]],
  },
  {
    event: 'the day before, over a night in which clocks are turned back',
    clock: '2025-10-20T10:00:00Z',
    happens: async (w) => {
      await w.confirmed('2025-10-26T12:00:00Z');
      await w.at('2025-10-25T11:58:00Z');
      await w.forget();
      await w.at('2025-10-25T12:00:30Z');
    },
    mails: [
      `${COACH}: Reminder: Sun, Oct 26, 1:00 PM with Jo`,
      `${GUEST}: Erinnerung: So., 26. Okt., 08:00 mit Ana Keller`,
    ],
    says: [[COACH, /1:00\u00a0PM – 2:00\u00a0PM \(Berlin, GMT\+1\)/]],
  },
  {
    event: 'the day before what was cancelled, and before the old time of what was moved',
    happens: async (w) => {
      const gone = await w.confirmed();
      const moved = await w.confirmed('2025-11-18T15:00:00Z');
      await w.settle();
      await w.call('DELETE', `/booking/${gone}`, { token: w.guest });
      const json = { session_datetime: '2025-11-25T14:00:00Z' };
      await w.call('PATCH', `/booking/${moved}`, { token: w.guest, json });
      await w.forget();
      for (const time of ['2025-11-17T13:30:00Z', '2025-11-17T15:30:00Z', '2025-11-18T14:30:00Z']) await w.at(time);
    },
    mails: [],
  },
  {
    event: 'a day in which nothing ran',
    happens: async (w) => {
      await w.confirmed('2025-11-18T09:00:00Z');
      await w.confirmed();
      await w.forget();
      await w.at('2025-11-18T12:20:00Z');
    },
    mails: [
      `${COACH}: Reminder: Tue, Nov 18, 2:00 PM with Jo`,
      `${GUEST}: Erinnerung: Di., 18. Nov., 08:00 mit Ana Keller`,
    ],
    says: [[COACH, /Tuesday, November 18, 2025, 2:00\u00a0PM/]],
  },
  {
    event: 'a session that is completed, where nobody asked for more',
    happens: async (w) => {
      const id = await w.confirmed();
      await w.at('2025-11-18T14:05:00Z');
      await w.forget();
      await w.status(id, 'completed');
      await w.at('2025-11-20T14:05:00Z');
    },
    mails: [],
  },
  {
    event: 'some hours after a completed session, where coach and client agreed to it',
    happens: async (w) => {
      await settingsOf(w, { follow_up_hours: 2, follow_up_text: 'Wie war es?', consent_text: 'Ana may write to me.' });
      const id = await w.confirmed(undefined, { consent: 1 });
      await w.at('2025-11-18T14:05:00Z');
      await w.status(id, 'completed');
      await w.forget();
      await w.at('2025-11-18T16:00:30Z');
    },
    mails: [`${GUEST}: Nach Ihrem Termin am Di., 18. Nov., 08:00 mit Ana Keller`],
    says: [[GUEST, /Wie war es\?/]],
  },
  {
    event: 'a payment',
    happens: async (w) => {
      const { id } = (await w.book((await w.addType()).id)).body;
      await w.pay((await w.checkout(id)).body.url);
    },
    mails: [
      `${SAM}: Confirmed: Thu, Nov 20, 10:00 AM with Ana Keller`,
      `${SAM}: Paid: €90 for Thu, Nov 20, 10:00 AM with Ana Keller`,
      `${COACH}: Confirmed: Thu, Nov 20, 11:00 AM with Sam Okafor`,
      `${COACH}: Paid: €90 for Thu, Nov 20, 11:00 AM with Sam Okafor`,
    ],
  },
  {
    event: 'a payment that fails',
    happens: async (w) => {
      const { id } = (await w.book((await w.addType()).id)).body;
      await w.pay((await w.checkout(id)).body.url, '4000000000000002');
    },
    mails: [`${SAM}: Payment failed: Thu, Nov 20, 10:00 AM with Ana Keller`],
    says: [[SAM, /The payment of €90 for your session with Ana Keller failed\. Nothing was charged/]],
  },
  {
    event: 'a payment that fails, and another card that pays before the mail has gone',
    happens: async (w) => {
      const { id } = (await w.book((await w.addType()).id)).body;
      const { url } = (await w.checkout(id)).body;
      w.smtp.faults.set('*', { at: 'rcpt', code: 451, times: 1 });
      await w.pay(url, '4000000000000002');
      await w.settle();
      w.smtp.faults.clear();
      await w.pay(url);
      await w.settle();
      w.mock.clock.advance(HOUR);
    },
    mails: [
      `${SAM}: Confirmed: Thu, Nov 20, 10:00 AM with Ana Keller`,
      `${SAM}: Paid: €90 for Thu, Nov 20, 10:00 AM with Ana Keller`,
      `${COACH}: Confirmed: Thu, Nov 20, 11:00 AM with Sam Okafor`,
      `${COACH}: Paid: €90 for Thu, Nov 20, 11:00 AM with Sam Okafor`,
    ],
  },
  {
    event: 'a refund',
    happens: async (w) => {
      const { id } = (await w.book((await w.addType()).id)).body;
      const { url, payment_id } = (await w.checkout(id)).body;
      await w.pay(url);
      await w.forget();
      await w.call('POST', `/payment/${payment_id}/refund`, { token: w.coach, json: { amount: 4000 } });
    },
    mails: [
      `${SAM}: Refunded: €40 for Thu, Nov 20, 10:00 AM with Ana Keller`,
      `${COACH}: Refunded: €40 for Thu, Nov 20, 11:00 AM with Sam Okafor`,
    ],
  },
  {
    event: 'a cancellation of what was paid',
    happens: async (w) => {
      const { id } = (await w.book((await w.addType()).id)).body;
      await w.pay((await w.checkout(id)).body.url);
      await w.forget();
      await w.call('DELETE', `/booking/${id}`, { token: w.client });
    },
    mails: [
      `${SAM}: Cancelled: Thu, Nov 20, 10:00 AM with Ana Keller`,
      `${SAM}: Refunded: €90 for Thu, Nov 20, 10:00 AM with Ana Keller`,
      `${COACH}: Cancelled: Thu, Nov 20, 11:00 AM with Sam Okafor`,
      `${COACH}: Refunded: €90 for Thu, Nov 20, 11:00 AM with Sam Okafor`,
    ],
  },
  {
    event: 'a slot that is held for payment, and given back',
    happens: async (w) => {
      const { id } = (await w.book((await w.addType()).id)).body;
      await w.settle();
      await w.call('DELETE', `/booking/${id}`, { token: w.client });
    },
    mails: [],
  },
  {
    event: 'a calendar that takes back its access',
    happens: (w) => w.breakCalendar(),
    mails: [`${COACH}: Google Calendar must be connected again`],
    says: [[COACH, /https:\/\/ana\.example\/desk/]],
  },
  {
    event: 'a sign-up',
    happens: async (w) => void (await w.call('POST', '/auth/signup', signUp('kim@example.com'))),
    mails: ['kim@example.com: Please confirm your e-mail address'],
    says: [['kim@example.com', /https:\/\/api\.example\.com\/account\/confirm\//]],
  },
  {
    event: 'a sign-up with an address that has an account',
    happens: async (w) => void (await w.call('POST', '/auth/signup', signUp(SAM))),
    mails: [`${SAM}: You already have an account`],
  },
  {
    event: 'a change of address',
    happens: async (w) => {
      const json = { email: 'sam@new.example', password: 'password123' };
      await w.call('POST', '/auth/email', { token: w.client, json });
    },
    mails: ['sam@new.example: Please confirm your e-mail address'],
  },
  {
    event: 'a forgotten password',
    happens: async (w) => void (await w.call('POST', '/auth/password-reset', { json: { email: SAM } })),
    mails: [`${SAM}: A new password for your account`],
    says: [[SAM, /works once, for 30 minutes[\s\S]*https:\/\/api\.example\.com\/account\/password\//]],
  },
  {
    event: 'a forgotten password of an address that nobody has',
    happens: async (w) => {
      const reply = await w.call('POST', '/auth/password-reset', { json: { email: 'nobody@example.com' } });
      const known = await w.call('POST', '/auth/password-reset', { json: { email: SAM } });
      expect([reply.status, reply.body]).toEqual([known.status, known.body]);
      await w.forget();
    },
    mails: [],
  },
  {
    event: 'a guest who asks for a new link to sign in with',
    happens: async (w) => {
      const id = await w.request();
      await w.settle();
      const link = decodeURIComponent(/cb-booking=(\S+)/.exec(w.last(GUEST)?.text ?? '')?.[1] ?? '');
      await w.forget();
      // Long after the session, and after the old link's end.
      await w.at('2026-01-10T10:00:00Z');
      await w.forget();
      expect((await w.call('POST', '/auth/booking-link', { json: { link } })).status).toBe(401);
      expect((await w.call('POST', '/auth/booking-link/mail', { json: { link } })).status).toBe(204);
      await w.settle();
      const renewed = decodeURIComponent(/cb-booking=(\S+)/.exec(w.last(GUEST)?.text ?? '')?.[1] ?? '');
      const opened = await w.call('POST', '/auth/booking-link', { json: { link: renewed } });
      expect(opened.body.booking_id).toBe(id);
    },
    mails: [`${GUEST}: Der neue Link zu Ihrer Buchung`],
  },
];

test.each(rows)('$event: each of these mails once, and no other', async ({ clock, happens, mails, says = [] }) => {
  const world = await startWorld(clock);
  await happens(world);
  await world.settle();
  expect(world.told()).toEqual([...mails].sort());
  for (const [address, text] of says) expect(world.last(address)?.text?.replaceAll('\u202f', ' ')).toMatch(text);
  // Nothing comes a second time.
  world.mock.clock.advance(20 * 60_000);
  await world.settle();
  expect(world.told()).toHaveLength(mails.length);
  // The job of a mail that the server put off says so.
  const errors = world.errors.filter((error) => !/451 no/.test(String(error)));
  expect([world.smtp.copies, errors]).toEqual([0, []]);
});
