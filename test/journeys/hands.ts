import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { treeOf } from './page-tree.ts';

export type Way = 'mouse' | 'keyboard' | 'touch';

/** The ways in which people use a page. */
export const ways: readonly Way[] = ['mouse', 'keyboard', 'touch'];

/** The screen that goes with a way: a phone for touch. */
export const screens: Readonly<Record<Way, BrowserContextOptions>> = {
  mouse: { viewport: { width: 1280, height: 900 } },
  keyboard: { viewport: { width: 1024, height: 768 } },
  touch: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
};

/** One person at one page, who uses it in one way alone. */
export interface Hands {
  readonly page: Page;
  /** Follows a link, presses a button, ticks a box. */
  press(target: Locator): Promise<void>;
  /** Chooses a day of the month grid, `2027-03-05` say, that is in the month on show. */
  pressDay(day: string): Promise<void>;
  type(field: Locator, text: string): Promise<void>;
}

const MANY = 200;

const hasFocus = (target: Locator) => target.evaluate((element) => element.matches(':focus'));

/**
 * Tabs on until `arrived` at or in the target, or back where the target comes before what has the focus: past the end of a page Firefox
 * has the focus in its own bars, and no driver brings it back. A page that keeps the focus, or has no way there, fails.
 */
export async function tabTo(target: Locator, arrived: (target: Locator) => Promise<boolean> = hasFocus): Promise<void> {
  const page = target.page();
  await target.waitFor();
  const isBefore = await target.evaluate(
    (element, { within, focused }) => {
      const all = within(document);
      const active = all.indexOf(focused() as HTMLElement);
      return active > -1 && all.indexOf(element as HTMLElement) < active;
    },
    await treeOf(page),
  );
  for (let presses = 0; presses < MANY; presses++) {
    if (await arrived(target)) return;
    await page.keyboard.press(isBefore ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`No way by Tab to ${target}`);
}

/** What has the focus can be seen, once the page has scrolled there. */
async function expectInView(target: Locator): Promise<void> {
  const isInView = () =>
    target.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
  for (let tries = 0; tries < 20; tries++) {
    if (await isInView()) return;
    await target.page().waitForTimeout(100);
  }
  throw new Error(`${target} has the focus and is out of view`);
}

function keyboard(page: Page): Hands {
  const reach = async (target: Locator) => {
    await tabTo(target);
    await expectInView(target);
  };
  return {
    page,
    async press(target) {
      await reach(target);
      const isBox = await target.evaluate((element) => element instanceof HTMLInputElement);
      await page.keyboard.press(isBox ? 'Space' : 'Enter');
    },
    async pressDay(day) {
      const chosen = dayButton(page, day);
      await chosen.waitFor();
      const grid = page.getByRole('grid').filter({ has: chosen });
      await tabTo(grid, () => grid.evaluate((element) => element.querySelector(':focus') !== null));
      for (let presses = 0; presses < 45 && !(await hasFocus(chosen)); presses++) {
        await page.keyboard.press('ArrowRight');
      }
      await expectInView(chosen);
      await page.keyboard.press('Enter');
    },
    async type(field, text) {
      await reach(field);
      await page.keyboard.type(text);
    },
  };
}

function pointer(page: Page, press: (target: Locator) => Promise<void>): Hands {
  return {
    page,
    press,
    pressDay: (day) => press(dayButton(page, day)),
    async type(field, text) {
      await press(field);
      await page.keyboard.type(text);
    },
  };
}

/** Somebody at `page`. */
export function handsAt(page: Page, way: Way): Hands {
  if (way === 'keyboard') return keyboard(page);
  return way === 'mouse' ? pointer(page, (target) => target.click()) : pointer(page, (target) => target.tap());
}

/** The day's button, by its date in words: "Friday 5 March 2027, 20 times open". */
function dayButton(page: Page, day: string): Locator {
  const [year, month, date] = day.split('-').map(Number);
  const words = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, date)).toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return page
    .getByRole('gridcell', { name: new RegExp(`\\b${words}, .*open`) })
    .getByRole('button')
    .first();
}
