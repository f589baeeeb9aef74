import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/elements/i18n/loading/languages.ts';
import type { Fault } from '../../../src/mock/providers/faults.ts';
import { mailLanguage } from '../../../src/server/messages/mail-languages.ts';
import { bothSides, connected } from './connected.ts';

const mailTags = Object.keys(languages);

type World = Awaited<ReturnType<typeof connected>>;

const google = (world: World) => world.standIns.google.events('ana@gmail.example');
const outlook = (world: World) => world.standIns.microsoft.events('bo@contoso.example');
const linkOf = async (world: World) => (await world.store.bookings.find('booking-1'))?.meetingLink;

describe('a confirmed booking of two people with calendars', () => {
  it('is in both, with one meeting that the booking knows', async () => {
    const world = await connected({ accounts: bothSides });
    await world.confirm();
    const [coachEvent] = google(world);
    const [clientEvent] = outlook(world);
    expect(coachEvent).toMatchObject({
      summary: 'Session with Bo Lind',
      description: 'Career transition',
      start: { dateTime: '2025-11-15T15:00:00+01:00', timeZone: 'Europe/Berlin' },
      end: { dateTime: '2025-11-15T16:00:00+01:00', timeZone: 'Europe/Berlin' },
      reminders: {
        useDefault: false,
        overrides: [
          { method: 'popup', minutes: 1440 },
          { method: 'popup', minutes: 30 },
        ],
      },
      attendees: [],
    });
    expect(clientEvent).toMatchObject({
      subject: 'Session with Ana Keller',
      start: { dateTime: '2025-11-15T09:00:00', timeZone: 'Eastern Standard Time' },
      reminderMinutesBeforeStart: 30,
    });
    const link = await linkOf(world);
    expect(link).toMatch(/^https:\/\/meet\.google\.com\//);
    expect(coachEvent?.hangoutLink).toBe(link);
    expect(clientEvent?.location?.displayName).toBe(link);
    expect(clientEvent?.isOnlineMeeting).toBeUndefined();
    expect(google(world)).toHaveLength(1);
    expect(outlook(world)).toHaveLength(1);
  });

  it('invites the others who take part once, from the coach’s calendar, and names them in both', async () => {
    const world = await connected({ accounts: bothSides });
    await world.confirm({ attendeeEmails: ['cy@example.com', 'di@example.com'] });
    expect(google(world)[0]?.attendees).toEqual([{ email: 'cy@example.com' }, { email: 'di@example.com' }]);
    expect(outlook(world)[0]?.attendees).toEqual([]);
    await world.move('booking-1', 24);
    expect(google(world)[0]?.attendees).toHaveLength(2);
    expect(google(world)[0]?.description).toContain('Also taking part: cy@example.com, di@example.com');
  });

  it('is written in the language of each calendar’s owner: what the coach chose for mails, and the client’s own', async () => {
    const world = await connected({ accounts: bothSides });
    await world.speak({ ana: { locale: 'it', chosen: 'fr' }, bo: { locale: 'ja-JP' } });
    await world.confirm({ attendeeEmails: ['cy@example.com', 'di@example.com'] });
    const others = 'cy@example.com, di@example.com';
    expect(google(world)[0]).toMatchObject({
      summary: 'Séance avec Bo Lind',
      description: `Career transition\n\nParticipent aussi\u00a0: ${others}`,
    });
    const [clientEvent] = outlook(world);
    expect(clientEvent).toMatchObject({ subject: 'Ana Kellerさんとのセッション' });
    expect(clientEvent?.body?.content).toContain(`同席者：${others.replace(', ', '、')}`);
    expect(clientEvent?.body?.content).toContain(`ミーティング：${await linkOf(world)}`);
    await world.speak({ ana: { locale: 'it' }, bo: {} });
    await world.move('booking-1', 24);
    expect(google(world)[0]?.summary).toBe('Sessione con Bo Lind');
    expect(outlook(world)[0]?.subject).toBe('Session with Ana Keller');
  });

  it.each(mailTags)('is written in %s', async (tag) => {
    const world = await connected({ accounts: bothSides });
    await world.speak({ ana: { locale: tag }, bo: { locale: tag } });
    await world.confirm({ attendeeEmails: ['cy@example.com'] });
    const { texts } = mailLanguage(tag);
    expect(google(world)[0]?.summary).toBe(texts.eventTitle('Bo Lind'));
    expect(google(world)[0]?.description).toContain(texts.labels.others);
    expect(outlook(world)[0]?.subject).toBe(texts.eventTitle('Ana Keller'));
    expect(outlook(world)[0]?.body?.content).toContain(texts.labels.meeting);
    expect(texts.eventTitle('Bo Lind')).not.toContain('Session with');
  });

  it('says with a client, or with your coach, where no name is known', async () => {
    const world = await connected({ accounts: bothSides });
    await world.speak({ ana: { locale: 'de', name: null }, bo: { locale: 'de', name: null } });
    await world.confirm();
    expect(google(world)[0]?.summary).toBe('Termin mit einem Klienten');
    expect(outlook(world)[0]?.subject).toBe('Termin mit Ihrem Coach');
  });

  it('moves as the same events, keeping the meeting', async () => {
    const world = await connected({ accounts: bothSides });
    await world.confirm();
    const before = { google: google(world), outlook: outlook(world), link: await linkOf(world) };
    await world.move('booking-1', 24);
    expect(google(world)).toHaveLength(1);
    expect(google(world)[0]).toMatchObject({
      id: before.google[0]?.id,
      start: { dateTime: '2025-11-16T15:00:00+01:00' },
      hangoutLink: before.link,
    });
    expect(outlook(world)).toHaveLength(1);
    expect(outlook(world)[0]).toMatchObject({ id: before.outlook[0]?.id, start: { dateTime: '2025-11-16T09:00:00' } });
    expect(await linkOf(world)).toBe(before.link);
  });

  it('is gone from both when it is cancelled', async () => {
    const world = await connected({ accounts: bothSides });
    await world.confirm();
    await world.cancel('booking-1');
    expect([...google(world), ...outlook(world)]).toEqual([]);
    expect(await world.calendarStore.events.ofBooking('booking-1')).toEqual([]);
  });

  const faults: Record<string, Fault> = {
    'a rejected token (401)': { kind: 'status', status: 401 },
    'a rate limit (403)': { kind: 'status', status: 403 },
    'a rate limit (429 with Retry-After)': { kind: 'status', status: 429, retryAfter: 2 },
    'a long rate limit (429, two minutes)': { kind: 'status', status: 429, retryAfter: 120 },
    'an error of the server (500)': { kind: 'status', status: 500 },
    'a connection that breaks before': { kind: 'drop' },
    'a connection that breaks after the event was written': { kind: 'drop-after-commit' },
  };
  const steps = { creating: 'POST', moving: 'PATCH', cancelling: 'DELETE' } as const;

  for (const [what, fault] of Object.entries(faults)) {
    for (const [step, method] of Object.entries(steps)) {
      // Graph answers its limits with 429 alone: its 403 means no access.
      const graphFault: Fault = fault.kind === 'status' && fault.status === 403 ? { ...fault, status: 429 } : fault;
      it(`ends with exactly one event each, then none, under ${what} while ${step}`, async () => {
        const world = await connected({ accounts: bothSides });
        const target = { method, path: /\/events/ };
        world.standIns.google.faults.next(fault, target);
        world.standIns.microsoft.faults.next(graphFault, target);
        await world.confirm();
        await world.runLater();
        expect(google(world)).toHaveLength(1);
        expect(outlook(world)).toHaveLength(1);
        const link = google(world)[0]?.hangoutLink;
        expect(link).toBeDefined();
        expect(outlook(world)[0]?.location?.displayName).toBe(link);
        await world.move('booking-1', 2);
        await world.runLater();
        expect(google(world)).toMatchObject([{ start: { dateTime: '2025-11-15T17:00:00+01:00' }, hangoutLink: link }]);
        expect(outlook(world)).toMatchObject([{ start: { dateTime: '2025-11-15T11:00:00' } }]);
        await world.cancel('booking-1');
        await world.runLater();
        expect([...google(world), ...outlook(world)]).toEqual([]);
        expect([world.standIns.google.faults.pending, world.standIns.microsoft.faults.pending]).toEqual([false, false]);
      });
    }
  }

  it('is tried again later, visibly, when a provider is down for minutes, and does not hold up the other side', async () => {
    const world = await connected({ accounts: bothSides });
    world.standIns.google.faults.next({ kind: 'status', status: 503 }, { times: 12 });
    await world.confirm();
    expect(google(world)).toEqual([]);
    expect(outlook(world)).toHaveLength(1);
    const shown = (await world.calendars.connections('ana')).find(({ provider }) => provider === 'google');
    expect(shown).toMatchObject({
      status: 'connected',
      last_error: expect.stringContaining('Google Calendar did not answer'),
    });
    await world.runLater();
    expect(google(world)).toHaveLength(1);
    expect(outlook(world)).toHaveLength(1);
    expect(outlook(world)[0]?.location?.displayName).toBe(google(world)[0]?.hangoutLink);
    const mended = (await world.calendars.connections('ana')).find(({ provider }) => provider === 'google');
    expect(mended).toMatchObject({ last_error: null, last_sync: expect.stringMatching(/Z$/) });
  });

  it('waits as long as Retry-After says', async () => {
    const world = await connected({ accounts: bothSides });
    world.standIns.google.faults.next({ kind: 'status', status: 429, retryAfter: 3 }, { method: 'POST' });
    await world.confirm();
    expect(world.waits).toContain(3000);
    world.standIns.google.faults.next({ kind: 'status', status: 429, retryAfter: 600 }, { method: 'PATCH' });
    await world.move('booking-1', 1);
    // Counted from the moment of the failure, which the store keeps: the timer starts a few milliseconds later.
    expect(world.waits.some((ms) => ms > 590_000 && ms <= 600_000)).toBe(true);
  });

  it('is cancelled even when the answer to its creation was never heard', async () => {
    const world = await connected({ accounts: bothSides });
    for (const standIn of [world.standIns.google, world.standIns.microsoft]) {
      standIn.faults.next({ kind: 'drop-after-commit' }, { method: 'POST', path: /\/events$/ });
      standIn.faults.next({ kind: 'drop' }, { method: 'POST', path: /\/events$/, times: 3 });
    }
    await world.confirm();
    expect(google(world)).toHaveLength(1);
    expect(outlook(world)).toHaveLength(1);
    await world.cancel('booking-1');
    await world.runLater();
    expect([...google(world), ...outlook(world)]).toEqual([]);
  });

  it('comes back when somebody deleted the event by hand and the booking moves', async () => {
    const world = await connected({ accounts: bothSides });
    await world.confirm();
    const token = (await world.connect('bo', 'outlook', 'bo@contoso.example')).access_token;
    const id = outlook(world)[0]?.id ?? '';
    const url = `http://localhost:8000/stand-in/microsoft/v1.0/me/events/${encodeURIComponent(id)}`;
    await world.standIns.fetch(url, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
    expect(outlook(world)).toHaveLength(0);
    await world.move('booking-1', 1);
    expect(outlook(world)).toHaveLength(1);
  });

  it('asks to connect again when the provider says that access is missing (403)', async () => {
    const denied = () => Promise.resolve(Response.json({ error: { code: 'ErrorAccessDenied' } }, { status: 403 }));
    const path = '/microsoft/v1.0/me/events';
    const world = await connected({
      fetch: (input, init) => {
        const request = new Request(input, init);
        return request.url.endsWith(path) ? denied() : world.standIns.fetch(request);
      },
    });
    await world.connect('bo', 'outlook', 'bo@contoso.example');
    const booking = await world.book();
    const sync = world.calendars.syncBooking({ userId: 'bo', provider: 'outlook', booking, timeZone: 'UTC' });
    await expect(sync).rejects.toMatchObject({ code: 'reconnect_needed' });
  });

  it('writes to the owner once when access was taken back, where mail is set up', async () => {
    const world = await connected({ accounts: bothSides, mailsWhenBroken: true });
    world.standIns.google.oauth.grants.revokeAccount('ana@gmail.example');
    await world.confirm();
    await world.calendars.freeBusy('ana', { start: 0, end: 1 }, { fresh: true });
    const { jobs } = await world.store.jobs.list('waiting', { skip: 0, limit: 100 });
    const mails = jobs.filter(({ kind }) => kind === 'mail').map(({ payload }) => payload);
    expect(mails).toEqual([{ about: 'reconnect_calendar', userId: 'ana', calendar: 'Google Calendar' }]);
  });

  it('asks to connect again when access was taken back, and says so', async () => {
    const world = await connected({ accounts: bothSides });
    world.standIns.google.oauth.grants.revokeAccount('ana@gmail.example');
    await world.confirm();
    const [shown] = await world.calendars.connections('ana');
    expect(shown).toMatchObject({
      provider: 'google',
      status: 'reconnect_needed',
      last_error: 'Google Calendar must be connected again',
    });
    // The client's calendar makes the meeting instead.
    expect(await linkOf(world)).toMatch(/^https:\/\/teams\.microsoft\.com\//);
    await world.connect('ana', 'google', 'ana@gmail.example');
    expect((await world.calendars.connections('ana'))[0]).toMatchObject({ status: 'connected', last_error: null });
  });
});

describe('a confirmed booking with one calendar', () => {
  it('invites the side that has none', async () => {
    const world = await connected({ accounts: { ana: { google: 'ana@gmail.example' } } });
    await world.confirm();
    expect(google(world)[0]?.attendees).toEqual([{ email: 'bo@example.com', displayName: 'Bo Lind' }]);
  });

  it('gets its meeting although Google takes a moment to make it', async () => {
    const world = await connected({ accounts: { ana: { google: 'ana@gmail.example' } } });
    world.standIns.google.meetingsTakeTime = true;
    await world.confirm();
    expect(await linkOf(world)).toMatch(/^https:\/\/meet\.google\.com\//);
  });

  it('keeps its Teams meeting when it moves', async () => {
    const world = await connected({ accounts: { bo: { outlook: 'bo@contoso.example' } } });
    await world.confirm();
    const link = await linkOf(world);
    expect(link).toMatch(/^https:\/\/teams\.microsoft\.com\//);
    await world.move('booking-1', 1);
    expect(outlook(world)).toMatchObject([{ joinUrl: link }]);
  });

  it('is in the calendar of a personal Microsoft account, which has no Teams', async () => {
    const world = await connected({ accounts: { bo: { outlook: 'bo@outlook.example' } } });
    await world.confirm();
    expect(world.standIns.microsoft.events('bo@outlook.example')).toHaveLength(1);
    expect(await linkOf(world)).toBeNull();
  });
});

describe('a booking that is not confirmed', () => {
  it('is in no calendar', async () => {
    const world = await connected({ accounts: bothSides });
    const booking = await world.book({ status: 'pending' });
    await world.calendars.onBookingChanged({ kind: 'moved', booking });
    expect([...google(world), ...outlook(world)]).toEqual([]);
  });
});

describe('syncing a booking by hand', () => {
  const call = { userId: 'bo', timeZone: 'America/New_York' } as const;

  it("answers the event's id, the meeting link and `confirmed`, with the access token alone", async () => {
    const world = await connected({ accounts: bothSides });
    const { access_token: accessToken } = await world.connect('bo', 'google', 'bo@gmail.example');
    await world.calendars.disconnect('bo', 'outlook');
    const booking = await world.book();
    const reply = await world.calendars.syncBooking({ ...call, provider: 'google', booking, accessToken });
    const [event] = world.standIns.google.events('bo@gmail.example');
    expect(reply).toEqual({ event_id: event?.id, meeting_link: event?.hangoutLink, status: 'confirmed' });
    expect(event?.start).toEqual({ dateTime: '2025-11-15T09:00:00-05:00', timeZone: 'America/New_York' });
  });

  it('uses the connection when no token is given, and makes no second event when repeated', async () => {
    const world = await connected({ accounts: bothSides });
    const booking = await world.book();
    const first = await world.calendars.syncBooking({ ...call, provider: 'outlook', booking });
    const second = await world.calendars.syncBooking({ ...call, provider: 'outlook', booking });
    expect(second).toEqual(first);
    expect(outlook(world)).toHaveLength(1);
  });

  it('makes one event however many ask at once', async () => {
    const world = await connected({ accounts: bothSides });
    const booking = await world.book();
    const all = await Promise.all([
      world.calendars.syncBooking({ ...call, provider: 'outlook', booking }),
      world.calendars.onBookingChanged({ kind: 'confirmed', booking }),
      world.calendars.syncBooking({ ...call, provider: 'outlook', booking }),
    ]);
    expect(outlook(world)).toHaveLength(1);
    expect(google(world)).toHaveLength(1);
    expect(all[0].event_id).toBe(outlook(world)[0]?.id);
  });

  it('says what is wrong: not connected, a dead token, a provider that is down', async () => {
    const world = await connected({ accounts: bothSides });
    const booking = await world.book();
    const sync = (extra: object) => world.calendars.syncBooking({ ...call, provider: 'google', booking, ...extra });
    await expect(sync({})).rejects.toMatchObject({ code: 'calendar_not_connected' });
    await expect(sync({ accessToken: 'ya29.dead' })).rejects.toMatchObject({ code: 'reconnect_needed' });
    world.standIns.microsoft.faults.next({ kind: 'status', status: 500 }, { times: 9 });
    await expect(sync({ provider: 'outlook' })).rejects.toMatchObject({ code: 'calendar_failed' });
  });
});
