import { expect, fixture } from '@open-wc/testing';
import 'chai-a11y-axe';
import { register } from '../../../src/elements/base/register.ts';
import { CbCoachCard } from '../../../src/elements/coach-card/coach-card.ts';
import { seed } from '../../../src/mock/index.ts';
import { allInside, inside, textOf } from '../deep.ts';

register('cb-coach-card', CbCoachCard);

/** A card in a place of this width. */
async function card(width: number, facts: Partial<NonNullable<CbCoachCard['coach']>> = {}) {
  const element = document.createElement('cb-coach-card');
  const coach = { user_id: seed.coaches.tomas, name: 'Tomás Herrera', headline: 'Negotiating between Latin America' };
  Object.assign(element, {
    locale: 'en-GB',
    duration: 45,
    coach: { ...coach, hourly_rate: 80, currency: 'USD', location: 'Video call', ...facts },
  });
  const place = await fixture(Object.assign(document.createElement('div'), { style: `width: ${width}px` }));
  place.append(element);
  await element.updateComplete;
  return element;
}

describe('cb-coach-card', () => {
  for (const width of [192, 254, 294, 700]) {
    it(`has the coach’s line under the name and every fact in full in ${width} px`, async () => {
      const element = await card(width);
      const box = (part: string) => inside(element, `[part="${part}"]`).getBoundingClientRect();
      expect(box('headline').top).to.be.at.least(box('name').bottom);
      expect(box('facts').top).to.be.at.least(box('headline').bottom);
      for (const fact of allInside(element, 'li span')) {
        expect(fact.getBoundingClientRect().right, textOf(fact)).to.be.at.most(element.getBoundingClientRect().right);
      }
      await expect(element).to.be.accessible();
    });
  }

  it('says what this length costs in all, and the hourly rate it comes from', async () => {
    const facts = async (change: Parameters<typeof card>[1]) =>
      textOf(inside(await card(294, change), '[part="facts"]'));
    expect(await facts({})).to.contain('US$60 (US$80 an hour)');
    const free = await facts({ durations: [{ minutes: 45, price: { amount: 0, currency: 'USD' } }] });
    expect(free).to.contain('Free');
    expect(free).not.to.contain('an hour');
  });

  it('says a price in a currency nobody knows all the same', async () => {
    const element = await card(294, { currency: 'COINS' });
    expect(textOf(inside(element, '[part="facts"]'))).to.contain('80 COINS an hour');
  });
});
