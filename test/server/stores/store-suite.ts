import { afterEach, expect, test } from 'vitest';
import type { Store } from '../../../src/server/ports.ts';
import { storeSuite } from '../../../src/server/stores/store-suite.ts';

/** Runs what every store promises; `open` gives an empty one, which is closed after the test. */
export function testStore(open: () => Promise<Store> | Store): void {
  const opened: Store[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  test('the suite is all there', () => expect(storeSuite.length).toBeGreaterThan(35));
  for (const { name, run } of storeSuite) {
    test(name, () =>
      run(async () => {
        const store = await open();
        opened.push(store);
        return store;
      }),
    );
  }
}
