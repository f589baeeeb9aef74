import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import 'chai-a11y-axe';
import { register } from '../../../src/elements/base/register.ts';
import { CbBookingForm } from '../../../src/elements/booking-form/booking-form.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import {
  API,
  chooseTime,
  fillPerson,
  findAll,
  focused,
  named,
  openScene,
  pressBook,
  type Scene,
  seen,
  type,
} from '../booking/booking-scene.ts';
import { britishDays } from '../british-days.ts';

register('cb-booking-form', CbBookingForm);

before(() => emulateMedia({ reducedMotion: 'reduce' }));
after(() => emulateMedia({ reducedMotion: 'no-preference' }));

const posts = ({ requests }: Scene) => requests.filter((request) => request === 'POST /booking').length;
const isBooking = (request: Request) => request.method === 'POST' && new URL(request.url).pathname === '/booking';

/** A token as the page's own server would get it. */
async function tokenOf({ mock }: Scene): Promise<string> {
  const body = JSON.stringify({ email: 'client@example.com', password: 'password123' });
  const headers = { 'content-type': 'application/json' };
  const reply = await mock.fetch(new Request(`${API}/auth/login`, { method: 'POST', headers, body }));
  return (await reply.json()).access_token;
}

/** Up to the button that books, all filled in. */
async function filled(scene: Scene): Promise<void> {
  await chooseTime(scene.element);
  await fillPerson(scene.element);
}

describe('<cb-booking-form>, with something to correct', () => {
  it('lists the errors on top, puts the focus there, and leads to the fields', async () => {
    const scene = await openScene();
    await chooseTime(scene.element);
    await pressBook(scene.element);
    const summary = await seen(scene.element, '[part="error-summary"]');
    await waitUntil(() => focused() === summary);
    expect(summary.textContent).to.contain('2 things to correct');
    await expect(scene.element).to.be.accessible();
    (await named(scene.element, 'Enter your e-mail address')).click();
    expect(focused()?.id).to.equal('field-email');
    expect(posts(scene)).to.equal(0);
  });

  it('says the error beside its field and takes it away once it is corrected', async () => {
    const scene = await openScene();
    await chooseTime(scene.element);
    await fillPerson(scene.element, 'Eva', 'eva at example');
    await pressBook(scene.element);
    const email = await seen<HTMLInputElement>(scene.element, '#field-email');
    await waitUntil(() => email.getAttribute('aria-invalid') === 'true');
    const described = email.getAttribute('aria-describedby')?.split(' ')[0] ?? '';
    const root = email.getRootNode() as ShadowRoot;
    expect(root.getElementById(described)?.textContent).to.contain('such as name@example.com');
    type(email, 'eva@example.com');
    await waitUntil(() => email.getAttribute('aria-invalid') === 'false');
    expect(findAll(root, '[part="error-summary"]')).to.have.length(0);
  });

  it('counts the notes and refuses more than 1,000 characters without cutting them', async () => {
    const scene = await openScene();
    await filled(scene);
    const notes = await seen<HTMLTextAreaElement>(scene.element, '#field-notes');
    type(notes, 'x'.repeat(1003));
    await seen(scene.element, '#field-notes-count');
    await waitUntil(() => (notes.getRootNode() as ShadowRoot).textContent?.includes('1,003 of 1,000 characters'));
    await pressBook(scene.element);
    const summary = await seen(scene.element, '[part="error-summary"]');
    expect(summary.textContent).to.contain('Shorten the notes by 3 characters');
    expect(notes.value).to.have.length(1003);
  });

  it('asks the coach’s questions and checks the answers as the server would', async () => {
    const { seed } = createMockServer();
    const scene = await openScene({ coach: seed.coaches.tomas });
    await filled(scene);
    await seen(scene.element, 'fieldset, select');
    await expect(scene.element).to.be.accessible();
    await pressBook(scene.element);
    const summary = await seen(scene.element, '[part="error-summary"]');
    expect(summary.querySelectorAll('a').length).to.be.greaterThan(1);
    await expect(scene.element).to.be.accessible();
    (summary.querySelector('a') as HTMLElement).click();
    expect(focused()?.id).to.match(/^field-answers-/);
  });

  it('shows at its field what the server refuses', async () => {
    const scene = await openScene();
    await filled(scene);
    scene.intercept = (request) =>
      isBooking(request)
        ? Response.json(
            {
              detail: 'The request is not valid',
              code: 'invalid_request',
              errors: [{ field: 'body.notes', message: 'must be nicer' }],
            },
            { status: 422 },
          )
        : undefined;
    await pressBook(scene.element);
    const summary = await seen(scene.element, '[part="error-summary"]');
    expect(summary.textContent).to.contain('Must be nicer');
    const notes = await seen(scene.element, '#field-notes');
    expect(notes.getAttribute('aria-invalid')).to.equal('true');
  });
});

describe('<cb-booking-form>, while it books', () => {
  it('sends one request however often the button is pressed, and says that it works', async () => {
    const scene = await openScene();
    await filled(scene);
    let release = () => {};
    const gate = new Promise<void>((done) => (release = done));
    scene.intercept = (request) => (isBooking(request) ? gate.then(() => scene.mock.fetch(request)) : undefined);
    const button = await seen(scene.element, '[part="submit"]');
    button.click();
    button.click();
    await waitUntil(() => posts(scene) > 0);
    button.click();
    await sendKeys({ press: 'Enter' });
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(button.textContent).to.contain('Booking…');
    release();
    await seen(scene.element, '[part="facts"]:is(dl)');
    expect(posts(scene)).to.equal(1);
  });

  it('stays when the time was taken, keeps what was typed, and books the nearest time instead', async () => {
    const scene = await openScene({ scenario: 'slot-taken' });
    await filled(scene);
    type(await seen<HTMLTextAreaElement>(scene.element, '#field-notes'), 'About Berlin');
    await pressBook(scene.element);
    const panel = await seen(scene.element, '[part="taken"]');
    await waitUntil(() => focused() === panel);
    expect(panel.textContent).to.contain('This time was just taken');
    await waitUntil(() => panel.querySelectorAll('[part="nearest"]').length === 3);
    await expect(scene.element).to.be.accessible();
    expect((await seen<HTMLTextAreaElement>(scene.element, '#field-notes')).value).to.equal('About Berlin');
    (panel.querySelector('[part="nearest"]') as HTMLElement).click();
    await waitUntil(() => focused()?.getAttribute('part') === 'submit');
    await sendKeys({ press: 'Enter' });
    const facts = await seen(scene.element, '[part="facts"]:is(dl)');
    expect(facts.textContent).to.contain('About Berlin');
  });

  const failures = [
    {
      name: 'no network',
      reply: () => Promise.reject(new TypeError('Failed to fetch')),
      says: 'Check your internet connection',
    },
    { name: 'a broken server', reply: () => new Response('<h1>502</h1>', { status: 502 }), says: 'has a problem' },
    {
      name: 'a reply that is not ours',
      reply: () => Response.json({ hello: 'world' }, { status: 201 }),
      says: 'could not be read',
    },
    {
      name: 'an account that may not book',
      reply: () => Response.json({ detail: 'Only clients can create bookings' }, { status: 403 }),
      says: 'This account cannot book',
    },
  ];
  for (const { name, reply, says } of failures) {
    it(`says what happened and what to do on ${name}, and keeps what was typed`, async function () {
      this.timeout(20_000);
      const scene = await openScene();
      await filled(scene);
      type(await seen<HTMLTextAreaElement>(scene.element, '#field-notes'), 'About Berlin');
      scene.intercept = (request) => (isBooking(request) ? reply() : undefined);
      await pressBook(scene.element);
      await waitUntil(() => findAll(scene.element.shadowRoot as ShadowRoot, '[part="problem"]').length, 'a problem', {
        timeout: 15_000,
      });
      const panel = await seen(scene.element, '[part="problem"]');
      expect(panel.textContent).to.contain(says);
      await waitUntil(() => focused() === panel);
      await expect(scene.element).to.be.accessible();
      expect((await seen<HTMLTextAreaElement>(scene.element, '#field-notes')).value).to.equal('About Berlin');
    });
  }

  it('books once after a retry, under the key of the first try', async function () {
    this.timeout(20_000);
    const scene = await openScene();
    await filled(scene);
    const keys: (string | null)[] = [];
    scene.intercept = (request) => {
      if (!isBooking(request)) return undefined;
      keys.push(request.headers.get('idempotency-key'));
      // The client tries three times by itself before it tells the visitor.
      return keys.length <= 3 ? new Response('', { status: 503 }) : undefined;
    };
    await pressBook(scene.element);
    await waitUntil(() => keys.length === 3, 'three tries', { timeout: 10_000 });
    (await seen(scene.element, '[part~="retry"]')).click();
    await seen(scene.element, '[part="facts"]:is(dl)');
    expect(keys).to.have.length(4);
    expect(new Set(keys).size).to.equal(1);
  });

  it('sends a booking that had no connection once, under its first key, when the browser is online again', async function () {
    this.timeout(20_000);
    const scene = await openScene();
    await filled(scene);
    const keys: (string | null)[] = [];
    let online = false;
    scene.intercept = (request) => {
      if (!isBooking(request)) return undefined;
      keys.push(request.headers.get('idempotency-key'));
      return online ? undefined : Promise.reject(new TypeError('Failed to fetch'));
    };
    await pressBook(scene.element);
    const panel = await seen(scene.element, '[part="problem"]');
    expect(panel.textContent).to.contain('as soon as you are online again');
    expect(panel.textContent).to.contain('Not sent yet');
    const tries = keys.length;
    online = true;
    window.dispatchEvent(new Event('online'));
    await seen(scene.element, '[part="facts"]:is(dl)');
    window.dispatchEvent(new Event('online'));
    expect(keys).to.have.length(tries + 1);
    expect(new Set(keys).size).to.equal(1);
  });

  it('counts down while the server asks to wait, and sends nothing until then', async () => {
    const scene = await openScene();
    await filled(scene);
    scene.intercept = (request) =>
      isBooking(request)
        ? Response.json({ detail: 'no' }, { status: 429, headers: { 'retry-after': '40' } })
        : undefined;
    await pressBook(scene.element);
    const retry = await seen(scene.element, '[part~="retry"]');
    expect(retry.textContent).to.match(/Try again in (40|39) s/);
    expect(retry.getAttribute('aria-disabled')).to.equal('true');
    const sent = posts(scene);
    retry.click();
    await pressBook(scene.element);
    expect(posts(scene)).to.equal(sent);
  });

  it('has one button to try again: the one that books', async () => {
    const scene = await openScene();
    await filled(scene);
    scene.intercept = (request) =>
      isBooking(request) ? Response.json({ detail: 'The studio is being painted' }, { status: 400 }) : undefined;
    await pressBook(scene.element);
    const panel = await seen(scene.element, '[part="problem"]');
    expect(panel.querySelector('button')).to.equal(null);
    const button = await seen(scene.element, '[part~="submit"]');
    expect(button.textContent?.trim()).to.equal('Try again');
  });

  it('strikes out the time that was taken, not its day', async () => {
    const scene = await openScene({ scenario: 'slot-taken' });
    await filled(scene);
    await pressBook(scene.element);
    await seen(scene.element, '[part="taken"]');
    const struck = await seen(scene.element, '[part="choice"] s');
    expect(struck.textContent).to.match(/^\d\d:\d\d–\d\d:\d\d$/);
  });
});

describe('<cb-booking-form>, who books', () => {
  it('lets the visitor sign in instead, shows who they are, and books', async () => {
    const scene = await openScene();
    await chooseTime(scene.element);
    (await named(scene.element, 'Sign in')).click();
    await waitUntil(() => focused()?.textContent === 'Sign in' && focused()?.localName === 'h3');
    const signIn = await seen(scene.element, 'cb-sign-in');
    type(await seen<HTMLInputElement>(signIn, '#field-email'), 'client@example.com');
    type(await seen<HTMLInputElement>(signIn, '#field-password'), 'password123');
    (await seen(signIn, '[part="submit"]')).click();
    expect((await seen(scene.element, '[part="identity"]')).textContent).to.contain('client@example.com');
    expect(findAll(scene.element.shadowRoot as ShadowRoot, '#field-name')).to.have.length(0);
    await waitUntil(() => focused()?.textContent === 'Your details');
    await pressBook(scene.element);
    await seen(scene.element, '[part="facts"]:is(dl)');
    expect(scene.requests).not.to.include('POST /auth/guest');
  });

  it('lets a guest correct name and e-mail, with what was typed still there and the focus on it', async () => {
    const scene = await openScene();
    await filled(scene);
    scene.intercept = (request) =>
      isBooking(request) ? Response.json({ detail: 'The studio is being painted' }, { status: 400 }) : undefined;
    await pressBook(scene.element);
    const identity = await seen(scene.element, '[part="identity"] p');
    expect(identity.textContent?.trim()).to.equal('Booking as Eva Marsh, eva@example.com');
    (await named(scene.element, 'Change name or e-mail')).click();
    await waitUntil(() => focused()?.id === 'field-name', 'the name has the focus');
    expect((focused() as HTMLInputElement).value).to.equal('Eva Marsh');
    const email = await seen<HTMLInputElement>(scene.element, '#field-email');
    expect(email.value).to.equal('eva@example.com');
    type(email, 'eva.marsh@example.com');
    scene.intercept = () => undefined;
    await pressBook(scene.element);
    await seen(scene.element, '[part="facts"]:is(dl)');
    expect(scene.requests.filter((request) => request === 'POST /auth/guest')).to.have.length(2);
  });

  it('puts the focus on the heading when somebody signed in wants another account', async () => {
    const scene = await openScene();
    await chooseTime(scene.element);
    (await named(scene.element, 'Sign in')).click();
    const signIn = await seen(scene.element, 'cb-sign-in');
    type(await seen<HTMLInputElement>(signIn, '#field-email'), 'client@example.com');
    type(await seen<HTMLInputElement>(signIn, '#field-password'), 'password123');
    (await seen(signIn, '[part="submit"]')).click();
    await seen(scene.element, '[part="identity"]');
    const button = await named(scene.element, 'Use another account');
    button.focus();
    button.click();
    await waitUntil(() => focused()?.textContent === 'Your details');
    expect((await seen<HTMLInputElement>(scene.element, '#field-name')).value).to.equal('');
  });

  it('goes on with a token of the page’s own, without a sign-in of ours', async () => {
    let token = '';
    const scene = await openScene({ set: { getToken: () => token } });
    token = await tokenOf(scene);
    await chooseTime(scene.element);
    expect(findAll(scene.element.shadowRoot as ShadowRoot, '#field-name')).to.have.length(0);
    await pressBook(scene.element);
    await seen(scene.element, '[part="facts"]:is(dl)');
  });

  it('asks the page for its sign-in when it has no token, and goes on when that is done', async () => {
    let token = '';
    let asked = 0;
    const scene = await openScene({ set: { getToken: () => token } });
    scene.element.addEventListener('cb-sign-in-needed', () => asked++);
    await chooseTime(scene.element);
    await pressBook(scene.element);
    const panel = await seen(scene.element, '[part="host-sign-in"]');
    await waitUntil(() => focused() === panel);
    expect(asked).to.equal(1);
    await expect(scene.element).to.be.accessible();
    token = await tokenOf(scene);
    (await named(scene.element, 'I have signed in')).click();
    await seen(scene.element, '[part="facts"]:is(dl)');
  });
});

describe('<cb-booking-form> alone', () => {
  it('books the time it was given and shows the confirmation', async () => {
    const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
    const element = await fixture<CbBookingForm>(
      html`<cb-booking-form
        api=${API} coach=${mock.seed.coaches.ana} start="2025-11-12T10:00:00Z" duration="60" locale="en-GB"
        time-zone="Europe/Berlin" name="Eva Marsh" email="eva@example.com" .fetch=${(request: Request) => mock.fetch(request)}
      ></cb-booking-form>`,
    );
    const button = await seen(element, '[part="submit"]');
    expect(button.textContent?.trim()).to.equal(britishDays('Book Wednesday 12 November, 11:00'));
    await expect(element).to.be.accessible();
    button.click();
    const facts = await seen(element, '[part="facts"]:is(dl)');
    expect(facts.textContent).to.contain('Wednesday, 12 November 2025');
    await waitUntil(() => focused()?.textContent === 'Request sent');
  });
});
