import { expect } from '@open-wc/testing';
import { problems } from '../../../src/contract/problem.ts';
import { englishRefusals } from '../../../src/contract/refusals/english.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { walkThrough } from './each-language.ts';
import { api, FAULTS, Walk } from './walk.ts';

type Code = keyof typeof problems;

walkThrough('refusals', {
  withLongerTexts: (language) => {
    it('in each reason why a service refuses something', async () => {
      const walk = new Walk(await language());
      await walk.signIn('coach@example.com');
      await walk.open('cb-availability-editor', { coach: walk.mock.seed.coaches.ana });
      await walk.press('[data-add="1"]', '[data-do="save"][aria-disabled="false"]');
      const save = async () => (await walk.seen('[data-do="save"][aria-disabled="false"]')).click();
      // The status of each is one that the editor does not try again and does not sign out for.
      const codes = Object.keys(englishRefusals).filter((code): code is Code => code in problems);
      for (const code of codes) {
        walk.refuse = { path: /^PUT .*schedule$/, code, status: 400 };
        await walk.untilOther('.state.bad', save);
        walk.look(code);
      }
      for (const name of ['unreadable', 'unsupported'] as const) {
        walk.refuse = { path: /^PUT .*schedule$/, ...FAULTS[name] };
        await walk.untilOther('.state.bad', save);
        walk.look(name);
      }
      for (const name of ['offline', 'timeout'] as const) {
        walk.refuse = undefined;
        const fetch = (request: Request) => walk.fetch(request);
        await sharedClient({ api, fetch }).signIn.logIn({ email: 'coach@example.com', password: 'password123' });
        walk.refuse = { path: /^GET .*schedule$/, ...FAULTS[name] };
        await walk.open('cb-availability-editor', { coach: walk.mock.seed.coaches.ana, fetch });
        await walk.seen('[data-do="reload"]');
        walk.look(name);
      }
      walk.refuse = undefined;
      await walk.open('cb-coach-profile');
      await walk.fill('#field-headline', 'Eva Marsh');
      walk.refuse = { path: /^PATCH /, code: 'invalid_request', status: 422, field: 'body.headline' };
      await walk.press('[part~="submit"]', '[part~="error-summary"]');
      walk.look('a field');
      expect(walk.found).to.deep.equal([]);
    });
  },
});
