import assert from 'node:assert/strict';
import { emptySchedule } from '../../../domain/availability/schedule.ts';
import type { StoreCheck } from './check.ts';
import { account, booking, coach, HOUR } from './records-for-checks.ts';

/** Checks of accounts, coaches and sign-ins. */
export const accountChecks: readonly StoreCheck[] = [
  {
    name: 'an e-mail belongs to one account, guests aside',
    async run(open) {
      const { accounts } = await open();
      assert.equal(await accounts.add(account('a', 'x@example.com')), true);
      assert.equal(await accounts.add(account('b', 'x@example.com')), false);
      assert.equal(await accounts.add(account('g', 'x@example.com', true)), true);
      assert.equal((await accounts.findByEmail('x@example.com'))?.id, 'a');
      assert.equal(await accounts.find('b'), undefined);
      assert.equal((await accounts.find('g'))?.isGuest, true);
    },
  },
  {
    name: 'accounts are listed by name, found by role and by words, and switched off',
    async run(open) {
      const { accounts } = await open();
      await accounts.add({ ...account('1', 'zoe@example.com'), name: 'Zoë Nkemelu' });
      await accounts.add({ ...account('2', 'sam@example.com'), name: 'Sam 100%' });
      await accounts.add({ ...account('3', 'ana@example.com'), name: 'Ana Keller', role: 'coach' });
      await accounts.add(account('4', 'guest@example.org', true));
      const ids = async (filter: Parameters<typeof accounts.list>[0], skip = 0, limit = 10) => {
        const { accounts: found, total } = await accounts.list(filter, { skip, limit });
        return [found.map(({ id }) => id).join(''), total];
      };
      assert.deepEqual(await ids({}), ['3421', 4]);
      assert.deepEqual(await ids({}, 1, 2), ['42', 4]);
      assert.deepEqual(await ids({ role: 'client' }), ['421', 3]);
      const counted = async (countTo: number) => (await accounts.list({}, { skip: 0, limit: 1, countTo })).total;
      assert.deepEqual(await Promise.all([3, 4, 5].map(counted)), [3, 4, 4]);
      assert.deepEqual(await ids({ words: ['KELLER', 'ana'] }), ['3', 1]);
      assert.deepEqual(await ids({ words: ['ZOË'] }), ['1', 1]);
      // "e" with its mark as a character of its own, as some keyboards and macOS file names write it.
      assert.deepEqual(await ids({ words: ['ZOE\u0308'] }), ['1', 1]);
      assert.deepEqual(await ids({ words: ['%'] }), ['2', 1]);
      assert.deepEqual(await ids({ words: ['_'] }), ['', 0]);
      assert.deepEqual(await ids({ role: 'coach', words: ['sam'] }), ['', 0]);
      assert.equal((await accounts.setActive('2', false))?.isActive, false);
      assert.equal((await accounts.find('2'))?.isActive, false);
      assert.equal((await accounts.findByEmail('sam@example.com'))?.isActive, false);
      assert.equal((await accounts.setActive('2', true))?.isActive, true);
      assert.equal(await accounts.setActive('nobody', false), undefined);
    },
  },
  {
    name: 'of a coach what is given is written, and the hours stay; a change is counted',
    async run(open) {
      const { coaches, changes } = await open();
      await coaches.add(coach('a'));
      const profile = { user_id: 'a', name: 'Ana', headline: 'Abroad' };
      assert.equal((await coaches.change('a', { profile }))?.profile.headline, 'Abroad');
      assert.equal((await coaches.change('a', { isHidden: true, isActive: false }))?.profile.headline, 'Abroad');
      const found = await coaches.find('a');
      assert.deepEqual([found?.isHidden, found?.isActive, found?.scheduleVersion], [true, false, 1]);
      assert.equal((await changes.counts(['a'])).get('a'), 2);
      assert.equal(await coaches.change('nobody', { isHidden: true }), undefined);
    },
  },
  {
    name: 'an account is replaced by its id; its old e-mail is free then, and one that is taken is refused',
    async run(open) {
      const { accounts } = await open();
      await accounts.add(account('a', 'x@example.com'));
      await accounts.add(account('b', 'y@example.com'));
      assert.equal(await accounts.update({ ...account('a', 'y@example.com'), name: 'A' }), false);
      assert.equal((await accounts.find('a'))?.email, 'x@example.com');
      assert.equal(await accounts.update({ ...account('a', 'z@example.com'), name: 'A' }), true);
      assert.equal((await accounts.findByEmail('z@example.com'))?.name, 'A');
      assert.equal(await accounts.findByEmail('x@example.com'), undefined);
      assert.equal(await accounts.add(account('c', 'x@example.com')), true);
      assert.equal(await accounts.update(account('nobody', 'n@example.com')), false);
      assert.equal(await accounts.find('nobody'), undefined);
    },
  },
  {
    name: 'of ten accounts that take one e-mail at once one has it',
    async run(open) {
      const { accounts } = await open();
      const ids = Array.from({ length: 10 }, (_, n) => `a${n}`);
      for (const id of ids) await accounts.add(account(id, `${id}@example.com`));
      const all = await Promise.all(ids.map((id) => accounts.update(account(id, 'one@example.com'))));
      assert.equal(all.filter(Boolean).length, 1);
      assert.equal((await accounts.findByEmail('one@example.com'))?.id, ids[all.indexOf(true)]);
    },
  },
  {
    name: 'a deleted account keeps its id, and its e-mail is free',
    async run(open) {
      const { accounts } = await open();
      await accounts.add(account('a', 'x@example.com'));
      assert.equal(await accounts.update({ ...account('a', ''), isActive: false, deletedAt: 5 }), true);
      await accounts.add(account('b', 'y@example.com'));
      assert.equal(await accounts.update({ ...account('b', ''), isActive: false, deletedAt: 6 }), true);
      assert.equal((await accounts.find('a'))?.deletedAt, 5);
      assert.equal((await accounts.list({}, { skip: 0, limit: 9 })).total, 0);
      assert.equal(await accounts.findByEmail(''), undefined);
      assert.equal(await accounts.add(account('c', 'x@example.com')), true);
    },
  },
  {
    name: 'all sign-ins of a user end at once, but for one that is named, and nobody else’s',
    async run(open) {
      const { tokens } = await open();
      const family = { current: '1', previous: null, rotatedAt: 0, expiresAt: 10 };
      for (const [id, userId] of Object.entries({ f1: 'u', f2: 'u', f3: 'u', g: 'v' })) {
        await tokens.add({ ...family, id, userId });
      }
      const left = async () => {
        const found = await Promise.all(['f1', 'f2', 'f3', 'g'].map((id) => tokens.find(id)));
        return found.flatMap((each) => each?.id ?? []);
      };
      await tokens.endAll('u', 'f2');
      assert.deepEqual(await left(), ['f2', 'g']);
      await tokens.endAll('u');
      assert.deepEqual(await left(), ['g']);
    },
  },
  {
    name: 'an id of any characters finds nobody instead of failing',
    async run(open) {
      const { accounts, coaches, bookings } = await open();
      for (const id of ['', '\0', '\ud800', "'; DROP TABLE accounts; --", '?', '%', 'ü'.repeat(5000)]) {
        assert.equal(await accounts.find(id), undefined);
        assert.equal(await coaches.find(id), undefined);
        assert.equal(await bookings.find(id), undefined);
      }
    },
  },
  {
    name: 'coaches keep their order, and a schedule is replaced only on the version that was read',
    async run(open) {
      const { coaches } = await open();
      for (const id of ['z', 'a']) await coaches.add(coach(id));
      assert.deepEqual(
        (await coaches.list()).map(({ profile }) => profile.user_id),
        ['z', 'a'],
      );
      assert.equal(await coaches.saveSchedule('a', 1, emptySchedule('Europe/Berlin')), true);
      assert.equal(await coaches.saveSchedule('a', 1, emptySchedule('Asia/Tokyo')), false);
      assert.equal(await coaches.saveSchedule('nobody', 1, emptySchedule('Asia/Tokyo')), false);
      const found = await coaches.find('a');
      assert.equal(found?.scheduleVersion, 2);
      assert.equal(found.schedule.time_zone, 'Europe/Berlin');
    },
  },
  {
    name: 'of ten who replace one schedule at once one does',
    async run(open) {
      const { coaches } = await open();
      await coaches.add(coach('a'));
      const all = await Promise.all(
        Array.from({ length: 10 }, () => coaches.saveSchedule('a', 1, emptySchedule('UTC'))),
      );
      assert.equal(all.filter(Boolean).length, 1);
    },
  },
  {
    name: 'buffers that become shorter free time around sessions that are booked; longer ones do not take any',
    async run(open) {
      const { bookings, coaches } = await open();
      await coaches.add(coach('c', { buffer_before_minutes: 30, buffer_after_minutes: 30 }));
      const long = { before: HOUR / 2, after: HOUR / 2 };
      await bookings.save(booking('1', 10), { buffers: long });
      const next = booking('2', 11);
      assert.deepEqual(await bookings.save(next, { buffers: { before: 0, after: 0 } }), { kind: 'taken' });
      const shorter = { ...emptySchedule('UTC'), buffer_before_minutes: 45, buffer_after_minutes: 0 };
      assert.equal(await coaches.saveSchedule('c', 1, shorter), true);
      assert.deepEqual(await bookings.save(next, { buffers: { before: 0, after: 0 } }), { kind: 'saved' });
      assert.deepEqual(await bookings.save(booking('3', 8.5), {}), { kind: 'saved' });
      assert.deepEqual(await bookings.save(booking('4', 9.25, { end: 9.75 * HOUR }), {}), { kind: 'taken' });
    },
  },
  {
    name: 'of two who rotate one token only one does',
    async run(open) {
      const { tokens } = await open();
      const family = { id: 'f', userId: 'u', current: '1', previous: null, rotatedAt: 0, expiresAt: 10 };
      await tokens.add(family);
      assert.equal(await tokens.rotate({ ...family, current: '2', previous: '1' }, '1'), true);
      assert.equal(await tokens.rotate({ ...family, current: '3', previous: '1' }, '1'), false);
      assert.equal((await tokens.find('f'))?.current, '2');
      await tokens.end('f');
      assert.equal(await tokens.find('f'), undefined);
    },
  },
];
