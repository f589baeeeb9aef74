import type { Page, Request, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPEN_DAY, openPage, startDemo, useDemo } from './demo.ts';
import { screens } from './hands.ts';
import { ANA, chooseTime, fillGuest, hostPage, otherSite, snippet } from './host-page.ts';
import { callAs, people } from './people.ts';

/** How the widget behaves as a guest on somebody's page: its looks, its size, its storage, its requests, its server's patience. */

const stage = useDemo();

const booked = (page: Page) => page.getByRole('heading', { name: 'Request sent' });
const book = (page: Page) => page.getByRole('button', { name: /^Book \w+ \d/ });
const anyOpenDay = (page: Page) => page.getByRole('gridcell', { name: OPEN_DAY }).first();

/** Watches the requests of a page; resolves half a second after the last one ended. The stream of changes never ends. */
function watchRequests(page: Page): () => Promise<void> {
  const pending = new Set<unknown>();
  let lastAt = performance.now();
  const end = (request: unknown) => {
    pending.delete(request);
    lastAt = performance.now();
  };
  page.on('request', (request) => request.url().endsWith('/availability/changes') || pending.add(request));
  page.on('requestfinished', end).on('requestfailed', end);
  return async () => {
    await expect.poll(() => pending.size === 0 && performance.now() - lastAt > 500, { timeout: 30_000 }).toBe(true);
  };
}

describe('on a dark site nothing flashes light', () => {
  /** How bright the page's picture is on the whole: 0 black, 1 white. */
  async function brightness(page: Page): Promise<number> {
    const picture = (await page.screenshot()).toString('base64');
    const canvas = await page.context().browser()?.newPage();
    if (!canvas) throw new Error('the browser is gone');
    const mean = await canvas.evaluate(async (data) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const { data: pixels = new Uint8ClampedArray() } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? {};
      let sum = 0;
      for (let at = 0; at < pixels.length; at += 4) sum += Math.max(...pixels.subarray(at, at + 3));
      return sum / (pixels.length / 4) / 255;
    }, picture);
    await canvas.context().close();
    return mean;
  }

  // Before a picture Playwright waits for the fonts, and Firefox has them ready only once the script that is held back has loaded.
  beforeAll(() => {
    process.env.PW_TEST_SCREENSHOT_NO_FONTS_READY = '1';
  });
  afterAll(() => {
    delete process.env.PW_TEST_SCREENSHOT_NO_FONTS_READY;
  });

  test.for([
    ['that is always dark', '<style>:root{color-scheme:dark} body{background:#111}</style>', 'light'],
    [
      'that follows the visitor',
      '<style>:root{color-scheme:light dark} body{background:light-dark(#fff,#111)}</style>',
      'dark',
    ],
  ] as const)('%s', async ([, style, colorScheme]) => {
    const { page } = await openPage(stage.browser, stage.demo, { colorScheme, viewport: { width: 1000, height: 700 } });
    const gate = { script: () => {}, times: () => {} };
    const script = new Promise<void>((open) => {
      gate.script = open;
    });
    const times = new Promise<void>((open) => {
      gate.times = open;
    });
    await page.route('**/cdn/cb-booking.js', async (route) => {
      await script;
      await route.continue();
    });
    await page.route(/\/availability/, async (route) => {
      await times;
      await route.continue();
    });
    await hostPage(page, `<h1>Dark</h1>${snippet()}`, style);
    await page.goto('/host', { waitUntil: 'commit' });
    await page.getByText('Dark').waitFor();
    expect(await brightness(page)).toBeLessThan(0.2);
    gate.script();
    await page.getByText('Loading times').waitFor({ state: 'attached' });
    expect(await brightness(page)).toBeLessThan(0.25);
    gate.times();
    await anyOpenDay(page).waitFor();
    expect(await brightness(page)).toBeLessThan(0.25);
  });
});

describe('there is one scroll bar, and the page keeps its height', () => {
  /** Boxes that scroll down inside the page. */
  const scrollers = (page: Page) =>
    page.evaluate(() => {
      const found: string[] = [];
      const walk = (root: Document | ShadowRoot): void => {
        for (const element of root.querySelectorAll('*')) {
          if (element.shadowRoot) walk(element.shadowRoot);
          const { overflowY } = getComputedStyle(element);
          const scrolls = /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
          if (scrolls && element !== document.documentElement && element.checkVisibility())
            found.push(`${element.localName}.${element.className}`);
        }
      };
      walk(document);
      return found;
    });
  const height = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);

  test.each([
    [360, 740],
    [768, 1024],
    [1280, 800],
  ])('at %i px', async (width, tall) => {
    const { page } = await openPage(stage.browser, stage.demo, { viewport: { width, height: tall } });
    await hostPage(page, snippet());
    await page.goto('/host');
    await anyOpenDay(page).waitFor();
    // Beside the month a long day's times scroll in their own region; nothing else ever does.
    const allowed = width < 520 ? [] : ['div.list'];
    expect(allowed).toEqual(expect.arrayContaining(await scrollers(page)));
    const heights = new Set<number>();
    for (let month = 0; month < 6; month++) {
      await page.getByRole('button', { name: 'Next month' }).click();
      await anyOpenDay(page).waitFor();
      await page.waitForTimeout(150);
      heights.add(await height(page));
    }
    expect(allowed).toEqual(expect.arrayContaining(await scrollers(page)));
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(width < 520 ? 120 : 0);
    const before = await height(page);
    await page.waitForTimeout(1200);
    expect(await height(page)).toBe(before);
  });

  test('in a frame that takes on the height of its page', async () => {
    const { page } = await openPage(stage.browser, stage.demo);
    await hostPage(page, snippet());
    await page.route(/\/outer$/, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe src="/host" style="width:900px;height:300px;border:0"></iframe><script>
          const frame = document.querySelector('iframe');
          frame.onload = () => {
            const inner = frame.contentDocument.documentElement;
            new frame.contentWindow.ResizeObserver(() => { frame.style.height = inner.scrollHeight + 'px'; }).observe(inner);
          };
        </script>`,
      }),
    );
    await page.goto('/outer');
    const frame = page.frameLocator('iframe');
    await frame.getByRole('gridcell', { name: OPEN_DAY }).first().waitFor();
    const tall = () => page.locator('iframe').evaluate((element) => element.clientHeight);
    await page.waitForTimeout(500);
    const first = await tall();
    await page.waitForTimeout(2000);
    expect(await tall()).toBe(first);
    expect(first).toBeLessThan(1400);
  });
});

describe('a month without times leads on', () => {
  test('to the next open time, where there is one', async () => {
    // Rania sees people once in four weeks: on 10 March and 7 April 2027.
    const clock = '2027-03-11T08:00:00Z';
    const march = await startDemo('--clock', clock);
    try {
      const { page } = await openPage(stage.browser, march);
      await page.clock.install({ time: clock });
      await page.goto('/find-a-coach');
      await page.getByRole('button', { name: 'See times with Rania Haddad' }).click();
      await page.getByText('No times in March 2027.').waitFor();
      await page.getByRole('button', { name: /^Next open time: .*7 April/ }).click();
      await page.getByRole('heading', { name: 'Wednesday, 7 April 2027' }).waitFor();
      await page.getByRole('button', { name: /^\d\d:\d\d$/ }).waitFor();
    } finally {
      await march.stop();
    }
  });

  test('to the months ahead, where there is none', async () => {
    const empty = await startDemo('--scenario', 'empty');
    try {
      const { page } = await openPage(stage.browser, empty);
      await page.goto('/');
      await page.getByText('No times are open at the moment.').waitFor();
      await page.getByText('New times may open later.').waitFor();
      await page.getByRole('button', { name: 'Next month' }).click();
      // Announced; on the screen this sentence gives way to "at the moment" once the months ahead have been looked through.
      await page
        .getByRole('status')
        .filter({ hasText: /^No times in / })
        .waitFor();
      await page.getByText('New times may open later.').waitFor();
    } finally {
      await empty.stop();
    }
  });
});

describe('it needs nothing of the browser that a visitor may refuse', () => {
  test('no cookie and no storage: a session is booked on another site where both throw', async () => {
    const { page, errors } = await openPage(stage.browser, stage.demo);
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('The user has blocked it', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
        Object.defineProperty(globalThis, name, { get: refuse });
      }
      Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
    });
    const requests: Request[] = [];
    const replies: Response[] = [];
    page.on('request', (request) => requests.push(request));
    page.on('response', (reply) => replies.push(reply));
    // The page is at 127.0.0.1, script and API are at localhost: two sites.
    const site = await otherSite(stage.demo.url, snippet('', stage.demo.url));
    try {
      await page.goto(site.address);
      await chooseTime(page, 4, 2);
      await fillGuest(page, 'private@example.com');
      await book(page).click();
      await booked(page).waitFor();
    } finally {
      site.stop();
    }
    // Asked for while the page is open: with the page gone they cannot be had any more.
    const headers = await Promise.all([...requests, ...replies].map((message) => message.allHeaders()));
    expect(headers.length).toBeGreaterThan(4);
    expect(headers.flatMap((all) => [all.cookie, all['set-cookie']]).filter(Boolean)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test.each(['/', '/account', '/coach', '/find-a-coach', '/button', '/two'])(
    'no request to anybody but the API, and no storage that was not asked for: %s',
    async (path) => {
      const { page, foreign } = await openPage(stage.browser, stage.demo);
      const hosts = new Set<string>();
      page.on('request', (request) => hosts.add(new URL(request.url()).origin));
      page.on('websocket', (socket) => hosts.add(socket.url()));
      const settled = watchRequests(page);
      await page.goto(path);
      // Whatever can be looked at without booking: the list of zones and the dialog have chunks of their own.
      if (path === '/button') await page.getByRole('button', { name: 'Talk about it' }).click();
      const zone = page.getByRole('button', { name: /^Times in/ }).first();
      if (path !== '/account' && path !== '/coach' && path !== '/find-a-coach') {
        await zone.click();
        await page.getByRole('combobox').waitFor();
      }
      await settled();
      expect(foreign).toEqual([]);
      expect([...hosts].filter((host) => host !== stage.demo.url && host !== 'null')).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
      const databases = await page.evaluate(async () => (await indexedDB.databases()).length);
      expect(databases).toBe(0);
      expect(await page.evaluate(async () => (await navigator.serviceWorker?.getRegistrations())?.length ?? 0)).toBe(0);
    },
  );

  test('only a page that asks for it keeps the sign-in, and only in this tab', async () => {
    const { page } = await openPage(stage.browser, stage.demo);
    await page.goto('/account');
    const form = page.getByRole('form', { name: 'Sign in' });
    await form.getByLabel('E-mail').fill(people.client.email);
    await form.getByLabel('Password', { exact: true }).fill(people.client.password);
    await form.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('article').first().waitFor();
    await page.reload();
    await page.getByRole('article').first().waitFor();
    // Beyond the tab there is the token of this device alone, which signs nobody in: strangers' guesses do not lock it out.
    const kept = await page.evaluate(() => Object.keys(localStorage));
    expect(kept.filter((key) => !key.startsWith('cb-device '))).toEqual([]);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await form.waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });
});

test('one visitor cannot flood the coach, and is told when to go on', async () => {
  const flooded = await startDemo();
  try {
    const logIn = await fetch(`${flooded.url}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(people.client),
    });
    const { access_token: token } = await logIn.json();
    const body = { coach_id: ANA, session_datetime: '2020-01-01T10:00:00Z', duration_minutes: 60 };
    const statuses: number[] = [];
    while (statuses.at(-1) !== 429 && statuses.length < 1000) {
      const reply = await fetch(`${flooded.url}/booking`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
      statuses.push(reply.status);
    }
    expect(statuses.at(-1)).toBe(429);

    const { page } = await openPage(stage.browser, flooded, screens.mouse);
    await page.goto('/');
    await chooseTime(page);
    await page.getByRole('button', { name: 'Sign in' }).click();
    const form = page.getByRole('form', { name: 'Sign in' });
    await form.getByLabel('E-mail').fill(people.client.email);
    await form.getByLabel('Password', { exact: true }).fill(people.client.password);
    await form.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel(/^Notes/).fill('About the offer in Toronto');
    await book(page).click();
    await page.getByText('There were too many tries in a short time.').waitFor();
    const again = page.getByRole('button', { name: /^Try again in \d+ s$/ });
    const seconds = async () => Number(/\d+/.exec((await again.textContent()) ?? '')?.[0]);
    const first = await seconds();
    expect(first).toBeGreaterThan(0);
    await expect.poll(seconds, { timeout: 5000 }).toBeLessThan(first);
    expect(await page.getByLabel(/^Notes/).inputValue()).toBe('About the offer in Toronto');
    // Nothing has been booked behind the visitor's back.
    const { bookings } = (await callAs(flooded.url, people.client, '/booking/client/{me}')) as {
      bookings: { notes: string | null }[];
    };
    expect(bookings.filter(({ notes }) => notes === 'About the offer in Toronto')).toEqual([]);
  } finally {
    await flooded.stop();
  }
});
