import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, setViewport } from '@web/test-runner-commands';
import { seed } from '../../../src/mock/index.ts';
import { EditorPage } from './availability-editor-page.ts';

/** Types into a field and leaves it, as a person does. */
async function type(page: EditorPage, selector: string, text: string): Promise<void> {
  const field = page.get(selector) as HTMLInputElement;
  field.focus();
  field.select();
  await sendKeys({ type: text });
  await sendKeys({ press: 'Tab' });
  await page.settle();
}

const toCorrect = (page: EditorPage) => page.find('[part=problems]')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const fieldOf = (page: EditorPage, name: string) => page.get(`[name=${name}]`) as HTMLInputElement;

describe('<cb-availability-editor>, what cannot be taken over', () => {
  before(() => setViewport({ width: 1280, height: 1000 }));
  afterEach(() => resetMouse());

  it('stays in its field, is said under it and listed, and nothing looks saved', async () => {
    const page = await EditorPage.open();
    await page.press('[data-tab=rules]');
    await page.press('[data-do=add]');
    await type(page, '[name=minutes]', '5');
    await type(page, '[name=price]', '80,5x');
    expect(fieldOf(page, 'minutes').value).to.equal('5');
    expect(fieldOf(page, 'price').value).to.equal('80,5x');
    expect(page.get('[name=minutes]').closest('label')?.textContent).to.contain('Write a whole number from 15 to 480');
    expect(page.get('[name=price]').closest('label')?.textContent).to.contain('Write an amount such as 80');
    expect(toCorrect(page)).to.contain('2 things to correct');
    await expect(await page.still()).to.be.accessible();
    const before = await page.stored();
    await page.press('[data-do=save]');
    expect(page.focused?.id).to.equal('problems');
    expect(await page.stored()).to.deep.equal(before);
    expect(page.get('cb-save-bar').shadowRoot?.textContent).not.to.match(/Saved at|All changes saved/);
    page.all('[part=problems] button')[1]?.click();
    await page.settle();
    expect(page.focused).to.equal(page.get('[name=price]'));
    await type(page, '[name=price]', '80,50');
    await type(page, '[name=minutes]', '50');
    expect(toCorrect(page)).to.equal('');
    await page.save();
    expect((await page.stored()).durations.some(({ minutes }) => minutes === 50)).to.equal(true);
  });

  it('is there again after another tab was looked at, and marks its own tab with how many there are', async () => {
    const page = await EditorPage.open();
    await page.press('[data-tab=rules]');
    await type(page, '[name=daily_limit]', '0');
    await page.press('[data-tab=week]');
    expect(page.get('[data-tab=rules]').textContent).to.contain('1 thing to correct');
    expect(page.get('[data-do=save]').getAttribute('aria-disabled')).to.equal('false');
    page.get('[part=problems] button').click();
    await page.settle();
    expect(page.get('[data-tab=rules]').getAttribute('aria-selected')).to.equal('true');
    expect([fieldOf(page, 'daily_limit').value, page.focused?.getAttribute('name')]).to.deep.equal([
      '0',
      'daily_limit',
    ]);
    await page.press('[data-do=discard]');
    expect(toCorrect(page)).to.equal('');
    expect(fieldOf(page, 'daily_limit').value).to.equal('');
  });

  it('is the same for a length of time, a time of day and the first of two dates', async () => {
    const page = await EditorPage.open();
    await page.press('[data-tab=rules]');
    await type(page, '[data-field=minimum_notice_minutes] [name=count], [name=count]', '1.5');
    expect(toCorrect(page)).to.contain('1 thing to correct');
    await page.press('[data-tab=week]');
    await page.press('[data-view=list]');
    const time = page.get('cb-time-field').shadowRoot?.querySelector('input') as HTMLInputElement;
    time.focus();
    time.select();
    await sendKeys({ type: 'noon' });
    await sendKeys({ press: 'Tab' });
    await page.settle();
    expect(toCorrect(page)).to.contain('2 things to correct');
    expect(time.value).to.equal('noon');
  });

  it('keeps the dialog of an interval open, and turns the dates red where the dates are wrong', async () => {
    const page = await EditorPage.open();
    await page.press('.column[data-weekday="1"] button.block');
    page.get('summary').click();
    await page.fill('input[name=valid_from]', '2025-12-10');
    await page.fill('input[name=valid_until]', '2025-12-01');
    expect(fieldOf(page, 'valid_until').getAttribute('aria-invalid')).to.equal('true');
    expect(page.find('cb-hours-dialog cb-time-field[wrong], cb-time-field[wrong]')).to.equal(undefined);
    await page.press('[data-do=done]');
    expect(page.get('cb-hours-dialog').shadowRoot?.querySelector('dialog')?.open).to.equal(true);
    expect(page.focused?.getAttribute('aria-invalid')).to.equal('true');
    await page.fill('input[name=valid_until]', '2025-12-20');
    await page.press('[data-do=done]');
    expect(page.get('cb-hours-dialog').shadowRoot?.querySelector('dialog')?.open).to.equal(false);
  });
});

describe('<cb-availability-editor>, hours that overlap', () => {
  before(() => setViewport({ width: 1280, height: 1000 }));

  it('are said, and joined at a press', async () => {
    const page = await EditorPage.open();
    await page.press('[data-view=list]');
    await page.press('[data-add="1"]');
    const start = page.all('section.day')[0]?.querySelectorAll('cb-time-field')[2]?.shadowRoot?.querySelector('input');
    start?.focus();
    start?.select();
    await sendKeys({ type: '10' });
    await sendKeys({ press: 'Tab' });
    await page.settle();
    expect(page.get('[part=overlap]').textContent).to.contain('overlap');
    await expect(await page.still()).to.be.accessible();
    await page.press('[data-do=join]');
    expect(page.find('[part=overlap]')).to.equal(undefined);
    expect(page.said).to.match(/^Joined: Monday 09:00–/);
    await page.press('[data-view=grid]');
    expect(page.blocks(1)).to.have.length(1);
  });
});

describe('<cb-availability-editor>, small things that misled', () => {
  before(() => setViewport({ width: 1280, height: 1000 }));

  it('a notice of 24 hours comes back in hours', async () => {
    const page = await EditorPage.open();
    await page.saveElsewhere({ minimum_notice_minutes: 1440 });
    const again = await EditorPage.open();
    await again.saveElsewhere({ minimum_notice_minutes: 1440 });
    again.element.coach = seed.coaches.lukas;
    await again.element.updateComplete;
    again.element.coach = seed.coach.id;
    await waitUntil(() => again.find('.column'), 'the week is there');
    await again.press('[data-tab=rules]');
    const field = again.get('[data-field=minimum_notice_minutes]').shadowRoot;
    expect(field?.querySelector('input')?.value).to.equal('24');
    expect(field?.querySelector('select')?.value).to.equal('hours');
  });

  it('the coach says after how long a guest’s request lapses, and it is kept', async () => {
    const page = await EditorPage.open();
    const kept = async () => (await page.server.store.coaches.find(seed.coach.id))?.schedule.guest_requests_lapse_hours;
    await page.press('[data-tab=rules]');
    const select = () => page.get('select[name=lapse]') as HTMLSelectElement;
    expect(select().value).to.equal('usual');
    for (const [choice, hours] of [
      ['48', 48],
      ['never', null],
      ['usual', undefined],
    ] as const) {
      await page.fill('select[name=lapse]', choice);
      await page.press('[data-do=save]');
      await waitUntil(() => !page.element.dirty, `${choice} is saved`);
      expect(await kept()).to.equal(hours);
      expect(select().value).to.equal(choice);
    }
    await expect(await page.still()).to.be.accessible();
  });

  it('a zone that the browser does not know hides nothing, is said, and is left for one that it knows', async () => {
    const odd = async (request: Request): Promise<Response | undefined> => {
      if (request.method !== 'GET' || !request.url.endsWith('/schedule')) return undefined;
      const reply = await page.server.fetch(request);
      const body = await reply.json();
      const trip = { from: '2025-12-01', until: '2025-12-05', time_zone: 'Etc/Moonbase' };
      return Response.json({ ...body, time_zone: 'Mars/Phobos', zone_overrides: [trip] }, { headers: reply.headers });
    };
    const page = await EditorPage.open({ answer: (request) => odd(request) });
    await waitUntil(() => page.blocks(1).length > 0, 'the week is there');
    const problems = () => page.find('[part=problems]')?.textContent ?? '';
    expect(problems()).to.contain('“Mars/Phobos” is not known here; choose another');
    expect(problems()).to.contain('“Etc/Moonbase” is not known here; choose another');
    for (const tab of ['exceptions', 'rules', 'zone', 'week']) {
      await page.press(`[data-tab=${tab}]`);
      expect(page.get(`[data-tab=${tab}]`).getAttribute('aria-selected')).to.equal('true');
    }
    expect(page.element.dirty).to.equal(false);
    await page.press('[data-tab=zone]');
    const choose = async (picker: HTMLElement, timeZone: string) => {
      picker.dispatchEvent(
        Object.assign(new Event('cb-time-zone-change', { bubbles: true, composed: true }), { timeZone }),
      );
      await page.settle();
    };
    await choose(page.get('.top cb-time-zone-picker'), 'Europe/Berlin');
    await page.press('[data-answer=use]');
    expect(problems()).not.to.contain('Mars/Phobos');
    await choose(page.get('[part=trip] cb-time-zone-picker'), 'Asia/Tokyo');
    expect(problems()).to.equal('');
    await page.press('[data-do=save]');
    await waitUntil(() => !page.element.dirty, 'saved');
    const kept = (await page.server.store.coaches.find(seed.coach.id))?.schedule;
    expect([kept?.time_zone, kept?.zone_overrides.map(({ time_zone }) => time_zone)]).to.deep.equal([
      'Europe/Berlin',
      ['Asia/Tokyo'],
    ]);
  });

  it('a new trip changes nothing until its zone is chosen', async () => {
    const page = await EditorPage.open();
    await page.press('[data-tab=zone]');
    await page.press('[data-do=add]');
    expect(page.all('[part=trip]')).to.have.length(1);
    expect(page.element.dirty).to.equal(false);
    await expect(await page.still()).to.be.accessible();
    const picker = page.get('[part=trip] cb-time-zone-picker') as HTMLElement & { timeZone: string };
    const change = Object.assign(new Event('cb-time-zone-change', { bubbles: true }), { timeZone: 'America/New_York' });
    picker.dispatchEvent(change);
    await page.settle();
    expect(page.element.dirty).to.equal(true);
    expect(page.all('[part=trip]')).to.have.length(1);
    await page.press('[data-do=undo]');
    expect(page.element.dirty).to.equal(false);
    expect(page.all('[part=trip]')).to.have.length(0);
  });

  it('what was begun in a tab is there when the tab is shown again', async () => {
    const page = await EditorPage.open();
    await page.press('[data-tab=zone]');
    await page.press('[data-do=add]');
    await page.fill('[part=trip] input[name=from]', '2026-02-02');
    await page.press('[data-tab=rules]');
    expect(page.get('[part=trip]').checkVisibility()).to.equal(false);
    await page.press('[data-tab=zone]');
    expect(page.get('[part=trip]').checkVisibility()).to.equal(true);
    expect((page.get('[part=trip] input[name=from]') as HTMLInputElement).value).to.equal('2026-02-02');
  });

  it('says what was undone', async () => {
    const page = await EditorPage.open();
    await page.press('[data-add="1"]');
    await page.press('[data-do=undo]');
    expect(page.said).to.equal('Undone: Weekly hours');
    await page.press('[data-do=redo]');
    expect(page.said).to.equal('Redone: Weekly hours');
  });

  it('Ctrl+Z changes nothing behind a modal dialog', async () => {
    const page = await EditorPage.open();
    await page.press('[data-view=list]');
    for (const _ of Array(7)) await page.press('.interval .icon');
    await page.press('[data-do=save]');
    await waitUntil(() => page.find('[data-answer=save]'), 'it is asked');
    await sendKeys({ press: 'Control+z' });
    await page.settle();
    expect(page.all('.interval')).to.have.length(0);
    await page.press('[data-answer=back]');
    await sendKeys({ press: 'Control+z' });
    await page.settle();
    expect(page.all('.interval')).to.have.length(1);
  });

  it('says “No changes yet” before any, and “All changes saved” only after', async () => {
    const page = await EditorPage.open();
    const state = () => page.get('cb-save-bar').shadowRoot?.querySelector('.state')?.textContent;
    expect(state()).to.equal('No changes yet');
    await page.press('[data-add="1"]');
    await page.press('[data-do=undo]');
    expect(state()).to.equal('All changes saved');
  });

  it('asks to sign in again in place when the sign-in has ended, with the address, and saves what was asked', async () => {
    const page = await EditorPage.open();
    await page.press('[data-add="1"]');
    page.interruption = ({ url }) =>
      url.includes('/auth/login')
        ? undefined
        : Response.json({ detail: 'Token expired', code: 'token_expired' }, { status: 401 });
    await page.press('[data-do=save]');
    await waitUntil(() => page.find('input[type=email]'), 'a sign-in is there', { timeout: 5000 });
    expect((page.get('input[type=email]') as HTMLInputElement).value).to.equal(seed.coach.email);
    expect(page.get('cb-sign-in').shadowRoot?.textContent).to.contain('Your sign-in has ended');
    expect(page.get('cb-save-bar').shadowRoot?.textContent).not.to.contain('Token expired');
    await expect(await page.still()).to.be.accessible();
    page.interruption = undefined;
    await page.fill('input[type=password]', 'password123');
    page.get('input[type=password]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !page.element.dirty, 'it is saved', { timeout: 5000 });
    expect(await page.storedOn(1)).to.have.length(2);
  });
});

describe('<cb-availability-editor>, the week', () => {
  before(() => setViewport({ width: 1280, height: 1000 }));

  it('has one control for the zone of the hours, to which the tab leads', async () => {
    const page = await EditorPage.open();
    await page.press('[data-tab=zone]');
    expect(page.get('[role=tabpanel]').querySelector('cb-time-zone-picker')).to.equal(null);
    await page.press('[data-do=zone]');
    await waitUntil(
      () => page.focused?.getRootNode() === page.get('.top cb-time-zone-picker').shadowRoot,
      'it has the focus',
    );
  });

  it('keeps the moved end in sight when it goes past midnight', async () => {
    const page = await EditorPage.open();
    page.get('.column[data-weekday="5"] button.block').focus();
    for (let press = 0; press < 10; press++) await sendKeys({ press: 'Shift+ArrowDown' });
    await page.settle();
    const box = page.get('.week').getBoundingClientRect();
    const end = page.get('.column[data-weekday="6"] .tail [data-grip=end]').getBoundingClientRect();
    expect(end.bottom).to.be.within(box.top, box.bottom);
  });

  it('shows what is booked this week behind the hours', async () => {
    const page = await EditorPage.open();
    await waitUntil(() => page.find('[part=booked]'), 'a session of this week is drawn');
    await expect(await page.still()).to.be.accessible();
  });
});
