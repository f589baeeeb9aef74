import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The page as it stands has nothing that axe finds fault with; waits until nothing moves, for contrast. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    // `getAnimations` of a document leaves out what is inside shadow roots.
    const moving = (root: Document | ShadowRoot): boolean =>
      // What goes on without end, or with the scroll position, arrives nowhere.
      root
        .getAnimations()
        .some(
          ({ playState, effect, timeline }) =>
            playState === 'running' && effect?.getTiming().iterations !== Infinity && timeline === document.timeline,
        ) || [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot && moving(shadowRoot));
    return !moving(document);
  });
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    const results = await axe.run({ resultTypes: ['violations'] });
    return results.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`).join('\n')}`,
    );
  });
  expect(violations).toEqual([]);
}
