import { expect, test } from 'vitest';
import { HELP, readCliOptions, UsageError } from '../../src/mock/cli-options.ts';
import { scenarios } from '../../src/mock/index.ts';

test('without arguments it listens on this machine, port 8000, at the real time', () => {
  expect(readCliOptions([])).toEqual({ host: '127.0.0.1', port: 8000, clock: 'real', scenario: 'normal' });
});

test('every option is read', () => {
  const args = [
    '--port',
    '0',
    '--host',
    '::1',
    '--clock',
    '2025-11-05T10:30:00Z',
    '--scenario',
    'busy',
    '--latency',
    '200',
    '--data',
    'x.sqlite',
    '--no-ssr',
  ];
  expect(readCliOptions(args)).toEqual({
    host: '::1',
    port: 0,
    clock: '2025-11-05T10:30:00Z',
    scenario: 'busy',
    latency: 200,
    file: 'x.sqlite',
    ssr: false,
  });
});

test.each([
  [['--port', 'abc'], /--port abc: must be a whole number from 0 to 65535/],
  [['--port', '70000'], /65535/],
  [['--clock', 'noon'], /--clock noon: must be an instant such as/],
  [['--scenario', 'odd'], /must be one of normal, empty, busy/],
  [['--latency', '-5'], /./],
  [['--nonsense'], /--nonsense/],
  [['extra'], /extra/],
])('%j is refused with what would be right', (args, message) => {
  expect(() => readCliOptions(args)).toThrow(UsageError);
  expect(() => readCliOptions(args)).toThrow(message);
});

test('help names every option and scenario', () => {
  expect(readCliOptions(['--help'])).toBeUndefined();
  for (const name of Object.keys(scenarios)) expect(HELP).toContain(name);
});
