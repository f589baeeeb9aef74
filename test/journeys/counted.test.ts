import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { OPEN_DAY, openPage, startDemo, useDemo } from './demo.ts';
import { handsAt, screens } from './hands.ts';
import { hostPage, snippet } from './host-page.ts';
import { type Person, people, signIn } from './people.ts';

/** How many keys, taps and presses it takes: counted, printed, and held. */

const stage = useDemo();

const booked = (page: Page) => page.getByRole('heading', { name: 'Request sent' });
const hasFocus = (target: Locator) => target.evaluate((element) => element.matches(':focus'));

/** Presses keys and counts them; letters that are typed into a field are nobody's saving. */
function keysOf(page: Page) {
  let count = 0;
  const press = async (key: string) => {
    count += 1;
    await page.keyboard.press(key);
  };
  return {
    press,
    get count() {
      return count;
    },
    async tabTo(target: Locator) {
      for (let presses = 0; presses < 40 && !(await hasFocus(target)); presses++) await press('Tab');
      expect(await hasFocus(target), String(target)).toBe(true);
    },
    type: (text: string) => page.keyboard.type(text),
  };
}

/** Name and address, then Enter. */
async function fillIn(page: Page, keys: ReturnType<typeof keysOf>, email: string): Promise<void> {
  await page.getByLabel('Name').waitFor();
  await expect.poll(() => hasFocus(page.getByRole('heading', { name: 'Your details' }))).toBe(true);
  await keys.tabTo(page.getByLabel('Name'));
  await keys.type('Mira Okafor');
  await keys.tabTo(page.getByLabel('E-mail'));
  await keys.type(email);
  await keys.press('Enter');
  await booked(page).waitFor();
}

async function openWidget(): Promise<Page> {
  const { page } = await openPage(stage.browser, stage.demo, screens.keyboard);
  await hostPage(page, snippet());
  await page.goto('/host');
  await page.locator('cb-next-times').getByRole('button').first().waitFor();
  await page.getByRole('gridcell', { name: OPEN_DAY }).first().waitFor();
  return page;
}

/** The plainest way that a page has without a widget: a form with a list of days and one of times. */
async function plainForm(): Promise<Page> {
  const { page } = await openPage(stage.browser, stage.demo, screens.keyboard);
  const list = (name: string, options: readonly string[]) =>
    `<label>${name} <select name="${name}"><option>${options.join('<option>')}</select></label>`;
  const days = Array.from({ length: 14 }, (_, index) => `Day ${index + 1}`);
  await page.setContent(`<form onsubmit="document.title = 'sent'; return false">
    ${list('Day', days)} ${list('Time', ['09:00', '09:30', '10:00', '10:30'])}
    <label>Name <input></label> <label>E-mail <input type="email"></label> <button>Book</button></form>`);
  return page;
}

test('the soonest time is booked by keyboard alone with no more keys than a plain form takes', async () => {
  const page = await openWidget();
  const keys = keysOf(page);
  await keys.tabTo(page.locator('cb-next-times').getByRole('button').first());
  await keys.press('Enter');
  await fillIn(page, keys, 'soonest@example.com');

  const form = await plainForm();
  const formKeys = keysOf(form);
  await formKeys.tabTo(form.getByLabel('Day'));
  await formKeys.press('ArrowDown');
  await formKeys.tabTo(form.getByLabel('Time'));
  await formKeys.press('ArrowDown');
  await formKeys.tabTo(form.getByLabel('Name'));
  await formKeys.tabTo(form.getByLabel('E-mail'));
  await formKeys.type('mira@example.com');
  await formKeys.press('Enter');
  await expect.poll(() => form.title()).toBe('sent');

  console.info(`Keys to book the soonest time: ${keys.count}; in a plain form with two lists: ${formKeys.count}`);
  expect(keys.count).toBeLessThanOrEqual(formKeys.count);
});

test('a day and a time of one’s choice are booked by keyboard alone with 15 keys at most', async () => {
  const page = await openWidget();
  const keys = keysOf(page);
  const grid = page.getByRole('grid').first();
  const inGrid = () => grid.evaluate((element) => element.querySelector(':focus') !== null);
  while (!(await inGrid())) await keys.press('Tab');
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await expect.poll(() => hasFocus(page.locator('cb-slot-list').getByRole('heading', { level: 3 }))).toBe(true);
  const times = page.locator('cb-slot-list').getByRole('button');
  await keys.tabTo(times.first());
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await fillIn(page, keys, 'chosen@example.com');
  // Without roving focus each day of the week on the way, and each time before the one wanted, would be a key more.
  console.info(`Keys to book a time of another day: ${keys.count}`);
  expect(keys.count).toBeLessThanOrEqual(15);
});

test('from the open page to the details it is two taps, and one to the soonest time', async () => {
  const open = async (): Promise<Page> => {
    const { page } = await openPage(stage.browser, stage.demo, screens.touch);
    await page.goto('/');
    await page.getByRole('gridcell', { name: OPEN_DAY }).first().waitFor();
    return page;
  };
  const counts: number[] = [];
  const page = await open();
  let taps = 0;
  const tap = async (on: Page, target: Locator) => {
    taps += 1;
    await target.tap();
    await on.waitForTimeout(100);
  };
  await tap(page, page.getByRole('gridcell', { name: OPEN_DAY }).nth(1).getByRole('button'));
  await tap(page, page.locator('cb-slot-list').getByRole('button').nth(2));
  await page.getByLabel('Name').waitFor();
  counts.push(taps);

  const other = await open();
  taps = 0;
  await tap(other, other.locator('cb-next-times').getByRole('button').first());
  await other.getByLabel('Name').waitFor();
  counts.push(taps);
  console.info(
    `Taps from the open page to the details: ${counts.join(' for a day and a time, ')} for the soonest time`,
  );
  expect(Math.max(...counts)).toBeLessThanOrEqual(4);
  expect(counts).toEqual([2, 1]);
});

test('a coach’s day: three confirmed, one declined with a line, one moved, one completed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'culturebridge-journey-'));
  const data = ['--data', join(folder, 'bookings.sqlite')] as const;
  const before = await startDemo('--clock', '2027-03-01T09:00:00Z', ...data);
  await bookRequests(before.url, ['02'], 'confirmed');
  await before.stop();
  const other = await startDemo('--clock', '2027-03-03T09:00:00Z', ...data);
  try {
    const { page } = await openPage(stage.browser, other, { viewport: { width: 1280, height: 900 } });
    await page.clock.install({ time: '2027-03-03T09:00:00Z' });
    await bookRequests(other.url, ['08', '09', '10', '11'], 'pending');
    await page.goto('/coach');
    await signIn(handsAt(page, 'mouse'), people.coach);
    await page.getByRole('article').first().waitFor();
    const presses = { confirm: 0, decline: 0, move: 0, complete: 0 };
    const press = async (act: keyof typeof presses, target: Locator) => {
      presses[act] += 1;
      await target.click();
    };
    const said = (words: RegExp) => page.getByRole('status').filter({ hasText: words }).first().waitFor();
    const asked = page.getByRole('article').filter({ hasText: 'Waiting for you to confirm' });
    for (let left = 3; left > 0; left--) {
      await press('confirm', asked.first().getByRole('button', { name: /^Confirm,/ }));
      await page.clock.runFor(300);
      await said(/1 session confirmed/);
    }
    await press('decline', asked.first().getByRole('button', { name: /^Decline,/ }));
    await page.keyboard.type('I am away that week');
    await page.keyboard.press('Enter');
    await said(/Cancelled/);

    await page.getByRole('button', { name: 'Week', exact: true }).click();
    const week = page.locator('cb-bookings-week');
    await week.getByRole('button', { name: 'Week after' }).click();
    const session = week.getByRole('button', { name: /^11:00–12:00.*, Confirmed$/ }).first();
    presses.move += 1;
    await dragByHours(session, 2);
    // As a line is sent by Enter, so is the question that the drop asks.
    await expect.poll(() => hasFocus(week.getByRole('button', { name: 'Move', exact: true }))).toBe(true);
    await page.keyboard.press('Enter');
    await said(/^Moved to/);

    await page.getByRole('button', { name: /^To complete/ }).click();
    await press(
      'complete',
      page
        .getByRole('article')
        .first()
        .getByRole('button', { name: /^Mark as completed,/ }),
    );
    await said(/1 session completed/);
    console.info(`Presses of a coach’s day: ${JSON.stringify(presses)}`);
    expect(presses).toEqual({ confirm: 3, decline: 1, move: 1, complete: 1 });
  } finally {
    await other.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Drags a session of the week down by these hours: one press. */
async function dragByHours(session: Locator, hours: number): Promise<void> {
  const page = session.page();
  await session.scrollIntoViewIfNeeded();
  const box = await session.boundingBox();
  const day = await session.locator('xpath=..').evaluate((column) => column.getBoundingClientRect().height);
  if (!box) throw new Error('the session is not on the screen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + (hours * day) / 48, { steps: 4 });
  await page.mouse.move(x, y + (hours * day) / 24, { steps: 4 });
  // The times that are open for it are asked for while it is dragged.
  await page.locator('cb-bookings-week').locator('.proposed').waitFor();
  await page.mouse.move(x + 1, y + (hours * day) / 24);
  await page.mouse.up();
}

/** Requests of a client, confirmed by the coach where they shall be, as the guide makes them. */
async function bookRequests(url: string, days: readonly string[], status: 'pending' | 'confirmed'): Promise<void> {
  const as = async (person: Person) => {
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch(`${url}/auth/login`, { method: 'POST', headers, body: JSON.stringify(person) });
    return { ...headers, authorization: `Bearer ${(await reply.json()).access_token}` };
  };
  const [client, coach] = [await as(people.client), await as(people.coach)];
  const coach_id = '323e4567-e89b-12d3-a456-426614174000';
  for (const day of days) {
    const body = JSON.stringify({ coach_id, session_datetime: `2027-03-${day}T10:00:00Z`, duration_minutes: 60 });
    const reply = await fetch(`${url}/booking`, { method: 'POST', headers: client, body });
    expect(reply.status).toBe(201);
    if (status === 'pending') continue;
    const path = `${url}/booking/${(await reply.json()).id}/status`;
    const changed = await fetch(path, { method: 'PATCH', headers: coach, body: JSON.stringify({ status }) });
    expect(changed.status).toBe(200);
  }
}
