import { defineConfig } from 'vitest/config';

/** Everything that needs no DOM. Elements run in the web test runner, journeys and stories have configurations of their own. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/elements/**', 'test/journeys/**', 'test/packed/**', 'test/stories/**'],
    setupFiles: ['.ci/fast-check-setup.ts'],
    globalSetup: '.ci/postgres/vitest-postgres.ts',
    testTimeout: 60_000,
    coverage: { include: ['src/**/*.ts'], exclude: ['src/elements/**'] },
  },
});
