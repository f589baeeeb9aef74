import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { register } from '../../../src/elements/base/register.ts';
import { CbBookingConfirmation } from '../../../src/elements/booking-confirmation/booking-confirmation.ts';
import { CbCoachCard } from '../../../src/elements/coach-card/coach-card.ts';
import { defineLocale } from '../../../src/elements/i18n/locales.ts';
import type { Messages } from '../../../src/elements/i18n/messages.ts';
import { CbSessionTypePicker } from '../../../src/elements/session-type-picker/session-type-picker.ts';

register('cb-booking-confirmation', CbBookingConfirmation);
register('cb-coach-card', CbCoachCard);
register('cb-session-type-picker', CbSessionTypePicker);

const booking = {
  id: 'b1',
  client_id: 'c1',
  coach_id: 'a1',
  session_datetime: '2025-11-18T14:00:00Z',
  duration_minutes: 60,
  status: 'pending' as const,
  notes: 'Is it on?',
  coach: { name: 'Ana Keller' },
};

const type = {
  name: 'A walk',
  minutes: 90,
  description: 'Ninety minutes on foot.',
  price: null,
  confirmation: 'none',
};

/** Where the words stand, in pixels from the left. */
function leftOf(root: ShadowRoot, words: string): number {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const at = text.textContent?.indexOf(words) ?? -1;
    if (at < 0) continue;
    const range = new Range();
    range.setStart(text, at);
    range.setEnd(text, at + words.length);
    return range.getBoundingClientRect().left;
  }
  throw new Error(`nothing says “${words}”`);
}

async function confirmation(lang: string, dir: string): Promise<ShadowRoot> {
  const box = await fixture(html`<div lang=${lang} dir=${dir} style="width: 600px">
    <cb-booking-confirmation .booking=${booking} time-zone="Europe/Berlin"></cb-booking-confirmation>
  </div>`);
  return box.querySelector('cb-booking-confirmation')?.shadowRoot as ShadowRoot;
}

describe('English texts', () => {
  for (const dir of ['ltr', 'rtl']) {
    it(`keep their order where the page runs ${dir}`, async () => {
      const root = await confirmation('en-GB', dir);
      expect(leftOf(root, '60-'), 'the number comes first').to.be.lessThan(leftOf(root, 'minute session'));
      expect(leftOf(root, 'Is it'), 'the mark comes last').to.be.lessThan(leftOf(root, '?'));
      expect(leftOf(root, '15:00'), 'the time comes first').to.be.lessThan(leftOf(root, 'Berlin'));
    });
  }

  it('stand at the start of a mirrored layout', async () => {
    const root = await confirmation('en-GB', 'rtl');
    const facts = root.querySelector('dl')?.getBoundingClientRect();
    expect(leftOf(root, 'Notes')).to.be.greaterThan((facts?.left ?? 0) + (facts?.width ?? 0) / 2);
  });
});

describe('what people wrote in English', () => {
  // Urdu texts of the page's own; what they lack is English and does not matter here.
  before(() => defineLocale('ur', {} as Messages));

  it('keeps its order on an Urdu page, at the start of the line', async () => {
    const root = await confirmation('ur', 'rtl');
    expect(getComputedStyle(root.querySelector('dl') as Element).direction).to.equal('rtl');
    expect(leftOf(root, 'Is it'), 'the mark comes last').to.be.lessThan(leftOf(root, '?'));

    const coach = { user_id: 'a1', name: 'Ana Keller', headline: 'Where to next?' };
    const types = [1, 2].map((id) => ({ ...type, id: `t${id}` }));
    const client = { with: () => ({ listSessionTypes: async () => ({ session_types: types }) }) };
    const box = await fixture(html`<div lang="ur" dir="rtl" style="width: 600px">
      <cb-coach-card .coach=${coach}></cb-coach-card>
      <cb-session-type-picker .client=${client} coach="a1"></cb-session-type-picker>
    </div>`);
    const [card, picker] = ['cb-coach-card', 'cb-session-type-picker'].map(
      (tag) => box.querySelector(tag)?.shadowRoot as ShadowRoot,
    ) as [ShadowRoot, ShadowRoot];
    expect(leftOf(card, 'Where')).to.be.lessThan(leftOf(card, '?'));
    await waitUntil(() => picker.querySelector('.card'), 'the session types');
    expect(leftOf(picker, 'Ninety')).to.be.lessThan(leftOf(picker, 'foot.') + 1);
    expect(leftOf(picker, 'on foot')).to.be.lessThan(leftOf(picker, '.'));
    const right = picker.querySelector('.card')?.getBoundingClientRect().right ?? 0;
    expect(leftOf(picker, '.'), 'at the right, where lines start').to.be.greaterThan(right - 60);
  });
});
