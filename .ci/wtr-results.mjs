import { appendFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const count = (suite, passed) =>
  suite
    ? suite.tests.filter((test) => !test.skipped && test.passed === passed).length +
      suite.suites.reduce((sum, inner) => sum + count(inner, passed), 0)
    : 0;

const RETRIED = 'Passed when tried again:';

/** Has each test file say on the console which of its tests passed only when tried again; Mocha's own results do not tell. */
export const tellRetried = () => ({
  name: 'tell-retried',
  transform({ path, body }) {
    if (!/^\/test\/.*\.test\.ts$/.test(path)) return undefined;
    const hook = `const { currentTest: test } = this; if (test.currentRetry() > 0 && test.isPassed()) console.log('${RETRIED}', test.fullTitle());`;
    return `${body}\nafterEach(function () { ${hook} });\n`;
  },
});

/**
 * A web-test-runner reporter that writes `{ passed, failed }` to a file, where a page that did not load is a failure; and to another the
 * names of retried tests, one a line.
 */
export const resultsReporter = (file, retriedFile) => ({
  onTestRunFinished({ sessions }) {
    let passed = 0;
    let failed = 0;
    for (const session of sessions) {
      passed += count(session.testResults, true);
      const failures = count(session.testResults, false);
      failed += failures === 0 && !session.passed ? 1 : failures;
      for (const [mark, test] of session.logs)
        if (retriedFile && mark === RETRIED)
          appendFileSync(retriedFile, `${relative(process.cwd(), session.testFile)}: ${test}\n`);
    }
    writeFileSync(file, JSON.stringify({ passed, failed }));
  },
});
