import { execFileSync, spawn } from 'node:child_process';
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { findPostgres, type PostgresPrograms } from './find-postgres.ts';

/** A database server of this run. */
export interface RunningPostgres {
  /** `postgres://postgres@127.0.0.1:51234/postgres`, a superuser without a password. */
  readonly url: string;
  /** The server's process; `undefined` for one that was there before. */
  readonly pid: number | undefined;
  /** Starts it again after it was killed. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** How to start the server. */
export interface PostgresOptions {
  /** Whether commits reach the disk: only tests that measure or kill the server need it. @default false */
  readonly durable?: boolean;
  /** @default what `findPostgres` finds */
  readonly programs?: PostgresPrograms;
}

/**
 * Starts a PostgreSQL server in a temporary folder on a free port of 127.0.0.1, as an unprivileged user when this process is
 * root. It ends with `stop`, or with this process however that ends. `TEST_DATABASE_URL` names one that runs already.
 */
export async function startPostgres({ durable = false, programs }: PostgresOptions = {}): Promise<RunningPostgres> {
  const given = process.env.TEST_DATABASE_URL;
  if (given && !programs)
    return { url: given, pid: undefined, restart: async () => undefined, stop: async () => undefined };
  const found = programs ?? findPostgres();
  const user: Partial<ReturnType<typeof unprivileged>> = process.getuid?.() === 0 ? unprivileged() : {};
  const folder = mkdtempSync(join(tmpdir(), 'culturebridge-postgres-'));
  let { bin } = found;
  if (user.uid !== undefined && user.gid !== undefined) {
    chownSync(folder, user.uid, user.gid);
    if (found.from === 'embedded') {
      // The project may lie where only root may look.
      cpSync(join(bin, '..'), join(folder, 'programs'), { recursive: true, verbatimSymlinks: true });
      bin = join(folder, 'programs', 'bin');
    }
  }
  const data = join(folder, 'data');
  const env = { ...process.env, TZ: 'UTC', LC_ALL: 'C' };
  const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(bin, 'initdb'), init, { ...user, env, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'max_connections=200'];
  if (!durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const start = () => run(join(bin, 'postgres'), args, { ...user, env, cwd: folder }, port);
  let server = await start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    get pid() {
      return server.pid;
    },
    async restart() {
      await server.stop();
      server = await start();
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Run {
  readonly uid?: number;
  readonly gid?: number;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
}

/**
 * Runs the server below a shell that waits for the end of its input, which comes when this process ends, even when it is
 * killed; then the shell ends the server.
 */
async function run(program: string, args: readonly string[], options: Run, port: number) {
  const script = '"$@" & server=$!; echo $server; cat > /dev/null; kill -INT $server 2> /dev/null; wait $server';
  const child = spawn('sh', ['-c', script, 'sh', program, ...args], {
    ...options,
    // A group of its own: a signal for the whole group of this process must not end the shell before the server.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  let said = '';
  let pid = Number.NaN;
  child.stderr.on('data', (chunk) => (said += chunk));
  child.stdout.on('data', (chunk) => {
    if (Number.isNaN(pid)) pid = Number.parseInt(String(chunk), 10);
  });
  const deadline = Date.now() + 30_000;
  while (!said.includes('database system is ready to accept connections')) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.stdin.end();
      throw new Error(`PostgreSQL did not start on port ${port}:\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    pid,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { readonly uid: number; readonly gid: number } {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // There is no such user.
    }
  }
  return { uid: 65534, gid: 65534 };
}
