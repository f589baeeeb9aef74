import { expect, fixture, nextFrame, waitUntil } from '@open-wc/testing';
import { whenIdle } from '../../../src/core/availability/idle.ts';
import { CbAvailabilityPicker } from '../../../src/elements/availability-picker/availability-picker.ts';
import { register } from '../../../src/elements/base/register.ts';
import type { SlotGoneEvent } from '../../../src/elements/base/slot-gone-event.ts';
import { CbBooking } from '../../../src/elements/booking/booking.ts';
import { createMockServer, type MockServerOptions, seed } from '../../../src/mock/index.ts';
import { allInside, inside, textOf } from '../deep.ts';

register('cb-availability-picker', CbAvailabilityPicker);
register('cb-booking', CbBooking);

interface Scene extends MockServerOptions {
  /** Answers in the server's place. */
  readonly answer?: (request: Request) => Promise<Response> | undefined;
}

const isChanges = (url: string) => url.endsWith('/availability/changes');
const isTimes = (url: string) => /\/availability\?/.test(url);

/** A mock of its own, what it was asked, and somebody else who books. */
function backend({ answer, ...mock }: Scene = {}) {
  const server = createMockServer({ clock: '2025-11-05T10:30:00Z', ...mock });
  const asked: Request[] = [];
  const answered: Request[] = [];
  const send = async (method: string, path: string, body?: unknown, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const reply = await server.fetch(new Request(`https://api.example.com${path}`, init));
    return reply.status === 204 ? undefined : reply.json();
  };
  let token: string | undefined;
  return {
    server,
    asked,
    count: (matches: (url: string) => boolean) => asked.filter(({ url }) => matches(url)).length,
    /** Streams that the server has begun: from here on it tells what changes. */
    streams: () => answered.filter(({ url }) => isChanges(url)).length,
    answered: (pattern: RegExp) => answered.filter(({ url }) => pattern.test(url)).length,
    fetch: async (request: Request) => {
      asked.push(request);
      const reply = (await answer?.(request)) ?? (await server.fetch(request));
      answered.push(request);
      return reply;
    },
    async take(start: string): Promise<string> {
      token ??= (await send('POST', '/auth/login', { email: seed.rival.email, password: 'password123' })).access_token;
      const wish = { coach_id: seed.coach.id, session_datetime: start, duration_minutes: 60 };
      const made = await send('POST', '/booking', wish, token);
      expect(made.session_datetime).to.equal(start);
      return made.id;
    },
    async giveBack(id: string): Promise<void> {
      await send('DELETE', `/booking/${id}`, undefined, token);
    },
  };
}

type Backend = ReturnType<typeof backend>;
const common = { api: 'https://api.example.com', coach: seed.coaches.ana, locale: 'en-GB', timeZone: 'Europe/Berlin' };

/** A picker that listens: its stream has begun. */
async function listening(behind: Backend, extra: Partial<CbAvailabilityPicker> = {}): Promise<CbAvailabilityPicker> {
  const picker = document.createElement('cb-availability-picker') as CbAvailabilityPicker;
  const now = () => behind.server.clock.now();
  Object.assign(picker, { ...common, duration: 60, day: '2025-11-12', now, fetch: behind.fetch, ...extra });
  await fixture(picker);
  await listens(behind);
  return picker;
}

async function listens(behind: Backend, times = 1): Promise<void> {
  await waitUntil(() => behind.streams() >= times, 'the page listens', { timeout: 8000 });
}

/** Everything that is due has been done: an element that begins when the page is idle, or on the screen, has begun. */
async function quiet(): Promise<void> {
  await nextFrame();
  await nextFrame();
  await new Promise<void>((done) => whenIdle(done));
  await nextFrame();
}

/** No answer: fails when the caller leaves, as `fetch` does. */
const untilLeft = (signal: AbortSignal) =>
  new Promise<Response>((_, fail) => signal.addEventListener('abort', () => fail(signal.reason)));

/** Has the page believe that it is hidden, or on show, until `showAgain`. */
function hide(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

function showAgain(): void {
  Reflect.deleteProperty(document, 'hidden');
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Keeps the waits that the page begins from now on. The returned function ends all that are left at once, as if their time had passed. */
function keepWaits(): () => void {
  const { setTimeout: begin, clearTimeout: end } = window;
  const kept = new Map<unknown, () => void>();
  window.setTimeout = ((run: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) => {
    const id = begin(() => {
      kept.delete(id);
      run(...given);
    }, ms);
    kept.set(id, () => run(...given));
    return id;
  }) as typeof window.setTimeout;
  window.clearTimeout = (id) => {
    kept.delete(id);
    end(id);
  };
  return () => {
    window.setTimeout = begin;
    window.clearTimeout = end;
    for (const [id, run] of kept) {
      end(id as number);
      run();
    }
  };
}

const list = (picker: Element) => inside(picker, 'cb-slot-list');
const button = (picker: Element, start: string) =>
  list(picker).shadowRoot?.querySelector<HTMLElement>(`[data-start="${start}"]`) ?? undefined;
const starts = (picker: Element) => allInside(list(picker), '.time').map(({ dataset }) => dataset.start);
const places = (picker: Element, except: string) =>
  allInside(list(picker), '.time')
    .filter(({ dataset }) => dataset.start !== except)
    .map((time) => {
      const { x, y, width, height } = time.getBoundingClientRect();
      return [time.dataset.start, x, y, width, height].join(' ');
    });
const status = (picker: Element) => textOf(inside(picker, '[role="status"]'));
const gone = (picker: Element, start: string) =>
  waitUntil(() => !button(picker, start), `${start} disappears`, { timeout: 5000 });

describe('cb-live-times', () => {
  it('lets a time that somebody else books disappear; nothing else moves, the focus stays, nothing is announced', async () => {
    const behind = backend();
    const picker = await listening(behind);
    const taken = '2025-11-12T10:00:00Z';
    expect(starts(picker)).to.include(taken);
    const before = places(picker, taken);
    const focused = allInside(list(picker), '.time').find(({ dataset }) => dataset.start !== taken);
    focused?.focus();
    const said = status(picker);
    await behind.take(taken);
    await gone(picker, taken);
    expect(places(picker, taken).filter((place) => before.includes(place)).length).to.be.greaterThan(0);
    for (const place of places(picker, taken)) expect(before).to.include(place);
    expect(list(picker).shadowRoot?.activeElement).to.equal(focused);
    expect(status(picker)).to.equal(said);
    await expect(picker).to.be.accessible();
  });

  it('closes the gap when the visitor turns to something else, and shows a time that is given back', async () => {
    const behind = backend();
    const picker = await listening(behind);
    const taken = '2025-11-12T10:00:00Z';
    const all = starts(picker);
    const id = await behind.take(taken);
    await gone(picker, taken);
    expect(allInside(list(picker), 'li').length).to.equal(all.length);
    const rows = allInside(list(picker), 'li').length;
    picker.day = '2025-11-13';
    await picker.updateComplete;
    picker.day = '2025-11-12';
    await waitUntil(() => allInside(list(picker), 'li').length < rows);
    picker.day = '2025-11-13';
    await picker.updateComplete;
    picker.day = '2025-11-12';
    const before = behind.count(isTimes);
    await behind.giveBack(id);
    await waitUntil(() => behind.count(isTimes) > before, 'the times are asked for again', { timeout: 5000 });
    // The reply may come after a turn: then the next one shows it.
    const turnedAgain = async () => {
      picker.day = '2025-11-13';
      await picker.updateComplete;
      picker.day = '2025-11-12';
      await picker.updateComplete;
      return button(picker, taken);
    };
    await waitUntil(turnedAgain, 'it is offered again', { timeout: 10_000 });
  });

  it('puts a time that is given back into its place at once', async () => {
    const behind = backend();
    const picker = await listening(behind);
    const taken = '2025-11-12T10:00:00Z';
    const before = places(picker, '');
    const id = await behind.take(taken);
    await gone(picker, taken);
    await behind.giveBack(id);
    await waitUntil(() => button(picker, taken), 'it is there again', { timeout: 5000 });
    expect(places(picker, '')).to.deep.equal(before);
  });

  it('hands the focus of a time that goes to its neighbour', async () => {
    const behind = backend();
    const picker = await listening(behind);
    const [first = '', second = ''] = starts(picker).map(String);
    button(picker, first)?.focus();
    await behind.take(first);
    await gone(picker, first);
    await waitUntil(() => (list(picker).shadowRoot?.activeElement as HTMLElement | null)?.dataset.start !== undefined);
    const focused = list(picker).shadowRoot?.activeElement as HTMLElement;
    expect(String(focused.dataset.start) >= second).to.equal(true);
    expect(document.activeElement).to.equal(picker);
  });

  it('says once that the chosen time is gone, unless the page does', async () => {
    const behind = backend();
    const picker = await listening(behind);
    const heard: SlotGoneEvent[] = [];
    picker.addEventListener('cb-slot-gone', (event) => heard.push(event));
    const chosen = '2025-11-12T10:00:00Z';
    button(picker, chosen)?.click();
    await picker.updateComplete;
    await behind.take(chosen);
    await waitUntil(() => status(picker).includes('no longer open'), 'it is said', { timeout: 5000 });
    expect(status(picker)).to.match(/^11:00 on Wednesday,? 12 November 2025 is no longer open/);
    expect(heard.map(({ start }) => start)).to.deep.equal([chosen]);
    expect(picker.selected).to.equal('');
    await behind.take('2025-11-12T13:00:00Z');
    await gone(picker, '2025-11-12T13:00:00Z');
    expect(heard.length).to.equal(1);
    picker.addEventListener('cb-slot-gone', (event) => event.preventDefault());
    inside(picker, '[role="status"]').textContent = 'as before';
    button(picker, '2025-11-12T15:00:00Z')?.click();
    await picker.updateComplete;
    await behind.take('2025-11-12T15:00:00Z');
    await waitUntil(() => heard.length === 2, undefined, { timeout: 5000 });
    expect(status(picker)).to.equal('as before');
  });

  it('says it in the banner while the form stands before the times, and never of the own booking', async () => {
    const behind = backend();
    const booking = document.createElement('cb-booking') as CbBooking;
    const now = () => behind.server.clock.now();
    Object.assign(booking, { ...common, duration: 60, now, fetch: behind.fetch });
    await fixture(booking);
    await listens(behind);
    const picker = inside(booking, 'cb-availability-picker') as CbAvailabilityPicker;
    picker.day = '2025-11-12';
    await waitUntil(() => button(picker, '2025-11-12T10:00:00Z'), undefined, { timeout: 5000 });
    button(picker, '2025-11-12T10:00:00Z')?.click();
    await waitUntil(() => booking.status === 'details', 'the form', { timeout: 8000 });
    await picker.updateComplete;
    await (inside(picker, 'cb-live-times') as CbAvailabilityPicker).updateComplete;
    await behind.take('2025-11-12T10:00:00Z');
    const banner = () => textOf(inside(booking, '.banner'));
    await waitUntil(() => banner().includes('no longer open'), 'the banner says it', { timeout: 5000 });
    expect(booking.status).to.equal('details');
  });

  it('asks for no change before the times are there, and never again of a backend that has none', async () => {
    let release = () => {};
    const isReleased = new Promise<void>((resolve) => {
      release = resolve;
    });
    const behind = backend({
      answer: (request) => {
        if (isChanges(request.url)) return Promise.resolve(new Response('{"detail":"Not Found"}', { status: 404 }));
        return isTimes(request.url) ? isReleased.then(() => behind.server.fetch(request)) : undefined;
      },
    });
    const picker = document.createElement('cb-availability-picker') as CbAvailabilityPicker;
    Object.assign(picker, { ...common, duration: 60, now: () => behind.server.clock.now(), fetch: behind.fetch });
    await fixture(picker);
    await waitUntil(() => behind.count(isTimes) > 0, 'the times are asked for');
    await quiet();
    expect(behind.count(isChanges)).to.equal(0);
    const passWaits = keepWaits();
    release();
    await listens(behind);
    await quiet();
    passWaits();
    await quiet();
    expect(behind.count(isChanges)).to.equal(1);
    expect(starts(picker).length).to.be.greaterThan(0);
    document.dispatchEvent(new Event('visibilitychange'));
    await quiet();
    expect(behind.count(isChanges)).to.equal(1);
  });

  it('listens while it is visible and on line; comes back with the id it read last and learns what it missed', async () => {
    const behind = backend();
    const picker = await listening(behind);
    const { random } = Math;
    const isLeft = () => behind.asked.filter(({ url }) => isChanges(url)).every(({ signal }) => signal.aborted);
    try {
      hide(true);
      await waitUntil(isLeft, 'a hidden page does not listen');
      // A change would be loaded without its random wait.
      Math.random = () => 0;
      await behind.take('2025-11-12T10:00:00Z');
      await quiet();
      expect(button(picker, '2025-11-12T10:00:00Z')).not.to.equal(undefined);
      hide(false);
      await gone(picker, '2025-11-12T10:00:00Z');
      const again = behind.asked.filter(({ url }) => isChanges(url)).at(-1);
      expect(again?.headers.get('last-event-id')).to.match(/^\d+$/);
    } finally {
      Math.random = random;
      showAgain();
    }
    dispatchEvent(new Event('offline'));
    picker.remove();
    await waitUntil(isLeft, 'an element that was taken out does not listen');
  });

  it('loads a change when the page is shown again that it heard just before the page was hidden', async () => {
    const behind = backend();
    const picker = await listening(behind);
    const { random } = Math;
    try {
      const isHidden = new Promise<void>((done) => {
        // Drawn when a change is heard; the page is hidden before the wait that it begins has passed.
        Math.random = () => {
          Math.random = random;
          queueMicrotask(() => done(hide(true)));
          return 1;
        };
      });
      await behind.take('2025-11-12T10:00:00Z');
      await isHidden;
      expect(button(picker, '2025-11-12T10:00:00Z')).not.to.equal(undefined);
      hide(false);
      await gone(picker, '2025-11-12T10:00:00Z');
    } finally {
      Math.random = random;
      showAgain();
    }
  });

  it('asks for the times again when the page was hidden before the stream began, and a while has passed', async () => {
    let isHeld = true;
    const behind = backend({
      answer: ({ url, signal }) => (isHeld && isChanges(url) ? untilLeft(signal) : undefined),
    });
    const picker = document.createElement('cb-availability-picker') as CbAvailabilityPicker;
    const now = () => behind.server.clock.now();
    Object.assign(picker, { ...common, duration: 60, day: '2025-11-12', now, fetch: behind.fetch });
    await fixture(picker);
    await waitUntil(() => behind.count(isChanges) === 1, 'it begins to listen', { timeout: 8000 });
    const real = performance.now.bind(performance);
    try {
      hide(true);
      isHeld = false;
      await behind.take('2025-11-12T10:00:00Z');
      expect(button(picker, '2025-11-12T10:00:00Z')).not.to.equal(undefined);
      performance.now = () => real() + 60_000;
      hide(false);
      await gone(picker, '2025-11-12T10:00:00Z');
    } finally {
      Reflect.deleteProperty(performance, 'now');
      showAgain();
    }
  });

  it('goes on listening while the visitor turns to a month that is not known yet, and asks for none a second time', async () => {
    const behind = backend();
    const picker = await listening(behind);
    await quiet();
    const real = performance.now.bind(performance);
    const passWaits = keepWaits();
    try {
      performance.now = () => real() + 60_000;
      picker.day = '';
      picker.month = '2026-03';
      await picker.updateComplete;
      await waitUntil(() => behind.answered(/start_date=2026-0[23]/) > 0, 'March is there');
      await quiet();
      passWaits();
      await quiet();
    } finally {
      passWaits();
      Reflect.deleteProperty(performance, 'now');
    }
    expect(behind.count(isChanges)).to.equal(1);
    const times = behind.asked.map(({ url }) => url).filter(isTimes);
    expect(times).to.deep.equal([...new Set(times)]);
  });

  it('does not listen while it is off the screen', async () => {
    const behind = backend();
    const picker = document.createElement('cb-availability-picker') as CbAvailabilityPicker;
    Object.assign(picker, { ...common, duration: 60, now: () => behind.server.clock.now(), fetch: behind.fetch });
    const box = await fixture<HTMLElement>('<div style="padding-top: 5000px"></div>');
    box.append(picker);
    await picker.updateComplete;
    await waitUntil(() => starts(picker).length > 0, 'the times are there', { timeout: 5000 });
    await quiet();
    expect(behind.count(isChanges)).to.equal(0);
    picker.scrollIntoView();
    await listens(behind);
  });

  it('shares one stream among the pickers of a coach, and opens two at most', async () => {
    const behind = backend();
    const { fetch } = behind;
    const make = (coach: string) => {
      const picker = document.createElement('cb-availability-picker') as CbAvailabilityPicker;
      const now = () => behind.server.clock.now();
      return Object.assign(picker, { ...common, coach, duration: 60, now, fetch });
    };
    const { ana, lukas, maya } = seed.coaches;
    const box = await fixture<HTMLElement>('<div style="display: grid; grid-template-columns: repeat(4, 25%)"></div>');
    const pickers = [ana, ana, lukas, maya].map(make);
    box.append(...pickers);
    await Promise.all(pickers.map(({ updateComplete }) => updateComplete));
    await waitUntil(() => behind.count(isChanges) >= 2, undefined, { timeout: 8000 });
    await waitUntil(() => pickers.every((picker) => starts(picker).length > 0), 'all have times', { timeout: 8000 });
    await quiet();
    expect(behind.count(isChanges)).to.equal(2);
    pickers[0]?.remove();
    pickers[1]?.remove();
    await listens(behind, 3);
  });

  it('comes back by itself when the stream ends, and asks again for what it may have missed where the id is not taken', async () => {
    let streams = 0;
    const behind = backend({
      answer: (request) => {
        if (!isChanges(request.url)) return undefined;
        streams += 1;
        if (request.headers.has('last-event-id')) return Promise.reject(new TypeError('the header is not allowed'));
        const text = `retry: 50\nid: ${streams}\n\n`;
        return Promise.resolve(new Response(text, { headers: { 'content-type': 'text/event-stream' } }));
      },
    });
    await listening(behind);
    const before = behind.count(isTimes);
    await waitUntil(() => streams >= 3 && behind.count(isTimes) > before, 'asked again', { timeout: 10_000 });
  });
});
