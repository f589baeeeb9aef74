import { usualMessageSettings } from '../src/contract/desk/message-settings.ts';
import { createTokenSigner } from '../src/server/auth/tokens.ts';
import { writeAccountMail } from '../src/server/messages/account-mail.ts';
import { writeBookingMail } from '../src/server/messages/booking-mail.ts';
import type { BookingMail } from '../src/server/messages/mail-jobs.ts';
import type { AccountMailKind, BookingMailKind } from '../src/server/messages/mail-texts.ts';
import type { OutgoingMail } from '../src/server/messages/mailer.ts';
import type { BookingRecord } from '../src/server/ports.ts';
import { createMemoryStore } from '../src/server/stores/memory.ts';
import { booking, coach } from '../src/server/stores/suite/records-for-checks.ts';
import { mirroredMails } from '../test/server/messages/mirrored-mails.ts';

const NOW = Date.UTC(2025, 10, 17, 13);
const START = Date.UTC(2025, 10, 18, 13);
const HOUR = 3_600_000;
/** The tag used for a language that is written from right to left. */
const RIGHT_TO_LEFT = 'he';
const clock = { now: () => NOW };
const tokens = createTokenSigner('the secret of a gallery is no secret', clock);

/** Ordinary names; the same with a coach's own colour and texts; long and hostile names. */
const looks = {
  plain: { name: 'Jo Ríos', coachName: 'Ana Keller', notes: 'About the offer in Toronto', settings: {} },
  branded: {
    name: 'Jo Ríos',
    coachName: 'Ana Keller',
    notes: 'About the offer in Toronto',
    settings: {
      color: '#ffd400',
      own_line: 'Ana Keller, Schillerstraße 3, Berlin',
      follow_up_text: 'How was it?\nWrite to me.',
    },
  },
  hostile: {
    name: '<script>alert(1)</script>',
    coachName: `Maximiliane-Theodora von und zu ${'Ü'.repeat(60)}`,
    notes: `\u202egnp.exe\n<img src=x onerror=alert(1)> https://example.com/${'a'.repeat(120)} 😀`,
    settings: { color: '#000000' },
  },
} as const;

type Look = keyof typeof looks;

const kinds: readonly (readonly [BookingMailKind, Partial<BookingRecord>, Partial<BookingMail>])[] = [
  ['requested', { status: 'pending' }, {}],
  ['confirmed', { status: 'confirmed', meetingLink: 'https://meet.example.com/abc' }, {}],
  [
    'moved',
    { status: 'confirmed', moveReason: 'The train' },
    { by: 'client', before: { start: START - 24 * HOUR, end: START - 23 * HOUR } },
  ],
  [
    'cancelled',
    { status: 'cancelled', cancellationReason: 'I am ill' },
    { by: 'coach', wasConfirmed: true, money: { amount: 9000, currency: 'EUR' } },
  ],
  ['reminder', { status: 'confirmed', meetingLink: 'https://meet.example.com/abc' }, { minutes: 1440 }],
  ['follow_up', { status: 'completed', consent: { text: 'Write to me afterwards', version: 1, at: NOW } }, {}],
  ['paid', { status: 'confirmed' }, { money: { amount: 9000, currency: 'EUR' } }],
  ['payment_failed', { status: 'pending' }, { money: { amount: 9000, currency: 'EUR' } }],
  ['refunded', { status: 'cancelled' }, { money: { amount: 4500, currency: 'EUR' } }],
];
const accountKinds: readonly AccountMailKind[] = [
  'verify_email',
  'reset_password',
  'account_exists',
  'reconnect_calendar',
  'new_link',
];

/** All mails of one look in one language, with what tells them apart. */
async function mailsOf(look: Look, locale: string): Promise<readonly (readonly [string, OutgoingMail])[]> {
  const { name, coachName, notes, settings } = looks[look];
  const store = createMemoryStore();
  const person = { timeZone: 'Europe/Berlin', locale, isActive: true, createdAt: 0 };
  await store.accounts.add({ ...person, id: 'client', email: 'jo@example.com', name, role: 'client', isGuest: true });
  await store.accounts.add({
    ...person,
    id: 'c',
    email: 'ana@example.com',
    name: coachName,
    role: 'coach',
    isGuest: false,
  });
  const record = coach('c');
  await store.coaches.add({
    ...record,
    schedule: { ...record.schedule, time_zone: 'Europe/Berlin' },
    profile: { user_id: 'c', name: coachName, location: 'Video call' },
    messages: { ...usualMessageSettings, ...settings },
  });
  const context = {
    store,
    clock,
    tokens,
    publicUrl: 'https://api.example.com',
    mailer: { send: async () => undefined },
    from: { name: 'CultureBridge', address: 'bookings@example.com' },
    pages: { booking: 'https://www.example.com/book', coach: 'https://www.example.com/desk' },
    // English in Hebrew letters, to see mails that are written from right to left.
    languages: { [RIGHT_TO_LEFT]: mirroredMails },
  };
  const found: (readonly [string, OutgoingMail])[] = [];
  let version = 0;
  for (const [about, change, more] of kinds) {
    version += 1;
    const price = { amount: 9000, currency: 'EUR' };
    const one = { ...booking('b', 0), start: START, end: START + HOUR, notes, price, version, ...change };
    await store.bookings.save(one, version === 1 ? {} : { basedOn: version - 1 });
    for (const side of ['client', 'coach'] as const) {
      if (side === 'coach' && (about === 'follow_up' || about === 'payment_failed')) continue;
      const mail: BookingMail = { about, side, bookingId: 'b', sequence: 0, start: START, end: START + HOUR, ...more };
      const written = await writeBookingMail(context, `${about} ${side}`, mail);
      if (!written) throw new Error(`There is no mail ${about} to the ${side}`);
      found.push([`${about}, ${side}, ${look}, ${locale}`, written.mail]);
    }
  }
  for (const about of accountKinds) {
    const written = await writeAccountMail(context, about, {
      about,
      userId: 'client',
      bookingId: 'b',
      calendar: 'Google',
    });
    if (written) found.push([`${about}, ${look}, ${locale}`, written.mail]);
  }
  return found;
}

/** Every mail in every state: with each of `looks`, in three languages, one of them written from right to left. */
export async function mailGallery(): Promise<readonly (readonly [title: string, mail: OutgoingMail])[]> {
  const looksIn = (locale: string) => (Object.keys(looks) as Look[]).map((look) => mailsOf(look, locale));
  return (await Promise.all(['en', 'de-DE', RIGHT_TO_LEFT].flatMap(looksIn))).flat();
}
