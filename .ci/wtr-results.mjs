import { appendFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const passedTests = (suite) =>
  suite
    ? suite.tests.filter((test) => !test.skipped && test.passed).length +
      suite.suites.reduce((sum, inner) => sum + passedTests(inner), 0)
    : 0;

/** The failed tests of a suite and those within, each by its whole name and message. */
const failedTests = (suite, above = '') =>
  suite
    ? [
        ...suite.tests
          .filter((test) => !test.skipped && !test.passed)
          .map(({ name, error }) => `${above}${name}\n       ${error?.message ?? ''}`),
        ...suite.suites.flatMap((inner) => failedTests(inner, `${above}${inner.name} `)),
      ]
    : [];

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
 * A web-test-runner reporter that writes `{ passed, failed, failures }` to a file, where a page that did not load is a failure; and to
 * another the names of retried tests, one a line.
 */
export const resultsReporter = (file, retriedFile) => ({
  onTestRunFinished({ sessions }) {
    let passed = 0;
    const failures = [];
    for (const session of sessions) {
      passed += passedTests(session.testResults);
      const file = relative(process.cwd(), session.testFile);
      const broken = failedTests(session.testResults);
      if (broken.length === 0 && !session.passed) broken.push(session.errors[0]?.message ?? 'did not load');
      failures.push(...broken.map((test) => `${file}: ${test}`));
      for (const [mark, test] of session.logs)
        if (retriedFile && mark === RETRIED) appendFileSync(retriedFile, `${file}: ${test}\n`);
    }
    writeFileSync(file, JSON.stringify({ passed, failed: failures.length, failures }));
  },
});
