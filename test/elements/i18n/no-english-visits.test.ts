import { expect, waitUntil } from '@open-wc/testing';
import { usualMessageSettings } from '../../../src/contract/desk/message-settings.ts';
import { register } from '../../../src/elements/base/register.ts';
import { CbBooking } from '../../../src/elements/booking/booking.ts';
import { CbBookings } from '../../../src/elements/bookings/bookings.ts';
import { CbSignIn } from '../../../src/elements/sign-in/sign-in.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import type { OutgoingMail } from '../../../src/server/messages/mailer.ts';
import { chooseTime, fillPerson, find, pressBook, seen, type } from '../booking/booking-scene.ts';
import { walkThrough } from './each-language.ts';
import { api, FAULTS, Walk } from './walk.ts';

register('cb-booking', CbBooking);
register('cb-bookings', CbBookings);
register('cb-sign-in', CbSignIn);

const clock = '2025-11-05T10:30:00Z';
const address = location.href;

/** A server that writes mails, which nobody reads. */
const withMail = () => {
  const mailer = { send: async (_: OutgoingMail) => undefined };
  return createMockServer({ clock, mail: () => ({ mailer, from: { address: 'bookings@example.com' } }) });
};

const shadow = (walk: Walk) => walk.element.shadowRoot as ShadowRoot;

/** Presses the first button of a form, and waits until what it brings is on show. */
const submit = (walk: Walk, then: string) => walk.press('[part~="submit"]', then);

walkThrough('visits', {
  everywhere: (language) => {
    afterEach(() => {
      sessionStorage.clear();
      localStorage.clear();
      history.replaceState(history.state, '', address);
    });

    it('where somebody signs in, signs up, and asks for a new password', async () => {
      const walk = new Walk(await language(), withMail());
      await walk.open('cb-sign-in', {});
      await submit(walk, '[part="error-summary"]');
      walk.look('errors');
      type(await seen<HTMLInputElement>(walk.element, '#field-email'), 'client@example.com');
      type(await seen<HTMLInputElement>(walk.element, '#field-password'), 'wrong-password');
      await submit(walk, '[part="problem"]');
      walk.look('wrong password');
      const words = () => find(shadow(walk), '[part="problem"]')?.textContent ?? '';
      for (const [code, status] of [
        ['rate_limited', 429],
        ['internal', 500],
        ['store_unavailable', 503],
      ] as const) {
        const before = words();
        walk.refuse = { path: /^POST \/auth\/login$/, code, status };
        await submit(walk, '[part="problem"]');
        await waitUntil(() => words() !== '' && (words() !== before || code === 'store_unavailable'), code, {
          timeout: 20_000,
        });
        walk.look(code);
      }
      walk.refuse = undefined;
      (await seen(walk.element, '.forgotten')).click();
      const email = await seen<HTMLInputElement>(walk.element, 'cb-password-reset');
      await seen(walk.element, '[part="submit"]');
      walk.look('a forgotten password');
      type(await seen<HTMLInputElement>(email, '#field-email'), 'nobody');
      await submit(walk, '[aria-invalid="true"]');
      walk.look('a forgotten password, errors');
      type(await seen<HTMLInputElement>(email, '#field-email'), 'client@example.com');
      walk.refuse = { path: /password/, code: 'invalid_request', status: 422 };
      await submit(walk, '[part="problem"]');
      walk.look('a forgotten password, refused');
      walk.refuse = undefined;
      await submit(walk, '[role="status"]:not(:empty)');
      walk.data.add('client@example.com');
      walk.look('a forgotten password, sent');

      await walk.open('cb-sign-in', {});
      (await seen(walk.element, '.other button')).click();
      await seen(walk.element, '#field-name');
      await submit(walk, '[part="error-summary"]');
      walk.look('signing up, errors');
      type(await seen<HTMLInputElement>(walk.element, '#field-name'), 'Eva Marsh');
      type(await seen<HTMLInputElement>(walk.element, '#field-email'), 'client@example.com');
      type(await seen<HTMLInputElement>(walk.element, '#field-password'), 'password123');
      await submit(walk, '[part="error-summary"] a[href="#field-email"]');
      walk.look('signing up, the address has an account');
      expect(walk.found).to.deep.equal([]);
    });

    it('where a field is refused by the server, and the coach has words to agree to', async () => {
      const walk = new Walk(await language(), withMail());
      const coach = walk.mock.seed.coaches.ana;
      await walk.mock.fetch(new Request(`${api}/coaches`));
      const consent_text = 'Ana may write to me.';
      walk.data.add(consent_text);
      await walk.mock.store.coaches.change(coach, {
        messages: { ...usualMessageSettings, consent_text, privacy_url: 'https://ana.example/privacy' },
        consentVersion: 3,
      });
      const element = await walk.open('cb-booking', { coach, remember: 'tab' });
      await chooseTime(element);
      await seen(element, '[part="consent"]');
      walk.look('consent');
      await fillPerson(element);
      walk.refuse = { path: /^POST \/booking$/, code: 'invalid_request', status: 422, field: 'body.notes' };
      await pressBook(element);
      await seen(element, '[part~="error-summary"] a[href="#field-notes"]');
      walk.look('a field refused');
      walk.refuse = undefined;
      await waitUntil(() => find(element.shadowRoot as ShadowRoot, '[part~="submit"][aria-disabled="false"]'), 'free', {
        timeout: 20_000,
      });
      await pressBook(element);
      const confirmation = await seen(element, 'cb-booking-confirmation');
      const note = await seen(confirmation, 'cb-mail-note');
      walk.data.add('e…@example.com');
      await seen(note, '[role="status"]:not(:empty)');
      walk.look('where the mail went');
      (await seen(note, 'button')).click();
      type(await seen<HTMLInputElement>(note, '#field-email'), 'nobody');
      await walk.press('cb-mail-note', '#field-email');
      (await seen(note, '[part="submit"]')).click();
      await seen(note, '[aria-invalid="true"]');
      walk.look('correcting the address, errors');
      const link = new URL((await seen<HTMLAnchorElement>(confirmation, 'dd > a')).href).searchParams.get('cb-booking');
      element.remove();

      const again = await walk.open('cb-booking', {
        coach,
        remember: 'tab',
        fetch: (request: Request) => walk.fetch(request),
      });
      await seen(again, 'cb-kept-booking');
      await seen(again, '[data-act="forget"]');
      await seen(again, 'button[part~="time"]');
      walk.look('a booking that the page keeps');
      again.remove();

      walk.mock.clock.set('2026-03-01T10:00:00Z');
      await walk.open('cb-bookings', { link, fetch: (request: Request) => walk.fetch(request) });
      await seen(walk.element, 'cb-renew-link');
      await seen(walk.element, '[part="renew"]');
      walk.look('an expired link');
      await walk.press('[part="renew"]', '[role="status"]:not(:empty)');
      walk.look('an expired link, renewed');
      expect(walk.found).to.deep.equal([]);
    });
  },

  withLongerTexts: (language) => {
    it('in each reason why somebody is not signed in, or no account is made', async () => {
      const walk = new Walk(await language(), withMail());
      const problem = '[part="problem"]';
      for (const [name, refusal] of Object.entries({
        ...FAULTS,
        refused: { code: 'visitor_not_verified', status: 400 },
      } as const)) {
        await walk.open('cb-sign-in', { fetch: (request: Request) => walk.fetch(request) });
        if (name === 'unsupported') await walk.press('.other button', '#field-name');
        if (name === 'unsupported') await walk.fill('#field-name', 'Eva Marsh');
        await walk.fill('#field-email', 'nobody');
        await walk.fill('#field-password', 'short');
        await walk.press('[part~="submit"]', '[aria-invalid="true"]');
        walk.look(`${name}, first wrong`);
        await walk.fill('#field-email', 'eva@example.com');
        await walk.fill('#field-password', 'a long password');
        walk.refuse = { path: /^POST \/auth/, ...refusal };
        await walk.press('[part~="submit"]', problem);
        walk.look(name);
        walk.refuse = undefined;
        walk.element.remove();
      }
      await walk.open('cb-sign-in', { fetch: (request: Request) => walk.fetch(request) });
      await walk.fill('#field-email', 'eva@example.com');
      await walk.fill('#field-password', 'a long password');
      await walk.lookWhileSending(/^POST /, '[part~="submit"]', 'signing in');
      await walk.open('cb-sign-in', { api: '' });
      await walk.seen('.developer');
      walk.look('without an address');
      expect(walk.found).to.deep.equal([]);
    });
  },
});
