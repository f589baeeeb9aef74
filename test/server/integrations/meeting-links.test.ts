import { expect, test } from 'vitest';
import { createMeetingLinks, isProvidersMeeting } from '../../../src/server/integrations/meeting-links.ts';
import { createMemoryStore } from '../../../src/server/stores/memory.ts';
import { booking } from '../stores/store-booking.ts';

const LINK = 'https://meet.example.com/abc';

test('a link is kept on the version that is there by then, also when somebody writes in between', async () => {
  const { bookings } = createMemoryStore();
  await bookings.save(booking('b1', 10), {});
  let interruptions = 1;
  const keep = createMeetingLinks(
    {
      find: async (id) => {
        const found = await bookings.find(id);
        if (found && interruptions-- > 0) {
          const edited = { ...found, notes: 'meanwhile', version: found.version + 1 };
          await bookings.save(edited, { basedOn: found.version });
        }
        return found;
      },
      save: bookings.save,
    },
    { now: () => 7 },
  );
  await keep('b1', LINK);
  expect(await bookings.find('b1')).toMatchObject({ meetingLink: LINK, notes: 'meanwhile', version: 3, updatedAt: 7 });
});

test('a link that is there already changes nothing: neither the version nor when it was last changed', async () => {
  const { bookings } = createMemoryStore();
  await bookings.save(booking('b1', 10, { meetingLink: LINK }), {});
  await createMeetingLinks(bookings, { now: () => 7 })('b1', LINK);
  expect(await bookings.find('b1')).toEqual(booking('b1', 10, { meetingLink: LINK }));
});

test('a booking that is gone, or is rewritten without end, is no silent success', async () => {
  const { bookings } = createMemoryStore();
  const clock = { now: () => 7 };
  await expect(createMeetingLinks(bookings, clock)('nobody', LINK)).resolves.toBeUndefined();
  await bookings.save(booking('b1', 10), {});
  const contested = { find: bookings.find, save: async () => ({ kind: 'changed' as const }) };
  await expect(createMeetingLinks(contested, clock)('b1', LINK)).rejects.toThrow(/b1 was changed by others/);
});

test('from a client’s calendar only the provider’s own meetings are taken', () => {
  expect(isProvidersMeeting('https://meet.google.com/abc-defg-hij')).toBe(true);
  expect(isProvidersMeeting('https://teams.microsoft.com/l/meetup-join/1')).toBe(true);
  for (const link of ['https://evil.example/', 'https://meet.google.com.evil.example/', 'javascript:alert(1)', null]) {
    expect(isProvidersMeeting(link)).toBe(false);
  }
});
