import { choosePassword, confirmAddress, mailAccount } from '../accounts/mail-links.ts';
import type { Handlers, Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';

type MailLinkHandlers = Pick<
  Handlers,
  'requestPasswordReset' | 'confirmPasswordReset' | 'confirmEmail' | 'mailBookingLink'
>;

/** Sends links by mail, and does what they are for. */
export function mailLinkHandlers(services: Services): MailLinkHandlers {
  const { store, limiter, tokens, mail } = services;

  return {
    async requestPasswordReset({ body, request }) {
      if (!mail) throw new ProblemError('mail_not_configured');
      await limiter.take('linksByAddress', request.address);
      const email = body.email.trim().toLowerCase();
      const account = await store.accounts.findByEmail(email);
      if (account?.isActive) await mailAccount(services, { about: 'reset_password', userId: account.id }, email);
      return { reply: undefined };
    },

    async confirmPasswordReset({ body }) {
      await choosePassword(services, body.token, body.password, 'body.password');
      return { reply: undefined };
    },

    async confirmEmail({ body }) {
      await confirmAddress(services, body.token);
      return { reply: undefined };
    },

    async mailBookingLink({ body, request }) {
      if (!mail) throw new ProblemError('mail_not_configured');
      await limiter.take('linksByAddress', request.address);
      const { userId, bookingId, serial = 0 } = await tokens.readLink(body.link);
      const booking = await store.bookings.find(bookingId);
      if (!booking || booking.clientId !== userId) throw new ProblemError('booking_not_found');
      if (serial !== (booking.linkSerial ?? 0)) throw new ProblemError('not_authenticated');
      const client = await store.accounts.find(userId);
      if (!client?.isActive) throw new ProblemError('not_authenticated');
      await mailAccount(services, { about: 'new_link', userId, bookingId }, client.email);
      return { reply: undefined };
    },
  };
}
