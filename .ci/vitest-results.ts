import { appendFileSync, writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import type { SerializedError, TestCase, TestModule } from 'vitest/node';

/** The first lines of what was wrong, without colours. */
const shortly = (errors: readonly { readonly message: string }[]): string =>
  stripVTControlCharacters(errors.map(({ message }) => message).join('\n'))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 6)
    .join('\n       ');

/**
 * A vitest reporter for the end of `npm test`: writes `{ passed, failed, failures }` to one file, and to another the name of each test
 * that passed only when tried again, one a line. A file that did not load, and an error outside of all tests, is a failure.
 */
export default class ResultsReporter {
  onTestCaseResult(test: TestCase): void {
    const file = process.env.CB_TEST_RETRIED;
    if (file && test.result().state === 'passed' && (test.diagnostic()?.retryCount ?? 0) > 0)
      appendFileSync(file, `${test.module.relativeModuleId}: ${test.fullName}\n`);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    let passed = 0;
    const failures: string[] = [];
    const add = (where: string, errors: readonly { readonly message: string }[] = []) =>
      failures.push(`${where}\n       ${shortly(errors)}`);
    for (const module of modules) {
      const file = module.relativeModuleId;
      if (module.errors().length > 0) add(file, module.errors());
      for (const suite of module.children.allSuites())
        if (suite.errors().length > 0) add(`${file}: ${suite.fullName}`, suite.errors());
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed') add(`${file}: ${test.fullName}`, errors);
      }
    }
    for (const error of unhandled) add('outside of all tests', [error]);
    const file = process.env.CB_TEST_RESULTS;
    if (file) writeFileSync(file, JSON.stringify({ passed, failed: failures.length, failures }));
  }
}
