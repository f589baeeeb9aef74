import { type Attack, quantile } from './figure.ts';
import { COACH, startServed } from './served.ts';

/** Fifty sign-ins at all times, while `/health` is asked every 20 ms. */
export const signInStorm: Attack = async (scale) => {
  const many = '1000000/60';
  const served = await startServed(
    `logInsByAddress=${many} failedLogInsByEmailAndAddress=${many} failedLogInsByEmail=${many}`,
  );
  const until = performance.now() + Math.max(3000, 10_000 * scale);
  const statuses = new Map<number, number>();
  const storm = Array.from({ length: 50 }, async (_, n) => {
    while (performance.now() < until) {
      const { status } = await served.post('/auth/login', n % 2 ? COACH : { ...COACH, password: 'a wrong password' });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  });
  const took: number[] = [];
  while (performance.now() < until) {
    const startedAt = performance.now();
    await (await fetch(`${served.url}/health`)).text();
    took.push(performance.now() - startedAt);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await Promise.all(storm);
  await served.end();
  const p99 = quantile(took, 0.99);
  const attack = 'sign-in storm';
  return [
    { attack, what: '/health p50 beside 50 sign-ins', measured: `${quantile(took, 0.5).toFixed(0)} ms`, isFine: true },
    {
      attack,
      what: '/health p99 beside 50 sign-ins',
      measured: `${p99.toFixed(0)} ms`,
      limit: '< 100 ms',
      isFine: p99 < 100,
    },
    {
      attack,
      what: 'sign-ins by status',
      measured: JSON.stringify(Object.fromEntries(statuses)),
      limit: '200 and 401',
      isFine: (statuses.get(200) ?? 0) > 0 && !statuses.has(500),
    },
  ];
};
