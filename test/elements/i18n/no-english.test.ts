import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { register } from '../../../src/elements/base/register.ts';
import { CbBooking } from '../../../src/elements/booking/booking.ts';
import { chooseTime, fillPerson, find, pressBook, seen } from '../booking/booking-scene.ts';
import { inEachLanguage } from './each-language.ts';
import { Walk } from './walk.ts';
import { bursting, fromNoTable, wordsOf } from './words-on-show.ts';

register('cb-booking', CbBooking);

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

inEachLanguage((language) => {
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
