import { expect, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import 'chai-a11y-axe';
import type { Booking } from '../../../src/contract/index.ts';
import type { BeforeBookEvent } from '../../../src/elements/base/booking-events.ts';
import { britishDays } from '../british-days.ts';
import {
  bookingsOf,
  chooseTime,
  fillPerson,
  find,
  findAll,
  focused,
  named,
  openScene,
  pressBook,
  seen,
  type,
} from './booking-scene.ts';

// Colours are judged when they have settled.
before(() => emulateMedia({ reducedMotion: 'reduce' }));
after(async () => {
  await emulateMedia({ reducedMotion: 'no-preference' });
  await setViewport({ width: 800, height: 600 });
});

const posts = (requests: readonly string[]) => requests.filter((request) => request === 'POST /booking').length;

describe('<cb-booking>, the whole journey', () => {
  it('books by mouse with name and e-mail alone, and passes axe at every step', async () => {
    const { element, requests } = await openScene();
    const steps: string[] = [];
    element.addEventListener('cb-step-change', ({ step }) => steps.push(step));
    await seen(element, 'button[part~="time"]');
    await expect(element).to.be.accessible();
    await chooseTime(element);
    expect(focused()?.textContent).to.equal('Your details');
    await expect(element).to.be.accessible();
    await fillPerson(element);
    const booked = new Promise<Booking>((done) => {
      element.addEventListener('cb-booked', ({ booking }) => done(booking), { once: true });
    });
    const submit = await seen(element, '[part="submit"]');
    expect(submit.textContent?.trim()).to.match(
      new RegExp(`^${britishDays('Book Wednesday 5 November')}, \\d\\d:\\d\\d$`),
    );
    submit.click();
    expect((await booked).status).to.equal('pending');
    await waitUntil(() => focused()?.textContent === 'Request sent');
    const page = find(element.shadowRoot as ShadowRoot, 'cb-booking-confirmation')?.shadowRoot?.textContent ?? '';
    expect(page).to.contain('Waiting for Ana Keller to confirm');
    expect(page).to.contain('60-minute session with Ana Keller');
    expect(page).to.contain('Wednesday, 5 November 2025');
    expect(page).to.contain('London (GMT)');
    expect(page).to.contain('Berlin (GMT+1)');
    await expect(element).to.be.accessible();
    expect(steps).to.deep.equal(['details', 'submitting', 'authenticating', 'submitting', 'booked']);
    expect(posts(requests)).to.equal(1);
  });

  it('books by keyboard alone', async () => {
    const { element } = await openScene();
    const time = await seen(element, 'button[part~="time"]');
    time.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.textContent === 'Your details');
    await sendKeys({ press: 'Tab' });
    expect(focused()?.textContent?.trim()).to.equal('Sign in');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Eva Marsh' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'eva@example.com' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Second line with Enter' });
    await sendKeys({ press: 'Tab' });
    expect(focused()?.textContent?.trim()).to.equal('Add guests');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.textContent === 'Request sent');
    await sendKeys({ press: 'Tab' });
    expect(focused()?.textContent?.trim()).to.equal('Move or cancel this booking');
  });

  it('books on a screen of 360 pixels without scrolling sideways', async () => {
    await setViewport({ width: 360, height: 740 });
    const { element } = await openScene({ width: 340 });
    await seen(element, 'button[part~="time"]');
    const overflows = () => document.documentElement.scrollWidth > 360;
    expect(overflows(), 'choosing').to.equal(false);
    await chooseTime(element);
    expect(overflows(), 'details').to.equal(false);
    const bar = await seen(element, '[part="choice"]');
    expect(bar.textContent).to.contain('Wednesday, 5 November 2025');
    const { top } = bar.getBoundingClientRect();
    expect(top, 'the choice is on screen').to.be.within(0, 740);
    await fillPerson(element);
    await pressBook(element);
    await seen(element, '[part="facts"]:is(dl)');
    expect(overflows(), 'booked').to.equal(false);
    await setViewport({ width: 800, height: 600 });
  });

  it('offers another booking and keeps who books', async () => {
    const { element } = await openScene();
    await chooseTime(element);
    await fillPerson(element);
    await pressBook(element);
    (await named(element, 'Book another time')).click();
    await chooseTime(element);
    expect((await seen(element, '[part="identity"]')).textContent).to.contain('Eva Marsh');
  });
});

describe('<cb-booking>, on the way', () => {
  it('keeps what was typed when the visitor goes back for another time', async () => {
    const { element } = await openScene();
    await chooseTime(element);
    await fillPerson(element);
    type(await seen<HTMLTextAreaElement>(element, '#field-notes'), 'About Berlin');
    (await named(element, 'Change time')).click();
    await seen(element, 'button[part~="time"]');
    await chooseTime(element);
    expect((await seen<HTMLInputElement>(element, '#field-name')).value).to.equal('Eva Marsh');
    expect((await seen<HTMLInputElement>(element, '#field-email')).value).to.equal('eva@example.com');
    expect((await seen<HTMLTextAreaElement>(element, '#field-notes')).value).to.equal('About Berlin');
  });

  it('puts the focus back among the times when the visitor goes back', async () => {
    const { element } = await openScene();
    await chooseTime(element);
    (await named(element, 'Change time')).click();
    const picker = find(element.shadowRoot as ShadowRoot, 'cb-availability-picker');
    await waitUntil(() => element.shadowRoot?.activeElement === picker);
  });

  it('keeps its height from step to step, and when the times arrive', async () => {
    const { element } = await openScene();
    const first = element.getBoundingClientRect().height;
    await seen(element, 'button[part~="time"]');
    expect(element.getBoundingClientRect().height).to.equal(first);
    await chooseTime(element);
    expect(element.getBoundingClientRect().height).to.equal(first);
  });

  it('keeps its place when it is moved in the document', async () => {
    const { element } = await openScene();
    await chooseTime(element);
    await fillPerson(element);
    const box = document.createElement('div');
    document.body.append(box);
    box.append(element);
    await element.updateComplete;
    expect((await seen<HTMLInputElement>(element, '#field-name')).value).to.equal('Eva Marsh');
    box.remove();
  });

  it('lets the page stop or hold a booking before it is sent', async () => {
    const { element, requests } = await openScene();
    const refuse = (event: BeforeBookEvent) => event.preventDefault();
    element.addEventListener('cb-before-book', refuse);
    await chooseTime(element);
    await fillPerson(element);
    await pressBook(element);
    await waitUntil(() => requests.includes('POST /auth/guest'));
    await waitUntil(() => element.status === 'details');
    expect(posts(requests)).to.equal(0);
    element.removeEventListener('cb-before-book', refuse);
    let release: ((allowed: boolean) => void) | undefined;
    element.addEventListener('cb-before-book', (event) => {
      event.waitUntil(new Promise((done) => (release = done)));
    });
    await pressBook(element);
    await waitUntil(() => release, 'the page holds it');
    expect(element.status).to.equal('submitting');
    expect(posts(requests)).to.equal(0);
    release?.(true);
    await seen(element, '[part="facts"]:is(dl)');
    expect(posts(requests)).to.equal(1);
  });
});

describe('<cb-booking>, where the server asks whether a person is booking', () => {
  it('sends the token that the page set, asks for another at the next try, and says why it was refused', async () => {
    const tokens: unknown[] = [];
    const scene = await openScene();
    const { element } = scene;
    scene.intercept = (request) =>
      request.method === 'POST' && request.url.endsWith('/booking') ? answer(request) : undefined;
    const answer = async (request: Request): Promise<Response> => {
      const { visitor_token } = await request.clone().json();
      tokens.push(visitor_token);
      if (visitor_token === 'token 2') return scene.mock.fetch(request);
      const detail = 'The check that a person is booking did not pass';
      return Response.json({ detail, code: 'visitor_not_verified', status: 400 }, { status: 400 });
    };
    let count = 0;
    element.addEventListener('cb-before-book', (event) => {
      event.waitUntil(
        Promise.resolve().then(() => {
          count += 1;
          event.visitorToken = `token ${count}`;
        }),
      );
    });
    await chooseTime(element);
    await fillPerson(element);
    await pressBook(element);
    const problem = await seen(element, '[part~="problem"]');
    expect(problem.textContent).to.contain('The check that a person is booking did not pass');
    await pressBook(element);
    await seen(element, '[part="facts"]:is(dl)');
    expect(tokens).to.deep.equal(['token 1', 'token 2']);
  });
});

describe('<cb-booking>, with what a backend has', () => {
  it('books where the coach’s profile cannot be read', async () => {
    const { element, requests } = await openScene({ without: ['/coaches'] });
    await chooseTime(element);
    const heading = await seen(element, 'h2[part="name"]');
    await waitUntil(() => heading.textContent === 'Book a session', 'a heading without a name');
    await fillPerson(element);
    await pressBook(element);
    const page = await seen(element, '[part="facts"]:is(dl)');
    expect(page.textContent).to.contain('60-minute session');
    expect(posts(requests)).to.equal(1);
  });

  it('leads to an account where the backend has only the guide’s calls, and books', async () => {
    const { element, requests } = await openScene({
      without: ['/auth/guest', '/auth/me', '/booking/coach/323e4567-e89b-12d3-a456-426614174000/availability/next'],
    });
    await chooseTime(element);
    await fillPerson(element);
    await pressBook(element);
    const signIn = await seen(element, 'cb-sign-in');
    await waitUntil(() => focused()?.textContent === 'Create an account');
    await expect(element).to.be.accessible();
    expect((await seen<HTMLInputElement>(signIn, '#field-email')).value).to.equal('eva@example.com');
    type(await seen<HTMLInputElement>(signIn, '#field-password'), 'long enough');
    (await seen(signIn, '[part="submit"]')).click();
    await seen(element, '[part="facts"]:is(dl)');
    expect(posts(requests)).to.equal(1);
  });

  it('offers no account where the backend has neither guests nor sign-up', async () => {
    const { element, requests } = await openScene({ without: ['/auth/guest', '/auth/signup'] });
    await chooseTime(element);
    await fillPerson(element);
    await pressBook(element);
    const signIn = await seen(element, 'cb-sign-in');
    await waitUntil(() => focused()?.textContent === 'Sign in');
    await waitUntil(() => requests.includes('POST /auth/signup'));
    await element.updateComplete;
    expect((await seen<HTMLInputElement>(signIn, '#field-email')).value).to.equal('eva@example.com');
    expect(signIn.shadowRoot?.textContent).not.to.match(/No account|Create/);
    await expect(element).to.be.accessible();
    type(await seen<HTMLInputElement>(signIn, '#field-email'), 'client@example.com');
    type(await seen<HTMLInputElement>(signIn, '#field-password'), 'password123');
    (await seen(signIn, '[part="submit"]')).click();
    await seen(element, '[part="facts"]:is(dl)');
    expect(requests.filter((request) => request === 'POST /auth/signup')).to.have.length(1);
  });

  it('asks for availability before the coach’s profile has come', async () => {
    const { requests } = await openScene();
    await waitUntil(() => requests.length > 1);
    expect(requests[0]).to.contain('/availability');
    expect(requests[1]).to.contain('/coaches/');
  });

  it('asks each thing once for two widgets on a page, which book on their own', async () => {
    const { element, mock, requests } = await openScene();
    const twin = document.createElement('cb-booking');
    const { api, coach, fetch, locale, timeZone } = element;
    Object.assign(twin, { api, coach, fetch, locale, timeZone, now: element.now });
    element.after(twin);
    await seen(twin, 'button[part~="time"]');
    await seen(element, 'button[part~="time"]');
    expect(requests.filter((request) => request.includes('/coaches/'))).to.have.length(1);
    await chooseTime(element);
    expect(twin.status).to.equal('choosing');
    await fillPerson(element);
    const before = await bookingsOf(mock);
    await pressBook(element);
    await seen(element, '[part="facts"]:is(dl)');
    expect(await bookingsOf(mock)).to.equal(before + 1);
    expect(twin.status).to.equal('choosing');
    twin.remove();
  });
});

describe('<cb-booking>, opened by a signed link', () => {
  const here = location.href;
  // Its dozen modules take a while to come from the test server.
  before(() => import('../../../src/elements/bookings/bookings.ts'));
  afterEach(() => {
    history.replaceState(null, '', here);
    for (const element of document.body.querySelectorAll(':scope > cb-booking')) element.remove();
  });

  it('shows the booking of the link, and times again on request', async () => {
    const { element, mock } = await openScene();
    await chooseTime(element);
    await fillPerson(element);
    await pressBook(element);
    const link = (await named(element, 'Move or cancel this booking')).getAttribute('href') ?? '';
    element.remove();
    history.replaceState(null, '', link);
    const later = document.createElement('cb-booking');
    const { api, coach, locale, timeZone, now } = element;
    // Another visit: nobody is signed in.
    const fetch = (request: Request) => mock.fetch(request);
    Object.assign(later, { api, coach, locale, timeZone, now, fetch });
    document.body.append(later);
    const booking = await seen(later, '[part~="booking"]');
    await waitUntil(() => booking.textContent?.includes('Ana Keller'), 'the coach has a name', { timeout: 5000 });
    await expect(later).to.be.accessible();
    (await named(later, 'Book another time')).click();
    await chooseTime(later);
    expect(await seen(later, '#field-name')).to.be.instanceOf(HTMLInputElement);
    expect(location.search).not.to.contain('cb-booking');
    later.remove();
  });
});

describe('<cb-booking>, placed wrongly', () => {
  const silent = console.error;
  let said: string[] = [];
  beforeEach(() => {
    said = [];
    console.error = (text: string) => said.push(text);
  });
  afterEach(() => {
    console.error = silent;
  });

  it('says which attribute it lacks, on the page and in the console, and shows the content inside it', async () => {
    const { element } = await openScene({ set: { api: '' } });
    element.innerHTML = '<a href="mailto:ana@example.com">Write to Ana</a>';
    const message = await seen(element, '[part="developer"]');
    expect(message.textContent).to.contain('<cb-booking> needs an api attribute');
    expect(said.join()).to.contain('<cb-booking> needs an api attribute');
    expect(find(element, 'a')?.checkVisibility()).to.equal(true);
  });

  it('hides the content inside it once it works', async () => {
    const { element } = await openScene();
    element.innerHTML = '<a href="mailto:ana@example.com">Write to Ana</a>';
    expect(find(element, 'a')?.checkVisibility()).to.equal(false);
    expect(findAll(element.shadowRoot as ShadowRoot, '[part="developer"]')).to.have.length(0);
  });
});
