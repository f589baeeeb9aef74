import type { Price } from '../../contract/values.ts';
import type { Interval } from '../../domain/availability/interval.ts';
import type { BookingChange } from '../integrations/calendars.ts';
import type { Json, NewJob } from '../jobs/job-store.ts';
import type { PaymentChange } from '../payments/payment-changes.ts';
import type { BookingRecord } from '../ports.ts';
import type { AccountMailKind, BookingMailKind } from './mail-texts.ts';

/** The `kind` of the jobs that send one mail. */
export const MAIL_JOB = 'mail';
/** The `kind` of the jobs that plan the reminders of a session, and the mail after it. */
export const PLAN_JOB = 'mail-plan';

/** Which side of a booking a mail is for. */
type Side = 'client' | 'coach';

/** A mail about a booking: what was true when it was caused. People, links and texts are read when it is sent. */
export interface BookingMail extends Interval {
  readonly about: BookingMailKind;
  readonly side: Side;
  readonly bookingId: string;
  readonly sequence: number;
  /** The time before it was moved. */
  readonly before?: Interval;
  readonly by?: Side;
  readonly money?: Price;
  /** True where a calendar may have the session: the cancellation then removes it there. */
  readonly wasConfirmed?: boolean;
  /** Minutes before the start, of a reminder. */
  readonly minutes?: number;
}

/** A mail about an account. */
export interface AccountMail {
  readonly about: AccountMailKind;
  readonly userId: string;
  /** An address other than the account's own: the one that is to be confirmed. */
  readonly address?: string;
  readonly bookingId?: string;
  readonly calendar?: string;
}

/** The payload of a mail's job. */
type MailPayload = BookingMail | AccountMail;

/** The job that sends a mail. `key` makes it one mail. */
export function mailJob(mail: MailPayload, key: string, dueAt: number): NewJob {
  return { kind: MAIL_JOB, key, payload: mail as unknown as Json, dueAt };
}

/** The job of a mail about a version of a booking; one of its kind to each side. */
export function bookingMailJob(
  { id, version, sequence, start, end }: BookingRecord,
  mail: Omit<BookingMail, 'bookingId' | 'sequence' | 'start' | 'end'>,
  now: number,
): NewJob {
  const { about, side } = mail;
  return mailJob({ ...mail, bookingId: id, sequence, start, end }, `${id} ${version} ${about} ${side}`, now);
}

const SIDES: readonly Side[] = ['client', 'coach'];

/** The mails that follow from a change of a booking: one to each side, and the plan of its reminders. */
export function bookingMailJobs({ kind, booking, before, by, refund }: BookingChange, now: number): readonly NewJob[] {
  const about = aboutOf(kind, booking);
  const shared = {
    ...(by && { by }),
    ...(kind === 'moved' && before && { before: { start: before.start, end: before.end } }),
    ...(kind === 'cancelled' && before?.status === 'confirmed' && { wasConfirmed: true }),
    ...(kind === 'cancelled' && refund && { money: refund }),
  };
  const mails = about ? SIDES.map((side) => bookingMailJob(booking, { ...shared, about, side }, now)) : [];
  const isPlanned =
    kind === 'confirmed' || kind === 'completed' || (kind === 'moved' && booking.status === 'confirmed');
  return isPlanned ? [...mails, planJob(booking, now)] : mails;
}

/** The job that plans what is sent later about a session. */
function planJob({ id, sequence, status }: BookingRecord, now: number): NewJob {
  return { kind: PLAN_JOB, key: `${id} ${sequence} ${status}`, payload: { bookingId: id }, dueAt: now };
}

/** The job that plans the reminders of all sessions of a coach anew, after the coach chose others. */
export function planAllJob(coachId: string, now: number): NewJob {
  return { kind: PLAN_JOB, key: `coach ${coachId}`, payload: { coachId }, dueAt: now, repeat: 'again' };
}

function aboutOf(kind: BookingChange['kind'], { status }: BookingRecord): BookingMailKind | undefined {
  // A session that is confirmed at once has only the mail about its confirmation.
  if (kind === 'created') return status === 'pending' ? 'requested' : undefined;
  return kind === 'completed' ? undefined : kind;
}

/** The mails that follow from a payment. */
export function paymentMailJobs({ kind, payment, booking, amount }: PaymentChange, now: number): readonly NewJob[] {
  const about = ({ succeeded: 'paid', failed: 'payment_failed', refunded: 'refunded' } as const)[kind];
  const sides = about === 'payment_failed' ? (['client'] as const) : SIDES;
  const { id: bookingId, sequence, start, end } = booking;
  const money = { amount, currency: payment.currency };
  return sides.map((side) =>
    mailJob(
      { about, side, bookingId, sequence, start, end, money },
      `${payment.id} ${payment.version} ${about} ${side}`,
      now,
    ),
  );
}

/** The mail in a job's payload. */
export function mailIn(payload: Json): MailPayload {
  if (typeof payload === 'object' && payload !== null && 'about' in payload) return payload as unknown as MailPayload;
  throw new TypeError('A mail job without a mail');
}

/** True for a mail about a booking's change; else it is about an account. */
export function isBookingMail(mail: MailPayload): mail is BookingMail {
  return 'side' in mail;
}
