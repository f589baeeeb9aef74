import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBookingClient } from '../../../src/core/client/client.ts';
import { newKey, scheduleOf } from '../../../src/core/schedule-editor/draft.ts';
import { createScheduleEditor } from '../../../src/core/schedule-editor/editor.ts';
import { createMockServer, SEED_PASSWORD, seed } from '../../../src/mock/index.ts';
import { type CoachAtWork, openEditor } from './coach.ts';

const limit = (daily_limit: number) => ({ type: 'change-settings', change: { daily_limit } }) as const;
const isPut = (request: Request) => request.method === 'PUT';
const params = { coach_id: seed.coach.id };
const stored = ({ client }: CoachAtWork) => client.getSchedule({ params });

/** Another tab of the same coach writes. */
async function saveElsewhere({ client }: CoachAtWork, change: object): Promise<void> {
  let etag = '';
  const theirs = await client.getSchedule(
    { params },
    { onResponse: (reply) => (etag = reply.headers.get('etag') ?? '') },
  );
  await client.putSchedule({ params, body: { ...theirs, ...change } }, { ifMatch: etag });
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the schedule editor', () => {
  it('reads the schedule and the sessions that take up time', async () => {
    const coach = await openEditor();
    expect(coach.editing()).toMatchObject({ dirty: false, problems: [], save: { status: 'idle' } });
    expect(coach.editing().history.present.weekly_hours).toHaveLength(7);
    expect(coach.editing().booked).toMatchObject({ status: 'ready' });
  });

  it('saves what was changed, and is clean again', async () => {
    const coach = await openEditor();
    coach.editor.edit(limit(3));
    expect(coach.editing().dirty).toBe(true);
    await coach.editor.save();
    expect(coach.editing()).toMatchObject({ dirty: false, save: { status: 'saved' } });
    expect((await stored(coach)).daily_limit).toBe(3);
  });

  it('is clean when everything was taken back, and dirty again when it is redone', async () => {
    const coach = await openEditor();
    coach.editor.edit(limit(3));
    coach.editor.edit(limit(4));
    coach.editor.undo();
    coach.editor.undo();
    expect(coach.editing().dirty).toBe(false);
    coach.editor.redo();
    expect(coach.editing().history.present.daily_limit).toBe(3);
    coach.editor.discard();
    expect(coach.editing().dirty).toBe(false);
    coach.editor.undo();
    expect(coach.editing().history.present.daily_limit).toBe(3);
  });

  it('does not save what makes no sense, and says what', async () => {
    const coach = await openEditor();
    const put = vi.fn();
    coach.interrupt((request) => void (isPut(request) && put()));
    const [, tuesday] = coach.editing().history.present.weekly_hours;
    coach.editor.edit({ type: 'change-hours', key: tuesday?.key ?? '', change: { start: '14:00', end: '13:00' } });
    expect(coach.editing().problems).toEqual([
      expect.objectContaining({ key: tuesday?.key, fault: expect.objectContaining({ code: 'endsBeforeStart' }) }),
    ]);
    await coach.editor.save();
    expect(put).not.toHaveBeenCalled();
    expect(coach.editing().dirty).toBe(true);
  });

  it('tries a save again until it arrives, and loses nothing meanwhile', async () => {
    const coach = await openEditor();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let tries = 0;
    coach.interrupt((request) => {
      if (isPut(request) && ++tries <= 2) throw new TypeError('Failed to fetch');
      return undefined;
    });
    coach.editor.edit(limit(3));
    const saving = coach.editor.save();
    await vi.waitFor(() => expect(coach.editing().save).toMatchObject({ status: 'waiting', attempt: 1 }));
    expect(coach.editing().dirty).toBe(true);
    coach.editor.edit(limit(4));
    await vi.advanceTimersByTimeAsync(1000);
    await vi.waitFor(() => expect(coach.editing().save).toMatchObject({ status: 'waiting', attempt: 2 }));
    coach.editor.retryNow();
    await saving;
    expect(tries).toBe(3);
    expect((await stored(coach)).daily_limit).toBe(3);
    expect(coach.editing()).toMatchObject({ dirty: true, save: { status: 'saved' } });
    expect(coach.editing().history.present.daily_limit).toBe(4);
  });

  it('stops trying when told to, and keeps the changes', async () => {
    const coach = await openEditor();
    coach.interrupt((request) => {
      if (isPut(request)) throw new TypeError('Failed to fetch');
      return undefined;
    });
    coach.editor.edit(limit(3));
    const saving = coach.editor.save();
    await vi.waitFor(() => expect(coach.editing().save.status).toBe('waiting'));
    coach.editor.stopSaving();
    await saving;
    expect(coach.editing()).toMatchObject({ dirty: true, save: { status: 'idle' } });
  });

  it('takes a save whose answer was lost for what it is: done', async () => {
    const coach = await openEditor();
    let lost = 0;
    coach.interrupt(async (request) => {
      if (!isPut(request) || lost++ > 0) return undefined;
      await coach.server.fetch(request);
      throw new TypeError('Failed to fetch');
    });
    coach.editor.edit(limit(3));
    const saving = coach.editor.save();
    await vi.waitFor(() => expect(coach.editing().save.status).toBe('waiting'));
    coach.editor.retryNow();
    await saving;
    expect(coach.editing()).toMatchObject({ dirty: false, save: { status: 'saved' } });
  });

  it('overwrites nothing somebody else saved: it shows both, and merges by choice', async () => {
    const coach = await openEditor();
    coach.editor.edit(limit(3));
    coach.editor.edit({ type: 'remove-hours', key: 'k7' });
    await saveElsewhere(coach, { daily_limit: 8, time_zone: 'Europe/Lisbon' });
    await coach.editor.save();
    expect(coach.editing().save).toMatchObject({
      status: 'conflict',
      theirs: { daily_limit: 8 },
      found: [
        { section: 'hours', changedBy: 'mine' },
        { section: 'zone', changedBy: 'theirs' },
        { section: 'rules', changedBy: 'both' },
      ],
    });
    expect((await stored(coach)).daily_limit).toBe(8);
    await coach.editor.resolve({ hours: 'mine', zone: 'theirs', rules: 'theirs' });
    const after = await stored(coach);
    expect(after).toMatchObject({ daily_limit: 8, time_zone: 'Europe/Lisbon' });
    expect(after.weekly_hours).toHaveLength(6);
    expect(coach.editing()).toMatchObject({ dirty: false, save: { status: 'saved' } });
    coach.editor.undo();
    expect(coach.editing().history.present.daily_limit).toBe(3);
  });

  it('meets a postponed conflict again', async () => {
    const coach = await openEditor();
    coach.editor.edit(limit(3));
    await saveElsewhere(coach, { daily_limit: 8 });
    await coach.editor.save();
    coach.editor.postpone();
    expect(coach.editing()).toMatchObject({ dirty: true, save: { status: 'idle' } });
    await coach.editor.save();
    expect(coach.editing().save.status).toBe('conflict');
    expect((await stored(coach)).daily_limit).toBe(8);
  });

  it('keeps the changes when the server refuses for good', async () => {
    const coach = await openEditor();
    coach.editor.edit(limit(3));
    coach.interrupt((request) =>
      isPut(request) ? Response.json({ detail: 'Not allowed' }, { status: 403 }) : undefined,
    );
    await coach.editor.save();
    expect(coach.editing()).toMatchObject({ dirty: true, save: { status: 'failed', problem: { kind: 'forbidden' } } });
    coach.interrupt(undefined);
    await coach.editor.save();
    expect(coach.editing().dirty).toBe(false);
  });

  it('adds, saves and reads back alternate Fridays with a lunch gap and a closed holiday', async () => {
    const coach = await openEditor();
    const every = { every_weeks: 2, anchor: '2025-11-14', weekday: 5 };
    const friday = coach.editing().history.present.weekly_hours.find(({ weekday }) => weekday === 5);
    coach.editor.edit({ type: 'remove-hours', key: friday?.key ?? '' });
    for (const [start, end] of [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ] as const) {
      coach.editor.edit({
        type: 'add-hours',
        key: newKey(coach.editing().history.present),
        hours: { ...every, start, end },
      });
    }
    const holiday = { from: '2025-12-24', until: '2026-01-02', kind: 'closed', note: 'Holiday' } as const;
    coach.editor.edit({ type: 'add-override', key: newKey(coach.editing().history.present), override: holiday });
    await coach.editor.save();
    const after = await stored(coach);
    expect(after.date_overrides).toEqual([holiday]);
    expect(after.weekly_hours.filter(({ weekday }) => weekday === 5)).toEqual([
      { ...every, start: '09:00', end: '12:00' },
      { ...every, start: '13:00', end: '17:00' },
    ]);
    expect(after).toEqual(scheduleOf(coach.editing().history.present));
  });
});

describe('before there is anything to edit', () => {
  const open = async (fetch: (request: Request) => Promise<Response>, email?: string) => {
    const client = createBookingClient({ api: 'http://coach.test', fetch, retries: 0 });
    if (email) await client.session.logIn({ email, password: SEED_PASSWORD });
    const editor = createScheduleEditor({ client, coachId: seed.coach.id });
    await editor.load();
    return editor;
  };

  it('asks for a sign-in when nobody is signed in', async () => {
    expect((await open(createMockServer().fetch)).state).toEqual({ status: 'signed-out', expired: false });
  });

  it('refuses somebody who is not this coach', async () => {
    const editor = await open(createMockServer().fetch, seed.client.email);
    expect(editor.state).toMatchObject({ status: 'refused', problem: { kind: 'forbidden' } });
  });

  it('says that a backend has no schedules', async () => {
    const server = createMockServer();
    const fetch = async (request: Request) =>
      request.url.endsWith('/schedule')
        ? Response.json({ detail: 'Not Found' }, { status: 404 })
        : server.fetch(request);
    expect((await open(fetch, seed.coach.email)).state).toEqual({ status: 'unsupported' });
  });

  it('says what went wrong, and reads again when asked', async () => {
    const server = createMockServer({ scenario: 'offline' });
    const editor = await open(server.fetch);
    expect(editor.state).toMatchObject({ status: 'failed', problem: { kind: 'offline' } });
    server.setScenario('normal');
    await editor.load();
    expect(editor.state.status).toBe('signed-out');
  });
});
