import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFaults } from './accessibility/measures.ts';

/** The page as it stands has nothing that axe finds fault with; waits until nothing moves, for contrast. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
}
