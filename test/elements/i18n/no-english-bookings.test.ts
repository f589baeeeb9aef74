import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createMockServer } from '../../../src/mock/index.ts';
import { chooseTime } from '../booking/booking-scene.ts';
import { walkThrough } from './each-language.ts';
import { FAULTS, Walk } from './walk.ts';
import {
  changeBooking,
  chooseView,
  clock,
  firstBooking,
  lookAtViews,
  openAs,
  serverWith,
} from './walks/bookings-changed.ts';

const CHANGE = /^(PUT|PATCH|POST|DELETE) \/booking/;
const DAY_MINUTES = 1440;

walkThrough('bookings', {
  everywhere: (language) => {
    it('in a client’s list of bookings', async () => {
      const walk = await openAs('client@example.com', await language());
      await lookAtViews(walk, 'client');
      await chooseView(walk, 0);
      await walk.press('[data-act="cancel"]', '[part="cancel-now"]');
      walk.look('client, cancelling');
      await walk.press('[part="cancel-now"]', '[data-undo]');
      walk.look('client, cancelled and not sent yet');
      await walk.press('[data-undo]', '[part="done"]');
      walk.look('client, kept');
      expect(walk.found).to.deep.equal([]);
    });

    it('in a coach’s list of bookings: a request answered, declined, refused', async () => {
      const walk = await openAs('coach@example.com', await language());
      await walk.seen('[data-act="confirm"]');
      walk.look('coach');
      await walk.press('[data-act="cancel"]', '[part="cancel-now"]');
      walk.look('coach, declining');
      await walk.press('[part="cancel-now"]', '[data-undo]');
      walk.look('coach, declined');
      await walk.press('[data-undo]', '[data-act="confirm"]');
      walk.refuse = { path: CHANGE, code: 'invalid_transition', status: 400 };
      await walk.press('[data-act="confirm"]', '[part="problem"]');
      walk.look('coach, refused');
      walk.refuse = undefined;
      await walk.press('[data-act="confirm"]', '[part="done"]');
      walk.look('coach, confirmed');
      await walk.fill('[part="search"]', 'Nobody');
      await walk.seen('[data-act="show-all"]');
      walk.look('coach, a search that finds nobody');
      expect(walk.found).to.deep.equal([]);
    });

    it('in the week of a coach’s sessions, where a session is moved', async () => {
      const walk = await openAs('coach@example.com', await language());
      await walk.press('[data-act="week"]', 'button.block:not(.completed)');
      await walk.there('cb-bookings-week', '.open');
      walk.look('week');
      (await walk.seen('button.block:not(.completed)')).focus();
      await sendKeys({ press: 'ArrowDown' });
      await walk.seen('.ask [data-act="move"]');
      walk.look('week, where a session could go');
      walk.refuse = { path: /^PATCH \/booking/, code: 'slot_unavailable', status: 409 };
      await walk.press('.ask [data-act="move"]', '.ask .bad');
      walk.look('week, the time has just gone');
      expect(walk.found).to.deep.equal([]);
    });
  },

  inWords: (language) => {
    it('where a booking is moved: the time has just gone, then it is moved', async () => {
      const walk = await openAs('client@example.com', await language());
      await walk.press('[data-act="move"]', 'button[part~="time"]');
      await chooseTime(walk.element);
      walk.look('moving');
      walk.refuse = { path: /^PATCH \/booking/, code: 'slot_unavailable', status: 409 };
      (await walk.there('cb-move-booking', '[part="submit"]')).click();
      await walk.there('cb-move-booking', '[role="alert"]');
      walk.look('the time has just gone');
      walk.refuse = undefined;
      await chooseTime(walk.element);
      (await walk.there('cb-move-booking', '[part="submit"]')).click();
      await walk.seen('[part="done"]');
      walk.look('moved');
      expect(walk.found).to.deep.equal([]);
    });

    it('where several bookings are changed at once', async () => {
      const walk = await openAs('coach@example.com', await language());
      await chooseView(walk, 2);
      await walk.press('[data-act="select"]', '[part="toolbar"]');
      walk.look('one is chosen');
      await walk.press('[data-act="select-all"]', '[data-act="cancel-selected"]');
      walk.look('all are chosen');
      await walk.press('[data-act="cancel-selected"]', '[part="cancel-now"]');
      walk.look('the question before several are cancelled');
      await walk.press('[part="cancel-now"]', '[data-undo-all]');
      walk.look('several are cancelled');
      await walk.press('[data-undo-all]', '[part="done"]');
      walk.look('several are kept');
      expect(walk.found).to.deep.equal([]);
    });

    it('where bookings do not load, or somebody has to sign in', async () => {
      const walk = new Walk(await language());
      await walk.lookWithoutContent('cb-bookings', {
        as: 'client@example.com',
        path: /^GET \/booking\/client/,
        failure: '[role="alert"]',
      });
      await walk.open('cb-bookings', { as: 'coach', fetch: (request: Request) => walk.fetch(request) });
      await walk.seen('cb-sign-in');
      walk.look('a coach has to sign in');
      await walk.open('cb-bookings', { link: 'torn', fetch: (request: Request) => walk.fetch(request) });
      await walk.seen('[data-act="sign-in"]');
      walk.look('a link that opens nothing');
      expect(walk.found).to.deep.equal([]);
    });

    it('where there are no bookings, and where it is too late to change one', async () => {
      const spoken = await language();
      const found: string[] = [];
      for (const email of ['client@example.com', 'coach@example.com']) {
        const walk = await openAs(email, spoken, { mock: createMockServer({ clock, scenario: 'empty' }) });
        await lookAtViews(walk, `${email}, nothing`);
        found.push(...walk.found);
        walk.element.remove();
      }
      const days = 14 * DAY_MINUTES;
      for (const [cancel_notice_minutes, move_notice_minutes] of [
        [days, days],
        [days, days / 2],
        [days, 0],
        [0, days],
      ]) {
        const mock = await serverWith(() => ({}));
        const ana = await mock.store.coaches.find(mock.seed.coaches.ana);
        if (!ana) throw new Error('the seed has Ana');
        const notices = { cancel_notice_minutes, move_notice_minutes } as Partial<typeof ana.schedule>;
        await mock.store.coaches.saveSchedule(mock.seed.coaches.ana, ana.scheduleVersion, {
          ...ana.schedule,
          ...notices,
        });
        const walk = await openAs('client@example.com', spoken, { mock });
        await walk.seen('.foot.quiet');
        walk.look(`notice of ${cancel_notice_minutes} and ${move_notice_minutes} minutes`);
        found.push(...walk.found);
        walk.element.remove();
      }
      expect(found).to.deep.equal([]);
    });

    it('in what a client said with a booking, on its day, afterwards, and in a long list', async () => {
      const mock = await serverWith(({ status }) => ({
        answers: { topic: 'Ana', company: 'Marsh', first: true, second: false },
        attendeeEmails: ['eva@example.com'],
        moveReason: 'Eva Marsh',
        ...(status === 'cancelled' && { cancellationReason: 'Eva Marsh' }),
      }));
      const walk = await openAs('coach@example.com', await language(), { mock, set: { pageSize: 1 } });
      for (const word of ['topic', 'company', 'first', 'second', 'Marsh']) walk.data.add(word);
      await chooseView(walk, 2);
      (await walk.seen<HTMLDetailsElement>('details[part="answers"]')).open = true;
      walk.look('what was said');
      await chooseView(walk, 4);
      walk.look('a list that goes on');
      const start = Math.min(...(await starts(walk)).filter((each) => each > walk.mock.clock.now()));
      walk.element.remove();

      mock.clock.set(new Date(start - 5 * 60_000).toISOString());
      const today = await openAs('coach@example.com', walk.language, { mock });
      for (const word of walk.data) today.data.add(word);
      await chooseView(today, 1);
      today.look('on the day');
      await chooseView(today, 2);
      today.look('the day before');
      today.element.remove();

      mock.clock.set(new Date(start + 90 * 60_000).toISOString());
      const after = await openAs('coach@example.com', walk.language, { mock });
      for (const word of walk.data) after.data.add(word);
      await chooseView(after, 3);
      after.look('to complete');
      await after.press('[data-act="complete"]', '[part="done"]');
      after.look('completed');
      expect([...walk.found, ...today.found, ...after.found]).to.deep.equal([]);
    });
  },

  withLongerTexts: (language) => {
    it('in each reason why a change of a booking failed', async () => {
      const walk = await openAs('coach@example.com', await language());
      const problem = '[part="problem"]';
      const confirm = async () => (await walk.seen('[data-act="confirm"]')).click();
      for (const [name, refusal] of Object.entries({
        ...FAULTS,
        conflict: { code: 'slot_unavailable', status: 409 },
        'not found': { code: 'booking_not_found', status: 404 },
        'too late': { code: 'too_late', status: 400 },
      } as const)) {
        walk.refuse = { path: CHANGE, ...refusal };
        await walk.untilOther(problem, confirm);
        walk.look(name);
      }
      const onLine = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine');
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
      try {
        walk.refuse = { path: CHANGE, fault: 'offline' };
        await walk.untilOther(problem, confirm);
        walk.look('no connection');
      } finally {
        Object.defineProperty(navigator, 'onLine', { ...onLine, configurable: true });
        Reflect.deleteProperty(navigator, 'onLine');
      }
      expect(walk.found).to.deep.equal([]);
    });

    it('in a week with closed days, without hours, and of a session without another time', async () => {
      const walk = await openAs('lukas@example.com', await language());
      walk.refuse = { path: /^GET .*schedule$/, code: 'internal', status: 500 };
      await walk.press('[data-act="week"]', '.bad');
      walk.look('without hours');
      walk.refuse = undefined;
      await walk.press('[data-act="week"]', '[data-act="week"][aria-pressed="false"]');
      await walk.press('[data-act="week"]', '.closed');
      walk.look('closed days');
      walk.refuse = { path: /availability/, code: 'internal', status: 500 };
      await walk.press('[data-turn="7"]', 'button.block');
      (await walk.seen('button.block')).focus();
      await sendKeys({ press: 'ArrowDown' });
      await walk.drawn();
      walk.look('times that do not load');
      expect(walk.found).to.deep.equal([]);
    });

    it('while a change of a booking is on its way', async () => {
      const walk = await openAs('coach@example.com', await language());
      await walk.lookWhileSending(CHANGE, '[data-act="confirm"]', 'confirming');
      walk.element.remove();
      const moving = await openAs('coach@example.com', walk.language);
      await moving.press('[data-act="week"]', 'button.block:not(.completed)');
      (await moving.seen('button.block:not(.completed)')).focus();
      await sendKeys({ press: 'ArrowDown' });
      await moving.lookWhileSending(CHANGE, '.ask [data-act="move"]', 'moving in the week');
      moving.element.remove();
      const client = await openAs('client@example.com', walk.language);
      await client.press('[data-act="move"]', 'button[part~="time"]');
      await chooseTime(client.element);
      await client.there('cb-move-booking', '[part="submit"]');
      await client.lookWhileSending(CHANGE, 'form .primary', 'moving');
      expect([...walk.found, ...moving.found, ...client.found]).to.deep.equal([]);
    });

    it('where a booking was changed elsewhere', async () => {
      const spoken = await language();
      const found: string[] = [];
      for (const status of ['cancelled', 'completed', 'confirmed'] as const) {
        const walk = await openAs('coach@example.com', spoken);
        await walk.seen('[data-act="confirm"]');
        await changeBooking(walk.mock, { id: firstBooking(walk) }, { status });
        await walk.press('[data-act="confirm"]', '[part="problem"]');
        walk.look(`${status} elsewhere`);
        found.push(...walk.found);
        walk.element.remove();
      }
      expect(found).to.deep.equal([]);
    });

    it('where a coach moves a booking, and the service does not offer that', async () => {
      const spoken = await language();
      const found: string[] = [];
      for (const email of ['coach@example.com', 'client@example.com']) {
        const walk = await openAs(email, spoken);
        await walk.press('[data-act="move"]', 'button[part~="time"]');
        await chooseTime(walk.element);
        walk.look(`${email} moves`);
        walk.refuse = { path: /^PATCH \/booking/, fault: 'without' };
        (await walk.there('cb-move-booking', '[part="submit"]')).click();
        await walk.there('cb-move-booking', '[role="alert"]');
        walk.look(`${email}, not offered`);
        found.push(...walk.found);
        walk.element.remove();
      }
      expect(found).to.deep.equal([]);
    });
  },
});

/** When Ana's sessions begin, epoch ms. */
async function starts({ mock }: Walk): Promise<readonly number[]> {
  const { bookings } = await mock.store.bookings.list({ coachId: mock.seed.coaches.ana }, { skip: 0, limit: 100 });
  return bookings.filter(({ status }) => status !== 'cancelled').map(({ start }) => start);
}
