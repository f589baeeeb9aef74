import { Agent, get } from 'node:http';
import type { Attack } from './figure.ts';
import { startServed } from './served.ts';

/** SIGTERM while fifty keep-alive connections ask without pause. */
export const sigterm: Attack = async () => {
  const served = await startServed();
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  const outcomes = new Map<string, number>();
  let signalledAt = Number.POSITIVE_INFINITY;
  let [repliesAfter, closing] = [0, 0];
  const call = () =>
    new Promise<string>((resolve) => {
      const request = get(`${served.url}/coaches`, { agent }, (reply) => {
        if (reply.headers.connection === 'close') closing += 1;
        reply.resume().once('end', () => resolve(String(reply.statusCode)));
        reply.once('error', () => resolve('cut'));
      });
      request.once('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)));
    });
  const clients = Array.from({ length: 50 }, async () => {
    for (;;) {
      const outcome = await call();
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (outcome === '200' && performance.now() > signalledAt) repliesAfter += 1;
      if (outcome === 'ECONNREFUSED') return;
    }
  });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  signalledAt = performance.now();
  served.server.child.kill('SIGTERM');
  await Promise.all(clients);
  const code = await served.server.ended;
  const took = performance.now() - signalledAt;
  agent.destroy();
  await served.end();
  const bad = [...outcomes].filter(([outcome]) => outcome !== '200' && outcome !== 'ECONNREFUSED');
  const faults =
    (served.server.text.out.match(/"level":"error"/g) ?? []).length + (served.server.text.err === '' ? 0 : 1);
  const attack = 'SIGTERM under load';
  return [
    {
      attack,
      what: 'calls reset, cut or failed',
      measured: JSON.stringify(Object.fromEntries(bad)),
      limit: 'none',
      isFine: bad.length === 0,
    },
    // How many come before the process learns of the signal is the machine's doing: from then on each connection gets one more.
    { attack, what: 'replies after the signal was sent', measured: String(repliesAfter), isFine: true },
    {
      attack,
      what: 'last replies, with Connection: close, on 50 connections',
      measured: String(closing),
      limit: '1 to 50',
      isFine: closing > 0 && closing <= 50,
    },
    { attack, what: 'faults in the log', measured: String(faults), limit: '0', isFine: faults === 0 },
    { attack, what: 'exit', measured: `code ${code} after ${took.toFixed(0)} ms`, limit: 'code 0', isFine: code === 0 },
  ];
};
