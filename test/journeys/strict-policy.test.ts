import { globSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage, useDemo } from './demo.ts';
import { handsAt } from './hands.ts';
import { ANA, chooseTime, fillGuest, snippet } from './host-page.ts';
import { people, signIn } from './people.ts';

/** A page whose content security policy allows no inline style and no plain text where a script would run. */

const [, written = ''] =
  /^Content-Security-Policy: (.*)$/m.exec(
    readFileSync(new URL('../../docs/security-headers.md', import.meta.url), 'utf8'),
  ) ?? [];
/** As the guide prints it, with the API on the page's own host. */
const POLICY = written.replace('https://api.example.com', "'self'");

const stage = useDemo();

async function strictPage(body: string): Promise<{ readonly page: Page; violations(): Promise<readonly string[]> }> {
  const { page } = await openPage(stage.browser, stage.demo, { viewport: { width: 1280, height: 900 } });
  const html = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><link rel="icon" href="data:,">
    <script type="module" src="/cdn/cb-booking.js"></script></head><body>${body}</body></html>`;
  await page.route(/\/host$/, (route) =>
    route.fulfill({ contentType: 'text/html', body: html, headers: { 'content-security-policy': POLICY } }),
  );
  await page.addInitScript(() => {
    const found: string[] = [];
    Object.assign(globalThis, { found });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sample, sourceFile, lineNumber }) =>
      found.push(`${effectiveDirective} ${sample} ${sourceFile}:${lineNumber}`),
    );
  });
  await page.goto('/host');
  return { page, violations: () => page.evaluate(() => (globalThis as unknown as { found: string[] }).found) };
}

test('lets a guest book without a violation', async () => {
  const { page, violations } = await strictPage(snippet());
  await page
    .getByRole('button', { name: /^\d\d:\d\d$/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: /^Times in/ }).click();
  await page.getByRole('combobox').fill('tokyo');
  await page.getByRole('option', { name: /Tokyo/ }).waitFor();
  await page.keyboard.press('Escape');
  await chooseTime(page);
  await fillGuest(page);
  await page.getByRole('button', { name: /^Book / }).click();
  await page.getByRole('heading', { name: 'Request sent' }).waitFor();
  await page.getByRole('button', { name: 'Add to calendar' }).click();
  await page.getByRole('menuitem', { name: /Google/ }).waitFor();
  expect(await violations()).toEqual([]);
});

test('lets a coach see and change the week without a violation', async () => {
  const { page, violations } = await strictPage(
    `<cb-availability-editor api="/" coach="${ANA}"></cb-availability-editor>`,
  );
  await signIn(handsAt(page, 'mouse'), people.coach);
  const blocks = page.getByRole('button', { name: /^Monday \d/ });
  await blocks.first().waitFor();
  const boxes = await page
    .getByRole('button', { name: /^(Monday|Tuesday) \d/ })
    .evaluateAll((all) => all.map((block) => block.getBoundingClientRect()).map(({ x, height }) => ({ x, height })));
  expect(Math.min(...boxes.map(({ height }) => height))).toBeGreaterThan(20);
  expect(new Set(boxes.map(({ x }) => Math.round(x))).size).toBeGreaterThan(1);
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await page.waitForTimeout(200);
  }
  expect(await violations()).toEqual([]);
});

test('is what the source is written for: no template has a style attribute', () => {
  const root = new URL('../../', import.meta.url);
  const files = globSync('src/elements/**/*.ts', { cwd: root.pathname });
  const found = files.filter((file) => /\sstyle=["$]/.test(readFileSync(new URL(file, root), 'utf8')));
  expect(files.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});
