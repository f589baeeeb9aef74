import { choosePassword, confirmAddress, mailAccount } from '../accounts/mail-links.ts';
import { bookingOfLink } from '../bookings/booking-of-link.ts';
import type { Handlers, Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';

type MailLinkHandlers = Pick<
  Handlers,
  'requestPasswordReset' | 'confirmPasswordReset' | 'confirmEmail' | 'mailBookingLink'
>;

/** Sends links by mail, and does what they are for. */
export function mailLinkHandlers(services: Services): MailLinkHandlers {
  const { store, limiter, mail } = services;

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
      const { booking, client } = await bookingOfLink(services, body.link);
      await mailAccount(services, { about: 'new_link', userId: client.id, bookingId: booking.id }, client.email);
      return { reply: undefined };
    },
  };
}
