import ICAL from 'ical.js';
import { afterEach, describe, expect, test } from 'vitest';
import { usualMessageSettings } from '../../../src/contract/desk/message-settings.ts';
import { createMockServer, seed } from '../../../src/mock/index.ts';
import { createMailbox } from '../../../src/mock/providers/mailbox.ts';
import { serve } from '../../../src/server/hosts/node.ts';
import { createSmtpMailer } from '../../../src/server/integrations/smtp/smtp-mailer.ts';
import { addressesOf, invitationIn, type ReceivedMail, startSmtp } from './smtp-stand-in.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const COACH = seed.coach.email;

/** The seeded server on real HTTP, whose mails go to a mail server and to the page at `/stand-in/mail/`. */
async function start() {
  const smtp = await startSmtp();
  const mailer = createSmtpMailer(smtp.config);
  const mailbox = createMailbox();
  const errors: unknown[] = [];
  const mock = createMockServer({
    clock: '2025-11-05T10:30:00Z',
    log: ({ error }) => errors.push(error),
    publicUrl: 'https://api.example.com',
    mail: ({ clock }) => ({
      mailer: {
        async send(mail) {
          await mailer.send(mail);
          await mailbox.mailer(clock).send(mail);
        },
      },
      from: { name: 'CultureBridge', address: 'bookings@culturebridge.example' },
      pages: { booking: 'https://ana.example/book' },
    }),
  });
  const host = await serve(async (request, peer) => mailbox.answer(request) ?? mock.fetch(request, peer), {
    port: 0,
    idleGraceMs: 0,
  });
  stops.push(host.stop, () => mailer.close?.(), smtp.stop);
  const call = async (method: string, path: string, json?: unknown, token?: string) => {
    const response = await fetch(host.url + path, {
      method,
      headers: {
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
  };
  const { body } = await call('POST', '/auth/login', { email: COACH, password: 'password123' });
  return { smtp, mailbox, mock, errors, call, coach: body.access_token as string };
}

/** The headers that a mail may have, each once. */
const HEADERS = new Set(
  'from to reply-to subject message-id references in-reply-to date mime-version content-type auto-submitted list-unsubscribe list-unsubscribe-post'.split(
    ' ',
  ),
);
const TAGS = /^<\/?(html|head|meta|title|style|body|table|tr|td|th|p|a|h1|div|span|br|main|ol|li|strong)(?=[\s>])/i;

/** Every tag is one of ours, nothing runs, and links lead to web addresses. */
function checkHtml(html: string): void {
  for (const [tag] of html.slice(html.indexOf('>') + 1).matchAll(/<[^>]*>?/g)) {
    expect(tag).toMatch(TAGS);
    // What people wrote in an attribute is escaped: between quotes there is no end of one.
    const names = [...tag.replace(/"[^"]*"/g, '""').matchAll(/\s([\w-]+)(?==|\s|>)/g)].map(([, name]) => name ?? '');
    expect(names.filter((name) => /^on|^(srcdoc|src|formaction|background|poster)$/i.test(name))).toEqual([]);
    const href = /\shref="([^"]*)"/.exec(tag)?.[1];
    if (href !== undefined) expect(href).toMatch(/^(https?:\/\/|\d+\.(html|txt|ics)$)/);
  }
  expect(html.replace(/[\t\r\n]/g, '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066\u2067]/u);
}

/** A mail to one person, whose headers and parts are as they would be with plain words. */
function checkMail(mail: ReceivedMail, to: string): void {
  const { parsed, raw } = mail;
  const names = parsed.headerLines.map(({ key }) => key);
  expect(names.filter((name) => !HEADERS.has(name))).toEqual([]);
  expect(names).toHaveLength(new Set(names).size);
  expect(addressesOf(parsed.to)).toEqual([to]);
  expect(addressesOf(parsed.from)).toEqual(['bookings@culturebridge.example']);
  expect(parsed.subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
  expect(parsed.text).not.toMatch(/[\0\r\u202a-\u202e]/);
  expect(raw.match(/^content-type: (text\/plain|text\/html)/gim)).toHaveLength(2);
  expect(parsed.attachments.length).toBeLessThanOrEqual(2);
  checkHtml(String(parsed.html));
  const invitation = invitationIn(mail);
  if (!invitation) return;
  const calendar = new ICAL.Component(ICAL.parse(invitation.text));
  const events = calendar.getAllSubcomponents();
  expect(events.map(({ name }) => name)).toEqual(['vevent']);
  const [event] = events;
  expect(event?.getAllProperties('attendee').map((one) => String(one.getFirstValue()))).toEqual([`mailto:${to}`]);
  expect(event?.getAllProperties('organizer')).toHaveLength(1);
  expect(event?.getAllSubcomponents()).toEqual([]);
  expect(invitation.text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
}

const words = [
  'Ana\r\nBcc: victim@example.com',
  'Ana\nSubject: other\n\nanother body',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style><svg onload=alert(1)>',
  'javascript:alert(1) https://x.example/"onclick="alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '\u202egnp.exe\u202c \u2066a\u2069',
  '\u2069\u2069\u2068\u2068a',
  '😀'.repeat(40),
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467} 𠜎𠜱',
  'bücher.example ẞ İstanbul ﷽',
  'x'.repeat(320),
  'x'.repeat(60),
  '=?utf-8?q?=0d=0aBcc:_victim@example.com?=',
  '"quoted" \\ <x@y.example>, z@w.example; (comment)',
  '.\r\n.\r\nQUIT\r\nMAIL FROM:<x@y.example>',
  'END:VEVENT\\nBEGIN:VEVENT;CN="a":mailto:victim@example.com',
  '#{7*7}{{7*7}}%0d%0aBcc:victim@example.com',
  '\ud83d half',
  '\0\u0007\u2028',
];

describe('what people write, through the API to the mails that arrive and the page that shows them', () => {
  test.each(words)('%j breaks no header, runs nothing and adds nobody', async (text) => {
    const { smtp, mailbox, mock, errors, call, coach } = await start();
    // Whoever may be refused: then plain words stand there, and the rest is tried.
    const accepts = async (method: string, path: string, json: (text: string) => object, token?: string) => {
      const reply = await call(method, path, json(text), token);
      expect([200, 201, 422]).toContain(reply.status);
      return reply.status === 422 ? call(method, path, json('Plain'), token) : reply;
    };
    const ana = `/coaches/${seed.coach.id}`;
    await accepts('PATCH', ana, (name) => ({ name }), coach);
    await accepts('PATCH', ana, (location) => ({ location }), coach);
    await accepts('PUT', `${ana}/messages`, (own_line) => ({ ...usualMessageSettings, own_line }), coach);
    const guest = await accepts('POST', '/auth/guest', (name) => ({ email: 'gast@example.com', name }));
    const token: string = guest.body.access_token;
    const booked = await accepts(
      'POST',
      '/booking',
      (notes) => ({
        coach_id: seed.coach.id,
        session_datetime: '2025-11-18T13:00:00Z',
        duration_minutes: 60,
        notes,
      }),
      token,
    );
    const { id } = booked.body;
    await mock.runDueJobs();
    await call('PATCH', `/booking/${id}/status`, { status: 'confirmed' }, coach);
    await mock.runDueJobs();
    await accepts('PATCH', `/booking/${id}`, (reason) => ({ session_datetime: '2025-11-19T14:00:00Z', reason }), token);
    await mock.runDueJobs();
    await accepts('PATCH', `/booking/${id}/status`, (reason) => ({ status: 'cancelled', reason }), coach);
    await mock.runDueJobs();

    for (const to of ['gast@example.com', COACH]) {
      expect(smtp.to(to).map(({ parsed }) => parsed.subject?.split(/[: ]/)[0])).toEqual([
        expect.stringMatching(/^(Requested|New)$/),
        'Confirmed',
        'Moved',
        'Cancelled',
      ]);
      for (const mail of smtp.to(to)) checkMail(mail, to);
    }
    expect(smtp.mails).toHaveLength(8);

    const list = await call('GET', '/stand-in/mail/');
    expect(list.text.match(/<li>/g)).toHaveLength(8);
    expect(list.text).toContain('Nothing left this computer');
    for (const path of ['', ...mailbox.mails.map((_, n) => `${n + 1}.html`)]) {
      const page = await call('GET', `/stand-in/mail/${path}`);
      expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
      // The page of a list has an icon, which a mail has not: an empty one, or Firefox asks for `/favicon.ico` against the policy.
      checkHtml(page.text.replace('<link rel="icon" href="data:,">', ''));
    }
    for (const path of ['1.txt', '2.ics']) {
      expect((await call('GET', `/stand-in/mail/${path}`)).headers.get('content-type')).toMatch(
        /^text\/(plain|calendar);/,
      );
    }
    expect(errors).toEqual([]);
  });

  test.each([
    ['jo@bücher.example', true],
    ['jo@xn--bcher-kva.example', true],
    ['jösé@example.com', true],
    ['😀@example.com', true],
    ["o'hara+a=b@example.com", true],
    ['a@b.example\r\nBcc: victim@example.com', false],
    ['a@b.example, victim@example.com', false],
    ['<a@b.example>', false],
    ['"a b"@example.com', false],
    [`${'x'.repeat(64)}@${'y'.repeat(60)}.${'z'.repeat(60)}.${'w'.repeat(60)}.${'v'.repeat(60)}.example`, false],
    ['a@b.example\0', false],
  ])('the address %j gets its mail or is refused, and nobody else gets one', async (email, isTaken) => {
    const { smtp, mock, errors, call } = await start();
    const guest = await call('POST', '/auth/guest', { email, name: 'Jo' });
    expect(guest.status).toBe(isTaken ? 201 : 422);
    if (!isTaken) return;
    const json = { coach_id: seed.coach.id, session_datetime: '2025-11-18T13:00:00Z', duration_minutes: 60 };
    await call('POST', '/booking', json, guest.body.access_token);
    await mock.runDueJobs();
    // The mail server may show a domain beyond ASCII in either form (RFC 5891).
    const ours = email.endsWith('example.com') ? [email] : ['jo@bücher.example', 'jo@xn--bcher-kva.example'];
    const others = smtp.mails.filter(({ to }) => to !== COACH);
    expect(others).toHaveLength(1);
    for (const { to, parsed } of others) {
      expect(ours).toContain(to);
      expect(addressesOf(parsed.to)).toHaveLength(1);
    }
    expect(errors).toEqual([]);
  });
});
