import { describe, expect, it } from 'vitest';
import type { CalendarLogEntry } from '../../../src/server/integrations/calendar-ports.ts';
import { bothSides, CALLBACK, connected } from '../../server/integrations/connected.ts';

/** Our own calls, with a mistake made on the way out: what the stand-ins would see if somebody broke the code. */
function breaking(change: (request: Request) => Promise<Request> | Request) {
  const holder: { world?: Awaited<ReturnType<typeof connected>> } = {};
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (!holder.world) throw new Error('not started');
    return holder.world.standIns.fetch(await change(new Request(input, init)));
  };
  return {
    async start() {
      holder.world = await connected({ fetch });
      return holder.world;
    },
  };
}

async function editBody(request: Request, edit: (text: string) => string): Promise<Request> {
  if (request.method === 'GET' || request.method === 'DELETE') return request;
  const { method, headers, url } = request;
  return new Request(url, { method, headers, body: edit(await request.text()) });
}

/** Lines of a log that hold a secret. */
function leaks(log: readonly CalendarLogEntry[], secrets: readonly string[]): string[] {
  return log.map((entry) => JSON.stringify(entry)).filter((line) => secrets.some((secret) => line.includes(secret)));
}

const sync = { userId: 'ana', timeZone: 'Europe/Berlin' } as const;

describe('a mistake of ours is caught by the stand-ins:', () => {
  it('no PKCE challenge', async () => {
    const world = await connected();
    const { auth_url } = await world.calendars.authUrl({ userId: 'ana', provider: 'google', redirectUri: CALLBACK });
    const url = new URL(auth_url);
    url.searchParams.delete('code_challenge');
    const back = await world.consent(url.href, 'ana@gmail.example');
    expect(new URL(back?.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_request');
  });

  it('no PKCE verifier', async () => {
    const world = await breaking((request) =>
      editBody(request, (text) => text.replace(/code_verifier=[^&]*&?/, '')),
    ).start();
    await expect(world.connect('ana', 'google', 'ana@gmail.example')).rejects.toMatchObject({ code: 'invalid_grant' });
  });

  it('a state used again', async () => {
    const world = await connected();
    const answer = await world.signIn('ana', 'google', 'ana@gmail.example');
    const call = { userId: 'ana', provider: 'google', redirectUri: CALLBACK, ...answer } as const;
    await world.calendars.exchange(call);
    await expect(world.calendars.exchange(call)).rejects.toMatchObject({ code: 'invalid_state' });
    // Were it not refused here, the code would be there, and the grant with it.
    expect(world.standIns.google.calls.filter((line) => line.includes('/token'))).toHaveLength(1);
  });

  it('another redirect address than the one that was asked with', async () => {
    const world = await breaking((request) =>
      editBody(request, (text) => text.replace(encodeURIComponent(CALLBACK), encodeURIComponent(`${CALLBACK}2`))),
    ).start();
    await expect(world.connect('ana', 'google', 'ana@gmail.example')).rejects.toMatchObject({ code: 'invalid_grant' });
  });

  it('a local time without a zone, at Google and at Graph', async () => {
    const world = await breaking((request) =>
      editBody(request, (text) =>
        text.replace(/(T\d\d:\d\d:\d\d)[+-]\d\d:\d\d/g, '$1').replace(/,"timeZone":"W. Europe Standard Time"/g, ''),
      ),
    ).start();
    await world.connect('ana', 'google', 'ana@gmail.example');
    await world.connect('ana', 'outlook', 'ana@contoso.example');
    const booking = await world.book();
    for (const provider of ['google', 'outlook'] as const) {
      await expect(world.calendars.syncBooking({ ...sync, provider, booking })).rejects.toMatchObject({
        code: 'calendar_failed',
        cause: expect.objectContaining({ status: 400 }),
      });
    }
  });

  it('no conferenceDataVersion', async () => {
    const world = await breaking((request) => {
      if (!request.url.includes('conferenceDataVersion')) return request;
      return new Request(request.url.replace('conferenceDataVersion=1', ''), request);
    }).start();
    await world.connect('ana', 'google', 'ana@gmail.example');
    const booking = await world.book();
    await expect(world.calendars.syncBooking({ ...sync, provider: 'google', booking })).rejects.toMatchObject({
      code: 'calendar_failed',
    });
  });

  it('a token in a line of the log', async () => {
    const world = await connected({ accounts: bothSides });
    const { google, microsoft } = world.standIns;
    const secrets = () => [
      ...google.oauth.grants.secrets,
      ...microsoft.oauth.grants.secrets,
      ...Object.values(world.standIns.config.providers).map(({ clientSecret }) => clientSecret),
    ];
    const errors: unknown[] = [];
    const attempt = async (work: () => Promise<unknown>) => {
      try {
        await work();
      } catch (error) {
        errors.push(error);
      }
    };
    // All that can go wrong, so that every line there is gets written.
    google.faults.next({ kind: 'status', status: 500 }, { times: 4 });
    microsoft.faults.next({ kind: 'drop-after-commit' }, { times: 4 });
    await world.confirm();
    await world.runLater();
    const booking = await world.book({ id: 'booking-2' });
    const accessToken = google.oauth.grants.secrets.at(-1) ?? '';
    await attempt(() =>
      world.calendars.syncBooking({ ...sync, provider: 'google', booking, accessToken: `${accessToken}x` }),
    );
    await attempt(() =>
      world.calendars.exchange({ userId: 'ana', provider: 'google', redirectUri: CALLBACK, code: 'c', state: 's' }),
    );
    const { code, state } = await world.signIn('bo', 'outlook', 'bo@contoso.example');
    microsoft.faults.next({ kind: 'status', status: 500 }, { path: /token$/ });
    await attempt(() =>
      world.calendars.exchange({ userId: 'bo', provider: 'outlook', redirectUri: CALLBACK, code, state }),
    );
    google.oauth.grants.revokeAccount('ana@gmail.example');
    await world.calendars.freeBusy('ana', { start: booking.start, end: booking.end }, { fresh: true });
    await world.move('booking-1', 1);

    expect(world.log.length).toBeGreaterThan(3);
    expect(errors).toHaveLength(3);
    expect(leaks(world.log, secrets())).toEqual([]);
    const chains = errors.map((error) => {
      let text = '';
      for (let at: unknown = error; at instanceof Error; at = at.cause) text += `${at.stack} ${JSON.stringify(at)}`;
      return text;
    });
    for (const secret of secrets()) expect(chains.join('\n')).not.toContain(secret);
    // The check itself finds what it looks for.
    const careless = { level: 'info', message: `refreshed, now ${accessToken}` } as const;
    expect(leaks([...world.log, careless], secrets())).toHaveLength(1);
  });
});
