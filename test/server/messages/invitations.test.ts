import ICAL from 'ical.js';
import ical from 'node-ical';
import { afterEach, describe, expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { startMailing, stopMailing } from './mailing.ts';
import { invitationIn } from './smtp-stand-in.ts';

afterEach(stopMailing);

interface Entry {
  readonly sequence: number;
  readonly start: string;
}

/** Request, confirmation, move and cancellation: the invitations that one side got, in order. */
async function invitationsOf(address: string): Promise<readonly string[]> {
  const mailing = await startMailing();
  const coach = await mailing.logIn(seed.coach.email);
  const token = await mailing.guest({ name: 'Zoë "Z" O’Hara; 日本' });
  const { id } = (await mailing.book(token, undefined, { notes: 'a,b;c\\d\n"e"' })).body;
  await mailing.settle();
  await mailing.call('PATCH', `/booking/${id}/status`, { token: coach, json: { status: 'confirmed' } });
  await mailing.settle();
  await mailing.call('PATCH', `/booking/${id}`, { token, json: { session_datetime: '2025-11-19T14:00:00Z' } });
  await mailing.settle();
  await mailing.call('DELETE', `/booking/${id}`, { token });
  await mailing.settle();
  return mailing.smtp.to(address).flatMap((mail) => invitationIn(mail)?.text ?? []);
}

/** What a calendar has after reading them in order, by RFC 5546: the highest SEQUENCE of a UID wins, CANCEL takes it out. */
function afterReading(events: readonly { uid: string; sequence: number; start: string; method: string }[]) {
  const calendar = new Map<string, Entry>();
  const states: (readonly Entry[])[] = [];
  for (const { uid, sequence, start, method } of events) {
    const known = calendar.get(uid);
    if (!known || sequence >= known.sequence) {
      if (method === 'CANCEL') calendar.delete(uid);
      else calendar.set(uid, { sequence, start });
    }
    states.push([...calendar.values()]);
  }
  return states;
}

const expected = [
  [{ sequence: 0, start: '2025-11-18T13:00:00.000Z' }],
  [{ sequence: 1, start: '2025-11-19T14:00:00.000Z' }],
  [],
];

describe.each(['gast@example.com', seed.coach.email])(
  'the invitations to %s leave one event, and then none',
  (address) => {
    test('read by ical.js', async () => {
      const events = (await invitationsOf(address)).map((text) => {
        const calendar = new ICAL.Component(ICAL.parse(text));
        const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
        return {
          uid: event.uid,
          sequence: event.sequence,
          start: event.startDate.toJSDate().toISOString(),
          method: String(calendar.getFirstPropertyValue('method')),
        };
      });
      expect(afterReading(events)).toEqual(expected);
    });

    test('read by node-ical', async () => {
      const events = (await invitationsOf(address)).map((text) => {
        const parsed = ical.sync.parseICS(text);
        const event = Object.values(parsed).find((one) => one?.type === 'VEVENT');
        if (event?.type !== 'VEVENT') throw new Error('no event');
        return {
          uid: event.uid,
          sequence: Number(event.sequence),
          start: new Date(event.start).toISOString(),
          method: String(event.method),
        };
      });
      expect(afterReading(events)).toEqual(expected);
    });
  },
);
