import { expect, waitUntil } from '@open-wc/testing';
import { scheduleEndpoints } from '../../../src/contract/endpoints/schedule.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { findAll, seen } from '../booking/booking-scene.ts';
import { walkThrough } from './each-language.ts';
import { api, Walk } from './walk.ts';
import { walkEditedHours } from './walks/hours-edited.ts';

/** The same coach saves other hours and rules in another tab. */
async function saveElsewhere({ mock }: Walk, coach_id: string): Promise<void> {
  const client = sharedClient({ api, fetch: (request: Request) => mock.fetch(request) }).with(scheduleEndpoints);
  await client.signIn.logIn({ email: 'coach@example.com', password: 'password123' });
  let ifMatch = '';
  const onResponse = (reply: Response) => {
    ifMatch = reply.headers.get('etag') ?? '';
  };
  const saved = await client.getSchedule({ params: { coach_id } }, { onResponse });
  const body = {
    ...saved,
    weekly_hours: saved.weekly_hours.slice(1),
    date_overrides: [{ from: '2025-12-24', until: '2025-12-26', kind: 'closed' as const, note: null }],
    daily_limit: 8,
    minimum_notice_minutes: 90,
    slot_step_minutes: 15,
    cancel_notice_minutes: 60,
  };
  await client.putSchedule({ params: { coach_id }, body }, { ifMatch });
}

walkThrough('hours', {
  everywhere: (language) => {
    it('in a coach’s hours', async () => {
      const walk = new Walk(await language());
      await walk.signIn('coach@example.com');
      await walk.open('cb-availability-editor', { coach: walk.mock.seed.coaches.ana });
      await seen(walk.element, '[role="tab"]');
      for (const tab of findAll(walk.root, '[role="tab"]')) {
        tab.click();
        await waitUntil(() => tab.getAttribute('aria-selected') === 'true', 'the part is on show');
        await (walk.element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
        walk.look(`part ${tab.id}`);
      }
      expect(walk.found).to.deep.equal([]);
    });

    it('in hours that are not saved: refused, without an answer, changed elsewhere', async () => {
      const walk = new Walk(await language());
      const coach = walk.mock.seed.coaches.ana;
      await walk.signIn('coach@example.com');
      await walk.open('cb-availability-editor', { coach });
      await walk.press('[data-add="1"]', '[data-do="save"][aria-disabled="false"]');
      walk.look('changed');
      await walk.lookWhileSending(/^PUT .*schedule$/, '[data-do="save"]', 'saving');
      walk.element.remove();
      await walk.open('cb-availability-editor', { coach });
      await walk.press('[data-add="1"]', '[data-do="save"][aria-disabled="false"]');
      await walk.press('[data-do="discard"], [data-do="undo"]', '[data-do="save"][aria-disabled="true"]');
      walk.look('discarded');
      await walk.press('[data-add="1"]', '[data-do="save"][aria-disabled="false"]');
      walk.refuse = { path: /^PUT .*schedule$/, code: 'forbidden', status: 403 };
      await walk.press('[data-do="save"]', '.state.bad');
      walk.look('refused');
      walk.refuse = { path: /^PUT .*schedule$/, fault: 'offline' };
      await walk.press('[data-do="save"]', '[data-do="retry"]');
      walk.look('no answer, tried again');
      await walk.press('[data-do="stop"]', '[data-do="save"]');
      walk.refuse = undefined;
      await saveElsewhere(walk, coach);
      await walk.press('[data-do="save"]', 'fieldset[data-section]');
      walk.look('changed elsewhere');
      await walk.press('[data-do="merge"]', '[role="alert"].error:not(:empty)');
      walk.look('a version of each part has to be chosen');
      await walk.press('[data-do="mine"]', 'fieldset[data-section]');
      await walk.press('[data-do="merge"]', '.state:not(.open, .bad)');
      walk.look('merged and saved');
      expect(walk.found).to.deep.equal([]);
    });
  },

  inWords: (language) => {
    walkEditedHours(language);

    it('where hours do not load', async () => {
      const walk = new Walk(await language());
      await walk.lookWithoutContent('cb-availability-editor', {
        as: 'coach@example.com',
        path: /^GET .*schedule$/,
        failure: '.said',
      });
      expect(walk.found).to.deep.equal([]);
    });
  },
});
