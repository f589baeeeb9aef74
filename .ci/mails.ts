import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { usualMessageSettings } from '../src/contract/desk/message-settings.ts';
import { createTokenSigner } from '../src/server/auth/tokens.ts';
import { escapeHtml } from '../src/server/http/escape-html.ts';
import { writeAccountMail } from '../src/server/messages/account-mail.ts';
import { writeBookingMail } from '../src/server/messages/booking-mail.ts';
import type { BookingMail } from '../src/server/messages/mail-jobs.ts';
import type { AccountMailKind, BookingMailKind } from '../src/server/messages/mail-texts.ts';
import type { OutgoingMail } from '../src/server/messages/mailer.ts';
import type { BookingRecord } from '../src/server/ports.ts';
import { createMemoryStore } from '../src/server/stores/memory.ts';
import { booking, coach } from '../src/server/stores/suite/records-for-checks.ts';
import { mirroredMails } from '../test/server/messages/mirrored-mails.ts';

// `npm run mails` writes every mail in every state into one page, to be opened in a browser and looked at.

const folder = join(import.meta.dirname, '../.cache/mails');
const NOW = Date.UTC(2025, 10, 17, 13);
const START = Date.UTC(2025, 10, 18, 13);
const HOUR = 3_600_000;
const clock = { now: () => NOW };
const tokens = createTokenSigner('the secret of a gallery is no secret', clock);

/** People with ordinary, long and hostile names. */
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
  ['follow_up', { status: 'completed' }, {}],
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
    // English in Hebrew letters: how mails look that are written from the right.
    languages: { he: mirroredMails },
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

const all = (
  await Promise.all(
    (Object.keys(looks) as Look[]).flatMap((look) => ['en', 'de-DE', 'he'].map((locale) => mailsOf(look, locale))),
  )
).flat();

mkdirSync(folder, { recursive: true });
const figures = all.map(([title, mail], index) => {
  const name = `${String(index + 1).padStart(3, '0')}.html`;
  writeFileSync(join(folder, name), mail.html);
  writeFileSync(join(folder, name.replace('.html', '.txt')), mail.text);
  if (mail.invitation) writeFileSync(join(folder, name.replace('.html', '.ics')), mail.invitation.content);
  const calendar = mail.invitation ? ` · <a href="${name.replace('.html', '.ics')}">.ics</a>` : '';
  return `<figure><figcaption><b>${escapeHtml(mail.subject)}</b><br>${escapeHtml(title)} · <a href="${name}">alone</a> · <a href="${name.replace('.html', '.txt')}">as text</a>${calendar}</figcaption>
<iframe src="${name}" title="${escapeHtml(title)}" sandbox loading="lazy"></iframe></figure>`;
});
writeFileSync(
  join(folder, 'index.html'),
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Mails</title><style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 1rem; display: grid; gap: 2rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)) }
figure { margin: 0; overflow-wrap: anywhere } iframe { width: 100%; height: 44rem; border: 1px solid; background: Canvas }
</style></head><body>${figures.join('\n')}</body></html>
`,
);
console.log(`${all.length} mails: ${join(folder, 'index.html')}`);
