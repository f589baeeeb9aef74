import { expect, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import {
  api,
  bookedAlso,
  button,
  choose,
  open,
  problem,
  root,
  rows,
  said,
  settleColours,
  statuses,
  view,
} from './bookings-scene.ts';
import 'chai-a11y-axe';

settleColours();

const wordsOf = (row: Element | undefined) => row?.textContent?.replace(/\s+/g, ' ') ?? '';
const atNight = bookedAlso({ session_datetime: '2025-11-15T14:30:00Z' });

describe('a row of <cb-bookings>', () => {
  it('has its zone said above the list, and the coach’s time where that differs', async () => {
    const { element } = await open('client@example.com', undefined, { timeZone: 'Asia/Tokyo' });
    expect(root(element).querySelector('header')?.textContent).to.contain('Times in Tokyo, GMT+9');
    const theirs = /For Ana Keller: \d\d:\d\d–\d\d:\d\d, Berlin \(GMT\+1\)/;
    // The zone of the coach is asked for after the list.
    await waitUntil(() => theirs.test(wordsOf(rows(element)[0])), 'the coach’s time', { timeout: 8000 });
    await expect(element).to.be.accessible();
  });

  it('says nothing of the coach’s time where the clocks agree', async () => {
    const { element } = await open('client@example.com');
    expect(root(element).querySelector('header')?.textContent).to.contain('Times in Berlin, GMT+1');
    expect(wordsOf(rows(element)[0])).not.to.contain('For Ana');
  });

  it('says its own offset when the clocks change before it', async () => {
    const { element } = await open('client@example.com', undefined, { clock: '2026-03-26T10:30:00Z' });
    expect(root(element).querySelector('header')?.textContent).to.contain('GMT+1');
    expect(wordsOf(rows(element)[0])).to.contain('Times in Berlin, GMT+2');
  });

  it('has a time over midnight without dates in it', async () => {
    const { element } = await open('client@example.com', atNight, { timeZone: 'Asia/Tokyo' });
    expect(rows(element).map(wordsOf).join()).to.contain('Saturday, 15 November 2025, 23:30–00:30');
  });

  it('shows a coach the client’s address, notes, and answers under their questions', async () => {
    const { element } = await open('tomas@example.com', async (mock, fetch) => {
      await bookedAlso({
        coach_id: mock.seed.coaches.tomas,
        session_datetime: '2025-11-17T16:00:00Z',
        duration_minutes: 45,
        notes: 'About the offer',
        answers: { phone: '+49 170 1234567', topic: 'A conflict', first_time: true },
      })(mock, fetch);
    });
    const [row] = rows(element);
    expect(row?.querySelector('a[href="mailto:client@example.com"]')).to.not.equal(null);
    expect(wordsOf(row)).to.contain('About the offer');
    await waitUntil(() => wordsOf(row).includes('What should we talk about?'), 'the questions are there');
    expect(row?.querySelector('summary')?.textContent).to.equal('3 answers');
    const answers = [...(row?.querySelectorAll('details div') ?? [])].map(({ textContent }) => textContent);
    expect(answers).to.deep.equal([
      'What should we talk about?A conflict',
      'Phone:+49 170 1234567',
      'Is this your first coaching session?Yes',
    ]);
    await expect(element).to.be.accessible();
  });

  it('tells a coach that the last mail to the client could not be delivered, and the client nothing', async () => {
    const bounced = async (...[mock, fetch]: Parameters<typeof atNight>) => {
      await atNight(mock, fetch);
      const { bookings } = await mock.store.bookings.list({ coachId: mock.seed.coach.id }, { skip: 0, limit: 100 });
      for (const { id, clientId } of bookings) {
        const mail = { id, bookingId: id, userId: clientId, about: 'requested', at: mock.clock.now() };
        await mock.store.messages.save({ ...mail, state: 'refused', error: '550 5.1.1 No such mailbox' });
      }
    };
    const { element } = await open('coach@example.com', bounced);
    expect(wordsOf(rows(element)[0])).to.contain('example.com · the last mail could not be delivered');
    await expect(element).to.be.accessible();
    const { element: own } = await open('client@example.com', bounced);
    expect(rows(own).map(wordsOf).join()).not.to.contain('could not be delivered');
  });

  it('says who is waited for', async () => {
    const { element } = await open('client@example.com');
    expect(statuses(element)).to.include('Waiting for Lukas Brandt to confirm');
    const coach = await open('coach@example.com');
    expect(statuses(coach.element)[0]).to.equal('Waiting for you to confirm');
  });

  it('says all that is too late, and whom to contact', async () => {
    const { element } = await open('client@example.com', async ({ store, seed }, fetch) => {
      // The seed is sown with the first request.
      await fetch(new Request(`${api}/health`));
      const ana = await store.coaches.find(seed.coaches.ana);
      if (!ana) throw new Error('the seed has Ana');
      const notices = { cancel_notice_minutes: 14 * 1440, move_notice_minutes: 14 * 1440 };
      await store.coaches.saveSchedule(seed.coaches.ana, ana.scheduleVersion, { ...ana.schedule, ...notices });
    });
    await waitUntil(
      () =>
        wordsOf(rows(element)[0]).includes(
          'Too late to move or cancel here: 14 days’ notice is asked for. Contact Ana Keller.',
        ),
      'it says so',
    );
  });

  it('keeps its place on the page when it is cancelled, box or no box', async () => {
    const { element } = await open('coach@example.com');
    const left = () => rows(element)[0]?.querySelector('h5')?.getBoundingClientRect().left;
    const before = left();
    button(rows(element)[0] as Element, 'cancel')?.click();
    await element.updateComplete;
    root(element).querySelector<HTMLElement>('[part="cancel-now"]')?.click();
    await element.updateComplete;
    expect(root(element).querySelector('.pick')).to.equal(null);
    expect(left()).to.equal(before);
  });

  it('shows what was done where the button was, and the other buttons stay where they were', async () => {
    for (const width of [360, 1024]) {
      await setViewport({ width, height: 768 });
      const { element } = await open('coach@example.com');
      const [row] = rows(element);
      const place = () => row?.querySelector('[data-act="move"]')?.getBoundingClientRect().toJSON();
      const before = place();
      button(row as Element, 'confirm')?.click();
      await waitUntil(() => row?.querySelector('[part="done"]')?.textContent === 'Confirmed', 'it is seen');
      expect(place()).to.deep.equal(before);
    }
  });

  it('has a box that is easy to hit', async () => {
    const { element } = await open('coach@example.com');
    const { width, height } = root(element).querySelector('.pick')?.getBoundingClientRect() ?? {};
    expect([width, height]).to.deep.equal([44, 44]);
  });
});

describe('a refusal in <cb-bookings>', () => {
  it('says what has become of the booking, not what the server said', async () => {
    const { element, mock } = await open('coach@example.com');
    const id = rows(element)[0]?.getAttribute('data-booking') ?? '';
    const booking = await mock.store.bookings.find(id);
    if (!booking) throw new Error('the row has a booking');
    const next = { ...booking, status: 'cancelled', version: booking.version + 1 } as const;
    await mock.store.bookings.save(next, { basedOn: booking.version });
    button(rows(element)[0] as Element, 'confirm')?.click();
    await waitUntil(() => problem(element), 'it is refused');
    expect(problem(element)).to.contain('This session has been cancelled meanwhile');
    expect(problem(element)).not.to.contain('Invalid status transition');
    expect(said(element)).to.equal('');
    await expect(element).to.be.accessible();
  });

  it('has its words above its buttons where there is little room', async () => {
    await setViewport({ width: 360, height: 740 });
    const scene = await open('coach@example.com');
    scene.interfere = ({ method }) =>
      method === 'PATCH' ? Response.json({ detail: 'The diary is closed' }, { status: 400 }) : undefined;
    button(rows(scene.element)[0] as Element, 'confirm')?.click();
    await waitUntil(() => problem(scene.element), 'it is refused');
    const panel = root(scene.element).querySelector('[part="problem"]');
    const words = panel?.querySelector('p')?.getBoundingClientRect();
    const close = panel?.querySelector('button')?.getBoundingClientRect();
    expect(words?.width).to.be.at.least(200);
    expect(close?.top).to.be.at.least(words?.bottom ?? 0);
    await setViewport({ width: 1024, height: 768 });
  });

  it('for want of a connection is tried again when the browser is online', async () => {
    const scene = await open('coach@example.com');
    const { element } = scene;
    scene.interfere = () => {
      throw new TypeError('network is down');
    };
    button(rows(element)[0] as Element, 'confirm')?.click();
    await waitUntil(() => problem(element).includes('could not be reached'), 'it is said', { timeout: 5000 });
    scene.interfere = undefined;
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => statuses(element)[0] === 'Confirmed', 'it is confirmed');
    expect(problem(element)).to.equal('');
    expect(said(element)).to.equal('1 session confirmed');
  });
});

describe('the views of <cb-bookings>', () => {
  it('keep cancelled sessions apart from past ones', async () => {
    const { element } = await open('client@example.com');
    view(element, 'Past')?.click();
    await element.updateComplete;
    expect(new Set(statuses(element))).to.deep.equal(new Set(['Completed']));
    view(element, 'Cancelled')?.click();
    await element.updateComplete;
    expect(statuses(element)).to.deep.equal(['Cancelled']);
  });

  it('offer to choose a status only where they hold several, and keep their counts', async () => {
    const { element } = await open('coach@example.com');
    expect(root(element).querySelector('[part="filter"]')).to.equal(null);
    const counts = () => [...root(element).querySelectorAll('.count')].map(({ textContent }) => textContent);
    const before = counts();
    view(element, 'Upcoming')?.click();
    await element.updateComplete;
    choose(element, 'confirmed');
    await waitUntil(() => new Set(statuses(element)).size === 1, 'one status is left');
    expect(counts()).to.deep.equal(before);
  });

  it('name the status of which they have nothing, and lead back to all', async () => {
    const { element } = await open('coach@example.com');
    view(element, 'Past')?.click();
    await element.updateComplete;
    choose(element, 'pending');
    await waitUntil(() => root(element).querySelector('.empty'), 'there is none');
    expect(root(element).querySelector('.empty')?.textContent).to.contain('“Not confirmed”');
    button(root(element), 'show-all')?.click();
    await waitUntil(() => rows(element).length > 0, 'all are there');
    expect(root(element).activeElement?.matches('[part="filter"]')).to.equal(true);
  });
});
