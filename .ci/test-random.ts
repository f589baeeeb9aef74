import { spawnSync } from 'node:child_process';

/** Runs the property tests with a seed of their own each time, and prints it: `CB_TEST_SEED=… npm run test:node` repeats the run. */
const seed = String(Math.trunc(Math.random() * 2 ** 31));
console.log(`fast-check seed: ${seed}`);
const { status } = spawnSync('vitest', ['run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CB_TEST_SEED: seed },
});
console.log(`fast-check seed: ${seed}`);
process.exitCode = status ?? 1;
