import assert from 'node:assert/strict';
import type { StoreCheck } from './check.ts';

/** Checks of the counters of limits. */
export const limitChecks: readonly StoreCheck[] = [
  {
    name: 'a limit gives back what was taken, and a clock that is set back does not stretch its window',
    async run(open) {
      const { limits } = await open();
      await limits.take('a', 100, 1000);
      await limits.take('a', 100, 1000);
      await limits.giveBack('a', 1050);
      assert.deepEqual(await limits.look('a', 1050), { count: 1, endsAt: 1100 });
      assert.deepEqual(await limits.take('a', 100, 500), { count: 2, endsAt: 600 });
      await limits.giveBack('a', 600);
      await limits.giveBack('nothing', 600);
      assert.deepEqual(await limits.take('a', 100, 600), { count: 1, endsAt: 700 });
    },
  },
  {
    name: 'limits that have ended are swept, and others stay',
    async run(open) {
      const { limits, sweep } = await open();
      const begun = 300;
      for (let n = 0; n < begun; n += 1) await limits.take(`l${n}`, 1000 + n, 0);
      await sweep(500);
      assert.equal((await limits.look('l0', 500))?.count, 1);
      await sweep(1000 + begun - 2);
      assert.equal(await limits.look('l0', 500), undefined);
      assert.equal((await limits.look(`l${begun - 1}`, 1200))?.count, 1);
    },
  },
  {
    name: 'a limit counts each name in a window of its own, which ends and begins anew',
    async run(open) {
      const { limits } = await open();
      assert.deepEqual(await limits.take('a', 100, 0), { count: 1, endsAt: 100 });
      assert.deepEqual(await limits.take('a', 100, 50), { count: 2, endsAt: 100 });
      assert.deepEqual(await limits.take('b', 100, 50), { count: 1, endsAt: 150 });
      assert.deepEqual(await limits.look('a', 99), { count: 2, endsAt: 100 });
      assert.equal(await limits.look('a', 100), undefined);
      assert.deepEqual(await limits.take('a', 100, 100), { count: 1, endsAt: 200 });
      assert.equal(await limits.look('c', 0), undefined);
    },
  },
  {
    name: 'a limit misses nobody when many come at once',
    async run(open) {
      const { limits } = await open();
      const counts = await Promise.all(Array.from({ length: 30 }, () => limits.take('a', 1000, 0)));
      assert.deepEqual(
        counts.map(({ count }) => count).sort((a, b) => a - b),
        Array.from({ length: 30 }, (_, n) => n + 1),
      );
    },
  },
];
