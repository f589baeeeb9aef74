import { expect, waitUntil } from '@open-wc/testing';
import { bookingsEndpoints } from '../../../src/contract/endpoints/bookings.ts';
import { register } from '../../../src/elements/base/register.ts';
import { CbBooking } from '../../../src/elements/booking/booking.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { chooseTime, fillPerson, find, pressBook, seen } from '../booking/booking-scene.ts';
import { walkThrough } from './each-language.ts';
import { api, FAULTS, Walk } from './walk.ts';

register('cb-booking', CbBooking);

const clock = '2025-11-05T10:30:00Z';

walkThrough('booking', {
  everywhere: (language) => {
    it('while a visitor books', async () => {
      const walk = new Walk(await language());
      const element = await walk.open('cb-booking', { coach: walk.mock.seed.coaches.ana, ownDay: true });
      await seen(element, 'button[part~="time"]');
      walk.look('times');
      await chooseTime(element);
      walk.look('details');
      await pressBook(element);
      await seen(element, '[part~="error-summary"]');
      walk.look('errors');
      await fillPerson(element);
      const problem = () => find(element.shadowRoot as ShadowRoot, '[part~="problem"]')?.textContent?.trim() ?? '';
      for (const [code, status] of [
        ['too_many_open_requests', 400],
        ['coach_inactive', 400],
        ['internal', 500],
        ['rate_limited', 429],
      ] as const) {
        walk.refuse = { path: /^POST \/booking$/, code, status };
        const before = problem();
        await pressBook(element);
        await waitUntil(() => problem() !== '' && problem() !== before, code, { timeout: 8000 });
        walk.look(code);
      }
      walk.refuse = undefined;
      await waitUntil(
        () => find(element.shadowRoot as ShadowRoot, '[part~="submit"][aria-disabled="false"]'),
        'free to send again',
        { timeout: 8000 },
      );
      await pressBook(element);
      await seen(element, 'cb-booking-confirmation');
      await waitUntil(() => element.status === 'booked', 'it is booked', { timeout: 8000 });
      walk.look('booked');
      expect(walk.found).to.deep.equal([]);
    });
  },

  inWords: (language) => {
    it('where the time is taken, guests are named, and questions are asked', async () => {
      const spoken = await language();
      const walk = new Walk(spoken, createMockServer({ clock, scenario: 'slot-taken' }));
      await walk.open('cb-booking', { coach: walk.mock.seed.coaches.ana });
      await chooseTime(walk.element);
      await fillPerson(walk.element);
      await walk.press('[part="add-attendees"]', '#field-attendees');
      await walk.fill('#field-attendees', 'nobody');
      await pressBook(walk.element);
      await walk.seen('[part~="error-summary"]');
      walk.look('a guest without an address');
      const many = Array.from({ length: 11 }, (_, index) => `eva${index}@example.com`).join(', ');
      await walk.fill('#field-attendees', many);
      walk.look('too many guests');
      await walk.fill('#field-attendees', 'eva@example.com');
      await walk.fill('#field-notes', 'Eva Marsh');
      await walk.fill('#field-name', 'x'.repeat(200));
      await walk.fill('#field-email', 'nobody');
      await pressBook(walk.element);
      await walk.seen('[part~="error-summary"]');
      walk.look('a name that is too long');
      await fillPerson(walk.element);
      await pressBook(walk.element);
      await walk.seen('[part="nearest"]');
      walk.look('taken');
      await walk.press('[part="nearest"]', '[part~="submit"]:not([hidden])');
      await pressBook(walk.element);
      await walk.seen('cb-booking-confirmation');
      walk.look('booked with a guest');
      walk.element.remove();

      await walk.open('cb-booking', { coach: walk.mock.seed.coaches.tomas });
      await chooseTime(walk.element);
      await walk.seen('#field-answers\\.phone, [name="answers.phone"]');
      walk.look('questions');
      await walk.fill('[name="answers.phone"]', 'none');
      await pressBook(walk.element);
      await walk.seen('[part~="error-summary"]');
      walk.look('questions without answers');
      expect(walk.found).to.deep.equal([]);
    });

    it('where there is no connection, and where somebody has to sign in', async () => {
      const walk = new Walk(await language());
      const coach = walk.mock.seed.coaches.ana;
      await walk.open('cb-booking', { coach });
      await chooseTime(walk.element);
      await fillPerson(walk.element);
      walk.refuse = { path: /^POST \/(booking|auth\/guest)$/, fault: 'offline' };
      await pressBook(walk.element);
      await walk.seen('[part~="problem"]');
      walk.look('not sent yet');
      walk.refuse = undefined;
      walk.element.remove();
      await walk.open('cb-booking', { coach, fetch: (request: Request) => walk.fetch(request) });
      await chooseTime(walk.element);
      await fillPerson(walk.element);
      walk.refuse = { path: /^POST \/auth\/guest$/, code: 'email_taken', status: 409 };
      await pressBook(walk.element);
      await walk.seen('cb-sign-in');
      walk.look('the address has an account');
      walk.refuse = undefined;
      walk.element.remove();
      await walk.open('cb-booking', { coach, fetch: (request: Request) => walk.fetch(request) });
      await chooseTime(walk.element);
      await fillPerson(walk.element);
      await walk.press('.top .link', 'cb-sign-in');
      walk.look('signing in by choice');
      walk.element.remove();

      await walk.signIn('client@example.com');
      await walk.open('cb-booking', { coach });
      await chooseTime(walk.element);
      walk.look('signed in');
      walk.refuse = { path: /^POST \/(booking|auth\/refresh)$/, code: 'token_expired', status: 401 };
      await pressBook(walk.element);
      await walk.seen('cb-sign-in');
      walk.look('the sign-in has ended');
      expect(walk.found).to.deep.equal([]);
    });
  },

  withLongerTexts: (language) => {
    it('in what was booked: in each status and place, with a guest, at another time', async () => {
      const walk = new Walk(await language());
      await walk.signIn('client@example.com');
      const client = sharedClient({ api, fetch: walk.fetch }).with(bookingsEndpoints);
      const { bookings } = await client.listClientBookings({ params: { client_id: walk.mock.seed.client.id } });
      const [booking] = bookings;
      if (!booking) throw new Error('the seed has bookings');
      for (const status of ['pending', 'confirmed', 'completed', 'cancelled'] as const) {
        for (const kind of ['video', 'phone', 'place', 'link'] as const) {
          const session_type = { id: 'one', name: 'Eva Marsh', price: null, location: { kind }, tax_note: null };
          const meeting_link = kind === 'link' ? 'https://meet.example.com/one' : null;
          const more = { attendee_emails: ['eva@example.com'], session_type, meeting_link };
          await walk.open('cb-booking-confirmation', {
            booking: { ...booking, status, ...more },
            chosen: '2025-11-06T10:00:00Z',
          });
          await walk.seen('[part="facts"]');
          walk.look(`${status}, ${kind}`);
          walk.element.remove();
        }
      }
      await walk.open('cb-booking-confirmation', { booking: { ...booking, coach: { email: 'eva@example.com' } } });
      await walk.seen('[part="facts"]');
      walk.look('without a place, by mail');
      await walk.open('cb-add-to-calendar', {});
      await walk.seen('.developer');
      // Names of attributes are code.
      for (const attribute of ['name', 'start', 'end']) walk.data.add(attribute);
      walk.look('without an event');
      expect(walk.found).to.deep.equal([]);
    });

    it('in each reason why a booking was not made', async () => {
      const walk = new Walk(await language());
      const coach = walk.mock.seed.coaches.ana;
      for (const [name, refusal] of Object.entries({
        ...FAULTS,
        lost: { code: 'internal', status: 504 },
        past: { code: 'in_the_past', status: 400 },
        'no client': { code: 'invalid_client', status: 400 },
        'not found': { code: 'coach_not_found', status: 404 },
      } as const)) {
        await walk.open('cb-booking', { coach, fetch: (request: Request) => walk.fetch(request) });
        await chooseTime(walk.element);
        await fillPerson(walk.element);
        walk.refuse = { path: /^POST \/booking$/, ...refusal };
        await pressBook(walk.element);
        await walk.seen('[part~="problem"]');
        walk.look(name);
        walk.refuse = undefined;
        walk.element.remove();
      }
      await walk.open('cb-booking', { coach, fetch: (request: Request) => walk.fetch(request) });
      await chooseTime(walk.element);
      await fillPerson(walk.element);
      await walk.lookWhileSending(/^POST /, '[part~="submit"]', 'booking');
      await walk.open('cb-booking', {});
      await walk.seen('.developer');
      walk.look('without a coach');
      await walk.open('cb-booking-form', { api: '' });
      await walk.seen('.developer');
      for (const attribute of ['api', 'coach', 'start']) walk.data.add(attribute);
      walk.look('without anything');
      expect(walk.found).to.deep.equal([]);
    });
  },
});
