import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { register } from '../../../src/elements/base/register.ts';
import { CbBooking } from '../../../src/elements/booking/booking.ts';
import { CbBookings } from '../../../src/elements/bookings/bookings.ts';
import { CbCoachCard } from '../../../src/elements/coach-card/coach-card.ts';
import { CbCoachList } from '../../../src/elements/coach-list/coach-list.ts';
import { seed } from '../../../src/mock/index.ts';
import { resetMedia, schemes, useScheme } from '../media.ts';

register('cb-booking', CbBooking);
register('cb-bookings', CbBookings);
register('cb-coach-card', CbCoachCard);
register('cb-coach-list', CbCoachList);

/** Elements of the tree that match, through all shadow roots. */
function everywhere(root: ParentNode, selector: string): Element[] {
  const nested = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? everywhere(shadowRoot, selector) : [],
  );
  return [...root.querySelectorAll(selector), ...nested];
}

/** What stands in the place of something that is loading: bars, tiles, the coach's photo, and the days of the month. */
const bones = '.bone, .photo, .skeleton, .bones span, [aria-busy="true"] .none:not(.selected)';

describe('what stands in the place of something that is loading', () => {
  afterEach(resetMedia);

  for (const scheme of schemes.filter((name) => name !== 'forced colours')) {
    it(`has one colour, icons too (${scheme})`, async () => {
      await useScheme(scheme);
      const never = () => new Promise<Response>(() => {});
      const page = await fixture(html`<div>
        <cb-booking api="https://api.example.com" coach=${seed.coaches.ana} .fetch=${never}></cb-booking>
        <cb-bookings api="https://api.example.com" link="a-link" .fetch=${never}></cb-bookings>
        <cb-coach-list api="https://api.example.com" .fetch=${never}></cb-coach-list>
      </div>`);
      await Promise.all(
        ['cb-next-times', 'cb-slot-list', 'cb-month-grid'].map((tag) => customElements.whenDefined(tag)),
      );
      await new Promise((done) => requestAnimationFrame(done));
      const drawn = everywhere(page, bones);
      expect(drawn.length).to.be.greaterThan(30);
      const owner = (bone: Element) => ((bone.getRootNode() as ShadowRoot).host ?? bone).localName;
      const owners = new Set(drawn.map(owner));
      expect([...owners]).to.include.members([
        'cb-coach-card',
        'cb-next-times',
        'cb-month-grid',
        'cb-slot-list',
        'cb-bookings',
      ]);
      const fills = new Set(drawn.map((bone) => getComputedStyle(bone).backgroundColor));
      const colours = drawn.map(
        (bone) => `${owner(bone)} .${bone.className} ${getComputedStyle(bone).backgroundColor}`,
      );
      expect(fills.size, [...new Set(colours)].join('\n')).to.equal(1);
      const icons = everywhere(page, 'cb-coach-card').flatMap((card) => [
        ...(card.shadowRoot?.querySelectorAll('svg') ?? []),
      ]);
      expect(new Set(icons.map((icon) => getComputedStyle(icon).color))).to.deep.equal(fills);
    });
  }
});
