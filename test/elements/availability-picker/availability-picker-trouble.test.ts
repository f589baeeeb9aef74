import { expect, waitUntil } from '@open-wc/testing';
import 'chai-a11y-axe';
import { seed } from '../../../src/mock/index.ts';
import { inside, textOf } from '../deep.ts';
import { openPicker } from './availability-picker-scene.ts';

const within = '<a slot="fallback" href="mailto:ana@example.com">Write to Ana</a>';
const reply = (body: BodyInit, status: number, type = 'text/html') => ({
  answer: async () => new Response(body, { status, headers: { 'content-type': type } }),
  within,
});

const reason = (picker: Element) => textOf(inside(picker, '[part="failure"] p'));
const nextTimes = (picker: Element) => inside(picker, 'cb-next-times');
const showsLink = (picker: Element) => (picker.querySelector('a')?.getBoundingClientRect().width ?? 0) > 0;

describe('an availability picker that has no times to show', () => {
  it('says of an inactive coach that they take no bookings', async () => {
    const picker = await openPicker({ coach: seed.coaches.claire });
    expect(reason(picker)).to.equal('This coach takes no bookings at the moment.');
  });

  it('says of a coach nobody knows that they could not be found', async () => {
    const picker = await openPicker({ coach: '00000000-0000-4000-8000-000000000000' });
    expect(reason(picker)).to.equal('This coach could not be found.');
    const older = await openPicker(reply('{"detail":"Coach not found"}', 404, 'application/json'));
    expect(reason(older)).to.equal('This coach could not be found.');
  });

  for (const [what, status] of [
    ['a page that is missing', 404],
    ['a page of something else', 200],
  ] as const) {
    it(`does not take ${what} for the word of a booking service`, async () => {
      const picker = await openPicker(reply('<h1>Welcome</h1>', status));
      expect(reason(picker)).to.match(/^The booking service could not be reached at its address/);
      expect(reason(picker)).to.match(/Try again later\.$/);
      expect(showsLink(picker), 'the page’s own way to book').to.equal(true);
      await expect(picker).to.be.accessible();
    });
  }

  it('leaves no hole where the next open times would be', async () => {
    const picker = await openPicker(reply('', 404));
    expect(nextTimes(picker).checkVisibility()).to.equal(false);
    const top = (selector: string) => inside(picker, selector).getBoundingClientRect().top;
    expect(top('cb-month-grid')).to.equal(top('.when'));
  });

  it('says once that a coach has no times at all, and offers the page’s own way and another look', async () => {
    let asked = 0;
    const answer = () => {
      asked++;
      return undefined;
    };
    const picker = await openPicker({ scenario: 'empty', within, answer });
    const nextSlot = () => inside(picker, 'cb-next-slot');
    const sentence = () => nextSlot().shadowRoot?.querySelector('.sentence');
    await waitUntil(sentence, 'the search came to its end', { timeout: 8000 });
    expect(textOf(inside(nextSlot(), '.sentence'))).to.equal('No times are open at the moment.');
    await waitUntil(() => !nextTimes(picker).checkVisibility(), 'it is not said a second time');
    expect(showsLink(picker)).to.equal(true);
    await expect(picker).to.be.accessible();
    const before = asked;
    inside(nextSlot(), '[part="go"]').click();
    await waitUntil(() => asked > before, 'the server is asked again');
    await waitUntil(sentence, 'it is said again', { timeout: 8000 });
    expect(picker.shadowRoot?.activeElement === inside(picker, '.times'), 'focus is not lost').to.equal(true);
  });

  it('keeps the page’s own way to book to itself while there are times', async () => {
    expect(showsLink(await openPicker({ within }))).to.equal(false);
  });
});
