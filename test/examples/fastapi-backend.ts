import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The two clients of the example under test. */
export const PASSWORD = 'a long enough password';
export const CLIENTS = ['one@example.com', 'two@example.com'] as const;

const folder = fileURLToPath(new URL('../../examples/backend-fastapi/', import.meta.url));
/** The interpreter that has the example's packages; `PYTHON=venv/bin/python` names another one. */
const python = process.env.PYTHON ?? 'python3';

/** The recorded exchange, and its place. */
export const transcriptFile = fileURLToPath(new URL('./backend-fastapi.transcript.jsonl', import.meta.url));

/** Names the example as it is: a transcript of another one is out of date. */
export function exampleHash(): string {
  const files = ['main.py', 'requirements.txt'].map((file) => readFileSync(folder + file, 'utf8'));
  return createHash('sha256').update(files.join('\0')).digest('hex');
}

/** True where this machine has the example's packages. */
export const hasPackages = (): boolean => spawnSync(python, ['-c', 'import fastapi, uvicorn']).status === 0;

/** Starts the example on a free port. */
export async function startExample(): Promise<{ readonly api: string; readonly stop: () => void }> {
  const child: ChildProcess = spawn(python, ['-m', 'uvicorn', 'main:app', '--port', '0', '--no-access-log'], {
    cwd: folder,
    env: {
      ...process.env,
      DATABASE: ':memory:',
      ADD_CLIENT: CLIENTS.join(','),
      PASSWORD,
      PYTHONDONTWRITEBYTECODE: '1',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const api = await new Promise<string>((ready, fail) => {
    let text = '';
    child.stderr?.on('data', (chunk) => {
      text += chunk;
      const [, address] = /running on (http:\/\/[\d.:]+)/.exec(text) ?? [];
      if (address) ready(address);
    });
    child.once('exit', () => fail(new Error(text)));
  });
  return { api, stop: () => child.kill() };
}

/** A reply as it was recorded, with the request that it answered. */
export interface Exchange {
  readonly request: string;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** What is first in a transcript. */
export interface TranscriptHead {
  readonly example: string;
  /** The address that answered, and the time at which the recording began (epoch ms). */
  readonly api: string;
  readonly now: number;
}

/** A request in one line, by all that decides its reply. */
export async function lineOf(request: Request): Promise<string> {
  const names = ['authorization', 'idempotency-key', 'access-control-request-method', 'access-control-request-headers'];
  const headers = names.map((name) => request.headers.get(name) ?? '').join(' ');
  return `${request.method} ${request.url} ${headers} ${await request.text()}`.trim();
}

/** Answers as the transcript does, equal requests in the recorded order. */
export function replay(exchanges: readonly Exchange[]): typeof fetch {
  const left = new Map<string, Exchange[]>();
  for (const each of exchanges) left.set(each.request, [...(left.get(each.request) ?? []), each]);
  return async (input, init) => {
    const line = await lineOf(new Request(input, init));
    const found = left.get(line)?.shift();
    if (!found)
      throw new Error(`Not in the transcript: ${line}. Record it: node test/examples/record-backend-fastapi.ts`);
    const isBodyless = found.status === 204;
    return new Response(isBodyless ? null : found.body, {
      status: found.status,
      headers: found.headers.map(([...pair]) => pair),
    });
  };
}
