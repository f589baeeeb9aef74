import { expect } from '@open-wc/testing';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { findAll, seen, type } from '../booking/booking-scene.ts';
import { walkThrough } from './each-language.ts';
import { api, Walk } from './walk.ts';
import { walkSessionTypes } from './walks/session-types.ts';

walkThrough('desk', {
  everywhere: (language) => {
    it('in a coach’s profile, session types and first steps, and what a server refuses of them', async () => {
      const walk = new Walk(await language());
      await walk.signIn('coach@example.com');
      await walk.open('cb-coach-profile', {});
      type(await seen<HTMLInputElement>(walk.element, '#field-headline'), 'Eva Marsh');
      walk.look('profile');
      walk.refuse = { path: /^PATCH /, code: 'invalid_request', status: 422, field: 'body.headline' };
      await walk.press('[part~="submit"]', '[part~="error-summary"]');
      walk.look('profile, a field refused');
      walk.refuse = undefined;
      await walk.open('cb-session-types', {});
      await walk.press('[data-act="add"]', 'form');
      walk.look('new session type');
      const [form] = findAll<HTMLFormElement>(walk.root, 'form');
      form?.requestSubmit();
      await seen(walk.element, '[part~="error-summary"]');
      walk.look('new session type, errors');
      await walk.open('cb-first-steps', {});
      await seen(walk.element, 'li');
      walk.look('first steps');
      expect(walk.found).to.deep.equal([]);
    });
  },

  inWords: (language) => {
    walkSessionTypes(language);

    it('in a profile with all that can be wrong, saved, discarded, and another’s', async () => {
      const walk = new Walk(await language());
      await walk.signIn('coach@example.com');
      await walk.open('cb-coach-profile');
      await walk.seen('#field-name');
      for (const [name, text] of Object.entries({
        name: '',
        headline: 'x'.repeat(300),
        languages: Array.from({ length: 30 }, (_, index) => `Q${index}`).join(', '),
        hourly_rate: 'much',
        currency: '12',
      })) {
        await walk.fill(`#field-${name}`, text);
      }
      const picture = await walk.seen<HTMLInputElement>('.choose input');
      const files = new DataTransfer();
      files.items.add(new File(['no picture'], 'letter.txt', { type: 'text/plain' }));
      picture.files = files.files;
      picture.dispatchEvent(new Event('change'));
      // The file is read at once; what was typed is judged when it is sent.
      await walk.seen('[part~="error-summary"]');
      walk.look('not a picture');
      await walk.press('[part~="submit"]', '#field-name[aria-invalid="true"]');
      walk.look('wrong');
      await walk.press('[data-act="discard"]', '[data-heading]');
      await walk.gone('[part~="error-summary"]');
      walk.look('discarded');
      await walk.fill('#field-headline', 'Eva Marsh');
      walk.refuse = { path: /^PATCH /, code: 'version_conflict', status: 412 };
      await walk.press('[part~="submit"]', '.bar [role="alert"]');
      walk.look('refused');
      walk.refuse = undefined;
      await walk.untilOther('[role="status"]', async () => (await walk.seen('[part~="submit"]')).click());
      walk.look('saved');
      for (const [email, set] of [
        ['admin@example.com', { coach: walk.mock.seed.coaches.ana }],
        ['client@example.com', {}],
      ] as const) {
        const fetch = (request: Request) => walk.fetch(request);
        await sharedClient({ api, fetch }).signIn.logIn({ email, password: 'password123' });
        await walk.open('cb-coach-profile', { ...set, fetch });
        await walk.seen(set ? '.acting, .state' : '.state');
        walk.look(email);
      }
      expect(walk.found).to.deep.equal([]);
    });

    it('in the first steps of a coach without hours, and of somebody who is no coach', async () => {
      const walk = new Walk(await language(), createMockServer({ clock: '2025-11-05T10:30:00Z', scenario: 'empty' }));
      await walk.signIn('coach@example.com');
      await walk.open('cb-first-steps');
      await walk.press('[data-act="copy"]', 'ol');
      await walk.drawn();
      walk.look('left to do');
      const fetch = (request: Request) => walk.fetch(request);
      await sharedClient({ api, fetch }).signIn.logIn({ email: 'client@example.com', password: 'password123' });
      await walk.open('cb-first-steps', { fetch });
      await walk.drawn();
      walk.look('no coach');
      expect(walk.found).to.deep.equal([]);
    });

    it('where a profile, session types and first steps do not load', async () => {
      const walk = new Walk(await language());
      await walk.lookWithoutContent('cb-coach-profile', {
        as: 'coach@example.com',
        path: /^GET \/coaches\//,
        failure: '[role="alert"], .state',
      });
      await walk.lookWithoutContent('cb-session-types', {
        as: 'coach@example.com',
        path: /^GET .*session-types$/,
        failure: '[role="alert"], .state',
      });
      await walk.lookWithoutContent('cb-first-steps', {
        as: 'coach@example.com',
        path: /^GET \/coaches\//,
        failure: '[role="alert"]',
      });
      expect(walk.found).to.deep.equal([]);
    });
  },

  withLongerTexts: (language) => {
    it('while something is on its way', async () => {
      const walk = new Walk(await language());
      await walk.signIn('maya@example.com');
      await walk.open('cb-coach-profile');
      await walk.fill('#field-headline', 'Eva Marsh');
      await walk.lookWhileSending(/^PATCH /, '[part~="submit"]', 'saving a profile');
      await walk.open('cb-session-types');
      await walk.press('[data-act="edit"]', '#field-name');
      await walk.lookWhileSending(/session-types/, '[part="submit"]', 'saving a session type');
      expect(walk.found).to.deep.equal([]);
    });
  },
});
