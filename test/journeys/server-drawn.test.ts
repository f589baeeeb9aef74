import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Booking } from '../../src/contract/booking.ts';
import { axeFaults } from './accessibility/measures.ts';
import { openPage, startDemo, useDemo } from './demo.ts';
import { holdBack } from './host-page.ts';

/*
 * The demo's main page as its server draws it: without a script, with one, and with one that comes late.
 */

const stage = useDemo();
const coach = '323e4567-e89b-12d3-a456-426614174000';
const noScript: BrowserContextOptions = { javaScriptEnabled: false };

async function post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const reply = await fetch(stage.demo.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: reply.status, json: await reply.json() };
}

async function bearer(email: string): Promise<Readonly<Record<string, string>>> {
  const { json } = await post('/auth/login', { email, password: 'password123' });
  return { authorization: `Bearer ${json.access_token}` };
}

/** The coach's bookings with these notes, each as its client's own list has it. */
async function bookingsOfClients(notes: string): Promise<readonly Booking[]> {
  const list = async (path: string, who: string): Promise<readonly Booking[]> =>
    (await (await fetch(stage.demo.url + path, { headers: await bearer(who) })).json()).bookings;
  const known = (await list(`/booking/coach/${coach}`, 'coach@example.com')).filter((one) => one.notes === notes);
  const owned = await Promise.all(known.map((one) => list(`/booking/client/${one.client_id}`, 'admin@example.com')));
  return owned.flat();
}

const times = (page: Page) => page.getByRole('link', { name: /^\d\d:\d\d$/ });
const submit = (page: Page) => page.getByRole('button', { name: /^Book / });
const confirmation = (page: Page) => page.getByRole('heading', { name: 'Request sent' });

/** Opens a time of the next month by links alone; gives the words of the time. */
async function chooseByLinks(page: Page, place: number): Promise<string> {
  await page.getByRole('link', { name: 'Next month' }).click();
  await page
    .getByRole('link', { name: /\d+ times open/ })
    .nth(2)
    .click();
  const time = times(page).nth(place);
  const words = (await time.textContent())?.trim() ?? '';
  await time.click();
  await page.getByLabel('Name').waitFor();
  return words;
}

test('with scripts blocked: a visitor corrects what was refused, books, and a reload books nothing twice', async () => {
  const { page, errors } = await openPage(stage.browser, stage.demo, noScript);
  await page.goto('/');
  await page.getByText('Times in Berlin').waitFor();
  const time = await chooseByLinks(page, 1);
  await page.getByLabel('Name').fill('Mira <b>Okafor</b>');
  await page.getByLabel('E-mail').fill('mira at example');
  const notes = 'Without "a script" </textarea><script>\nSecond line';
  await page.getByLabel(/^Notes/).fill(notes);
  await submit(page).click();

  await page.getByText('One thing to correct').waitFor();
  expect(await page.getByLabel('Name').inputValue()).toBe('Mira <b>Okafor</b>');
  expect(await page.getByLabel('E-mail').inputValue()).toBe('mira at example');
  expect(await page.getByLabel(/^Notes/).inputValue()).toBe(notes);
  await expect.poll(() => page.getByLabel('E-mail').getAttribute('aria-invalid')).toBe('true');
  expect(await page.locator('#field-email-error').textContent()).toContain('name@example.com');
  await page.getByLabel('E-mail').fill('mira@example.com');
  expect(await submit(page).textContent()).toContain(time);
  await submit(page).click();
  await confirmation(page).waitFor();
  await page.getByRole('link', { name: 'Move or cancel this booking' }).waitFor();

  // The browser sends the form again.
  await page.reload();
  await confirmation(page).waitFor();
  const made = await bookingsOfClients(notes);
  expect(made).toMatchObject([
    { status: 'pending', duration_minutes: 60, notes, client: { email: 'mira@example.com' } },
  ]);
  // The browser writes the status of a refused form to the console.
  expect(errors.filter((message) => !/status of 422/.test(message))).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

test('with scripts blocked: a time that was taken meanwhile is said so, and another is booked with what was typed', async () => {
  const { page } = await openPage(stage.browser, stage.demo, { ...noScript, viewport: { width: 360, height: 740 } });
  await page.goto('/');
  await chooseByLinks(page, 3);
  const start = new URL(page.url()).searchParams.get('cb-slot');
  const { json: guest } = await post('/auth/guest', { name: 'Quicker', email: 'quicker@example.com' });
  const taken = await post(
    '/booking',
    { coach_id: coach, session_datetime: start, duration_minutes: 60 },
    { authorization: `Bearer ${guest.access_token}` },
  );
  expect(taken.status).toBe(201);

  await page.getByLabel('Name').fill('Tomás Reis');
  await page.getByLabel('E-mail').fill('tomas@example.com');
  await page.getByLabel(/^Notes/).fill('Taken meanwhile');
  await submit(page).click();
  await page.getByText('This time was just taken').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await page.locator('[part="nearest"]').nth(1).click();
  expect(await page.getByLabel('Name').inputValue()).toBe('Tomás Reis');
  await submit(page).click();
  await confirmation(page).waitFor();
  expect(await bookingsOfClients('Taken meanwhile')).toHaveLength(1);
});

/** All texts of the widget, through its shadow roots, without those for screen readers alone and the running clock. */
function textsOf(): string[] {
  const texts: string[] = [];
  const walk = (node: Node): void => {
    if (node instanceof Element && node.matches('style, script, .visually-hidden, .now, [hidden]')) return;
    if (node instanceof Element && getComputedStyle(node).display === 'none') return;
    if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) texts.push(node.textContent.trim());
    const { shadowRoot } = node as Element;
    for (const child of shadowRoot?.childNodes ?? node.childNodes) walk(child);
  };
  const widget = document.querySelector('cb-booking');
  if (widget) walk(widget);
  return texts;
}

const taken = (page: Page) => page.locator('cb-slot-list').getByRole('button', { name: /^\d\d:\d\d$/ });

/** Counts how far boxes move from the beginning on, and what is asked of the API. */
async function watch(page: Page) {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/(booking|coaches|auth)\b/.test(pathname)) asked.push(pathname);
  });
  return {
    asked,
    shifts: () => page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts),
  };
}

/** The requests until the stream of live times: where that begins late, it has the times read again. */
function beforeLiveTimes(asked: readonly string[]): readonly string[] {
  const stream = asked.findIndex((path) => path.endsWith('/availability/changes'));
  return stream === -1 ? asked : asked.slice(0, stream);
}

for (const [width, height] of [
  [1280, 900],
  [360, 740],
] as const) {
  test(`at ${width} px the element takes the place of what is drawn: nothing moves, no text changes, nothing is asked again`, async () => {
    const viewport = { width, height };
    const drawn = await openPage(stage.browser, stage.demo, { ...noScript, viewport });
    await drawn.page.goto('/');
    const before = await drawn.page.evaluate(textsOf);
    expect(before.filter((text) => /^\d\d:\d\d$/.test(text)).length).toBeGreaterThan(5);

    const { page, errors } = await openPage(stage.browser, stage.demo, { viewport });
    const watched = await watch(page);
    // Shifts out of sight do not count: the widget is in sight from the beginning.
    await page.goto('/#book');
    await taken(page).first().waitFor();
    await page.locator('cb-time-zone-picker').getByRole('button', { name: 'Times in Berlin' }).waitFor();
    expect(await page.locator('cb-slot-list-drawn').count()).toBe(0);
    expect(await page.evaluate(textsOf)).toEqual(before);
    expect(await watched.shifts()).toEqual([]);
    expect(beforeLiveTimes(watched.asked)).toEqual([]);
    expect(errors).toEqual([]);
  });
}

test('in another zone than the coach’s, the times change in place', async () => {
  const { page } = await openPage(stage.browser, stage.demo, { timezoneId: 'America/New_York' });
  const watched = await watch(page);
  await page.goto('/#book');
  await page.locator('cb-time-zone-picker').getByRole('button', { name: 'Times in New York' }).waitFor();
  await taken(page).first().waitFor();
  expect(await watched.shifts()).toEqual([]);
  expect(beforeLiveTimes(watched.asked)).toEqual([]);
});

test('a slow script leaves the page usable: what the visitor has begun without it stays theirs', async () => {
  const { page, errors } = await openPage(stage.browser, stage.demo);
  const arrivals: (() => void)[] = [];
  let late = true;
  await page.route('**/cdn/*.js', async (route) => {
    if (late) await new Promise<void>((arrive) => arrivals.push(arrive));
    await route.continue().catch(() => undefined);
  });
  await page.goto('/', { waitUntil: 'commit' });
  await times(page).first().click();
  await page.getByLabel('Name').fill('Ines Prado');
  late = false;
  for (const arrive of arrivals) arrive();
  await page.waitForFunction(() => customElements.get('cb-booking') !== undefined);
  expect(await page.getByLabel('Name').inputValue()).toBe('Ines Prado');
  await page.getByLabel('E-mail').fill('ines@example.com');
  await submit(page).click();
  await confirmation(page).waitFor();
  expect(errors).toEqual([]);
});

test('back, forward and a reload in the middle leave a page that books', async () => {
  const { page, errors } = await openPage(stage.browser, stage.demo);
  await page.goto('/');
  await taken(page).first().click();
  await page.getByLabel('Name').fill('Half way');
  await page.reload();
  await taken(page).first().waitFor();
  await page.goto('/account');
  await page.goBack();
  await taken(page).first().waitFor();
  await page.goForward();
  await page.goBack();
  await taken(page).nth(2).click();
  await page.getByLabel('Name').fill('Ada Lind');
  await page.getByLabel('E-mail').fill('ada@example.com');
  await submit(page).click();
  await confirmation(page).waitFor();
  expect(errors).toEqual([]);
});

test('without its scripts the drawn page has nothing that axe finds fault with: times, form, a refused form, confirmation', async () => {
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 360],
  ] as const) {
    const { page } = await openPage(stage.browser, stage.demo, { colorScheme, viewport: { width, height: 800 } });
    // Blocked one by one: axe itself is a script.
    await page.route('**/cdn/**', (route) => route.abort());
    await page.goto('/');
    await times(page).first().waitFor();
    expect(await axeFaults(page), `times, ${width} px`).toEqual([]);
    await chooseByLinks(page, 6);
    expect(await axeFaults(page), `form, ${width} px`).toEqual([]);
    if (width === 360) break;
    await page.getByLabel('Name').fill('Axel Lund');
    await submit(page).click();
    await page.getByText('One thing to correct').waitFor();
    expect(await axeFaults(page), `refused form, ${width} px`).toEqual([]);
    await page.getByLabel('E-mail').fill('axel@example.com');
    await submit(page).click();
    await confirmation(page).waitFor();
    expect(await axeFaults(page), `confirmation, ${width} px`).toEqual([]);
  }
});

test('without the script that takes over, the widget stands once: the element at the times, what is drawn from the form on', async () => {
  const { page } = await openPage(stage.browser, stage.demo);
  await page.route('**/cdn/server-drawn.js', (route) => route.abort());
  await page.goto('/');
  await taken(page).first().waitFor();
  expect(await times(page).count()).toBe(0);
  await expect.poll(() => page.getByRole('button', { name: 'Next month' }).count()).toBe(1);
  expect(await page.getByRole('link', { name: 'Next month' }).count()).toBe(0);

  const { page: drawn } = await openPage(stage.browser, stage.demo, noScript);
  await drawn.goto('/');
  await chooseByLinks(drawn, 7);
  await page.goto(drawn.url());
  await page.waitForFunction(() => customElements.get('cb-booking') !== undefined);
  await page.getByLabel('Name').fill('Ida Holm');
  await page.getByLabel('E-mail').fill('ida@example.com');
  expect(await taken(page).count()).toBe(0);
  await submit(page).click();
  await confirmation(page).waitFor();
});

test('a picker alone is drawn with its times, and the element takes its place without a shift or a request', async () => {
  const { loadBooking, renderPicker } = (await import(
    new URL('../../dist/ssr/index.js', import.meta.url).href
  )) as typeof import('../../src/ssr/index.ts');
  const context = { javaScriptEnabled: true, viewport: { width: 1280, height: 900 } };
  const { page, errors } = await openPage(stage.browser, stage.demo, context);
  const watched = await watch(page);
  await page.route('**/a-picker*', async (route) => {
    const query = new URL(route.request().url()).searchParams;
    const now = Date.now() + (stage.demo.clockAhead ?? 0);
    const loaded = await loadBooking({ api: stage.demo.url, coachId: coach, query, now });
    const markup = await renderPicker({ ...loaded, locale: 'en-GB', page: '/a-picker', query });
    const scripts = ['server-drawn', 'cb-booking'].map(
      (name) => `<script type="module" src="/cdn/${name}.js"></script>`,
    );
    await route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en-GB"><title>Times</title>${scripts.join('')}<body>${markup}`,
    });
  });
  await page.goto('/a-picker');
  const own = page.locator('cb-availability-picker cb-slot-list').getByRole('button', { name: /^\d\d:\d\d$/ });
  await own.first().waitFor();
  expect(await page.locator('cb-slot-list-drawn').count()).toBe(0);
  expect(await watched.shifts()).toEqual([]);
  expect(beforeLiveTimes(watched.asked)).toEqual([]);
  const chosen = page.evaluate(
    () => new Promise((done) => addEventListener('cb-slot-select', (event) => done(Reflect.get(event, 'slot').start))),
  );
  await own.nth(1).click();
  expect(await chosen).toMatch(/Z$/);

  // A link to a time shows it chosen, before and after the element takes over.
  await page.goto(`/a-picker?cb-slot=${await chosen}`);
  await page.locator('cb-slot-list').locator('[aria-pressed="true"]').waitFor();
  expect(await watched.shifts()).toEqual([]);
  expect(errors).toEqual([]);
});

test('sent without times in it, the page is usable at every moment: a late script, a reload in the middle, back and forward', async () => {
  const demo = await startDemo('--no-ssr');
  try {
    const { page, errors } = await openPage(stage.browser, demo);
    const arrive = await holdBack(page, /\/cdn\/[^/]*\.js$/);
    await page.goto('/', { waitUntil: 'commit' });
    // Until the script is there, the page's own other way to book stands in its place.
    await page.getByRole('link', { name: 'Write to Ana to find a time' }).waitFor();
    arrive();
    await taken(page).first().click();
    await page.getByLabel('Name').fill('Half way');
    await page.reload();
    await taken(page).first().waitFor();
    await page.goto('/account');
    await page.goBack();
    await taken(page).first().waitFor();
    await page.goForward();
    await page.goBack();
    await taken(page).nth(2).click();
    await page.getByLabel('Name').fill('Ada Lind');
    await page.getByLabel('E-mail').fill('ada@example.com');
    await submit(page).click();
    await confirmation(page).waitFor();
    expect(errors).toEqual([]);
  } finally {
    await demo.stop();
  }
});
