import { HOUR_MS, MINUTE_MS } from '../../domain/time/units.ts';
import { GiveUp } from '../jobs/job-failure.ts';
import type { JobKind } from '../jobs/job-runner.ts';
import type { RetryPolicy } from '../jobs/retry-policy.ts';
import { writeAccountMail } from './account-mail.ts';
import { writeBookingMail } from './booking-mail.ts';
import type { MailContext } from './mail-context.ts';
import { isBookingMail, MAIL_JOB, mailIn } from './mail-jobs.ts';
import { MailRefused } from './mailer.ts';
import { planKind } from './plan-kind.ts';

/** Eighteen attempts: the second within a minute, the last after about two days. */
const mailRetryPolicy: RetryPolicy = { tries: 18, firstMs: MINUTE_MS, longestMs: 8 * HOUR_MS };

/** The kinds of jobs that write to clients and coaches, and that plan later mails. */
export function mailKinds(context: MailContext): readonly JobKind[] {
  return [mailKind(context), planKind(context)];
}

/**
 * Sends one mail. The record of its outcome is written before the job is done, so that a job that is run again sends nothing twice;
 * where the mail server's answer was lost, the second copy has the same Message-ID.
 */
function mailKind(context: MailContext): JobKind {
  const { store, clock, mailer } = context;
  return {
    name: MAIL_JOB,
    retry: mailRetryPolicy,
    async run({ key, payload, attempts }) {
      if ((await store.messages.find(key))?.state === 'sent') return;
      const mail = mailIn(payload);
      const written = isBookingMail(mail)
        ? await writeBookingMail(context, key, mail)
        : await writeAccountMail(context, key, mail);
      if (!written) return;
      const note = { id: key, userId: written.userId, bookingId: mail.bookingId ?? null, about: mail.about };
      try {
        await mailer.send(written.mail);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const isLast = error instanceof MailRefused || attempts >= mailRetryPolicy.tries;
        const state = isLast ? ('refused' as const) : ('waiting' as const);
        await store.messages.save({ ...note, state, at: clock.now(), error: message.slice(0, 500) });
        throw error instanceof MailRefused ? new GiveUp(message) : error;
      }
      await store.messages.save({ ...note, state: 'sent', at: clock.now() });
    },
  };
}
