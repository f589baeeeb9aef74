import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineUnderTest } from '../../.ci/engines/engines.ts';
import type { AnyPage } from './any-page.ts';

/** Pictures to look at, where `CB_TEST_PICTURES` names a folder. */
export async function savePicture(page: AnyPage, name: string): Promise<void> {
  const folder = process.env.CB_TEST_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${engineUnderTest()}-${name}.png`), await page.screenshot());
}
