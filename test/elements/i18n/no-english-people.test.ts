import { expect, waitUntil } from '@open-wc/testing';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { findAll, seen } from '../booking/booking-scene.ts';
import { walkThrough } from './each-language.ts';
import { api, FAULTS, Walk } from './walk.ts';

walkThrough('people', {
  everywhere: (language) => {
    it('in each task of an account, its errors, and what an admin is asked', async () => {
      const walk = new Walk(await language());
      await walk.signIn('client@example.com');
      await walk.open('cb-account', { signIn: sharedClient({ api, fetch: walk.fetch }).signIn });
      (await seen<HTMLDetailsElement>(walk.element, 'details')).open = true;
      for (const task of ['everywhere', 'password', 'email', 'remove']) {
        await walk.press(`[data-act="${task}"]`, 'form');
        walk.look(task);
        if (task !== 'everywhere') {
          await walk.press('[part="submit"]', '[aria-invalid="true"], [part="problem"]');
          walk.look(`${task}, errors`);
        }
        (await seen(walk.element, '[data-act="keep"]')).click();
        await walk.gone('form');
      }

      await walk.signIn('admin@example.com');
      await walk.open('cb-accounts', {});
      await walk.press('[data-act="off"]', '[data-act="off-now"]');
      walk.look('the question before an account is switched off');
      walk.refuse = { path: /^(PATCH|PUT|POST) \/accounts/, code: 'internal', status: 500 };
      await walk.press('[data-act="off-now"]', '[part="problem"]');
      walk.look('refused');
      walk.refuse = undefined;
      expect(walk.found).to.deep.equal([]);
    });

    it('where somebody looks for a coach, or at who has an account', async () => {
      const walk = new Walk(await language());
      await walk.open('cb-coach-list', {});
      await seen(walk.element, 'article');
      walk.look('coaches');
      await walk.fill('#q', 'Nobody');
      await walk.seen('.none button');
      walk.look('a search that finds no coach');
      await walk.signIn('admin@example.com');
      await walk.open('cb-accounts', {});
      await seen(walk.element, '[data-account]');
      walk.look('accounts');
      await walk.fill('[part="search"]', 'Nobody');
      await walk.gone('[data-account]');
      walk.look('a search that finds no account');
      expect(walk.found).to.deep.equal([]);
    });
  },

  inWords: (language) => {
    it('in what an admin does to accounts, and in everybody’s bookings and hours', async () => {
      const walk = new Walk(await language());
      await walk.signIn('admin@example.com');
      await walk.open('cb-accounts');
      await walk.fill('[part="search"]', 'keller');
      await waitUntil(() => findAll(walk.root, '[data-account]').length === 1, 'one account', {
        timeout: 20_000,
        interval: 10,
      });
      const status = '[role="status"]';
      for (const act of ['hide', 'list', 'stop', 'take', 'off', 'on']) {
        await walk.untilOther(status, async () => {
          (await walk.seen(`[data-act="${act}"]`)).click();
          if (act === 'off') (await walk.seen('[data-act="off-now"]')).click();
        });
        walk.look(act);
      }
      await walk.fill('[part="search"]', 'okafor');
      await waitUntil(() => walk.wordsAt('h4') === 'Sam Okafor', 'another account', { timeout: 20_000 });
      await walk.press('[data-act="off"]', '[data-act="off-now"]');
      walk.look('the question before a client’s account is switched off');
      walk.refuse = { path: /^(PATCH|PUT|POST) \/accounts/, code: 'own_account', status: 400 };
      await walk.press('[data-act="off-now"]', '[part="problem"]');
      walk.look('refused for another reason');
      walk.refuse = undefined;

      await walk.open('cb-bookings');
      await waitUntil(() => findAll(walk.root, '[part="coach"] option').length > 3, 'coaches', {
        timeout: 20_000,
        interval: 10,
      });
      await walk.seen('[data-act="only-client"]');
      walk.look('everybody’s bookings');
      await walk.press('[data-act="only-client"]', '[part="client"]');
      walk.look('the bookings of a client');
      await walk.press('[data-act="every-client"]', '[part="coach"]');
      const coach = await walk.seen<HTMLSelectElement>('[part="coach"]');
      coach.value = walk.mock.seed.coaches.ana;
      coach.dispatchEvent(new Event('change'));
      await walk.seen('[data-act="hours"]');
      walk.look('the bookings of a coach');
      await walk.press('[data-act="hours"]', '[data-act="close-panel"]');
      await walk.seen('[data-add="1"]');
      walk.look('the hours of a coach');

      const fetch = (request: Request) => walk.fetch(request);
      await sharedClient({ api, fetch }).signIn.logIn({ email: 'client@example.com', password: 'password123' });
      await walk.open('cb-accounts', { fetch });
      await walk.seen('.state');
      walk.look('no admin');
      expect(walk.found).to.deep.equal([]);
    });

    it('in what was done with an account, and what the server refuses of it', async () => {
      const walk = new Walk(await language());
      const { signIn } = sharedClient({ api, fetch: walk.fetch });
      await walk.signIn('client@example.com');
      await walk.open('cb-account', { signIn });
      (await walk.seen<HTMLDetailsElement>('details')).open = true;
      const begin = (task: string) => walk.press(`[data-act="${task}"]`, 'form');
      const done = async (state: string) => {
        await walk.press('[part="submit"]', '.said:not(:empty)');
        await walk.gone('form');
        walk.look(state);
      };
      await begin('password');
      await walk.fill('#field-current', 'wrong-password');
      await walk.fill('#field-next', 'another long one');
      await walk.press('[part="submit"]', '[aria-invalid="true"]');
      walk.look('a wrong password');
      const faults = walk.language.isPattern ? FAULTS : { 'rate-limited': FAULTS['rate-limited'] };
      for (const [name, refusal] of Object.entries(faults)) {
        walk.refuse = { path: /^(PUT|POST|PATCH) \/auth\/password/, ...refusal };
        await walk.untilOther('[part="problem"]', async () => (await walk.seen('[part="submit"]')).click());
        walk.look(name);
      }
      walk.refuse = undefined;
      await walk.fill('#field-current', 'password123');
      await done('another password');
      await begin('email');
      await walk.fill('#field-current', 'another long one');
      await walk.fill('#field-next', 'noor@example.com');
      await walk.press('[part="submit"]', '[aria-invalid="true"]');
      walk.look('an address that has an account');
      await walk.fill('#field-next', 'sam@example.com');
      await done('another address');
      await walk.untilOther('.said', async () => (await walk.seen('[data-act="download"]')).click());
      walk.look('downloaded');
      await begin('remove');
      await walk.fill('#field-current', 'another long one');
      await walk.press('[part="submit"]', '.said:not(:empty)');
      walk.look('deleted');
      expect(walk.found).to.deep.equal([]);
    });

    it('where coaches and accounts do not load', async () => {
      const walk = new Walk(await language());
      await walk.lookWithoutContent('cb-coach-list', { as: '', path: /^GET \/coaches$/, failure: '.none' });
      await walk.lookWithoutContent('cb-accounts', {
        as: 'admin@example.com',
        path: /^GET \/accounts/,
        failure: '[part="problem"]',
      });
      expect(walk.found).to.deep.equal([]);
    });
  },
});
