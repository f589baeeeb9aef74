import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { register } from '../../../src/elements/base/register.ts';
import { CbBooking } from '../../../src/elements/booking/booking.ts';
import { loadElements } from '../../../src/elements/chunks/load-elements.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { pageElements } from '../../../src/elements/definitions/page-elements.ts';
import { addLanguage } from '../../../src/elements/i18n/locales.ts';
import { chooseTime, fillPerson, find, findAll, pressBook, seen } from '../booking/booking-scene.ts';
import { englishIn } from './english-in.ts';
import { pseudoLanguage } from './pseudo-language.ts';
import { api, type Language, Walk } from './walk.ts';
import { bursting, fromNoTable, wordsOf } from './words-on-show.ts';

register('cb-booking', CbBooking);

/** A language that has its own letters, so that dates of `Intl` are told from English. */
const PSEUDO = 'el';

const longer: Language = { tag: PSEUDO, strange: fromNoTable, sizes: [1] };

/** The text twice as large too: nothing is cut. */
const real = async (tag: string): Promise<Language> => ({ tag, strange: await englishIn(tag), sizes: [1, 2] });

it('the search for such words and boxes finds them', async () => {
  const box = await fixture<HTMLElement>(html`<div style="width: 60px">
    <p style="overflow: hidden; white-space: nowrap" title="⟦Ťýṕé⟧ Ana">Choose another day</p>
    <p style="white-space: nowrap">⟦Çhóóšéé á⟧ and more</p>
  </div>`);
  expect(fromNoTable(wordsOf(box), new Set(['Ana']))).to.deep.equal(['Choose another day', '⟦Çhóóšéé á⟧ and more']);
  expect(bursting(box)).to.deep.equal([
    'outside: Choose another day',
    'cut: Choose another day',
    'outside: ⟦Çhóóšéé á⟧ and more',
  ]);
});

const own = { width: window.innerWidth, height: window.innerHeight };
before(async () => {
  addLanguage(PSEUDO, pseudoLanguage);
  await loadElements(pageElements);
  await setViewport({ width: 320, height: 900 });
});
after(() => setViewport(own));

for (const [language, about] of [
  [async () => longer, 'with texts that are 40 % longer'],
  [() => real('de'), 'in German, with large text too'],
  [() => real('ar'), 'in Arabic, with large text too'],
  [() => real('ja'), 'in Japanese, with large text too'],
] as const) {
  describe(`no word on the page is from elsewhere than the tables, and no box bursts, ${about}`, () => {
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

    it('in a list of bookings', async () => {
      const walk = new Walk(await language());
      await walk.signIn('client@example.com');
      await walk.open('cb-bookings');
      await seen(walk.element, 'article');
      walk.look('client');
      await walk.press('[data-act="cancel"]', '[part="cancel-now"]');
      walk.look('client, cancelling');
      expect(walk.found).to.deep.equal([]);
    });

    it('at a coach’s desk', async () => {
      const walk = new Walk(await language());
      await walk.signIn('coach@example.com');
      await walk.open('cb-bookings');
      await seen(walk.element, 'article');
      walk.look('coach');
      walk.refuse = { path: /^(PUT|PATCH|POST) \/booking/, code: 'invalid_transition', status: 400 };
      await walk.press('[data-act="confirm"]', '[part="problem"]');
      walk.look('coach, refused');
      walk.refuse = undefined;
      await walk.open('cb-availability-editor', { coach: walk.mock.seed.coaches.ana });
      await seen(walk.element, '[role="tab"]');
      for (const tab of findAll(walk.element.shadowRoot as ShadowRoot, '[role="tab"]')) {
        tab.click();
        await (walk.element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
        await waitUntil(() => tab.getAttribute('aria-selected') === 'true', 'the part is on show');
        walk.look(`part ${tab.id}`);
      }
      await walk.open('cb-coach-profile', {});
      await seen(walk.element, '#field-name');
      walk.look('profile');
      await walk.open('cb-session-types', {});
      await walk.press('[data-act="add"]', 'form');
      walk.look('new session type');
      findAll<HTMLFormElement>(walk.element.shadowRoot as ShadowRoot, 'form')
        .at(0)
        ?.requestSubmit();
      await seen(walk.element, '[part~="error-summary"]');
      walk.look('new session type, errors');
      await walk.open('cb-first-steps', {});
      await seen(walk.element, 'li');
      walk.look('first steps');
      await walk.open('cb-calendar-connect', {});
      await seen(walk.element, 'li');
      walk.look('calendars');
      await walk.open('cb-account', { signIn: sharedClient({ api, fetch: walk.fetch }).signIn });
      const account = await seen<HTMLDetailsElement>(walk.element, 'details');
      account.open = true;
      walk.look('account');
      expect(walk.found).to.deep.equal([]);
    });

    it('where somebody looks for a coach, or at who has an account', async () => {
      const walk = new Walk(await language());
      await walk.open('cb-coach-list', {});
      await seen(walk.element, 'article');
      walk.look('coaches');
      await walk.signIn('admin@example.com');
      await walk.open('cb-accounts', {});
      await seen(walk.element, '[data-account]');
      walk.look('accounts');
      expect(walk.found).to.deep.equal([]);
    });
  });
}
