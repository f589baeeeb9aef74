/** The seed of every property test. Fixed, so that a change is judged by itself; `npm run test:random` draws one, and `CB_TEST_SEED` repeats a run. */
export const seed = Number(process.env.CB_TEST_SEED ?? 20_251_115);
