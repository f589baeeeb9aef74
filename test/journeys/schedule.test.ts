import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Schedule } from '../../src/contract/schedule.ts';
import { expectAccessible } from './accessible.ts';
import { type Demo, openBrowser, openPage, startDemo, testInChromium } from './demo.ts';
import { type Hands, handsAt, screens, tabTo, type Way } from './hands.ts';
import { callAs, people, signIn } from './people.ts';

/** The hours a coach sets are the hours a visitor elsewhere can book: by mouse alone, and by keys alone. */

const WEDNESDAY = '2025-11-05T10:30:00Z';

let browser: Browser;
let demo: Demo;
const errors: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  demo = await startDemo('--clock', WEDNESDAY);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await demo.stop();
  expect(errors.splice(0)).toEqual([]);
});

async function at(path: string, way: Way, timezoneId: string): Promise<Hands> {
  // Without motion: the demo's pages scroll smoothly, and a key does not wait for that.
  const { page } = await openPage(browser, demo, { ...screens[way], timezoneId, reducedMotion: 'reduce' });
  page.on('pageerror', ({ message }) => errors.push(message));
  page.setDefaultTimeout(15_000);
  await page.clock.install({ time: WEDNESDAY });
  await page.goto(path);
  return handsAt(page, way);
}

/** Presses one key so often. */
async function keys(page: Page, key: string, times = 1): Promise<void> {
  for (let press = 0; press < times; press++) await page.keyboard.press(key);
}

const fridays = (page: Page) => page.getByRole('region', { name: 'Friday' }).getByRole('button', { name: /^Friday/ });
const labels = (blocks: Locator) => blocks.evaluateAll((all) => all.map((block) => block.getAttribute('aria-label')));
const tab = (page: Page, name: string) => page.getByRole('tab', { name });

/** The hours of a Friday in the dialog become those of every other week from the 14th on. */
async function alternate(hands: Hands, way: Way, block: Locator): Promise<void> {
  const { page } = hands;
  await hands.press(block);
  const dialog = page.getByRole('dialog', { name: 'Edit hours' });
  await hands.press(dialog.getByText('Repeats and dates'));
  if (way === 'keyboard') {
    await tabTo(dialog.getByRole('radio', { name: 'Every week' }));
    await keys(page, 'ArrowDown');
  } else await dialog.getByRole('radio', { name: 'Every few weeks' }).click();
  await writeDate(hands, way, dialog.getByLabel('Counting from the week of'), ['14', '11', '2025']);
  await dialog.getByText('Next on 14 Nov 2025').waitFor();
  await expectAccessible(page);
  await hands.press(dialog.getByRole('button', { name: 'Done' }));
}

/** The order in which the browser asks for the parts of a date is its own, whatever language the page has. */
let monthFirst: boolean | undefined;
async function asksForMonthFirst(): Promise<boolean> {
  const page = await browser.newPage();
  await page.setContent('<input type="date">');
  await page.keyboard.press('Tab');
  await page.keyboard.type('03042025');
  const typed = await page.locator('input').inputValue();
  await page.close();
  return typed === '2025-03-04';
}

/** Types a date as people do: its first part has the focus, and each part that is full hands on to the next. */
async function writeDate({ page }: Hands, way: Way, field: Locator, parts: readonly [string, string, string]) {
  if (way === 'keyboard') await tabTo(field);
  else await field.click({ position: { x: 14, y: 14 } });
  const [day, month, year] = parts;
  monthFirst ??= await asksForMonthFirst();
  await page.keyboard.type(monthFirst ? `${month}${day}${year}` : `${day}${month}${year}`);
}

/** 09:00–20:00 on Fridays becomes 09:00–12:00 and 13:00–17:00. */
async function lunchGap(hands: Hands, way: Way): Promise<void> {
  const { page } = hands;
  if (way === 'keyboard') {
    await tabTo(fridays(page).first());
    await keys(page, 'Shift+ArrowUp', 16);
    await hands.press(page.getByRole('button', { name: 'Add hours on Friday' }));
    const evening = fridays(page).nth(1);
    await expect.poll(() => evening.evaluate((block) => block.matches(':focus'))).toBe(true);
    await hands.press(evening);
    const dialog = page.getByRole('dialog', { name: 'Edit hours' });
    await hands.type(dialog.getByLabel('Start, Friday'), '13');
    await hands.type(dialog.getByLabel('End, Friday'), '17');
    await hands.press(dialog.getByRole('button', { name: 'Done' }));
    return;
  }
  const column = page.locator('.column[data-weekday="5"]');
  const yOf = async (hour: number) => {
    const box = await column.boundingBox();
    return (box?.y ?? 0) + (hour / 24) * (box?.height ?? 0);
  };
  await fridays(page).first().locator('[data-grip=end]').hover();
  await page.mouse.down();
  const { x = 0, width = 0 } = (await column.boundingBox()) ?? {};
  await page.mouse.move(x + width / 2, await yOf(16));
  await page.mouse.move(x + width / 2, await yOf(12));
  await page.mouse.up();
  await page.mouse.move(x + width / 2, (await yOf(13)) + 4);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, await yOf(15));
  await page.mouse.move(x + width / 2, (await yOf(17)) - 4);
  await page.mouse.up();
}

/** 24 to 26 December, closed. */
async function closeHoliday(hands: Hands, way: Way): Promise<void> {
  const { page } = hands;
  const day = (name: string) => page.getByRole('button', { name: new RegExp(`\\b${name} December 2025`) });
  if (way === 'keyboard') {
    await tabTo(tab(page, 'Week'));
    await keys(page, 'ArrowRight');
    await tabTo(page.getByRole('button', { name: /\b5 November 2025/ }));
    // From Wednesday the 5th: a month on, and three weeks down less two days.
    await keys(page, 'PageDown');
    await keys(page, 'ArrowDown', 3);
    await keys(page, 'ArrowLeft', 2);
    await keys(page, 'Shift+ArrowRight', 2);
  } else {
    await tab(page, 'Exceptions').click();
    await page.getByRole('button', { name: 'Next month' }).click();
    await day('24').hover();
    await page.mouse.down();
    await day('25').hover();
    await day('26').hover();
    await page.mouse.up();
  }
  await page.getByRole('heading', { name: /^Exception for 24\s*–\s*26 Dec 2025$/ }).waitFor();
  await hands.type(page.getByLabel(/^Note/), 'Christmas');
  await hands.press(page.getByRole('button', { name: 'Add exception' }));
  await page.getByRole('listitem').filter({ hasText: 'Closed · Christmas' }).waitFor();
}

/** The times of a day, as the preview beside the hours says them. */
const previewed = (page: Page) =>
  page
    .locator('[data-date="2025-11-14"] [part=preview-time]')
    .allTextContents()
    .then((all) => all.map((text) => text.trim()));

/** What the month says of a day. */
const cell = (page: Page, day: string) => page.getByRole('gridcell', { name: new RegExp(`\\b${day}\\b`) });

const elsewhere = {
  mouse: {
    zone: 'Asia/Kathmandu',
    city: 'Kathmandu',
    morning: ['13:45', '14:15', '14:45', '15:15', '15:45'],
    afternoon: ['17:45', '18:15', '18:45', '19:15', '19:45', '20:15', '20:45'],
  },
  keyboard: {
    zone: 'America/New_York',
    city: 'New York',
    morning: ['03:00', '03:30', '04:00', '04:30', '05:00'],
    afternoon: ['07:00', '07:30', '08:00', '08:30', '09:00', '09:30', '10:00'],
  },
} as const;

describe.each(['mouse', 'keyboard'] as const)('by %s alone', (way) => {
  const { zone, city, morning, afternoon } = elsewhere[way];

  test('a coach sets alternate Fridays with a lunch gap and closes a holiday; a visitor elsewhere sees exactly that and books; the preview loses the time', async () => {
    const coach = await at('/coach', way, 'Europe/Berlin');
    await coach.press(coach.page.getByRole('link', { name: 'Hours' }));
    await expectAccessible(coach.page);
    await signIn(coach, people.coach);
    await fridays(coach.page).first().waitFor();
    await expectAccessible(coach.page);

    await lunchGap(coach, way);
    expect(await labels(fridays(coach.page))).toEqual(['Friday 09:00–12:00', 'Friday 13:00–17:00']);
    await alternate(coach, way, fridays(coach.page).nth(0));
    await alternate(coach, way, fridays(coach.page).nth(1));
    expect(await labels(fridays(coach.page))).toEqual([
      'Friday 09:00–12:00, every 2 weeks',
      'Friday 13:00–17:00, every 2 weeks',
    ]);
    await expectAccessible(coach.page);
    await closeHoliday(coach, way);
    await expectAccessible(coach.page);
    await coach.press(coach.page.getByRole('button', { name: 'Save changes' }));
    // A session that is booked on a Friday afternoon is told of, and kept.
    const asked = coach.page.getByRole('alertdialog', { name: 'Save with sessions outside the hours?' });
    await asked.getByText('1 booked session would lie outside these hours').waitFor();
    await expectAccessible(coach.page);
    await coach.press(asked.getByRole('button', { name: 'Save, keep the sessions' }));
    await coach.page.getByText(/^Saved at/).waitFor();

    const preview = coach.page.locator('cb-client-preview');
    await coach.press(preview.getByRole('button', { name: /^Times in/ }));
    await coach.type(preview.getByRole('combobox', { name: /^Search by city/ }), city);
    await coach.page.keyboard.press('Enter');
    await preview.getByRole('button', { name: `Times in ${city}` }).waitFor();
    await coach.press(preview.getByRole('button', { name: 'Next week' }));
    await expect.poll(() => previewed(coach.page)).toEqual([...morning, ...afternoon]);
    await expectAccessible(coach.page);

    const visitor = await at('/', way, zone);
    await cell(visitor.page, '14 November 2025').waitFor();
    const said = async (day: string) =>
      (await cell(visitor.page, day).getByRole('button').getAttribute('aria-label'))?.replace(/.*\d{4}, /, '');
    await expect.poll(() => said('7 November 2025')).toBe('no times open');
    expect(await said('14 November 2025')).toBe('12 times open');
    expect(await said('21 November 2025')).toBe('no times open');
    expect(await said('28 November 2025')).toBe('12 times open');
    await expectAccessible(visitor.page);
    await visitor.press(visitor.page.getByRole('button', { name: 'Next month' }));
    await cell(visitor.page, '12 December 2025')
      .getByRole('button', { name: /12 times open/ })
      .waitFor();
    expect(await said('23 December 2025')).toMatch(/^\d+ times open/);
    for (const day of [5, 19, 24, 25, 26]) expect(await said(`${day} December 2025`)).toBe('no times open');
    await visitor.press(visitor.page.getByRole('button', { name: 'Previous month' }));
    await visitor.pressDay('2025-11-14');
    const times = visitor.page.getByRole('button', { name: /^\d\d:\d\d$/ });
    await times.first().waitFor();
    expect((await times.allTextContents()).map((text) => text.trim())).toEqual([...morning, ...afternoon]);
    await expectAccessible(visitor.page);
    await visitor.press(visitor.page.getByRole('button', { name: morning[2], exact: true }));
    await visitor.type(visitor.page.getByLabel('Name'), 'Mira Okafor');
    await visitor.type(visitor.page.getByLabel('E-mail'), 'mira@example.com');
    await expectAccessible(visitor.page);
    await visitor.press(visitor.page.getByRole('button', { name: `Book Friday 14 November, ${morning[2]}` }));
    await visitor.page.getByRole('heading', { name: 'Request sent' }).waitFor();
    await expectAccessible(visitor.page);

    // The coach has done nothing meanwhile; a minute goes by.
    await coach.page.clock.fastForward(61_000);
    const left = [morning[0], morning[4], ...afternoon];
    await expect.poll(() => previewed(coach.page)).toEqual(left);
    await expectAccessible(coach.page);
  });
});

test('by keys alone every field can be filled, of hours, exceptions, rules and trips', async () => {
  const coach = await at('/coach#hours', 'keyboard', 'Europe/Berlin');
  const { page } = coach;
  await signIn(coach, people.coach);
  const write = async (field: Locator, text: string) => {
    await coach.type(field, text);
    await page.keyboard.press('Tab');
  };
  // Panels of other tabs stay in the page, hidden.
  const panel = page.getByRole('tabpanel');
  const tabOn = async (name: string) => {
    await tabTo(page.locator('[role=tab][aria-selected=true]'));
    await keys(page, 'ArrowRight');
    await page.getByRole('tab', { name, selected: true }).waitFor();
  };

  await coach.press(page.getByRole('button', { name: 'List' }));
  await write(page.getByLabel('Start, Monday'), '8:30');
  await write(page.getByLabel('End, Monday'), '1 pm');
  await coach.press(page.getByRole('button', { name: /^Repeats and dates of Monday/ }));
  const dialog = page.getByRole('dialog', { name: 'Edit hours' });
  await coach.press(dialog.getByText('Repeats and dates'));
  await writeDate(coach, 'keyboard', dialog.getByLabel('From (optional)'), ['10', '11', '2025']);
  await writeDate(coach, 'keyboard', dialog.getByLabel('Until (optional)'), ['30', '01', '2026']);
  await tabTo(dialog.getByRole('radio', { name: 'Every week' }));
  await keys(page, 'ArrowDown');
  await write(dialog.getByLabel('Weeks from one to the next'), '3');
  await tabTo(dialog.getByRole('combobox', { name: 'Day' }));
  await keys(page, 'ArrowDown');
  await keys(page, 'Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('cb-availability-editor');
  await coach.press(page.getByRole('button', { name: 'Copy Wednesday to other days' }));
  const copy = page.getByRole('dialog', { name: 'Copy Wednesday to' });
  await coach.press(copy.getByRole('checkbox', { name: 'Monday' }));
  await coach.press(copy.getByRole('button', { name: 'Copy', exact: true }));

  await tabOn('Exceptions');
  await writeDate(coach, 'keyboard', panel.getByLabel('First day'), ['27', '12', '2025']);
  await writeDate(coach, 'keyboard', panel.getByLabel('Last day'), ['03', '01', '2026']);
  await tabTo(page.getByRole('radio', { name: /^Closed/ }));
  await keys(page, 'ArrowDown');
  await write(panel.getByLabel(/^Start, /), '11');
  await write(panel.getByLabel(/^End, /), '12:30');
  await coach.press(page.getByRole('button', { name: 'Add hours' }));
  await coach.press(page.getByRole('button', { name: 'Add exception' }));

  await tabOn('Rules');
  await coach.press(page.getByRole('button', { name: 'Add a length' }));
  const session = page.getByRole('listitem', { name: 'Session 1' });
  await write(session.getByLabel('Length'), '50');
  await write(session.getByLabel(/^Price/), '79,50');
  await write(session.getByLabel('Currency'), 'chf');
  await tabTo(panel.getByLabel('A session can start every'));
  await page.keyboard.type('45');
  await tabTo(page.getByRole('radio', { name: /^The clock/ }));
  await keys(page, 'ArrowDown');
  const notice = page.getByRole('group', { name: 'Notice before a session' });
  await write(notice.getByRole('spinbutton'), '3');
  await tabTo(notice.getByLabel('Unit'));
  await page.keyboard.type('days');
  await tabTo(page.locator('input[name=window]:checked'));
  while (!(await page.getByRole('radio', { name: 'Until a date' }).isChecked())) await keys(page, 'ArrowDown');
  await writeDate(coach, 'keyboard', panel.getByLabel('Last day'), ['28', '02', '2026']);
  await write(page.getByRole('group', { name: 'Before each session' }).getByRole('spinbutton'), '10');
  await write(page.getByRole('group', { name: 'After each session' }).getByRole('spinbutton'), '5');
  await write(panel.getByLabel('Sessions a day'), '4');
  await write(panel.getByLabel('Sessions a week'), '15');

  await tabOn('Time zone');
  await coach.press(page.getByRole('button', { name: 'Add a trip' }));
  const trip = page.getByRole('listitem', { name: 'new trip' });
  await writeDate(coach, 'keyboard', trip.getByLabel('First day'), ['01', '12', '2025']);
  await writeDate(coach, 'keyboard', trip.getByLabel('Last day'), ['05', '12', '2025']);
  await coach.press(trip.getByRole('button', { name: /^Times in/ }));
  await coach.type(trip.getByRole('combobox', { name: /^Search by city/ }), 'Lisbon');
  await keys(page, 'Enter');
  await page.getByRole('listitem', { name: 'trip to Lisbon' }).waitFor();
  await expectAccessible(page);

  await coach.press(page.getByRole('button', { name: 'Save changes' }));
  await page.getByText(/^Saved at/).waitFor();
  const saved = (await callAs(demo.url, people.coach, '/coaches/{me}/schedule')) as Schedule;
  const on = (weekday: number) => saved.weekly_hours.filter((hours) => hours.weekday === weekday);
  expect(on(1)).toEqual([{ weekday: 1, start: '09:00', end: '20:00' }]);
  expect(on(2)).toEqual([
    {
      weekday: 2,
      start: '08:30',
      end: '13:00',
      every_weeks: 3,
      anchor: '2025-11-10',
      valid_from: '2025-11-10',
      valid_until: '2026-01-30',
    },
    { weekday: 2, start: '09:00', end: '20:00' },
  ]);
  expect(saved.date_overrides).toMatchObject([
    {
      from: '2025-12-27',
      until: '2026-01-03',
      kind: 'hours',
      hours: [
        { start: '11:00', end: '12:30' },
        { start: '15:00', end: '18:00' },
      ],
    },
  ]);
  expect(saved.zone_overrides).toEqual([{ from: '2025-12-01', until: '2025-12-05', time_zone: 'Europe/Lisbon' }]);
  expect(saved).toMatchObject({
    durations: [{ minutes: 50, price: { amount: 7950, currency: 'CHF' } }],
    slot_step_minutes: 45,
    slot_alignment: 'interval',
    minimum_notice_minutes: 3 * 1440,
    booking_window: { kind: 'until', date: '2026-02-28' },
    buffer_before_minutes: 10,
    buffer_after_minutes: 5,
    daily_limit: 4,
    weekly_limit: 15,
  });
});

testInChromium('a finger scrolls the page where hours fill every day, and drags the hours it has chosen', async () => {
  const { page } = await openPage(browser, demo, { viewport: { width: 1024, height: 768 }, hasTouch: true });
  await page.clock.install({ time: WEDNESDAY });
  await page.goto('/coach#hours');
  await signIn(handsAt(page, 'touch'), people.coach);
  const block = fridays(page).first();
  await block.waitFor();
  const finger = await page.context().newCDPSession(page);
  const box = page.getByRole('region', { name: 'Week, midnight to midnight' });
  /** One finger from a point to another, by way of what lies between. */
  const drag = async (x: number, from: number, to: number) => {
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x, y }] });
    await touch('touchStart', from);
    for (let step = 1; step <= 10; step++) await touch('touchMove', from + ((to - from) * step) / 10);
    await touch('touchEnd');
  };
  const swipeUp = async () => {
    const { x = 0, y = 0, width = 0 } = (await box.boundingBox()) ?? {};
    await drag(x + width / 2, Math.max(y, 0) + 350, Math.max(y, 0) + 90);
  };
  await box.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  const inside = await box.evaluate((week) => week.scrollTop);
  await swipeUp();
  await expect.poll(() => box.evaluate((week) => week.scrollTop)).toBeGreaterThan(inside);
  for (let swipe = 0; swipe < 4; swipe++) await swipeUp();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
  await page.getByText('No changes yet').waitFor();
  expect(await labels(fridays(page))).toEqual(['Friday 09:00–20:00']);

  await block.tap();
  await page.getByRole('button', { name: 'Done' }).tap();
  await expect.poll(() => block.evaluate((element) => element.matches(':focus'))).toBe(true);
  await block.scrollIntoViewIfNeeded();
  const { x = 0, y = 0, width = 0 } = (await block.boundingBox()) ?? {};
  const top = Math.max(y, (await box.boundingBox())?.y ?? 0) + 120;
  await drag(x + width / 2, top, top + 40);
  await expect.poll(() => labels(fridays(page))).toEqual(['Friday 10:00–21:00']);
});
