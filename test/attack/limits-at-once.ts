import type { Attack } from './figure.ts';
import { COACH, startServed } from './served.ts';

/** Everything that is limited, asked for at the same moment. */
export const limitsAtOnce: Attack = async () => {
  const served = await startServed();
  const { device_token } = (await served.post('/auth/login', COACH)).body as { device_token: string };
  const guesses = Array.from({ length: 50 }, (_, n) => ({
    ...COACH,
    password: n === 49 ? COACH.password : `wrong guess ${n}`,
  }));
  const count = async (path: string, bodies: readonly unknown[], status: number) => {
    const replies = await Promise.all(bodies.map((json) => served.post(path, json)));
    return replies.filter((reply) => reply.status === status).length;
  };
  const entered = await count('/auth/login', guesses, 200);
  const owner = (await served.post('/auth/login', { ...COACH, device_token })).status;
  const guests = await count(
    '/auth/guest',
    Array.from({ length: 50 }, (_, n) => ({ email: `g${n}@example.com`, name: 'G' })),
    201,
  );
  const accounts = await count(
    '/auth/signup',
    Array.from({ length: 50 }, (_, n) => ({ email: `a${n}@example.com`, password: 'ledge-orbit-9' })),
    201,
  );
  await served.end();
  const attack = 'limits at once';
  return [
    {
      attack,
      what: '50 guesses at once, the right one last: let in',
      measured: String(entered),
      limit: '0',
      isFine: entered === 0,
    },
    {
      attack,
      what: 'the owner on a known device meanwhile',
      measured: String(owner),
      limit: '200',
      isFine: owner === 200,
    },
    { attack, what: '50 guests at once: made', measured: String(guests), limit: '10', isFine: guests === 10 },
    { attack, what: '50 accounts at once: made', measured: String(accounts), limit: '10', isFine: accounts === 10 },
  ];
};
