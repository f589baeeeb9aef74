import type { Browser } from 'playwright-core';
import { engineUnderTest } from '../../.ci/engines/engines.ts';
import type { WebKitStage } from '../../.ci/engines/webkit.ts';
import { openBrowser } from './demo.ts';

/** What a page of Playwright and one of WebDriver have in common. */
export interface AnyPage {
  readonly keyboard: { press(keys: string): Promise<void>; type(text: string): Promise<void> };
  readonly mouse: { click(x: number, y: number): Promise<void> };
  goto(url: string): Promise<unknown>;
  evaluate<In, Out>(run: (value: In) => Out, value: In): Promise<Out>;
  setViewportSize(size: { readonly width: number; readonly height: number }): Promise<void>;
  screenshot(): Promise<Uint8Array>;
}

/** A browser of the engine under test, be it driven by Playwright or by WebDriver. */
export interface AnyBrowser {
  /** A page that shares nothing with others; the one before it is closed. */
  newPage(): Promise<AnyPage>;
  close(): Promise<void>;
}

export async function openAnyBrowser(): Promise<AnyBrowser> {
  if (engineUnderTest() !== 'webkit') {
    const browser: Browser = await openBrowser();
    return {
      async newPage() {
        for (const context of browser.contexts()) await context.close();
        const context = await browser.newContext({ timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' });
        const page = await context.newPage();
        return {
          keyboard: page.keyboard,
          mouse: page.mouse,
          goto: (url) => page.goto(url),
          // Playwright's own types unwrap handles, which are none of what is passed here.
          evaluate: (run, value) => page.evaluate(run as never, value) as never,
          setViewportSize: (size) => page.setViewportSize(size),
          screenshot: () => page.screenshot(),
        };
      },
      close: () => browser.close(),
    };
  }
  const { openWebKit } = await import('../../.ci/engines/webkit.ts');
  const stage: WebKitStage = await openWebKit();
  let last: { close(): Promise<void> } | undefined;
  return {
    async newPage() {
      await last?.close();
      const page = await stage.newPage();
      last = page;
      return page;
    },
    async close() {
      await last?.close();
      await stage.close();
    },
  };
}

/** A control, a heading or other words on the page, by what a person calls it: a pattern of its accessible name. */
export interface Wanted {
  readonly kind: 'button' | 'day' | 'field' | 'heading' | 'link' | 'words';
  readonly name: string;
}

/** Where it is, and whether it has the focus; undefined while it is not on show. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly hasFocus: boolean;
}

/** Runs in the page: the first such control at any depth of shadow roots. */
function placeOf({ kind, name, scroll }: Wanted & { readonly scroll?: boolean }): Place | undefined {
  const kinds = {
    button: 'button:not(:disabled, [aria-disabled="true"])',
    day: '[role="grid"] td button',
    field: 'input, textarea',
    heading: 'h1, h2, h3, h4, h5, h6',
    link: 'a[href]',
    words: 'p, dd, span, [role="status"], [role="alert"]',
  };
  const deep = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? deep(element.shadowRoot) : []),
    ]);
  const said = (element: Element): string => {
    const labels =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null;
    const cell = kind === 'day' ? element.closest('td') : null;
    const words = element.getAttribute('aria-label') ?? cell?.getAttribute('aria-label');
    // biome-ignore lint/performance/useDomNodeTextContent: words that are not shown are not part of the name.
    return (words ?? ((labels?.[0] ?? element) as HTMLElement).innerText).replace(/\s+/g, ' ').trim();
  };
  const pattern = new RegExp(name, 'i');
  const found = deep(document).find(
    (element) =>
      element.matches(kinds[kind]) &&
      pattern.test(said(element)) &&
      element.checkVisibility({ visibilityProperty: true }),
  );
  if (!found) return undefined;
  // For the mouse alone: in Chromium the next Tab starts at what was scrolled to.
  if (scroll) found.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { left, top, width, height } = found.getBoundingClientRect();
  return {
    x: left + width / 2,
    y: top + height / 2,
    text: said(found),
    hasFocus: (found.getRootNode() as Document | ShadowRoot).activeElement === found,
  };
}

const PATIENCE_MS = 30_000;

/** Undefined also while the page gives way to the next one, which drivers answer with an error. */
const placeNow = (page: AnyPage, wanted: Wanted & { readonly scroll?: boolean }): Promise<Place | null | undefined> =>
  page.evaluate(placeOf, wanted).catch(() => undefined);

/** Waits until it is on show and does not move. */
export async function find(page: AnyPage, wanted: Wanted & { readonly scroll?: boolean }): Promise<Place> {
  const until = Date.now() + PATIENCE_MS;
  for (let before: Place | undefined; ; ) {
    const place = await placeNow(page, wanted);
    if (place && before && place.x === before.x && place.y === before.y) return place;
    before = place ?? undefined;
    if (Date.now() > until) throw new Error(`No ${wanted.kind} ${wanted.name} on show`);
    await new Promise((later) => setTimeout(later, 50));
  }
}

/** Somebody at the page who uses one way alone. */
export interface Person {
  press(wanted: Wanted): Promise<void>;
  write(wanted: Wanted, text: string): Promise<void>;
}

export function mouseAt(page: AnyPage): Person {
  const press = async (wanted: Wanted) => {
    const { x, y } = await find(page, { ...wanted, scroll: true });
    await page.mouse.click(x, y);
  };
  return {
    press,
    async write(wanted, text) {
      await press(wanted);
      await page.keyboard.type(text);
    },
  };
}

export function keyboardAt(page: AnyPage): Person {
  const reach = async (wanted: Wanted) => {
    await find(page, wanted);
    // On, and where that leads out of the page, back.
    for (const key of ['Tab', 'Shift+Tab'])
      for (let presses = 0; presses < 60; presses++) {
        if ((await placeNow(page, wanted))?.hasFocus) return;
        await page.keyboard.press(key);
      }
    throw new Error(`No way by Tab to the ${wanted.kind} ${wanted.name}`);
  };
  return {
    async press(wanted) {
      await reach(wanted);
      await page.keyboard.press('Enter');
    },
    async write(wanted, text) {
      await reach(wanted);
      await page.keyboard.type(text);
    },
  };
}
