import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { mailConfigFromEnv, type SmtpConfig } from '../../../src/server/integrations/smtp/smtp-config.ts';
import { createSmtpMailer } from '../../../src/server/integrations/smtp/smtp-mailer.ts';
import { type Mailer, MailRefused, type OutgoingMail } from '../../../src/server/messages/mailer.ts';
import { addressesOf, type SmtpStandIn, startSmtp } from '../messages/smtp-stand-in.ts';

const fixture = (name: string) => readFileSync(new URL(`../messages/fixtures/${name}`, import.meta.url), 'utf8');
const tls = { key: fixture('loopback-key.pem'), cert: fixture('loopback-cert.pem') };
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function start(options: Parameters<typeof startSmtp>[0] = {}): Promise<SmtpStandIn> {
  const smtp = await startSmtp(options);
  stops.push(smtp.stop);
  return smtp;
}
function mailerFor(config: SmtpConfig, options: Parameters<typeof createSmtpMailer>[1] = {}): Mailer {
  const mailer = createSmtpMailer(config, options);
  stops.unshift(() => mailer.close?.());
  return mailer;
}
const mail = (change: Partial<OutgoingMail> = {}): OutgoingMail => ({
  id: '1@a.example',
  from: { name: 'Ana', address: 'ana@a.example' },
  to: { address: 'bo@b.example' },
  subject: 'Hello',
  text: 'Text',
  html: '<p>HTML</p>',
  headers: { 'Auto-Submitted': 'auto-generated' },
  ...change,
});

describe('a mail', () => {
  test('goes by STARTTLS and a log-in where the server asks for both', async () => {
    const smtp = await start({ user: 'u', password: 'geheim ü', tls });
    await mailerFor({ ...smtp.config, requireTls: true }, { ca: smtp.ca }).send(mail());
    expect(smtp.mails[0]).toMatchObject({ isEncrypted: true, user: 'u', to: 'bo@b.example', from: 'ana@a.example' });
  });

  test('does not go without encryption where it is asked for, nor to a certificate that nobody vouches for', async () => {
    const plain = await start({ isPlain: true });
    await expect(mailerFor({ ...plain.config, requireTls: true }).send(mail())).rejects.toThrow();
    const unknown = await start({ tls });
    await expect(mailerFor({ ...unknown.config, requireTls: true }).send(mail())).rejects.toThrow(/certificate/);
    expect([...plain.mails, ...unknown.mails]).toEqual([]);
  });

  test('that the server puts off may go later; one that it will never take is refused', async () => {
    const smtp = await start();
    const mailer = mailerFor(smtp.config);
    for (const at of ['rcpt', 'data'] as const) {
      smtp.faults.set('bo@b.example', { at, code: 451, times: 1 });
      const later = await mailer.send(mail()).catch((error: unknown) => error);
      expect(later).toBeInstanceOf(Error);
      expect(later).not.toBeInstanceOf(MailRefused);
      smtp.faults.set('bo@b.example', { at, code: 550, times: 1 });
      await expect(mailer.send(mail())).rejects.toBeInstanceOf(MailRefused);
    }
    await mailer.send(mail());
    expect(smtp.mails).toHaveLength(1);
  });

  test('is not refused for good when the log-in or the sender is: that can be mended', async () => {
    const locked = await start({ user: 'u', password: 'right', tls });
    const config = { ...locked.config, requireTls: true, password: 'wrong' };
    const failure = await mailerFor(config, { ca: locked.ca })
      .send(mail())
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(MailRefused);
    expect(String(failure)).not.toContain('wrong');
    const smtp = await start();
    smtp.faults.set('*', { at: 'mail', code: 550, times: 1 });
    const sender = await mailerFor(smtp.config)
      .send(mail())
      .catch((error: unknown) => error);
    expect(sender).toBeInstanceOf(Error);
    expect(sender).not.toBeInstanceOf(MailRefused);
  });

  test('whose answer is lost is handed over once a call, and again with the same Message-ID', async () => {
    const smtp = await start();
    const mailer = mailerFor(smtp.config);
    smtp.faults.set('bo@b.example', { at: 'drop-after-data', times: 1 });
    await expect(mailer.send(mail())).rejects.toThrow();
    expect(smtp.attempts).toBe(1);
    await mailer.send(mail());
    expect(smtp.attempts).toBe(2);
    expect([smtp.mails.length, smtp.copies]).toEqual([1, 1]);
  });

  test('goes once where the server takes its time', async () => {
    const smtp = await start();
    smtp.faults.set('bo@b.example', { at: 'slow', times: 1, ms: 300 });
    const mailer = mailerFor(smtp.config, { silenceMs: 30_000 });
    await Promise.all([mailer.send(mail()), mailer.send(mail({ id: '2@a.example' }))]);
    expect([smtp.mails.length, smtp.copies, smtp.attempts]).toEqual([2, 0, 2]);
  });

  test('is given up for now when the server says nothing', async () => {
    const smtp = await start();
    smtp.faults.set('bo@b.example', { at: 'silence', times: 1 });
    await expect(mailerFor(smtp.config, { silenceMs: 200 }).send(mail())).rejects.toThrow();
  });
});

describe('whatever people wrote', () => {
  const hostile = [
    'Ana\r\nBcc: victim@example.com',
    'Ana\nSubject: other',
    '<script>alert(1)</script>',
    '"quoted" \\ <x@y.example>, z@w.example',
    '\u202egnp.exe',
    '😀'.repeat(30),
    'Ünïcödé Ñame',
    'x'.repeat(320),
    '=?utf-8?q?=0aBcc:_a@b.example?=',
    '\0\u0007\u2028',
  ];
  test.each(hostile)('%j begins no header and adds no recipient', async (text) => {
    const smtp = await start();
    await mailerFor(smtp.config).send(
      mail({
        subject: text,
        text,
        from: { name: text, address: 'ana@a.example' },
        to: { name: text, address: 'bo@b.example' },
        replyTo: { name: text, address: 'reply@a.example' },
      }),
    );
    const [received] = smtp.mails;
    expect(received?.to).toBe('bo@b.example');
    expect(addressesOf(received?.parsed.to)).toEqual(['bo@b.example']);
    expect(addressesOf(received?.parsed.from)).toEqual(['ana@a.example']);
    expect(received?.parsed.bcc).toBeUndefined();
    expect(received?.parsed.headers.has('bcc')).toBe(false);
  });

  test('an address with an international domain goes in its ASCII form, and one that is none is refused', async () => {
    const smtp = await start();
    const mailer = mailerFor(smtp.config);
    await mailer.send(mail({ to: { address: 'bo@bücher.example' } }));
    expect(smtp.mails[0]?.to).toMatch(/^bo@(xn--bcher-kva|bücher)\.example$/);
    await expect(mailer.send(mail({ to: { address: 'no address' } }))).rejects.toBeInstanceOf(MailRefused);
  });
});

describe('the settings', () => {
  const from = { SMTP_FROM_EMAIL: 'a@b.example' };
  test('are those of the guide, or one address', () => {
    expect(mailConfigFromEnv({})).toBeUndefined();
    expect(
      mailConfigFromEnv({
        ...from,
        SMTP_HOST: 'smtp.example.com',
        SMTP_PORT: '587',
        SMTP_USER: 'u',
        SMTP_PASSWORD: 'p',
      }),
    ).toEqual({
      smtp: { host: 'smtp.example.com', port: 587, secure: false, requireTls: true, user: 'u', password: 'p' },
      from: { address: 'a@b.example' },
      pages: {},
    });
    expect(mailConfigFromEnv({ ...from, MAIL_URL: 'smtps://u:p%40ss@smtp.example.com' })?.smtp).toEqual({
      host: 'smtp.example.com',
      port: 465,
      secure: true,
      requireTls: false,
      user: 'u',
      password: 'p@ss',
    });
    const bounces = { SMTP_BOUNCE_EMAIL: 'bounces@b.example', BOUNCE_SECRET: 'x'.repeat(24) };
    expect(mailConfigFromEnv({ ...from, ...bounces, SMTP_HOST: 'x' })).toMatchObject({
      smtp: { host: 'x', bounces: 'bounces@b.example' },
      bounceSecret: 'x'.repeat(24),
    });
    expect(mailConfigFromEnv({ ...from, MAIL_URL: 'smtp://127.0.0.1:2525' })?.smtp).toMatchObject({
      requireTls: false,
    });
  });
  test.each([
    [{ SMTP_HOST: 'x' }, /SMTP_FROM_EMAIL/],
    [{ ...from }, /SMTP_HOST or MAIL_URL/],
    [{ ...from, SMTP_HOST: 'x', SMTP_USER: 'u' }, /both SMTP_USER/],
    [{ ...from, SMTP_HOST: 'x', SMTP_PORT: '99999' }, /SMTP_PORT/],
    [{ ...from, MAIL_URL: 'https://u:secret@x' }, /MAIL_URL must look like/],
    [{ ...from, SMTP_HOST: 'x', SMTP_BOUNCE_EMAIL: 'nobody' }, /SMTP_BOUNCE_EMAIL/],
    [{ ...from, SMTP_HOST: 'x', BOUNCE_SECRET: 'secret' }, /BOUNCE_SECRET must be/],
    [{ ...from, SMTP_HOST: 'x', BOOKING_PAGE_URL: 'javascript:1' }, /BOOKING_PAGE_URL/],
  ])('%j is refused with a sentence that says what to do', (env, sentence) => {
    expect(() => mailConfigFromEnv(env)).toThrow(sentence);
    expect(() => mailConfigFromEnv(env)).not.toThrow(/secret/);
  });
});
