import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, setViewport } from '@web/test-runner-commands';
import { createBookingClient } from '../../../src/core/client/client.ts';
import { SEED_PASSWORD, seed } from '../../../src/mock/index.ts';
import { resetMedia, schemes, useScheme } from '../media.ts';
import { EditorPage } from './availability-editor-page.ts';

describe('<cb-availability-editor> in every scheme and width', () => {
  afterEach(resetMedia);

  for (const scheme of schemes) {
    it(`is accessible in ${scheme}, with something wrong, alternate weeks and an exception on show`, async () => {
      await setViewport({ width: 1280, height: 1000 });
      await useScheme(scheme);
      const page = await EditorPage.open();
      await page.press('.column[data-weekday="5"] button.block');
      page.get('summary').click();
      await page.press('input[value=alternate]');
      await expect(await page.still()).to.be.accessible();
      await page.press('[data-do=done]');
      await page.press('[data-view=list]');
      const field = page.all('cb-time-field[data-part=end]')[0]?.shadowRoot?.querySelector('input');
      field?.focus();
      await sendKeys({ press: 'Control+a' });
      await sendKeys({ type: '8' });
      await sendKeys({ press: 'Tab' });
      await page.settle();
      await expect(await page.still()).to.be.accessible();
      await page.press('[data-view=grid]');
      await expect(await page.still()).to.be.accessible();
      await page.press('[data-tab=exceptions]');
      await page.press('[data-do=store]');
      await expect(await page.still()).to.be.accessible();
      await page.press('[data-tab=rules]');
      await page.press('[data-do=add]');
      await expect(await page.still()).to.be.accessible();
    });
  }

  it('fits a phone: the list comes first, nothing sticks out, and it is accessible', async () => {
    await setViewport({ width: 360, height: 740 });
    const page = await EditorPage.open({ width: 344, answer: () => undefined });
    await waitUntil(() => page.find('section.day'), 'no list');
    expect(page.find('.column')).to.equal(undefined);
    for (const tab of ['week', 'exceptions', 'rules', 'zone']) {
      await page.press(`[data-tab=${tab}]`);
      expect(page.element.scrollWidth, tab).to.be.at.most(344);
      const right = Math.max(...page.all('[role=tabpanel] *').map((inside) => inside.getBoundingClientRect().right));
      expect(right, tab).to.be.at.most(page.element.getBoundingClientRect().right);
      await expect(await page.still()).to.be.accessible();
    }
  });
});

describe('<cb-availability-editor> by mouse, from start to end', () => {
  before(() => setViewport({ width: 1280, height: 1000 }));
  afterEach(() => resetMouse());

  it('sets alternate Fridays with a lunch gap and a holiday; a visitor elsewhere sees exactly that and books; the preview loses the time', async () => {
    const page = await EditorPage.open();
    // 09:00–20:00 becomes 09:00–12:00; 13:00–17:00 is drawn below.
    page.get('.week').scrollTo(0, 330);
    const [x, bottom] = page.point(5, '20:00');
    await page.drag([x, bottom - 4], page.point(5, '12:00'));
    await page.drag(page.point(5, '13:05'), page.point(5, '16:55'));
    expect(page.blocks(5)).to.deep.equal(['Friday 09:00–12:00', 'Friday 13:00–17:00']);
    for (const index of [0, 1]) {
      page.all('.column[data-weekday="5"] button.block')[index]?.click();
      await page.settle();
      page.get('summary').click();
      await page.press('input[value=alternate]');
      await page.fill('input[name=anchor]', '2025-11-14');
      await page.press('[data-do=done]');
    }
    await page.press('[data-tab=exceptions]');
    await page.press('[aria-label="Next month"]');
    const centre = (date: string): [number, number] => {
      const { left, top, width, height } = page.get(`.day[data-date="${date}"]`).getBoundingClientRect();
      return [Math.round(left + width / 2), Math.round(top + height / 2)];
    };
    await page.drag(centre('2025-12-24'), centre('2025-12-26'));
    await page.press('[data-do=store]');
    await page.save();

    const visitor = createBookingClient({ api: 'http://coach.test', fetch: page.server.fetch });
    const query = { start_date: '2025-11-14T00:00:00Z', end_date: '2025-11-15T00:00:00Z', duration_minutes: 60 };
    const params = { coach_id: seed.coach.id };
    const seen = async () =>
      (await visitor.getAvailability({ params, query })).available_slots.map(({ start }) => start);
    const previewed = () =>
      page
        .all('[data-date="2025-11-14"] [part=preview-time]')
        .map(({ dataset }) => new Date(Number(dataset.start)).toISOString().replace('.000', ''));
    await page.press('[aria-label="Next week"]');
    await page.press('[data-tab=week]');
    expect(await seen()).to.have.length(12);
    expect(previewed()).to.deep.equal(await seen());
    const holiday = { start_date: '2025-12-24T00:00:00Z', end_date: '2025-12-27T00:00:00Z', duration_minutes: 60 };
    expect((await visitor.getAvailability({ params, query: holiday })).available_slots).to.deep.equal([]);

    await visitor.session.logIn({ email: seed.client.email, password: SEED_PASSWORD });
    const session_datetime = '2025-11-14T08:00:00Z';
    await visitor.createBooking(
      { body: { coach_id: seed.coach.id, session_datetime, duration_minutes: 60 } },
      { idempotencyKey: 'one-intent' },
    );
    page.element.refreshBookings();
    await waitUntil(() => !previewed().includes(session_datetime), 'the preview still offers it');
    expect(previewed()).to.deep.equal(await seen());
  });
});

describe('<cb-availability-editor> zone and days', () => {
  before(() => setViewport({ width: 1280, height: 1000 }));

  it('asks before hours move to another zone, and moves them as one step that can be undone', async () => {
    const page = await EditorPage.open();
    const choose = async () => {
      page
        .get('cb-time-zone-picker')
        .dispatchEvent(Object.assign(new Event('cb-time-zone-change'), { timeZone: 'Europe/Lisbon' }));
      await waitUntil(() => page.find('[data-answer]'), 'nobody asked');
    };
    await choose();
    expect(page.get('cb-ask-dialog').shadowRoot?.textContent).to.include('09:00 becomes 09:00 in Lisbon');
    await page.press('[data-answer=keep]');
    expect(page.element.dirty).to.equal(false);
    await choose();
    await page.press('[data-answer=use]');
    await page.save();
    expect((await page.stored()).time_zone).to.equal('Europe/Lisbon');
    await page.press('[data-do=undo]');
    expect(page.element.dirty).to.equal(true);
  });

  it('copies a day to others, which then have exactly its hours', async () => {
    const page = await EditorPage.open();
    await page.press('[data-add="1"]');
    await page.press('[data-copy="1"]');
    await page.press('input[type=checkbox][value="3"]');
    await page.press('[data-do=copy]');
    expect(page.blocks(3)).to.deep.equal(['Wednesday 09:00–20:00', 'Wednesday 21:00–23:00']);
    expect(page.said).to.equal('Copied to Wednesday');
  });

  it('adds a trip, a price and a limit, and saves them', async () => {
    const page = await EditorPage.open();
    await page.press('[data-tab=zone]');
    await page.press('[data-do=add]');
    expect(page.focused?.getAttribute('name')).to.equal('from');
    const there = Object.assign(new Event('cb-time-zone-change', { bubbles: true }), { timeZone: 'Asia/Tokyo' });
    page.get('[part=trip] cb-time-zone-picker').dispatchEvent(there);
    await page.settle();
    await page.press('[data-tab=rules]');
    await page.press('[data-do=add]');
    await page.fill('input[name=price]', '79,50');
    await page.fill('input[name=weekly_limit]', '9');
    await page.fill('input[name=weekly_limit]', '9000');
    await page.press('[data-do=save]');
    expect(page.focused?.id, 'what is out of bounds blocks the save').to.equal('problems');
    expect((await page.stored()).weekly_limit, 'and is not taken over').to.equal(null);
    await page.fill('input[name=weekly_limit]', '9');
    await page.save();
    const after = await page.stored();
    expect(after.durations).to.deep.equal([{ minutes: 60, price: { amount: 7950, currency: 'EUR' } }]);
    expect(after.weekly_limit).to.equal(9);
    expect(after.zone_overrides).to.deep.equal([{ from: '2025-11-06', until: '2025-11-12', time_zone: 'Asia/Tokyo' }]);
  });

  it('keeps the changes of a coach whose session ended, and saves them after signing in again', async () => {
    const page = await EditorPage.open();
    await page.press('[data-add="1"]');
    page.client.session.logOut();
    await page.press('[data-do=save]');
    await waitUntil(() => page.find('input[type=email]'), 'no sign-in');
    expect(page.blocks(1)).to.have.length(2);
    await page.client.session.logIn({ email: seed.coach.email, password: SEED_PASSWORD });
    await waitUntil(() => !page.element.dirty, 'not saved');
    expect(await page.storedOn(1)).to.have.length(2);
  });
});
