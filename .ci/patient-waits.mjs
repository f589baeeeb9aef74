const HELPERS = /\/@open-wc\/testing-helpers\/src\/helpers\.js$/;
const GIVEN = 'const { interval = 50, timeout = 1000 } = options;';

/**
 * Has `waitUntil` wait this many milliseconds at least, whatever time a test names: it waits for a state, and on a busy machine seconds pass
 * before that. Looks every 20 ms instead of every 50. Throws where the library is written in another way.
 */
export const patientWaits = (least) => ({
  name: 'patient-waits',
  transform({ path, body }) {
    if (!HELPERS.test(path)) return undefined;
    if (!body.includes(GIVEN))
      throw new Error(`${path} reads its options in another way than .ci/patient-waits.mjs knows`);
    const patient = `const { interval = 20, timeout: given = 0 } = options; const timeout = Math.max(given, ${least});`;
    return body.replace(GIVEN, patient);
  },
});
