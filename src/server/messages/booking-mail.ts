import { calendarProvider } from '../../contract/calendar.ts';
import { usualMessageSettings } from '../../contract/desk/message-settings.ts';
import type { Price } from '../../contract/values.ts';
import { toICalendar } from '../../domain/calendar/icalendar.ts';
import { webAddress } from '../../domain/calendar/web-address.ts';
import { labelled } from '../../domain/language/labelled.ts';
import { listed } from '../../domain/language/listed.ts';
import { formatPrice } from '../../domain/money/format-price.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';
import { linkClaims } from '../bookings/write-booking.ts';
import type { Account, BookingRecord, CoachRecord } from '../ports.ts';
import { isolate, plainSentence } from './isolates.ts';
import { type Letter, letterHtml, letterText } from './letter.ts';
import { bookingAddress, type MailContext } from './mail-context.ts';
import { mailHeaders, messageId, threadOf } from './mail-headers.ts';
import type { BookingMail } from './mail-jobs.ts';
import { type MailLanguage, mailLanguage } from './mail-languages.ts';
import type { MailFacts } from './mail-texts.ts';
import { longTime, shortTime, writeLength } from './mail-times.ts';
import type { MailInvitation, OutgoingMail, WrittenMail } from './mailer.ts';
import { plainLine } from './plain-line.ts';
import { isReminderWanted } from './plan-kind.ts';

interface People {
  readonly client: Account | undefined;
  readonly coach: CoachRecord;
  readonly coachAccount: Account | undefined;
}

/**
 * Writes a mail about a booking; undefined when none should be sent: the account was deleted, its reader wants no such mail, or a later
 * change, which has its own mail, made this one wrong.
 */
export async function writeBookingMail(
  context: MailContext,
  key: string,
  mail: BookingMail,
): Promise<WrittenMail | undefined> {
  const { store, clock } = context;
  const booking = await store.bookings.find(mail.bookingId);
  const coach = booking && (await store.coaches.find(booking.coachId));
  if (!booking || !coach || isOvertaken(mail, booking)) return undefined;
  if (mail.about === 'payment_failed' && !(await isStillUnpaid(context, booking))) return undefined;
  const [client, coachAccount] = await Promise.all([
    store.accounts.find(booking.clientId),
    store.accounts.find(booking.coachId),
  ]);
  const people: People = { client, coach, coachAccount };
  const reader = mail.side === 'client' ? client : coachAccount;
  if (!reader || reader.email === '' || reader.deletedAt !== undefined) return undefined;
  const settings = coach.messages ?? usualMessageSettings;
  // A booking does not need this mail: it goes only to clients who agreed to it.
  if (mail.about === 'follow_up' && (!booking.consent || reader.noReminders)) return undefined;
  if (mail.about === 'reminder') {
    const { start, minutes = 0 } = mail;
    const now = clock.now();
    if (reader.noReminders || start <= now || !isReminderWanted(settings, start, minutes, now)) return undefined;
  }
  const chosen = mail.side === 'coach' ? (settings.language ?? reader.locale) : reader.locale;
  const language = mailLanguage(chosen, context.languages);
  const timeZone = mail.side === 'coach' ? coach.schedule.time_zone : (reader.timeZone ?? coach.schedule.time_zone);
  const zoned = { tag: language.tag, timeZone, direction: language.direction };
  const { texts } = language;
  // Without isolates for the calendar's title; with them in sentences.
  const who = otherName(mail, people, language);
  const facts: MailFacts = {
    when: isolate(shortTime(mail.start, zoned), language.direction),
    who: isolate(who, language.direction),
    by: mail.by === undefined ? 'nobody' : mail.by === mail.side ? 'reader' : 'other',
    amount: mail.money ? money(mail.money, language.tag) : '',
    ahead: writeLength(mail.minutes === undefined ? 0 : remaining(mail, clock.now()), language.tag),
  };
  const opening = openingOf(language, mail);
  const manage = await manageAddress(context, booking, mail, settings.page_url);
  const meeting = webAddress(booking.meetingLink);
  const isExtra = mail.about === 'reminder' || mail.about === 'follow_up';
  const unsubscribe = isExtra ? await unsubscribeAddress(context, reader.id) : undefined;
  const isOver = mail.about === 'cancelled' || mail.about === 'follow_up' || booking.status === 'cancelled';
  const letter: Letter = {
    language: language.tag,
    direction: language.direction,
    subject: plainSentence(opening.subject(facts)),
    heading: opening.heading(facts),
    hello: texts.hello(reader.name === null ? null : isolate(plainLine(reader.name), language.direction)),
    intro: opening.intro(facts),
    words: mail.about === 'follow_up' ? (settings.follow_up_text ?? undefined) : undefined,
    facts: factsOf(mail, booking, language, {
      who,
      when: longTime(mail, zoned),
      before: mail.before && longTime(mail.before, zoned),
      meeting,
      isOver,
      place: coach.profile.location,
    }),
    actions: [
      ...(meeting && !isOver ? [{ label: texts.join, address: meeting }] : []),
      ...(manage && !isOver ? [{ label: manageLabel(language, mail), address: manage }] : []),
    ],
    footer: [...(mail.side === 'client' && settings.own_line ? [settings.own_line] : []), texts.why[mail.side]],
    unsubscribe: unsubscribe === undefined ? undefined : { label: texts.unsubscribe, address: unsubscribe },
    look:
      mail.side === 'client'
        ? {
            color: settings.color ?? undefined,
            logo: settings.logo_url ?? undefined,
            name: coach.profile.name ?? undefined,
          }
        : {},
  };
  const invitation = await invitationOf(context, mail, booking, {
    language,
    reader,
    who,
    manage: isOver ? undefined : manage,
    meeting,
    coach,
  });
  const replyTo = replyAddress(mail, people);
  const written: OutgoingMail = {
    id: messageId(key, context.from.address),
    thread: threadOf(`${booking.id} ${mail.side}`, context.from.address),
    from: {
      ...context.from,
      ...(mail.side === 'client' && coach.profile.name && { name: plainLine(coach.profile.name) }),
    },
    to: { address: reader.email, ...(reader.name && { name: plainLine(reader.name) }) },
    ...(replyTo && { replyTo }),
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter),
    headers: mailHeaders(unsubscribe),
    ...(invitation && { invitation }),
  };
  return { mail: written, userId: reader.id };
}

/** True for a mail that a later change made wrong: that change has its own mail. */
function isOvertaken({ about, sequence }: BookingMail, booking: BookingRecord): boolean {
  if (about === 'requested') return booking.status !== 'pending' || booking.sequence !== sequence;
  if (about === 'reminder') return booking.status !== 'confirmed' || booking.sequence !== sequence;
  if (about === 'follow_up') return booking.status !== 'completed';
  if (about === 'confirmed' || about === 'moved')
    return booking.status === 'cancelled' || booking.sequence !== sequence;
  return false;
}

/** False when another card has paid since, or there is nothing to pay any more. */
async function isStillUnpaid({ store }: MailContext, { paymentId, status }: BookingRecord): Promise<boolean> {
  const payment = paymentId === null ? undefined : await store.payments.find(paymentId);
  return status === 'pending' && payment?.status !== 'succeeded';
}

function openingOf({ texts }: MailLanguage, { side, about }: BookingMail) {
  if (side === 'client') return texts.booking.client[about];
  if (about === 'follow_up' || about === 'payment_failed') throw new Error(`No mail ${about} goes to coaches`);
  return texts.booking.coach[about];
}

function otherName({ side }: BookingMail, { client, coach }: People, { texts }: MailLanguage): string {
  const name = side === 'client' ? coach.profile.name : client?.name;
  return plainLine(name ?? '') || texts.someone[side === 'client' ? 'coach' : 'client'];
}

function remaining({ start, minutes = 0 }: BookingMail, now: number): number {
  const left = start - now;
  // A worker that is a little late still says "in 1 hour".
  return Math.abs(left - minutes * MINUTE_MS) < 2 * MINUTE_MS ? minutes * MINUTE_MS : left;
}

function money({ amount, currency }: Price, tag: string): string {
  return formatPrice(amount, currency, tag);
}

interface Said {
  readonly who: string;
  readonly when: string;
  readonly before: string | undefined;
  readonly meeting: string | undefined;
  readonly isOver: boolean;
  readonly place: string | null | undefined;
}

function factsOf(
  mail: BookingMail,
  booking: BookingRecord,
  { texts, tag }: MailLanguage,
  { who, when, before, meeting, isOver, place }: Said,
): Letter['facts'] {
  const { labels } = texts;
  const length = texts.minutes(Math.round((mail.end - mail.start) / MINUTE_MS));
  const rows: [string, string | null | undefined][] = [
    [labels.when, when],
    [labels.before, before],
    [labels.session, booking.sessionType ? `${booking.sessionType.name} (${length})` : length],
    [labels.with, who],
    [labels.meeting, isOver ? undefined : meeting],
    [labels.place, isOver || meeting ? undefined : place],
    [labels.price, mail.about !== 'cancelled' && booking.price?.amount ? money(booking.price, tag) : undefined],
    [
      labels.refund,
      mail.about === 'cancelled' && mail.money
        ? mail.money.amount > 0
          ? money(mail.money, tag)
          : texts.noRefund
        : undefined,
    ],
    [
      labels.reason,
      mail.about === 'cancelled' ? booking.cancellationReason : mail.about === 'moved' ? booking.moveReason : undefined,
    ],
    [labels.notes, mail.about === 'requested' || mail.about === 'confirmed' ? booking.notes : undefined],
    [labels.others, booking.attendeeEmails && listed(booking.attendeeEmails, tag)],
  ];
  return rows.filter((row): row is [string, string] => Boolean(row[1]));
}

function manageLabel({ texts }: MailLanguage, { side, about }: BookingMail): string {
  if (side === 'client') return texts.manage;
  return about === 'requested' ? texts.answer : texts.open;
}

async function manageAddress(
  { tokens, pages }: MailContext,
  booking: BookingRecord,
  { side }: BookingMail,
  own: string | null,
): Promise<string | undefined> {
  if (side === 'coach') return webAddress(pages?.coach);
  return bookingAddress(own ?? pages?.booking, booking.coachId, await tokens.link(linkClaims(booking)));
}

async function unsubscribeAddress({ tokens, publicUrl }: MailContext, userId: string): Promise<string | undefined> {
  return publicUrl === undefined ? undefined : `${publicUrl}/messages/unsubscribe/${await tokens.unsubscribe(userId)}`;
}

/** Guests do not learn the coach's address, because their own is not verified. */
function replyAddress({ side }: BookingMail, { client, coachAccount }: People): OutgoingMail['replyTo'] {
  const other = side === 'coach' ? client : client?.isGuest ? undefined : coachAccount;
  if (!other || other.email === '' || other.deletedAt !== undefined) return undefined;
  return { address: other.email, ...(other.name && { name: plainLine(other.name) }) };
}

interface Invited {
  readonly language: MailLanguage;
  readonly reader: Account;
  readonly who: string;
  readonly manage: string | undefined;
  readonly meeting: string | undefined;
  readonly coach: CoachRecord;
}

/**
 * The session for the reader's calendar (RFC 5546): a REQUEST when it is confirmed and each time it moves, with the same UID and a
 * higher SEQUENCE, and a CANCEL when it is cancelled. Where a calendar is connected, the session is entered there, and the provider
 * invites.
 */
async function invitationOf(
  { from, clock, store }: MailContext,
  mail: BookingMail,
  booking: BookingRecord,
  { language, reader, who, manage, meeting, coach }: Invited,
): Promise<MailInvitation | undefined> {
  const method =
    mail.about === 'cancelled' && mail.wasConfirmed
      ? 'CANCEL'
      : mail.about === 'confirmed' || (mail.about === 'moved' && booking.status === 'confirmed')
        ? 'REQUEST'
        : undefined;
  if (!method) return undefined;
  if (method === 'REQUEST') {
    for (const userId of [booking.coachId, booking.clientId]) {
      for (const provider of calendarProvider.options) {
        if (await store.calendars.connections.find(userId, provider)) return undefined;
      }
    }
  }
  const { texts } = language;
  const location = meeting ?? coach.profile.location;
  const url = manage ?? meeting;
  const description = [booking.notes, manage && labelled(manageLabel(language, mail), manage, language.tag)]
    .filter(Boolean)
    .join('\n\n');
  const content = toICalendar(
    {
      uid: booking.id,
      title: texts.eventTitle(who),
      start: mail.start,
      end: mail.end,
      sequence: mail.sequence,
      status: method === 'CANCEL' ? 'cancelled' : 'confirmed',
      updated: booking.updatedAt,
      organizer: { email: from.address, ...(coach.profile.name && { name: coach.profile.name }) },
      attendees: [{ email: reader.email, accepted: true, ...(reader.name && { name: reader.name }) }],
      ...(description && { description }),
      ...(location && { location }),
      ...(url && { url }),
    },
    { method, now: clock.now() },
  );
  return { method, content };
}
