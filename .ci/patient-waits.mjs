const HELPERS = /\/@open-wc\/testing-helpers\/src\/helpers\.js$/;
const SECOND = 'timeout = 1000';

/**
 * Gives `waitUntil` ten seconds where a test names no time: it waits for a state, and on a busy machine a second passes before that. Throws
 * where the library no longer says `timeout = 1000`.
 */
export const patientWaits = () => ({
  name: 'patient-waits',
  transform({ path, body }) {
    if (!HELPERS.test(path)) return undefined;
    if (!body.includes(SECOND)) throw new Error(`${path} has another time-out than .ci/patient-waits.mjs knows`);
    return body.replace(SECOND, 'timeout = 10_000');
  },
});
