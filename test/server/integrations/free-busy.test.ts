import { describe, expect, it } from 'vitest';
import { bothSides, connected } from './connected.ts';

const day = { start: Date.UTC(2025, 10, 15), end: Date.UTC(2025, 10, 16) };
const at = (hour: number, endHour = hour + 1) => ({
  start: Date.UTC(2025, 10, 15, hour),
  end: Date.UTC(2025, 10, 15, endHour),
});

describe('free/busy of a connected user', () => {
  it('is what Google says, in the range alone', async () => {
    const world = await connected({ accounts: bothSides });
    const { google } = world.standIns;
    google.addEvent('ana@gmail.example', 'one', '2025-11-15T10:00:00+01:00', '2025-11-15T11:00:00+01:00');
    google.addEvent('ana@gmail.example', 'two', '2025-11-15T10:30:00Z', '2025-11-15T11:00:00Z');
    google.addEvent('ana@gmail.example', 'night', '2025-11-14T23:00:00Z', '2025-11-15T01:00:00Z');
    google.addEvent('ana@gmail.example', 'later', '2025-12-24T09:00:00Z', '2025-12-24T10:00:00Z');
    const half = { start: Date.UTC(2025, 10, 15, 10, 30), end: Date.UTC(2025, 10, 15, 11) };
    expect(await world.calendars.freeBusy('ana', day)).toEqual([at(0), at(9), half]);
  });

  it('is what Graph says, for work accounts and for personal ones', async () => {
    for (const account of ['ana@contoso.example', 'ana@outlook.example']) {
      const world = await connected({ accounts: { ana: { outlook: account } } });
      const { microsoft } = world.standIns;
      microsoft.addEvent(account, 'one', '2025-11-15T09:00:00', '2025-11-15T10:00:00');
      microsoft.addEvent(account, 'two', '2025-11-15T12:00:00', '2025-11-15T13:00:00', 'tentative');
      microsoft.addEvent(account, 'free', '2025-11-15T15:00:00', '2025-11-15T16:00:00', 'free');
      microsoft.addEvent(account, 'home', '2025-11-15T17:00:00', '2025-11-15T18:00:00', 'workingElsewhere');
      expect(await world.calendars.freeBusy('ana', day)).toEqual([at(9), at(12)]);
    }
  });

  it('joins all calendars of the user', async () => {
    const world = await connected({
      accounts: { ana: { google: 'ana@gmail.example', outlook: 'ana@contoso.example' } },
    });
    world.standIns.google.addEvent('ana@gmail.example', 'one', '2025-11-15T09:00:00Z', '2025-11-15T10:00:00Z');
    world.standIns.microsoft.addEvent('ana@contoso.example', 'two', '2025-11-15T10:00:00', '2025-11-15T12:00:00');
    expect(await world.calendars.freeBusy('ana', day)).toEqual([at(9, 12)]);
  });

  it('is remembered for three minutes, and asked anew at booking time', async () => {
    const world = await connected({ accounts: bothSides });
    const { google } = world.standIns;
    const asked = () => google.calls.filter((call) => call.startsWith('POST /freeBusy')).length;
    await Promise.all([world.calendars.freeBusy('ana', day), world.calendars.freeBusy('ana', day)]);
    await world.calendars.freeBusy('ana', at(9));
    expect(asked()).toBe(1);
    google.addEvent('ana@gmail.example', 'one', '2025-11-15T09:00:00Z', '2025-11-15T10:00:00Z');
    expect(await world.calendars.freeBusy('ana', day)).toEqual([]);
    expect(await world.calendars.freeBusy('ana', at(9), { fresh: true })).toEqual([at(9)]);
    world.clock.advance(3 * 60_000);
    expect(await world.calendars.freeBusy('ana', day)).toEqual([at(9)]);
    expect(asked()).toBe(3);
  });

  it('covers ranges longer than a provider takes', async () => {
    const world = await connected({ accounts: bothSides });
    world.standIns.google.addEvent('ana@gmail.example', 'one', '2026-05-15T09:00:00Z', '2026-05-15T10:00:00Z');
    const year = { start: Date.UTC(2025, 10, 15), end: Date.UTC(2026, 10, 15) };
    expect(await world.calendars.freeBusy('ana', year, { fresh: true })).toHaveLength(1);
  });

  it('leaves out the sessions that were put there by us: those are counted as bookings', async () => {
    const world = await connected({ accounts: bothSides });
    await world.confirm();
    expect(await world.calendars.freeBusy('ana', day, { fresh: true })).toEqual([]);
    expect(await world.calendars.freeBusy('bo', day, { fresh: true })).toEqual([]);
  });

  it('never fails: with the provider down it is what it was, and the connection shows the error', async () => {
    const world = await connected({ accounts: bothSides });
    const { google } = world.standIns;
    google.addEvent('ana@gmail.example', 'one', '2025-11-15T09:00:00Z', '2025-11-15T10:00:00Z');
    await world.calendars.freeBusy('ana', day);
    world.clock.advance(5 * 60_000);
    google.faults.next({ kind: 'status', status: 500 }, { times: 8 });
    expect(await world.calendars.freeBusy('ana', at(8, 12), { fresh: true })).toEqual([at(9)]);
    expect(google.faults.pending).toBe(false);
    expect((await world.calendars.connections('ana'))[0]?.last_error).toContain('did not answer');
  });

  it('does not fail for any of several who ask at once while the provider is down', async () => {
    const world = await connected({ accounts: bothSides });
    const { google } = world.standIns;
    google.faults.next({ kind: 'status', status: 500 }, { times: 4 });
    const asked = await Promise.allSettled([day, at(9), day].map((range) => world.calendars.freeBusy('ana', range)));
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    expect(google.faults.pending).toBe(false);
    expect((await world.calendars.connections('ana'))[0]?.last_error).toContain('did not answer');
  });

  it('is nothing for somebody without calendars', async () => {
    const world = await connected();
    expect(await world.calendars.freeBusy('ana', day)).toEqual([]);
  });
});
