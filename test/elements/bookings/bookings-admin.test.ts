import { expect, waitUntil } from '@open-wc/testing';
import type { CbAccounts } from '../../../src/elements/accounts/accounts.ts';
import type { CbAvailabilityEditor } from '../../../src/elements/availability-editor/availability-editor.ts';
import type { CbBookings } from '../../../src/elements/bookings/bookings.ts';
import { seed } from '../../../src/mock/index.ts';
import { find, seen } from '../booking/booking-scene.ts';
import { button, open, root, rows, settleColours, statuses, view } from './bookings-scene.ts';
import 'chai-a11y-axe';

settleColours();

const text = (element: CbBookings) => root(element).textContent?.replace(/\s+/g, ' ') ?? '';
const acting = (element: CbBookings) =>
  [...root(element).querySelectorAll('[part="acting"]')].map((note) => note.textContent?.trim()).join(' ');

async function chooseCoach(element: CbBookings, id: string): Promise<void> {
  await waitUntil(() => root(element).querySelectorAll('[part="coach"] option').length > 3, 'coaches to choose from');
  const select = root(element).querySelector('[part="coach"]') as HTMLSelectElement;
  select.value = id;
  select.dispatchEvent(new Event('change'));
}

describe('<cb-bookings> for an admin', () => {
  it('lists everybody’s bookings with both sides, and says for whom one acts', async () => {
    const { element } = await open('admin@example.com');
    expect(root(element).querySelector('h3')?.textContent).to.equal('All bookings');
    expect(acting(element)).to.contain('for the coach named in the booking');
    view(element, 'Upcoming')?.click();
    await element.updateComplete;
    const people = rows(element).map((row) => row.querySelector('.person')?.textContent?.trim());
    expect(people.some((words) => words?.endsWith('with Ana Keller'))).to.equal(true);
    expect(new Set(people.map((words) => words?.split(' with ')[1])).size).to.be.greaterThan(1);
    await expect(element).to.be.accessible();
  });

  it('shows one coach’s bookings, and confirms one for that coach', async () => {
    const { element, mock } = await open('admin@example.com');
    await chooseCoach(element, seed.coach.id);
    await waitUntil(() => acting(element).includes('for Ana Keller'), 'it says for whom');
    await waitUntil(
      () => rows(element).length > 0 && rows(element).every((row) => row.textContent?.includes('Ana Keller')),
    );
    view(element, 'Waiting')?.click();
    await element.updateComplete;
    const [first] = rows(element);
    expect(first?.textContent).to.contain('Waiting for Ana Keller to confirm');
    button(first as Element, 'confirm')?.click();
    await waitUntil(() => statuses(element)[0] === 'Confirmed');
    const id = first?.getAttribute('data-booking') ?? '';
    expect((await mock.store.bookings.find(id))?.status).to.equal('confirmed');
  });

  it('shows one client’s bookings, whoever the coach is, and everybody’s again', async () => {
    const { element } = await open('admin@example.com');
    view(element, 'Upcoming')?.click();
    await element.updateComplete;
    const before = rows(element).length;
    const only = rows(element)
      .map((row) => button(row, 'only-client'))
      .find((found) => found?.textContent === 'Only Sam Okafor');
    only?.click();
    await waitUntil(() => root(element).querySelector('[part="client"]'), 'it says whose');
    await waitUntil(
      () => rows(element).length > 0 && rows(element).every((row) => row.textContent?.includes('Sam Okafor')),
    );
    expect(rows(element).length).to.be.at.most(before);
    await expect(element).to.be.accessible();
    root(element).querySelector<HTMLElement>('[data-act="every-client"]')?.click();
    await waitUntil(() => !root(element).querySelector('[part="client"]') && rows(element).length > 0);
  });

  it('opens a coach’s hours under that coach’s name, and keeps what is not saved while the list is looked at', async () => {
    const { element } = await open('admin@example.com');
    await chooseCoach(element, seed.coaches.lukas);
    await waitUntil(() => root(element).querySelector('[data-act="hours"]'));
    expect(root(element).querySelector('[data-act="hours"]')?.textContent).to.equal('Hours of Lukas Brandt');
    root(element).querySelector<HTMLElement>('[data-act="hours"]')?.click();
    const editor = await seen<CbAvailabilityEditor>(element, 'cb-availability-editor');
    expect(editor.coach).to.equal(seed.coaches.lukas);
    expect(acting(element)).to.contain('the hours of Lukas Brandt');
    await seen(element, '[role=tablist]');
    expect(rows(element)).to.have.length(0);
    (await seen(element, '[data-add="7"]')).click();
    await waitUntil(() => editor.dirty);
    root(element).querySelector<HTMLElement>('[data-act="close-panel"]')?.click();
    await waitUntil(() => root(element).activeElement?.matches('[data-act="hours"]'), 'the focus returns');
    expect(editor.dirty, 'nothing is lost').to.equal(true);
    root(element).querySelector<HTMLElement>('[data-act="hours"]')?.click();
    await waitUntil(() => editor.checkVisibility());
    expect(editor.dirty).to.equal(true);
  });

  it('opens people, and from there somebody’s bookings', async () => {
    const { element } = await open('admin@example.com');
    root(element).querySelector<HTMLElement>('[data-act="people"]')?.click();
    const accounts = await seen<CbAccounts>(element, 'cb-accounts');
    await waitUntil(
      () => accounts.shadowRoot && find(accounts.shadowRoot, `[data-account="${seed.rival.id}"]`),
      'people',
      {
        timeout: 5000,
      },
    );
    await expect(element).to.be.accessible();
    find(accounts.shadowRoot as ShadowRoot, `[data-account="${seed.coaches.lukas}"] [data-act="bookings"]`)?.click();
    await waitUntil(() => acting(element).includes('for Lukas Brandt'));
    expect(accounts.checkVisibility()).to.equal(false);
    expect(text(element)).to.contain('Hours of Lukas Brandt');
  });

  it('is the client’s own list on a page that asks for it', async () => {
    const { element } = await open('client@example.com');
    expect(root(element).querySelector('[part="acting"]')).to.equal(null);
    expect(root(element).querySelector('[data-act="people"]')).to.equal(null);
  });
});
