import { aTimeout, expect, fixture, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CbAvailabilityPicker } from '../../../src/elements/availability-picker/availability-picker.ts';
import { register } from '../../../src/elements/base/register.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { createMockCalendars } from '../../../src/mock/providers/mock-calendars.ts';
import { find, findAll, focused, openScene } from '../booking/booking-scene.ts';
import { once, textOf } from '../deep.ts';
import { resetMedia, schemes, useScheme } from '../media.ts';
import 'chai-a11y-axe';

register('cb-availability-picker', CbAvailabilityPicker);

const api = 'https://api.example.com';

interface Options {
  readonly email?: string;
  readonly set?: Partial<CbAvailabilityPicker>;
  readonly without?: readonly string[];
}

/** A picker on the guide's day, in London, and all it asks of the network. */
async function open({ email, set, without = [] }: Options = {}) {
  const calendars = createMockCalendars({ origin: api, redirectUris: [location.origin + location.pathname] });
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z', calendars: calendars.calendars });
  const requests: string[] = [];
  const fetch = async (request: Request) => {
    const { pathname } = new URL(request.url);
    requests.push(`${request.method} ${pathname}`);
    if (without.some((path) => pathname.startsWith(path)))
      return Response.json({ detail: 'Not Found' }, { status: 404 });
    return mock.fetch(request);
  };
  if (email) await sharedClient({ api, fetch }).session.logIn({ email, password: 'password123' });
  const picker = document.createElement('cb-availability-picker') as CbAvailabilityPicker;
  Object.assign(picker, {
    api,
    coach: mock.seed.coaches.ana,
    duration: 60,
    locale: 'en-GB',
    timeZone: 'UTC',
    day: '2025-11-18',
    month: '2025-11',
    now: () => mock.clock.now(),
    fetch,
    ownDay: true,
    ...set,
  });
  await fixture(picker);
  await waitUntil(() => find(shadow(picker), '.time'), 'the times are there', { timeout: 8000 });
  return { picker, mock, requests, calendars };
}

const client = ({ fetch }: CbAvailabilityPicker) => sharedClient({ api, fetch });
const shadow = (element: Element) => element.shadowRoot as ShadowRoot;
const own = (picker: Element) => shadow(picker).querySelector('cb-visitor-calendar') as HTMLElement;
const inOwn = <E extends Element = HTMLElement>(picker: Element, selector: string) =>
  find<E>(own(picker)?.shadowRoot ?? shadow(picker), selector);
const marked = (picker: Element) =>
  findAll(shadow(picker), '[part~="busy"]').map((time) => time.getAttribute('data-start')?.slice(11, 16));
const said = (picker: Element) => textOf(inOwn(picker, '[role="status"]') as Element);

const calendar = (...events: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (uid: string, start: string, end: string, ...more: readonly string[]) =>
  [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20251101T000000Z',
    `DTSTART:${start}`,
    `DTEND:${end}`,
    ...more,
    'END:VEVENT',
  ].join('\r\n');
const dentist = calendar(event('1', '20251118T093000Z', '20251118T103000Z', 'SUMMARY:Dentist, a secret'));

async function shown(picker: Element): Promise<void> {
  await waitUntil(() => inOwn(picker, '.compare'), 'the control is there', { timeout: 20_000 });
}

async function choose(picker: Element, text: string, name = 'mine.ics'): Promise<void> {
  await shown(picker);
  inOwn(picker, '.compare')?.click();
  await waitUntil(() => inOwn(picker, 'input[type="file"]'), 'the panel is open');
  const files = new DataTransfer();
  files.items.add(new File([text], name, { type: 'text/calendar' }));
  const input = inOwn<HTMLInputElement>(picker, 'input[type="file"]') as HTMLInputElement;
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
}

describe('own-day', () => {
  afterEach(resetMedia);

  it('is not there unless the page asks for it', async () => {
    const { picker } = await open({ set: { ownDay: false } });
    expect(shadow(picker).querySelector('cb-visitor-calendar')).to.equal(null);
  });

  it('marks the times that a chosen file overlaps, in words, and leaves them bookable', async () => {
    const { picker } = await open();
    await choose(picker, dentist);
    await waitUntil(() => marked(picker).length > 0, 'times are marked', { timeout: 20_000 });
    // Sessions of an hour that touch 09:30 to 10:30; one that begins as it ends is free.
    expect(marked(picker)).to.deep.equal(['09:00', '09:30', '10:00']);
    const time = find(shadow(picker), '[part~="busy"]') as HTMLElement;
    expect(textOf(time)).to.equal('09:00 You’re busy');
    expect(said(picker)).to.match(/^You have something else at 3 of these \d+ times\. You can still choose them\.$/);
    expect(textOf(inOwn(picker, '[part="source"]') as Element)).to.equal('Compared with mine.ics');
    expect(shadow(picker).textContent + (own(picker).shadowRoot?.textContent ?? '')).to.not.contain('Dentist');
    const chosen = once(picker, 'cb-slot-select');
    time.click();
    expect((await chosen).slot.start).to.equal('2025-11-18T09:00:00Z');
  });

  it('keeps the file on the page: nothing is asked of any network because of it', async () => {
    const { picker, requests } = await open();
    await shown(picker);
    // The month after is fetched ahead.
    for (let seen = -1; seen !== requests.length; await aTimeout(700)) seen = requests.length;
    const before = [...requests];
    const heard: string[] = [];
    const [fetch, beacon] = [window.fetch, navigator.sendBeacon];
    const open_ = XMLHttpRequest.prototype.open;
    window.fetch = (...args) => {
      heard.push(String(args[0]));
      return fetch(...args);
    };
    navigator.sendBeacon = (...args) => {
      heard.push(String(args[0]));
      return beacon.apply(navigator, args);
    };
    XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
      heard.push(String(args[1]));
      return Reflect.apply(open_, this, args);
    };
    try {
      await choose(picker, dentist);
      await waitUntil(() => marked(picker).length > 0, 'times are marked', { timeout: 20_000 });
    } finally {
      window.fetch = fetch;
      navigator.sendBeacon = beacon;
      XMLHttpRequest.prototype.open = open_;
    }
    expect(requests).to.deep.equal(before);
    expect(heard).to.deep.equal([]);
    expect(sessionStorage.length + localStorage.length).to.equal(0);
  });

  it('marks the times of each day that is looked at, recurring events too, and forgets on request', async () => {
    const { picker } = await open();
    await choose(picker, calendar(event('1', '20251103T140000Z', '20251103T150000Z', 'RRULE:FREQ=DAILY')));
    await waitUntil(() => marked(picker).length > 0, 'times are marked', { timeout: 20_000 });
    expect(marked(picker)).to.deep.equal(['13:30', '14:00', '14:30']);
    picker.day = '2025-11-20';
    const firstMark = () => find(shadow(picker), '[part~="busy"]')?.getAttribute('data-start') ?? '';
    await waitUntil(() => firstMark().startsWith('2025-11-20'), 'the other day has its marks');
    expect(marked(picker)).to.deep.equal(['13:30', '14:00', '14:30']);
    inOwn(picker, '[part="source"] button')?.click();
    await waitUntil(() => marked(picker).length === 0, 'the marks are gone');
    expect(said(picker)).to.equal('No longer compared.');
    expect(focused()?.matches('.compare')).to.equal(true);
  });

  it('takes a file that is dropped on it', async () => {
    const { picker } = await open();
    await shown(picker);
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([dentist], 'dropped.ics'));
    const drag = (type: string) => {
      const sent = new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true });
      inOwn(picker, '.root')?.dispatchEvent(sent);
      return sent;
    };
    expect(drag('dragover').defaultPrevented).to.equal(true);
    await waitUntil(() => inOwn(picker, '.panel.over'), 'it shows where to let go');
    expect(drag('drop').defaultPrevented).to.equal(true);
    await waitUntil(() => marked(picker).length === 3, 'times are marked', { timeout: 20_000 });
  });

  it('says what is wrong with a file and what to do', async () => {
    const { picker } = await open();
    await choose(picker, '<html>not a calendar</html>', 'page.html');
    await waitUntil(() => inOwn(picker, '[role="alert"]'), 'it says so', { timeout: 20_000 });
    expect(textOf(inOwn(picker, '[role="alert"]') as Element)).to.contain('page.html is not a calendar file. Export');
    expect(focused()?.matches('[part="choose"]')).to.equal(true);
    await expect(picker).to.be.accessible();
  });

  it('says how many events of a file could not be read, or may be at another time', async () => {
    const { picker } = await open();
    const damaged = event('2', 'tomorrow', 'later');
    const unknown = event('3', '20251118T140000', '20251118T150000').replace('DTSTART:', 'DTSTART;TZID=Nowhere:');
    await choose(picker, calendar(event('1', '20251118T093000Z', '20251118T103000Z'), damaged, unknown));
    await waitUntil(() => marked(picker).length > 0, 'times are marked', { timeout: 20_000 });
    const notes = findAll(own(picker).shadowRoot as ShadowRoot, '[data-note]').map(textOf);
    expect(notes).to.deep.equal([
      'One event in it could not be read and is not compared.',
      'One event in it is in a time zone that is not known here: its time may be wrong.',
    ]);
    for (const note of notes) expect(said(picker)).to.contain(note);
    await expect(picker).to.be.accessible();
  });

  it('shows how far a large file is, and stops on request', async () => {
    const { picker } = await open();
    const daily = (uid: number) => event(`${uid}`, '20150118T093000Z', '20150118T103000Z', 'RRULE:FREQ=HOURLY');
    await choose(picker, calendar(...Array.from({ length: 3000 }, (_, uid) => daily(uid))), 'large.ics');
    await waitUntil(() => inOwn<HTMLProgressElement>(picker, 'progress')?.value, 'it shows how far it is', {
      timeout: 8000,
    });
    expect(textOf(inOwn(picker, '[part="choose"]') as Element)).to.equal('Reading large.ics…');
    await expect(picker).to.be.accessible();
    inOwn(picker, '[part="stop"]')?.click();
    await waitUntil(() => !inOwn(picker, 'progress'), 'it has stopped');
    await waitUntil(() => focused()?.matches('[part="choose"]'), 'the choice has the focus');
    expect(marked(picker)).to.deep.equal([]);
  });

  it('opens and closes by keyboard, and passes axe in every scheme, closed, open and compared', async () => {
    const { picker } = await open();
    await shown(picker);
    inOwn(picker, '.compare')?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.id === 'title', 'the panel has the focus');
    await expect(picker).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focused()?.matches('.compare'), 'the control has it again');
    await choose(picker, dentist);
    await waitUntil(() => marked(picker).length === 3, 'times are marked', { timeout: 20_000 });
    for (const scheme of schemes) {
      await useScheme(scheme);
      await expect(picker).to.be.accessible();
    }
  });

  it('compares with calendars that are connected, and asks again for another month', async () => {
    const { picker, requests, calendars } = await open({ email: 'client@example.com' });
    const { calendarEndpoints } = await import('../../../src/contract/endpoints/calendar.ts');
    const calls = client(picker).with(calendarEndpoints);
    const redirect_uri = location.origin + location.pathname;
    const params = { provider: 'google' } as const;
    const { auth_url } = await calls.getCalendarAuthUrl({ params, query: { redirect_uri } });
    const page = (await (await calendars.answer(new Request(auth_url)))?.text()) ?? '';
    const request = /name="request" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const body = new URLSearchParams({ request, account: 'mira@gmail.example', decision: 'allow' });
    const action = new URL(auth_url);
    action.search = '';
    const reply = await calendars.answer(new Request(action, { method: 'POST', body }));
    const back = new URL(reply?.headers.get('location') ?? '').searchParams;
    const answer = { code: back.get('code') ?? '', state: back.get('state') ?? '' };
    await calls.exchangeCalendarToken({ params, query: { redirect_uri }, body: answer });
    calendars.standIns?.google.addEvent('mira@gmail.example', 'lunch', '2025-11-18T12:00:00Z', '2025-11-18T13:00:00Z');
    calendars.standIns?.google.addEvent('mira@gmail.example', 'trip', '2025-12-02T09:00:00Z', '2025-12-02T18:00:00Z');

    await shown(picker);
    inOwn(picker, '.compare')?.click();
    await waitUntil(() => inOwn(picker, '[data-act="account"]'), 'the panel is open');
    expect(textOf(inOwn(picker, '[data-act="account"]') as Element)).to.equal('Use your connected calendars');
    inOwn(picker, '[data-act="account"]')?.click();
    await waitUntil(() => marked(picker).length > 0, 'times are marked', { timeout: 20_000 });
    expect(marked(picker)).to.deep.equal(['11:30', '12:00', '12:30']);
    await expect(picker).to.be.accessible();
    picker.month = '2025-12';
    picker.day = '2025-12-02';
    await waitUntil(() => marked(picker).length > 10, 'the other month is marked', { timeout: 20_000 });
    const asked = requests.filter((each) => each === 'GET /calendar/busy').length;
    picker.month = '2025-11';
    picker.day = '2025-11-18';
    await waitUntil(() => marked(picker).length === 3, 'the first month still is');
    expect(requests.filter((each) => each === 'GET /calendar/busy')).to.have.length(asked);
    client(picker).session.logOut();
    await waitUntil(() => marked(picker).length === 0, 'who has signed out is no longer compared');
  });

  it('offers to connect a calendar to a visitor who has none, signing in first', async () => {
    const { picker } = await open();
    await shown(picker);
    inOwn(picker, '.compare')?.click();
    await waitUntil(() => inOwn(picker, '[data-act="account"]'), 'the panel is open');
    expect(textOf(inOwn(picker, '[data-act="account"]') as Element)).to.equal('Connect Google or Outlook');
    inOwn(picker, '[data-act="account"]')?.click();
    await waitUntil(() => inOwn(picker, '#field-email'), 'the form is there', { timeout: 20_000 });
    await waitUntil(() => focused()?.id === 'title', 'the way to connect has the focus');
    await expect(picker).to.be.accessible();
    await client(picker).session.logIn({ email: 'client@example.com', password: 'password123' });
    await waitUntil(() => inOwn(picker, '[data-act="connect"]'), 'the calendars are there', { timeout: 20_000 });
    expect(marked(picker)).to.deep.equal([]);
    expect(inOwn(picker, '[part="source"]')).to.equal(undefined);
  });

  it('compares at once when who signs in connected a calendar before', async () => {
    const { picker } = await open();
    const connections = [{ provider: 'google', configured: true, status: 'connected' }];
    const busy = [{ start: '2025-11-18T12:00:00Z', end: '2025-11-18T13:00:00Z' }];
    const { fetch } = picker;
    picker.fetch = async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname === '/calendar/connections') return Response.json({ connections });
      if (pathname === '/calendar/busy') return Response.json({ busy });
      return (fetch as typeof globalThis.fetch)(request);
    };
    await shown(picker);
    inOwn(picker, '.compare')?.click();
    await waitUntil(() => inOwn(picker, '[data-act="account"]'), 'the panel is open');
    inOwn(picker, '[data-act="account"]')?.click();
    await waitUntil(() => inOwn(picker, '#field-email'), 'the form is there', { timeout: 20_000 });
    await client(picker).session.logIn({ email: 'client@example.com', password: 'password123' });
    await waitUntil(() => marked(picker).length === 3, 'times are marked', { timeout: 20_000 });
    expect(textOf(inOwn(picker, '[part="source"]') as Element)).to.equal('Compared with your connected calendars');
  });

  it('goes on with the file alone on a backend that connects no calendars', async () => {
    const { picker } = await open({ email: 'client@example.com', without: ['/calendar/'] });
    await shown(picker);
    inOwn(picker, '.compare')?.click();
    await waitUntil(() => inOwn(picker, '[data-act="account"]'), 'the panel is open');
    inOwn(picker, '[data-act="account"]')?.click();
    await waitUntil(() => !inOwn(picker, '[data-act="account"]'), 'it is no longer offered', { timeout: 20_000 });
    expect(textOf(focused() as Element)).to.contain('Choose a file instead');
    expect(inOwn(picker, '[part="choose"]')).to.not.equal(undefined);
  });

  it('is there inside <cb-booking own-day>', async () => {
    const { element } = await openScene({ set: { ownDay: true } });
    await waitUntil(() => find(element.shadowRoot as ShadowRoot, 'cb-visitor-calendar'), 'the picker has it', {
      timeout: 8000,
    });
  });
});
