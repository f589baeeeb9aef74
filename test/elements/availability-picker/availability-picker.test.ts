import { aTimeout, expect, fixture, fixtureCleanup, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { CbAvailabilityPicker } from '../../../src/elements/availability-picker/availability-picker.ts';
import { register } from '../../../src/elements/base/register.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { createMockServer, type MockServerOptions, seed } from '../../../src/mock/index.ts';
import { britishDays } from '../british-days.ts';
import { allInside, focused, inside, once, textOf } from '../deep.ts';
import { resetMedia, schemes, useScheme } from '../media.ts';

register('cb-availability-picker', CbAvailabilityPicker);

interface Setting extends MockServerOptions {
  readonly coachId?: string;
  /** Answers in the server's place. */
  readonly answer?: (request: Request) => Promise<Response> | undefined;
}

/** A picker in front of a mock of its own, whose clock stands at the guide's day unless told. */
function setUp(
  { coachId = seed.coaches.ana, answer, ...mock }: Setting = {},
  extra: Partial<CbAvailabilityPicker> = {},
) {
  const server = createMockServer({ clock: '2025-11-05T10:30:00Z', ...mock });
  const picker = document.createElement('cb-availability-picker') as CbAvailabilityPicker;
  Object.assign(picker, {
    api: 'https://api.example.com',
    coach: coachId,
    duration: 60,
    locale: 'en-GB',
    timeZone: 'Europe/Berlin',
    now: () => server.clock.now(),
    fetch: (request: Request) => answer?.(request) ?? server.fetch(request),
    ...extra,
  });
  return { picker, server };
}

async function open(setting: Setting = {}, extra: Partial<CbAvailabilityPicker> = {}) {
  const { picker } = setUp(setting, extra);
  await fixture(picker);
  await loaded(picker);
  return picker;
}

const grid = (picker: Element) => inside<HTMLElement & { month: string; loading: boolean }>(picker, 'cb-month-grid');
const list = (picker: Element) => inside(picker, 'cb-slot-list');
const zones = (picker: Element) => inside(picker, 'cb-time-zone-picker');
const day = (picker: Element, date: string) => inside(grid(picker), `[data-date="${date}"]`);
const heading = (picker: Element) => textOf(inside(list(picker), 'h3')).replace(',', '');
const times = (picker: Element) => allInside(list(picker), '.time').map(textOf);
const wayOn = (picker: Element) =>
  picker.shadowRoot?.querySelector('cb-next-slot')?.shadowRoot?.querySelector<HTMLElement>('[part="go"]');
const loaded = (picker: Element) => waitUntil(() => !grid(picker).loading, 'the times are there', { timeout: 8000 });

/** As if the visitor had chosen it from the list. */
async function changeZone(picker: CbAvailabilityPicker, timeZone: string) {
  picker.timeZone = timeZone;
  await picker.updateComplete;
  await aTimeout(0);
  await loaded(picker);
  await picker.updateComplete;
}

describe('cb-availability-picker', () => {
  afterEach(resetMedia);

  it('asks for the times before it draws anything', async () => {
    const { picker } = setUp();
    let drawn: boolean | undefined;
    picker.client = {
      ...sharedClient({ api: picker.api, fetch: picker.fetch }),
      getAvailability() {
        drawn = picker.shadowRoot?.querySelector('.box') !== null;
        return new Promise(() => undefined);
      },
    };
    await fixture(picker);
    expect(drawn).to.equal(false);
    expect(picker.shadowRoot?.querySelector('.box')).not.to.equal(null);
  });

  it('shows the first open day and its times without a press', async () => {
    const picker = await open();
    expect(heading(picker)).to.equal('Wednesday 5 November 2025');
    expect(times(picker)[0]).to.equal('12:00');
    expect(day(picker, '2025-11-05').getAttribute('aria-pressed')).to.equal('true');
    const count = allInside(list(picker), '.time').length;
    expect(day(picker, '2025-11-05').getAttribute('aria-label')).to.contain(`${count} times open`);
  });

  it('fires cb-slot-select with the slot and the zone, out of every shadow root', async () => {
    const picker = await open();
    setTimeout(() => allInside(list(picker), '.time')[0]?.click());
    const event = await once(document, 'cb-slot-select');
    expect(event.slot).to.include({ start: '2025-11-05T11:00:00Z', end: '2025-11-05T12:00:00Z', duration_minutes: 60 });
    expect(event.timeZone).to.equal('Europe/Berlin');
    await picker.updateComplete;
    expect(picker.selected).to.equal('2025-11-05T11:00:00Z');
    expect(allInside(list(picker), '[aria-pressed="true"]').map(textOf)).to.deep.equal(['12:00']);
  });

  it('shows the times of a day that is chosen, and says how many', async () => {
    const picker = await open();
    setTimeout(() => day(picker, '2025-11-14').click());
    expect((await once(document, 'cb-day-select')).day).to.equal('2025-11-14');
    await picker.updateComplete;
    expect(heading(picker)).to.equal('Friday 14 November 2025');
    await waitUntil(() =>
      /^\d+ times open on Friday,? 14 November 2025$/.test(textOf(inside(picker, '[role="status"]'))),
    );
  });

  it('keeps its geometry from loading to loaded and from month to month', async () => {
    const { picker } = setUp({ latency: 150 });
    await fixture(picker);
    const boxes = () =>
      [grid(picker), zones(picker), inside(picker, '.times'), inside(picker, 'cb-next-times')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map(Math.round).join(' ');
      });
    await waitUntil(
      () => grid(picker).shadowRoot?.querySelector('table') && zones(picker).shadowRoot?.firstElementChild,
    );
    expect(grid(picker).loading).to.equal(true);
    const before = boxes();
    await loaded(picker);
    await picker.updateComplete;
    expect(boxes()).to.deep.equal(before);
    for (const month of ['2025-12', '2026-02', '2026-03']) {
      picker.month = month;
      await picker.updateComplete;
      expect(boxes(), month).to.deep.equal(before);
      await loaded(picker);
      expect(boxes(), month).to.deep.equal(before);
    }
  });

  it('keeps the chosen time when the zone changes, moves to its day there, and comes back', async () => {
    const picker = await open();
    day(picker, '2025-11-14').click();
    await picker.updateComplete;
    allInside(list(picker), '.time')[0]?.click();
    const chosen = picker.selected;
    expect([heading(picker), times(picker)[0], chosen]).to.deep.equal([
      'Friday 14 November 2025',
      '09:00',
      '2025-11-14T08:00:00Z',
    ]);
    await changeZone(picker, 'America/Los_Angeles');
    expect(heading(picker)).to.equal('Friday 14 November 2025');
    await changeZone(picker, 'Pacific/Honolulu');
    expect(picker.selected).to.equal(chosen);
    expect(heading(picker)).to.equal('Thursday 13 November 2025');
    expect(allInside(list(picker), '[aria-pressed="true"]').map(textOf)).to.deep.equal(['22:00']);
    expect(day(picker, '2025-11-13').getAttribute('aria-pressed')).to.equal('true');
    await changeZone(picker, 'Europe/Berlin');
    expect(heading(picker)).to.equal('Friday 14 November 2025');
    expect(allInside(list(picker), '[aria-pressed="true"]').map(textOf)).to.deep.equal(['09:00']);
  });

  it('follows the chosen time into another month when the zone changes', async () => {
    const picker = await open({}, { selected: '2025-12-01T08:00:00Z' });
    expect(grid(picker).month).to.equal('2025-12');
    await changeZone(picker, 'Pacific/Honolulu');
    expect(grid(picker).month).to.equal('2025-11');
    expect(heading(picker)).to.equal('Sunday 30 November 2025');
    await changeZone(picker, 'Europe/Berlin');
    expect(grid(picker).month).to.equal('2025-12');
    expect(heading(picker)).to.equal('Monday 1 December 2025');
  });

  it('shows both passes of a repeated hour with their offsets', async () => {
    const slots = ['2025-10-25T23:30:00Z', '2025-10-26T00:30:00Z', '2025-10-26T01:30:00Z'].map((start) => ({
      start,
      end: new Date(Date.parse(start) + 3_600_000).toISOString(),
      duration_minutes: 60,
    }));
    const answer = async () => Response.json({ coach_id: seed.coaches.ana, available_slots: slots });
    const picker = await open({ clock: '2025-10-01T10:00:00Z', answer }, { day: '2025-10-26' });
    expect(times(picker)).to.deep.equal(['01:30', '02:30 GMT+2', '02:30 GMT+1']);
  });

  it('says of an empty month when the next slot is, and goes there', async () => {
    // One hour every four weeks: 17 December is over, 14 January is the next.
    const picker = await open({ coachId: seed.coaches.rania, clock: '2025-12-18T10:00:00Z' });
    await waitUntil(() => wayOn(picker), 'the next slot is found', { timeout: 5000 });
    expect(textOf(inside(picker, '.times'))).to.equal('No times in December 2025.');
    expect(textOf(wayOn(picker) ?? picker)).to.match(/^Next open time: Wednesday,? 14 January, 15:00$/);
    wayOn(picker)?.click();
    await loaded(picker);
    await waitUntil(() => times(picker).length > 0);
    expect(heading(picker)).to.equal('Wednesday 14 January 2026');
    await waitUntil(() => focused()?.localName === 'h3', 'focus goes along');
  });

  it('says of an empty day when the next slot is', async () => {
    const picker = await open({ coachId: seed.coaches.rania });
    day(picker, '2025-11-10').click();
    await waitUntil(() => wayOn(picker));
    expect(textOf(inside(list(picker), '[part="empty"]'))).to.match(/^No times open on Monday,? 10 November 2025\.$/);
    expect(textOf(wayOn(picker) ?? picker)).to.match(/^Next open time: Wednesday,? 19 November, 15:00$/);
  });

  it('says what went wrong and tries again', async () => {
    let broken = true;
    const refuse = async () => Response.json({ detail: 'down', code: 'internal' }, { status: 500 });
    const { picker } = setUp({ answer: () => (broken ? refuse() : undefined) });
    await fixture(picker);
    await waitUntil(() => picker.shadowRoot?.querySelector('[role="alert"]'), 'the failure is said', { timeout: 9000 });
    expect(textOf(inside(picker, '[role="alert"]'))).to.equal('The times could not be loaded. Try again');
    await expect(picker).to.be.accessible();
    broken = false;
    inside(picker, '[role="alert"] button').click();
    await waitUntil(() => picker.shadowRoot?.querySelector('cb-slot-list') && times(picker).length > 0, '', {
      timeout: 5000,
    });
    expect(picker.shadowRoot?.activeElement === inside(picker, '.times'), 'focus is not lost').to.equal(true);
  }).timeout(20_000);

  it('asks again by itself when the browser is online again', async () => {
    let online = false;
    const unreachable = () => Promise.reject(new TypeError('Failed to fetch'));
    const { picker } = setUp({ answer: () => (online ? undefined : unreachable()) });
    await fixture(picker);
    await waitUntil(() => picker.shadowRoot?.querySelector('[role="alert"]'), 'the failure is said', { timeout: 9000 });
    online = true;
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => picker.shadowRoot?.querySelector('cb-slot-list') && times(picker).length > 0, '', {
      timeout: 5000,
    });
  }).timeout(20_000);

  it('offers the first time of each of the next open days', async () => {
    const picker = await open();
    await waitUntil(() => inside(picker, 'cb-next-times').shadowRoot?.querySelector('button'));
    const chips = allInside(inside(picker, 'cb-next-times'), 'button');
    expect(chips.map(textOf)).to.deep.equal(['Wed 5 Nov 12:00', 'Thu 6 Nov 09:00', 'Fri 7 Nov 10:00'].map(britishDays));
    setTimeout(() => chips[1]?.click());
    const event = await once(document, 'cb-slot-select');
    expect(event.slot.start).to.equal('2025-11-06T08:00:00Z');
    await picker.updateComplete;
    expect(heading(picker)).to.equal('Thursday 6 November 2025');
  });

  it('offers the lengths of a session with their prices and asks for the one chosen', async () => {
    const picker = await open({ coachId: seed.coaches.isla }, { duration: 0 });
    await waitUntil(() => picker.shadowRoot?.querySelector('cb-duration-picker')?.shadowRoot);
    const durations = inside(picker, 'cb-duration-picker');
    const labels = allInside(durations, 'label');
    expect(labels.map(textOf)).to.deep.equal(['30 min A$80', '60 min A$150']);
    setTimeout(() => labels[0]?.click());
    expect((await once(document, 'cb-duration-change')).minutes).to.equal(30);
    await waitUntil(() => grid(picker).loading === false && times(picker).length > 0);
    setTimeout(() => allInside(list(picker), '.time')[0]?.click());
    expect((await once(document, 'cb-slot-select')).slot.duration_minutes).to.equal(30);
  });

  it('shows no lengths where the backend has no profiles', async () => {
    const noProfiles = (request: Request) =>
      new URL(request.url).pathname.startsWith('/coaches')
        ? Promise.resolve(new Response('', { status: 404 }))
        : undefined;
    const picker = await open({ coachId: seed.coaches.isla, answer: noProfiles }, { duration: 0 });
    expect(times(picker).length).to.be.greaterThan(0);
    expect(allInside(picker, 'cb-duration-picker')).to.deep.equal([]);
  });

  it('switches the clock everywhere', async () => {
    const picker = await open();
    allInside(zones(picker), '.clock button')[0]?.click();
    await picker.updateComplete;
    await waitUntil(() => /^12:00\spm$/.test(times(picker)[0] ?? ''));
    sessionStorage.clear();
    picker.hourCycle = 'h23';
    await picker.updateComplete;
    await waitUntil(() => times(picker)[0] === '12:00');
  });

  it('brings the times into view, and focus with them, on a phone', async () => {
    await setViewport({ width: 360, height: 640 });
    const picker = await open();
    day(picker, '2025-11-14').click();
    await waitUntil(() => focused()?.localName === 'h3', 'the heading has focus');
    await waitUntil(() => {
      const { top } = inside(list(picker), 'h3').getBoundingClientRect();
      return top >= 0 && top < 320;
    }, 'the times are in view');
    expect(heading(picker)).to.equal('Friday 14 November 2025');
  });

  it('moves to the times beside the month when a key chose the day, and leaves a pointer where it is', async () => {
    const picker = await open();
    const focus: FocusOptions & { focusVisible: boolean } = { focusVisible: true };
    day(picker, '2025-11-14').focus(focus);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.localName === 'h3', 'the times have focus');
    expect(heading(picker)).to.equal('Friday 14 November 2025');
    await sendKeys({ press: 'Tab' });
    expect(focused()?.getAttribute('data-start'), 'the first time is next').to.match(/^2025-11-14T/);
    const { left, top } = day(picker, '2025-11-18').getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + 9), Math.round(top + 9)] });
    await waitUntil(() => heading(picker) === 'Tuesday 18 November 2025', 'the times are shown');
    await picker.updateComplete;
    await nextFrame();
    expect((focused() as HTMLElement | null)?.dataset.date).to.equal('2025-11-18');
  });

  for (const width of [320, 360, 768, 1280]) {
    it(`overflows nowhere at ${width} px`, async () => {
      await setViewport({ width, height: 700 });
      const picker = await open({ coachId: seed.coaches.isla }, { duration: 0 });
      await waitUntil(() => picker.shadowRoot?.querySelector('cb-duration-picker'));
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
      const narrowest = Math.min(...allInside(grid(picker), '.day').map((cell) => cell.getBoundingClientRect().height));
      expect(narrowest).to.be.at.least(40);
    });
  }

  it('tells whoever placed it what it lacks', async () => {
    const picker = document.createElement('cb-availability-picker') as CbAvailabilityPicker;
    await fixture(picker);
    await waitUntil(() => picker.shadowRoot?.querySelector('[part="developer"]'));
    expect(textOf(inside(picker, '[part="developer"]'))).to.equal('cb-availability-picker needs api, coach.');
  });

  it('goes on after it was moved on the page', async () => {
    const picker = await open();
    const parent = picker.parentElement;
    picker.remove();
    parent?.append(picker);
    await picker.updateComplete;
    await loaded(picker);
    day(picker, '2025-11-20').click();
    await picker.updateComplete;
    expect(heading(picker)).to.equal('Thursday 20 November 2025');
    expect(times(picker).length).to.be.greaterThan(0);
  });

  for (const scheme of schemes) {
    it(`has no accessibility violations loading, open, with a time chosen, and empty (${scheme})`, async () => {
      await useScheme(scheme);
      const { picker } = setUp({ latency: 100_000 });
      await fixture(picker);
      await expect(picker).to.be.accessible();
      fixtureCleanup();
      const ready = await open({ coachId: seed.coaches.isla }, { duration: 0 });
      allInside(list(ready), '.time')[1]?.click();
      await ready.updateComplete;
      await expect(ready).to.be.accessible();
      fixtureCleanup();
      const empty = await open({ coachId: seed.coaches.rania, clock: '2025-12-18T10:00:00Z' });
      await waitUntil(() => wayOn(empty));
      await expect(empty).to.be.accessible();
    });
  }
});
