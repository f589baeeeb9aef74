import { defineConfig } from 'vitest/config';

/** Whole journeys: a real browser (Chromium, or the engine that `CB_TEST_ENGINE` names) on the built widget, served by the built command. One at a time: two cores. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/journeys/**/*.test.ts'],
    fileParallelism: false,
    // A browser on a busy machine: one more try, and a real fault still fails twice. `npm test` names each test that needed it.
    retry: 1,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
