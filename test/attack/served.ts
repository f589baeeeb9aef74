import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressOf, BOOKING_SECRET, type Running, runCommand } from '../server/hosts/command.ts';

/** The command `serve` in a process of its own, on a new file with one coach. */
export interface Served {
  readonly url: string;
  readonly coachId: string;
  readonly server: Running;
  post(path: string, json: unknown, token?: string): Promise<{ readonly status: number; readonly body: unknown }>;
  end(): Promise<void>;
}

export const COACH = { email: 'ana@example.com', password: 'a long enough password' };

/** `limits` in the form of RATE_LIMITS; without it the server's own. */
export async function startServed(limits = ''): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'booking-attack-'));
  const file = join(folder, 'attack.sqlite');
  const args = ['--email', COACH.email, '--name', 'Ana', '--time-zone', 'Europe/Berlin'];
  const adding = runCommand(['add-coach', '--data', file, ...args], {}, `${COACH.password}\n`);
  if ((await adding.ended) !== 0) throw new Error(adding.text.err);
  const env = { BOOKING_SECRET, ...(limits && { RATE_LIMITS: limits }) };
  const server = runCommand(['serve', '--data', file, '--port', '0'], env);
  const url = await addressOf(server);
  return {
    url,
    coachId: adding.text.out.trim(),
    server,
    async post(path, json, token) {
      const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
      const reply = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(json) });
      return { status: reply.status, body: await reply.json() };
    },
    async end() {
      server.child.kill('SIGTERM');
      await server.ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
