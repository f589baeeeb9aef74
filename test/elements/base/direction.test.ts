import { expect, fixture, html } from '@open-wc/testing';
import { register } from '../../../src/elements/base/register.ts';
import { CbBookingConfirmation } from '../../../src/elements/booking-confirmation/booking-confirmation.ts';

register('cb-booking-confirmation', CbBookingConfirmation);

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
