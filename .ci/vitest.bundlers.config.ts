import { defineConfig } from 'vitest/config';

/** The packed package with tools that take minutes to install, which CI does without: Angular, webpack, Parcel. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/packed/**/*.slow.ts'],
    // Each installs its tools.
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
});
