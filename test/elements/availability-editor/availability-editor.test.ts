import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, setViewport } from '@web/test-runner-commands';
import { sessionOf } from '../../../src/core/schedule-editor/booked.ts';
import { createScheduleEditor } from '../../../src/core/schedule-editor/editor.ts';
import { findSlots } from '../../../src/domain/availability/slots.ts';
import { takesTime } from '../../../src/domain/booking/lifecycle.ts';
import { startOfDay } from '../../../src/domain/time/zone.ts';
import { SEED_PASSWORD, seed } from '../../../src/mock/index.ts';
import { EditorPage } from './availability-editor-page.ts';

const isPut = (request: Request) => request.method === 'PUT';

describe('<cb-availability-editor>', () => {
  before(() => setViewport({ width: 1280, height: 1000 }));
  afterEach(() => resetMouse());

  it('shows the week of a signed-in coach and is accessible in every view', async () => {
    const page = await EditorPage.open();
    expect(page.blocks(1)).to.deep.equal(['Monday 09:00–20:00']);
    await expect(await page.still()).to.be.accessible();
    await page.press('[data-view=list]');
    await expect(await page.still()).to.be.accessible();
    for (const tab of ['exceptions', 'rules', 'zone']) {
      await page.press(`[data-tab=${tab}]`);
      await expect(await page.still()).to.be.accessible();
    }
  });

  it('asks a signed-out coach to sign in, and goes on from there', async () => {
    const page = await EditorPage.open({ signedIn: false });
    await waitUntil(() => page.find('input[type=email]'), 'no sign-in');
    await expect(await page.still()).to.be.accessible();
    await page.fill('input[type=email]', seed.coach.email);
    await page.fill('input[type=password]', SEED_PASSWORD);
    page.get('input[type=password]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => page.find('.column'), 'the week is not shown');
    await page.settle();
    expect(page.focused?.localName, 'the focus went on to the heading').to.equal('h2');
  });

  it('says in plain words that a backend keeps no schedules', async () => {
    const answer = (request: Request) =>
      request.url.endsWith('/schedule') ? Response.json({ detail: 'Not Found' }, { status: 404 }) : undefined;
    const page = await EditorPage.open({ answer });
    await waitUntil(() => page.find('.said h2'), 'nothing was said');
    expect(page.get('.said').textContent).to.include('This service keeps no schedules');
    expect(page.get('.said').textContent).to.include('/coaches/{id}/schedule');
    await expect(await page.still()).to.be.accessible();
  });

  describe('by mouse', () => {
    it('creates hours by dragging on empty space, moves them to another day, resizes them, undoes and redoes each', async () => {
      const page = await EditorPage.open();
      page.get('.week').scrollTo(0, 1000);
      // The week is open until 20:00: what is free is the evening.
      await page.drag(page.point(3, '20:30'), page.point(3, '22:00'));
      expect(page.blocks(3)).to.deep.equal(['Wednesday 09:00–20:00', 'Wednesday 20:30–22:00']);
      expect(page.said).to.equal('Added Wednesday 20:30–22:00');
      expect(page.focused?.getAttribute('aria-label')).to.equal('Wednesday 20:30–22:00');

      await page.drag(page.point(3, '21:15'), page.point(4, '21:45'));
      expect(page.blocks(3)).to.have.length(1);
      expect(page.blocks(4)).to.deep.equal(['Thursday 09:00–20:00', 'Thursday 21:00–22:30']);
      expect(page.focused?.getAttribute('aria-label')).to.equal('Thursday 21:00–22:30');

      const [x, bottom] = page.point(4, '22:30');
      await page.drag([x, bottom - 4], page.point(4, '23:30'));
      expect(page.blocks(4)[1]).to.equal('Thursday 21:00–23:30');

      for (const expected of ['Thursday 21:00–22:30', undefined]) {
        await page.press('[data-do=undo]');
        expect(page.blocks(4)[1]).to.equal(expected);
      }
      await page.press('[data-do=undo]');
      expect(page.blocks(3)).to.have.length(1);
      expect(page.element.dirty).to.equal(false);
      for (let step = 0; step < 3; step++) await page.press('[data-do=redo]');
      expect(page.blocks(4)[1]).to.equal('Thursday 21:00–23:30');
      await page.save();
      expect(await page.storedOn(4)).to.deep.equal([
        { weekday: 4, start: '09:00', end: '20:00' },
        { weekday: 4, start: '21:00', end: '23:30' },
      ]);
    });

    it('breaks a drag off at Escape and leaves no trace', async () => {
      const page = await EditorPage.open();
      await page.drag(page.point(2, '12:00'), page.point(5, '14:00'), { release: false });
      expect(page.blocks(5)).to.have.length(2);
      await sendKeys({ press: 'Escape' });
      await page.settle();
      expect(page.blocks(5)).to.have.length(1);
      expect(page.element.dirty).to.equal(false);
    });

    it('opens the details at a press', async () => {
      const page = await EditorPage.open();
      await page.press('.column[data-weekday="1"] button.block');
      expect(page.get('cb-hours-dialog').shadowRoot?.querySelector('dialog')?.open).to.equal(true);
      await expect(await page.still()).to.be.accessible();
    });
  });

  describe('by keyboard', () => {
    it('moves, resizes, edits and removes a block, and never loses the focus', async () => {
      const page = await EditorPage.open();
      page.get('.column[data-weekday="2"] button.block').focus();
      await sendKeys({ press: 'ArrowDown' });
      expect(page.said).to.equal('Now Tuesday 09:30–20:30');
      await sendKeys({ press: 'Shift+ArrowUp' });
      await sendKeys({ press: 'Shift+ArrowLeft' });
      await page.settle();
      expect(page.blocks(2)).to.deep.equal(['Tuesday 09:00–20:00']);
      await sendKeys({ press: 'ArrowRight' });
      await page.settle();
      expect(page.blocks(2)).to.deep.equal([]);
      expect(page.blocks(3)).to.have.length(2);
      expect(page.focused?.getAttribute('aria-label')).to.equal('Wednesday 09:00–20:00');
      await sendKeys({ press: 'Control+z' });
      await page.settle();
      expect(page.blocks(2)).to.deep.equal(['Tuesday 09:00–20:00']);
      expect(page.said).to.equal('Undone: Weekly hours');

      page.get('.column[data-weekday="2"] button.block').focus();
      await sendKeys({ press: 'Enter' });
      await page.settle();
      const dialog = page.get('cb-hours-dialog').shadowRoot?.querySelector('dialog');
      expect(dialog?.open).to.equal(true);
      await page.fill('select[name=weekday]', '4');
      await sendKeys({ press: 'Escape' });
      await page.settle();
      expect(page.blocks(4)).to.have.length(2);
      expect(page.focused?.closest('.column')?.getAttribute('data-weekday')).to.equal('4');

      await sendKeys({ press: 'Delete' });
      await page.settle();
      expect(page.blocks(4)).to.have.length(1);
      expect(page.focused?.classList.contains('block')).to.equal(true);
    });

    it('says hours past midnight, in the grid and in the list', async () => {
      const page = await EditorPage.open();
      page.get('.column[data-weekday="5"] button.block').focus();
      for (let press = 0; press < 10; press++) await sendKeys({ press: 'Shift+ArrowDown' });
      await page.settle();
      expect(page.blocks(5)).to.deep.equal(['Friday 09:00–01:00 next day']);
      expect(page.find('.column[data-weekday="6"] .tail')).to.not.equal(undefined);
      await page.press('[data-view=list]');
      const friday = page.all('section.day').find((day) => day.textContent?.includes('Friday'));
      expect(friday?.querySelector<HTMLInputElement>('.next-day input')?.checked).to.equal(true);
    });

    it('types times in the list, and says at the interval what makes no sense', async () => {
      const page = await EditorPage.open();
      await page.press('[data-view=list]');
      const field = (part: string) =>
        page
          .all('section.day')[1]
          ?.querySelector(`cb-time-field[data-part=${part}]`)
          ?.shadowRoot?.querySelector('input');
      field('start')?.focus();
      await sendKeys({ press: 'Control+a' });
      await sendKeys({ type: '2 pm' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Control+a' });
      await sendKeys({ type: '13' });
      await sendKeys({ press: 'Tab' });
      await page.settle();
      expect([field('start')?.value, field('end')?.value]).to.deep.equal(['14:00', '13:00']);
      expect(page.all('section.day')[1]?.textContent).to.include('Tuesday 14:00–13:00 ends before it starts');
      await expect(await page.still()).to.be.accessible();
      await page.press('[data-do=save]');
      expect(page.focused?.id).to.equal('problems');
      expect((await page.storedOn(2))[0]?.start).to.equal('09:00');
      await page.press('.next-day input');
      expect(page.find('#problems')).to.equal(undefined);
    });
  });
});

describe('<cb-availability-editor> saving', () => {
  before(() => setViewport({ width: 1280, height: 1000 }));

  it('tries again by itself while nothing answers, says so, and saves in the end', async () => {
    const page = await EditorPage.open();
    let answers = false;
    page.interruption = (request) => {
      if (isPut(request) && !answers) throw new TypeError('Failed to fetch');
      return undefined;
    };
    await page.press('[data-add="1"]');
    await page.press('[data-do=save]');
    await waitUntil(() => page.find('[data-do=retry]'), 'no way to try at once');
    expect(page.said).to.match(/^Not saved yet/);
    expect(page.element.dirty).to.equal(true);
    await expect(await page.still()).to.be.accessible();
    answers = true;
    await waitUntil(() => page.find('[data-do=retry]') || !page.element.dirty, 'it goes on trying');
    page.find('[data-do=retry]')?.click();
    await waitUntil(() => !page.element.dirty);
    expect(await page.storedOn(1)).to.have.length(2);
  });

  it('shows both versions of a schedule that was changed elsewhere, and saves the chosen parts', async () => {
    const page = await EditorPage.open();
    await page.press('[data-add="1"]');
    await page.press('[data-tab=rules]');
    await page.fill('input[name=daily_limit]', '3');
    await page.saveElsewhere({ daily_limit: 8, slot_step_minutes: 15 });
    await page.press('[data-do=save]');
    await waitUntil(() => page.find('fieldset[data-section]'), 'no conflict is shown');
    expect(page.all('fieldset[data-section]').map(({ dataset }) => dataset.section)).to.deep.equal([
      'hours',
      'rules',
      'sessions',
    ]);
    await expect(await page.still()).to.be.accessible();
    expect((await page.stored()).daily_limit).to.equal(8);
    await page.press('[data-do=merge]');
    expect(page.find('fieldset[data-section]'), 'nothing is saved before the choice').to.not.equal(undefined);
    await page.press('[data-section=rules] input[value=mine]');
    await page.press('[data-do=merge]');
    await waitUntil(() => !page.element.dirty);
    const after = await page.stored();
    expect([after.daily_limit, after.slot_step_minutes]).to.deep.equal([3, 15]);
    expect(after.weekly_hours.filter(({ weekday }) => weekday === 1)).to.have.length(2);
  });

  it('lists sessions a change would leave outside the hours before saving, and cancels none', async () => {
    const page = await EditorPage.open();
    const { bookings } = await page.client.listCoachBookings({ params: { coach_id: seed.coach.id } });
    const before = bookings.filter(({ status }) => takesTime(status)).length;
    await page.press('[data-view=list]');
    for (const _ of Array(7)) await page.press('.interval .icon');
    expect(page.get('[part=stranded]').textContent).to.include('would lie outside these hours');
    await page.press('[data-do=save]');
    expect(page.get('[data-answer=save]').textContent).to.include('Save, keep the sessions');
    await expect(await page.still()).to.be.accessible();
    await page.press('[data-answer=save]');
    await waitUntil(() => !page.element.dirty);
    const after = await page.client.listCoachBookings({ params: { coach_id: seed.coach.id } });
    expect(after.bookings.filter(({ status }) => takesTime(status))).to.have.length(before);
  });

  it('asks before another coach takes the place of unsaved changes', async () => {
    const page = await EditorPage.open();
    await page.press('[data-add="1"]');
    page.element.coach = seed.coaches.lukas;
    await page.element.updateComplete;
    await waitUntil(() => page.find('[data-answer=stay]'), 'nobody asked');
    await page.press('[data-answer=stay]');
    await page.settle();
    expect(page.element.coach).to.equal(seed.coach.id);
    expect(page.blocks(1)).to.have.length(2);
  });

  it('holds the page back while something is unsaved', async () => {
    const page = await EditorPage.open();
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).to.equal(false);
    await page.press('[data-add="1"]');
    expect(leave()).to.equal(true);
    await page.press('[data-do=undo]');
    expect(leave()).to.equal(false);
  });
});

describe('<cb-availability-editor> preview', () => {
  before(() => setViewport({ width: 1280, height: 1000 }));

  it('shows exactly the times the engine finds, in the zone of the client, and follows each change', async () => {
    const page = await EditorPage.open();
    const shown = () => page.all('[part=preview-time]').map(({ dataset }) => Number(dataset.start));
    const expected = async () => {
      const editor = createScheduleEditor({ client: page.client, coachId: seed.coach.id, now: page.server.clock.now });
      await editor.load();
      if (editor.state.status !== 'editing' || editor.state.booked.status !== 'ready') throw new Error('not loaded');
      const zone = 'America/New_York';
      return findSlots({
        schedule: editor.state.saved,
        booked: editor.state.booked.bookings.filter(({ status }) => takesTime(status)).map(sessionOf),
        range: { start: startOfDay(zone, '2025-11-10'), end: startOfDay(zone, '2025-11-17') },
        now: page.server.clock.now(),
        durationMinutes: 60,
      }).map(({ start }) => start);
    };
    await page.press('[aria-label="Next week"]');
    await waitUntil(() => shown().length > 0);
    const before = shown();
    expect(before).to.deep.equal(await expected());
    page.get('.column[data-weekday="3"] button.block').focus();
    await sendKeys({ press: 'Delete' });
    await page.settle();
    expect(shown().length).to.be.lessThan(before.length);
    await page.save();
    expect(shown()).to.deep.equal(await expected());
  });
});

describe('<cb-availability-editor> from start to end', () => {
  before(() => setViewport({ width: 1280, height: 1000 }));

  it('sets alternate Fridays with a lunch gap and a closed holiday by keyboard and dates alone, and saves them', async () => {
    const page = await EditorPage.open();
    page.get('.column[data-weekday="5"] button.block').focus();
    // 09:00–20:00 becomes 09:00–12:00.
    for (let press = 0; press < 16; press++) await sendKeys({ press: 'Shift+ArrowUp' });
    await sendKeys({ press: 'Enter' });
    await page.settle();
    page.get('summary').click();
    await page.press('input[value=alternate]');
    await page.fill('input[name=anchor]', '2025-11-14');
    await page.press('[data-do=done]');
    expect(page.blocks(5)).to.deep.equal(['Friday 09:00–12:00, every 2 weeks']);
    page.get('[data-add="5"]').focus();
    await sendKeys({ press: 'Enter' });
    await page.settle();
    expect(page.blocks(5)[1]).to.equal('Friday 13:00–15:00');
    for (let press = 0; press < 4; press++) await sendKeys({ press: 'Shift+ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await page.settle();
    page.get('summary').click();
    await page.press('input[value=alternate]');
    await page.fill('input[name=anchor]', '2025-11-14');
    await page.press('[data-do=done]');

    await page.press('[data-tab=exceptions]');
    await page.fill('[name=from]', '2025-12-24');
    page.get('.day[data-date="2025-12-24"]').focus();
    for (let press = 0; press < 2; press++) await sendKeys({ press: 'Shift+ArrowRight' });
    await page.settle();
    expect(page.all('.day.selected').map(({ dataset }) => dataset.date)).to.deep.equal([
      '2025-12-24',
      '2025-12-25',
      '2025-12-26',
    ]);
    await page.fill('[name=note]', 'Holiday');
    await page.press('[data-do=store]');
    expect(page.said).to.match(/^Added 24\s?–\s?26 Dec 2025: Closed$/);
    await expect(await page.still()).to.be.accessible();
    await page.save();

    const every = { weekday: 5, every_weeks: 2, anchor: '2025-11-14' };
    expect(await page.storedOn(5)).to.deep.equal([
      { ...every, start: '09:00', end: '12:00' },
      { ...every, start: '13:00', end: '17:00' },
    ]);
    expect((await page.stored()).date_overrides).to.deep.equal([
      { from: '2025-12-24', until: '2025-12-26', kind: 'closed', note: 'Holiday' },
    ]);
    const { available_slots } = await page.client.getAvailability({
      params: { coach_id: seed.coach.id },
      query: { start_date: '2025-11-21T00:00:00Z', end_date: '2025-11-29T00:00:00Z', duration_minutes: 60 },
    });
    const on = (day: string) => available_slots.filter(({ start }) => start.startsWith(day)).length;
    expect([on('2025-11-21'), on('2025-11-28')]).to.deep.equal([0, 12]);
  });
});
