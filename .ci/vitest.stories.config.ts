import { defineConfig } from 'vitest/config';

/** Every story of the static Storybook, which is what people browse, in Chromium. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/stories/**/*.test.ts'],
    // A browser on a busy machine: one more try, and a real fault still fails twice. `npm test` names each test that needed it.
    retry: 1,
    maxConcurrency: 3,
    testTimeout: 100_000,
    hookTimeout: 240_000,
  },
});
