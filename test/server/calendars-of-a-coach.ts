import { seed } from '../../src/mock/index.ts';
import type { CalendarIntegrations } from '../../src/server/integrations/calendars.ts';

/** Calendars in which Ana is busy from 13:00 to 15:00 on the guide's Saturday. */
export function calendars(change: Partial<CalendarIntegrations> = {}): CalendarIntegrations {
  const busy = { start: Date.parse('2025-11-15T13:00:00Z'), end: Date.parse('2025-11-15T15:00:00Z') };
  return {
    authUrl: async ({ provider }) => ({ auth_url: `https://${provider}.example/auth`, state: 's' }),
    exchange: async () => ({ access_token: 'a', expires_in: 3600, token_type: 'Bearer' }),
    syncBooking: async ({ booking }) => ({
      event_id: `event-of-${booking.id}`,
      meeting_link: 'https://meet.example/abc',
      status: 'confirmed',
    }),
    connections: async () => [{ provider: 'google', configured: true, status: 'connected' }],
    disconnect: async () => undefined,
    freeBusy: async (userId, range) =>
      userId === seed.coach.id && busy.start < range.end && busy.end > range.start ? [busy] : [],
    onBookingChanged: async () => undefined,
    feedSecret: async () => 'first',
    resetFeedSecret: async () => 'second',
    feed: async (secret) => (secret === 'first' ? 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' : undefined),
    ...change,
  };
}
