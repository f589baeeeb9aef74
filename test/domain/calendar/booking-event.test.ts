import { describe, expect, it } from 'vitest';
import type { Booking } from '../../../src/contract/booking.ts';
import { bookingEvent, bookingUid } from '../../../src/domain/calendar/booking-event.ts';

const booking: Booking = {
  id: 'b1',
  client_id: 'c1',
  coach_id: 'k1',
  session_datetime: '2025-11-15T14:00:00Z',
  duration_minutes: 45,
  status: 'confirmed',
  meeting_link: 'https://meet.example/abc',
  notes: 'Career transition',
  coach: { name: 'Ana Keller', email: 'ana@example.com' },
  client: { name: 'Bo', email: 'bo@example.com' },
  sequence: 2,
};

describe('a booking as an event', () => {
  it('lasts as long as the session, with the meeting link as its place', () => {
    expect(bookingEvent(booking, { title: 'Session with Ana Keller' })).toMatchObject({
      uid: bookingUid('b1'),
      title: 'Session with Ana Keller',
      start: Date.UTC(2025, 10, 15, 14),
      end: Date.UTC(2025, 10, 15, 14, 45),
      location: 'https://meet.example/abc',
      description: 'Career transition',
      sequence: 2,
      status: 'confirmed',
      organizer: { name: 'Ana Keller', email: 'ana@example.com' },
      attendees: [{ name: 'Bo', email: 'bo@example.com', accepted: true }],
    });
  });

  it('names nobody when the backend does not say who they are', () => {
    const { coach: _coach, client: _client, ...bare } = booking;
    const event = bookingEvent({ ...bare, meeting_link: null, notes: null }, { title: 'Session' });
    for (const field of ['organizer', 'attendees', 'location', 'description', 'url'])
      expect(event).not.toHaveProperty(field);
  });

  it('is tentative until confirmed, and cancelled when the booking is', () => {
    const statusOf = (status: Booking['status']) => bookingEvent({ ...booking, status }, { title: 't' }).status;
    expect([statusOf('pending'), statusOf('completed'), statusOf('cancelled')]).toEqual([
      'tentative',
      'confirmed',
      'cancelled',
    ]);
  });
});
