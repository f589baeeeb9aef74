import { MAX_RANGE_DAYS } from '../../contract/availability.ts';
import type { CalendarConnection, CalendarProvider } from '../../contract/calendar.ts';
import { readInstant, writeInstant } from '../../contract/values.ts';
import { webAddress } from '../../domain/calendar/web-address.ts';
import { DAY_MS } from '../../domain/time/units.ts';
import { changeBooking } from '../bookings/change.ts';
import { isPartyTo } from '../bookings/rights.ts';
import type { Call, Handlers, Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { CalendarIntegrations } from '../integrations/calendars.ts';
import { isProvidersMeeting } from '../integrations/meeting-links.ts';
import { userBusyTimes } from './user-busy-times.ts';

type CalendarHandlers = Pick<
  Handlers,
  | 'getCalendarAuthUrl'
  | 'exchangeCalendarToken'
  | 'syncBooking'
  | 'listCalendarConnections'
  | 'disconnectCalendar'
  | 'getOwnBusy'
  | 'getFeedAddress'
  | 'resetFeedAddress'
>;

/** Handlers that connect Google and Outlook calendars, and give the address of the private feed. */
export function calendarHandlers(services: Services): CalendarHandlers {
  const { store, calendars } = services;

  const integrations = (): CalendarIntegrations => {
    if (!calendars) throw new ProblemError('calendar_not_configured');
    return calendars;
  };

  const feedUrl = (request: Call<'getFeedAddress'>['request'], secret: string) => ({
    url: `${request.baseUrl}/calendar/feed/${secret}.ics`,
  });

  return {
    async getCalendarAuthUrl({ params, query, caller }) {
      const userId = caller.account.id;
      return { reply: await integrations().authUrl({ userId, ...params, redirectUri: query.redirect_uri }) };
    },

    async exchangeCalendarToken({ params, query, body, caller }) {
      const userId = caller.account.id;
      return { reply: await integrations().exchange({ userId, ...params, ...body, redirectUri: query.redirect_uri }) };
    },

    async syncBooking({ body, caller }) {
      const userId = caller.account.id;
      const booking = await store.bookings.find(body.booking_id);
      if (!booking) throw new ProblemError('booking_not_found');
      if (!isPartyTo(caller, booking)) throw new ProblemError('booking_forbidden');
      const reply = await integrations().syncBooking({
        userId,
        provider: body.calendar_type,
        booking,
        timeZone: body.timezone,
        ...(body.access_token !== undefined && { accessToken: body.access_token }),
      });
      // A client can write any link into their own calendar: only a meeting hosted by the provider is accepted from it.
      const isTrusted = userId === booking.coachId || isProvidersMeeting(reply.meeting_link ?? null);
      const meetingLink = isTrusted ? webAddress(reply.meeting_link) : undefined;
      // Read the booking again: the calendars may have stored the link already.
      if (meetingLink && (await store.bookings.find(booking.id))?.meetingLink !== meetingLink) {
        await changeBooking(services, caller, booking.id, (found) => ({ next: { ...found, meetingLink } }));
      }
      return { reply };
    },

    async listCalendarConnections({ caller }) {
      const connections = await calendars?.connections(caller.account.id);
      return { reply: { connections: connections ? [...connections] : providers.map(unconfigured) } };
    },

    async disconnectCalendar({ params, caller }) {
      await calendars?.disconnect(caller.account.id, params.provider);
      return { reply: undefined };
    },

    async getOwnBusy({ query, caller }) {
      const range = { start: readInstant(query.start_date) ?? 0, end: readInstant(query.end_date) ?? 0 };
      if (range.end <= range.start) throw new ProblemError('range_inverted');
      if (range.end - range.start > MAX_RANGE_DAYS * DAY_MS) throw new ProblemError('range_too_long');
      const busy = await userBusyTimes(services, caller.account.id, range);
      return {
        reply: { busy: busy.map(({ start, end }) => ({ start: writeInstant(start), end: writeInstant(end) })) },
      };
    },

    async getFeedAddress({ caller, request }) {
      return { reply: feedUrl(request, await integrations().feedSecret(caller.account.id)) };
    },

    async resetFeedAddress({ caller, request }) {
      return { reply: feedUrl(request, await integrations().resetFeedSecret(caller.account.id)) };
    },
  };
}

const providers: readonly CalendarProvider[] = ['google', 'outlook'];

function unconfigured(provider: CalendarProvider): CalendarConnection {
  return { provider, configured: false, status: 'disconnected' };
}
