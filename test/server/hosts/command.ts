import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../../src/mock/cli.ts', import.meta.url));

/** The secret that a test's server signs with. */
export const BOOKING_SECRET = 'a secret of thirty-two bytes or more, for tests';

/** The command in a process of its own. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly text: { out: string; err: string };
  /** The exit code; `null` when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Runs `culturebridge-booking` with these arguments and nothing of this process's own settings but the PATH. */
export function runCommand(args: readonly string[], env: Record<string, string> = {}, input = ''): Running {
  const child = spawn(process.execPath, [cli, ...args], { env: { PATH: process.env.PATH, ...env } });
  const text = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (text.out += chunk));
  child.stderr.on('data', (chunk) => (text.err += chunk));
  child.stdin.end(input);
  return { child, text, ended: new Promise((resolve) => child.on('close', resolve)) };
}

/** Waits until the command says where it listens. */
export async function addressOf({ child, text }: Running): Promise<string> {
  for (;;) {
    const url = /http:\/\/(?:127\.0\.0\.1|localhost):\d+/.exec(text.out)?.[0];
    if (url) return url;
    if (child.exitCode !== null) throw new Error(text.err);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
