import { defineConfig } from 'vitest/config';

/** The packed package in fresh projects: installed, built and booked with, framework by framework. One at a time: two cores. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/packed/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    // The install of all frameworks.
    hookTimeout: 600_000,
  },
});
