import { writeFileSync } from 'node:fs';

const count = (suite, passed) =>
  suite
    ? suite.tests.filter((test) => !test.skipped && test.passed === passed).length +
      suite.suites.reduce((sum, inner) => sum + count(inner, passed), 0)
    : 0;

/** A web-test-runner reporter that writes `{ passed, failed }` to a file; a page that did not load is a failure. */
export const resultsReporter = (file) => ({
  onTestRunFinished({ sessions }) {
    let passed = 0;
    let failed = 0;
    for (const session of sessions) {
      passed += count(session.testResults, true);
      const failures = count(session.testResults, false);
      failed += failures === 0 && !session.passed ? 1 : failures;
    }
    writeFileSync(file, JSON.stringify({ passed, failed }));
  },
});
