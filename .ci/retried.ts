import { appendFileSync } from 'node:fs';
import type { TestCase } from 'vitest/node';

/** A vitest reporter that writes the name of each test that passed only when tried again, one a line, for the end of `npm test`. */
export default class RetriedReporter {
  onTestCaseResult(test: TestCase): void {
    const file = process.env.CB_TEST_RETRIED;
    if (file && test.result().state === 'passed' && (test.diagnostic()?.retryCount ?? 0) > 0)
      appendFileSync(file, `${test.module.relativeModuleId}: ${test.fullName}\n`);
  }
}
