import { expect, waitUntil } from '@open-wc/testing';
import type { CbBookings } from '../../../src/elements/bookings/bookings.ts';
import { bookedAlso, button, open, root, rows, said, settleColours, view } from './bookings-scene.ts';
import 'chai-a11y-axe';

settleColours();

const words = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const one = bookedAlso({ session_datetime: '2025-12-10T14:00:00Z' });
const rowOn = (element: CbBookings, day: string) =>
  rows(element).find((row) => words(row).includes(day)) as HTMLElement | undefined;

/** Opens the move of the session in December, chooses another time, and gives the mover's own root. */
async function chooseAnother(element: CbBookings): Promise<ShadowRoot> {
  await waitUntil(() => view(element, 'Upcoming'));
  view(element, 'Upcoming')?.click();
  await element.updateComplete;
  const row = rowOn(element, '10 December') as HTMLElement;
  button(row, 'move')?.click();
  const mover = () => root(element).querySelector('cb-move-booking')?.shadowRoot;
  const times = () =>
    mover()
      ?.querySelector('cb-availability-picker')
      ?.shadowRoot?.querySelector('cb-slot-list')
      ?.shadowRoot?.querySelectorAll<HTMLElement>('.time');
  await waitUntil(() => (times()?.length ?? 0) > 1, 'times are offered', { timeout: 6000 });
  times()?.[1]?.click();
  await waitUntil(() => mover()?.querySelector('form'), 'the new time can be sent');
  return mover() as ShadowRoot;
}

async function moveWith(element: CbBookings, reason: string): Promise<void> {
  const mover = await chooseAnother(element);
  const field = mover.querySelector('input') as HTMLInputElement;
  field.value = reason;
  await expect(mover.host as HTMLElement).to.be.accessible();
  mover.querySelector<HTMLElement>('[part="submit"]')?.click();
  await waitUntil(() => said(element).includes('Moved to'), 'it is moved', { timeout: 6000 });
}

describe('the reason of a change in <cb-bookings>', () => {
  for (const [side, email, reader] of [
    ['client', 'client@example.com', 'Ana Keller'],
    ['coach', 'coach@example.com', 'Sam Okafor'],
  ] as const) {
    it(`is asked of a ${side} who moves a session, with who reads it, and stands in the row`, async () => {
      const { element } = await open(email, one);
      const mover = await chooseAnother(element);
      expect(words(mover.querySelector('label'))).to.equal(`Reason, shown to ${reader} (optional)`);
      mover.querySelector<HTMLElement>('[part="back"]')?.click();
      await waitUntil(() => rowOn(element, '10 December'));
      await moveWith(element, 'My train is late');
      await waitUntil(() => words(rowOn(element, '10 December')).includes('Moved because:My train is late'));
    });
  }

  it('may be left out', async () => {
    const { element } = await open('client@example.com', one);
    await moveWith(element, '  ');
    expect(words(rowOn(element, '10 December'))).not.to.contain('Moved because');
  });

  it('is a line to the client where a coach declines a request', async () => {
    const { element } = await open('coach@example.com', one);
    const row = rowOn(element, '10 December') as HTMLElement;
    expect(words(button(row, 'cancel'))).to.equal('Decline');
    button(row, 'cancel')?.click();
    await waitUntil(() => root(element).activeElement?.matches('[data-reason]'), 'the line can be typed at once');
    expect(words(row.querySelector('form label'))).to.equal('A line for Sam Okafor (optional)');
    expect(words(row.querySelector('.question'))).to.contain('Decline the request for');
    expect(words(row.querySelector('[part="cancel-now"]'))).to.equal('Decline request');
    await expect(element).to.be.accessible();
  });

  it('is called cancelling where the session was confirmed', async () => {
    const { element } = await open('coach@example.com', one);
    const row = () => rowOn(element, '10 December') as HTMLElement;
    button(row(), 'confirm')?.click();
    await waitUntil(() => said(element).includes('confirmed'));
    expect(words(button(row(), 'cancel'))).to.equal('Cancel');
  });

  it('stands beside who else takes part', async () => {
    const also = bookedAlso({
      session_datetime: '2025-12-10T14:00:00Z',
      attendee_emails: ['bo@example.com', 'cy@example.com'],
    });
    for (const email of ['client@example.com', 'coach@example.com']) {
      const { element } = await open(email, also);
      expect(words(rowOn(element, '10 December'))).to.contain('Guests:bo@example.com, cy@example.com');
    }
  });
});
