import { expect, waitUntil } from '@open-wc/testing';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { find, seen } from '../booking/booking-scene.ts';
import { inEachLanguage } from './each-language.ts';
import { api, Walk } from './walk.ts';

const shadow = (walk: Walk) => walk.element.shadowRoot as ShadowRoot;

/** What a press opens in an account and in an admin's list, and what is said when it fails. */
inEachLanguage((language) => {
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
      await waitUntil(() => !find(shadow(walk), 'form'), 'the task is left');
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
});
