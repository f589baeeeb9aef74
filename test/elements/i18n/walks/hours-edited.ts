import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { findAll } from '../../booking/booking-scene.ts';
import { type Language, Walk } from '../walk.ts';

const EDITOR = 'cb-availability-editor';

/** Opens the hours of Ana, with a part of them on show. */
async function openHours(language: Language, tab?: string): Promise<Walk> {
  const walk = new Walk(language);
  await walk.signIn('coach@example.com');
  await walk.open(EDITOR, { coach: walk.mock.seed.coaches.ana });
  await walk.seen('[data-add="1"]');
  if (tab) await walk.press(`[data-tab="${tab}"]`, `[data-tab="${tab}"][aria-selected="true"]`);
  await walk.drawn();
  return walk;
}

/** Clicks each match of a selector in turn. */
async function clickAll(walk: Walk, selector: string, most = 10): Promise<void> {
  for (let left = most; left > 0; left--) {
    const [first] = findAll(walk.root, selector);
    if (!first) return;
    first.click();
    await walk.drawn();
  }
}

/** Declares walks through the parts of the hours that a coach changes. */
export function walkEditedHours(language: () => Promise<Language>): void {
  it('in the week of hours: an interval, its repeats and dates, copies, and what makes no sense', async () => {
    const walk = await openHours(await language());
    await walk.press('[data-view="grid"]', 'button.block');
    walk.look('the calendar');
    await walk.press('[data-view="list"]', 'button.conditions');
    await walk.press('button.conditions', 'dialog[open] [data-do="done"]');
    (await walk.seen('summary')).click();
    walk.look('an interval');
    await walk.press('input[value="alternate"]', '[name="anchor"]');
    await walk.fill('[name="valid_from"]', '2026-01-01');
    await walk.fill('[name="valid_until"]', '2025-12-01');
    walk.look('every few weeks, and dates that make no sense');
    await walk.fill('[name="valid_until"]', '2026-12-01');
    await walk.press('[data-do="done"]', '[data-add="1"]');
    await walk.drawn();
    walk.look('with conditions');
    await walk.press('button.conditions', 'dialog[open] [data-do="copy"]');
    await walk.press('dialog[open] [data-do="copy"]', 'dialog[open] input[type="checkbox"]');
    walk.look('copying an interval');
    await walk.press('dialog[open] .secondary', '[data-add="1"]');
    await walk.drawn();
    findAll(walk.root, '.adding button:not([data-add])')[0]?.click();
    await walk.press('dialog[open] .small', 'dialog[open] [data-do="copy"][aria-disabled="false"]');
    walk.look('copying a day');
    await walk.press('dialog[open] [data-do="copy"]', '[data-add="1"]');
    walk.look('copied');
    expect(walk.found).to.deep.equal([]);
  });

  it('in times that are wrong, overlap, or pass midnight', async () => {
    const walk = await openHours(await language());
    const [start, end] = findAll(walk.root, 'cb-time-field').map(
      (field) => field.shadowRoot?.querySelector('input') as HTMLInputElement,
    );
    for (const [field, text, state] of [
      [start, 'noon?', 'no time'],
      [start, '14:00', 'a start'],
      [end, '13:00', 'an end before the start'],
    ] as const) {
      field?.focus();
      await sendKeys({ press: 'Control+a' });
      await sendKeys({ type: text });
      await sendKeys({ press: 'Tab' });
      await walk.drawn();
      walk.data.add(text);
      walk.look(state);
    }
    await walk.press('.next-day input', '[data-add="1"]');
    walk.look('past midnight');
    await walk.press('[data-do="undo"]', '[data-do="redo"][aria-disabled="false"]');
    walk.look('undone');
    await walk.press('[data-do="redo"]', '[data-do="redo"][aria-disabled="true"]');
    walk.look('done again');
    await clickAll(walk, '.interval .line > .icon');
    walk.look('no hours left');
    await walk.press('[data-do="save"]', '[data-answer="save"]');
    walk.look('sessions outside of the hours');
    await walk.press('[data-answer="back"]', '[data-do="save"]');
    expect(walk.found).to.deep.equal([]);
  });

  it('in exceptions, rules and trips, and what is wrong with them', async () => {
    const walk = await openHours(await language(), 'exceptions');
    await walk.fill('[name="from"]', '2025-12-24');
    await walk.fill('[name="until"]', '2025-12-20');
    await walk.press('[data-do="store"]', '[role="alert"] .error');
    walk.look('days that make no sense');
    await walk.fill('[name="until"]', '2025-12-26');
    await walk.press('input[value="hours"]', '[data-do="add-hours"]');
    walk.look('other hours');
    await walk.press('[data-do="store"]', '[part="exception"]');
    walk.look('an exception');
    await walk.press('[data-do="edit"]', '[part="exception"].chosen');
    walk.look('changing an exception');

    await walk.press('[data-tab="rules"]', '[data-do="add"]');
    for (let row = 0; row < 2; row++) await walk.press('[data-do="add"]', `[data-row="${row}"]`);
    await walk.fill('[data-row="0"] [name="minutes"]', '7000');
    await walk.fill('[data-row="1"] [name="price"]', 'much');
    walk.look('lengths and prices that make no sense');
    await walk.fill('[data-row="1"] [name="price"]', '80');
    await walk.fill('[data-row="1"] [name="currency"]', '12');
    await walk.press('input[value="rolling"]', '[name="days"]');
    walk.look('a currency that makes no sense, and days ahead');
    await walk.press('input[value="until"]', '[name="date"]');
    await walk.fill('[name="daily_limit"]', '9');
    await walk.fill('[name="weekly_limit"]', '3');
    walk.look('a last day, and limits that make no sense');

    await walk.press('[data-tab="zone"]', '[data-do="zone"]');
    const travel = async () => (await walk.there('cb-travel', '[data-do="add"]')).click();
    await travel();
    await walk.seen('[part="trip"]');
    walk.look('a trip without a zone');
    const there = Object.assign(new Event('cb-time-zone-change', { bubbles: true }), { timeZone: 'Asia/Tokyo' });
    (await walk.there('cb-travel', '[part="trip"] cb-time-zone-picker')).dispatchEvent(there);
    await walk.drawn();
    walk.look('a trip');
    const moved = Object.assign(new Event('cb-time-zone-change'), { timeZone: 'Europe/Lisbon' });
    walk.root.querySelector('.top cb-time-zone-picker')?.dispatchEvent(moved);
    await walk.seen('[data-answer="keep"]');
    walk.look('the question before hours move to another zone');
    await walk.press('[data-answer="keep"]', '[data-do="save"]');
    await walk.press('[data-do="save"]', '#problems');
    walk.look('what is to correct');
    walk.element.setAttribute('coach', walk.mock.seed.coaches.lukas);
    await walk.seen('[data-answer="stay"]');
    walk.look('the question before another coach is shown');
    await walk.press('[data-answer="stay"]', '[data-do="save"]');
    expect(walk.found).to.deep.equal([]);
  });
}
