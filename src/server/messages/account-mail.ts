import { LINK_LIFETIME_MS } from '../../domain/booking/link-lifetime.ts';
import { RESET_LINK_SECONDS } from '../auth/tokens.ts';
import { linkClaims } from '../bookings/write-booking.ts';
import type { Account } from '../ports.ts';
import { isolate, plainSentence } from './isolates.ts';
import { type Letter, letterHtml, letterText } from './letter.ts';
import { bookingAddress, type MailContext } from './mail-context.ts';
import { mailHeaders, messageId } from './mail-headers.ts';
import type { AccountMail } from './mail-jobs.ts';
import { mailLanguage } from './mail-languages.ts';
import type { OutgoingMail, WrittenMail } from './mailer.ts';
import { plainLine } from './plain-line.ts';

/** Writes a mail about an account; undefined for one that was deleted. */
export async function writeAccountMail(
  context: MailContext,
  key: string,
  mail: AccountMail,
): Promise<WrittenMail | undefined> {
  const reader = await context.store.accounts.find(mail.userId);
  const address = mail.address ?? reader?.email;
  if (!reader || !address || reader.deletedAt !== undefined) return undefined;
  const language = mailLanguage(reader.locale, context.languages);
  const texts = language.texts.account[mail.about];
  const facts = {
    calendar: isolate(plainLine(mail.calendar ?? ''), language.direction),
    minutes: RESET_LINK_SECONDS / 60,
  };
  const link = await linkOf(context, reader, mail);
  const letter: Letter = {
    language: language.tag,
    direction: language.direction,
    subject: plainSentence(texts.subject(facts)),
    heading: texts.heading(facts),
    hello: language.texts.hello(reader.name === null ? null : isolate(plainLine(reader.name), language.direction)),
    intro: texts.intro(facts),
    facts: [],
    actions: link === undefined ? [] : [{ label: texts.action, address: link }],
    footer: [language.texts.why.account, ...(mail.about === 'reconnect_calendar' ? [] : [language.texts.notYou])],
    look: {},
  };
  const written: OutgoingMail = {
    id: messageId(key, context.from.address),
    from: context.from,
    to: { address, ...(reader.name && { name: plainLine(reader.name) }) },
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter),
    headers: mailHeaders(),
  };
  return { mail: written, userId: reader.id };
}

async function linkOf(context: MailContext, reader: Account, mail: AccountMail): Promise<string | undefined> {
  const { pages, store, tokens } = context;
  switch (mail.about) {
    case 'verify_email':
      return hosted(context, 'confirm', await tokens.account('verify-email', reader));
    case 'reset_password':
    case 'account_exists':
      return hosted(context, 'password', await tokens.account('reset-password', reader));
    case 'reconnect_calendar':
      return pages?.coach;
    case 'new_link': {
      const booking = mail.bookingId === undefined ? undefined : await store.bookings.find(mail.bookingId);
      const coach = booking && (await store.coaches.find(booking.coachId));
      if (!booking) return undefined;
      const link = await tokens.link({ ...linkClaims(booking), until: context.clock.now() + LINK_LIFETIME_MS });
      return bookingAddress(coach?.messages?.page_url ?? pages?.booking, booking.coachId, link);
    }
  }
}

/** A page of the server's own: it works whatever page the widget stands on. */
function hosted({ publicUrl }: MailContext, page: 'confirm' | 'password', secret: string): string | undefined {
  return publicUrl === undefined ? undefined : `${publicUrl}/account/${page}/${secret}`;
}
