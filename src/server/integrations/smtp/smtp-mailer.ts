import type { Transporter } from 'nodemailer';
import { type Mailer, MailRefused, type OutgoingMail } from '../../messages/mailer.ts';
import type { SmtpConfig } from './smtp-config.ts';

const CONNECTION_TIMEOUT_MS = 15_000;
/** A job may run for almost five minutes; a server that says nothing for this long is given up before. */
const SILENCE_MS = 60_000;
const CONNECTIONS = 4;

/** Options beside the settings, for tests. */
interface SmtpMailerOptions {
  /** Certificates that are trusted besides the machine's. */
  readonly ca?: string;
  readonly silenceMs?: number;
}

/**
 * Sends mails by SMTP. The package `nodemailer` is loaded by the first mail, which rejects with a sentence that names it when it is not
 * installed. Each call sends the mail at most once: after a lost connection the job decides about another attempt.
 */
export function createSmtpMailer(config: SmtpConfig, options: SmtpMailerOptions = {}): Mailer {
  let loading: Promise<Transporter> | undefined;
  const transport = (): Promise<Transporter> => {
    loading ??= openTransport(config, options);
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };

  return {
    async send(mail) {
      const { sendMail } = await transport().then((open) => ({ sendMail: open.sendMail.bind(open) }));
      try {
        await sendMail(messageOf(mail, config.bounces));
      } catch (error) {
        throw readFailure(error);
      }
    },
    async close() {
      const open = await loading?.catch(() => undefined);
      open?.close();
      loading = undefined;
    },
  };
}

async function openTransport(
  config: SmtpConfig,
  { ca, silenceMs = SILENCE_MS }: SmtpMailerOptions,
): Promise<Transporter> {
  const { createTransport } = await import('nodemailer').catch((cause: unknown) => {
    throw new Error('Mail needs the package "nodemailer": npm install nodemailer@10', { cause });
  });
  const { host, port, secure, requireTls, user, password } = config;
  return createTransport({
    pool: true,
    host,
    port,
    secure,
    requireTLS: requireTls,
    // Nobody can listen in on loopback, and mail servers there sign their own certificates.
    ignoreTLS: !requireTls,
    maxConnections: CONNECTIONS,
    // A connection that breaks while a mail is handed over: the job tries again, so that every attempt is counted.
    maxRequeues: 0,
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    greetingTimeout: CONNECTION_TIMEOUT_MS,
    socketTimeout: silenceMs,
    // A mail is made of texts only: none of its parts is read from a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    ...(ca !== undefined && { tls: { ca } }),
  });
}

/** The longest envelope id (RFC 3461, 4.4). */
const ENVELOPE_ID_MAX = 100;

function messageOf(
  { id, from, to, replyTo, subject, text, html, thread, headers, invitation }: OutgoingMail,
  bounces: string | undefined,
) {
  const person = ({ name = '', address }: OutgoingMail['to']) => ({ name, address });
  const envelopeId = id.slice(0, id.lastIndexOf('@'));
  return {
    messageId: `<${id}>`,
    ...(bounces !== undefined && { envelope: { from: bounces, to: to.address } }),
    // For servers with DSN (RFC 3461): a mail that comes back has this id and only the headers of this mail; delays are not reported.
    ...(envelopeId.length <= ENVELOPE_ID_MAX && {
      dsn: { id: envelopeId, return: 'headers' as const, notify: 'failure' as const },
    }),
    from: person(from),
    to: person(to),
    // A reply address beyond ASCII only in mails to an address beyond ASCII (RFC 6531, 3.4): servers refuse other mails with one.
    ...(replyTo && (isAscii(replyTo) || !isAscii(to)) && { replyTo: person(replyTo) }),
    subject,
    text,
    html,
    ...(thread !== undefined && { references: `<${thread}>`, inReplyTo: `<${thread}>` }),
    headers: { ...headers },
    ...(invitation && {
      icalEvent: { method: invitation.method, content: invitation.content, filename: 'invite.ics' },
    }),
  };
}

/** True where the part before the `@` is ASCII: a domain has an ASCII form in any case. */
function isAscii({ address }: OutgoingMail['to']): boolean {
  return /^\p{ASCII}*$/u.test(address.slice(0, address.lastIndexOf('@')));
}

/** A mail that the server will never take is `MailRefused`; other errors are temporary. The message quotes the server, never the mail. */
function readFailure(error: unknown): Error {
  const { responseCode, command, code, message } = error as {
    readonly responseCode?: number;
    readonly command?: string;
    readonly code?: string;
    readonly message?: string;
  };
  const said = String(message ?? error).slice(0, 300);
  // RFC 5321, 4.2.1: 5yz is final. A refused sender or password is the operator's to mend, and then the mail still goes.
  const isAboutMail = command === 'RCPT TO' || command === 'DATA' || code === 'EMESSAGE';
  if (isAboutMail && responseCode !== undefined && responseCode >= 500) return new MailRefused(said, { cause: error });
  // A server without SMTPUTF8 (RFC 6531) cannot take an address with letters beyond ASCII.
  if (command === 'MAIL FROM' && /internationalized/i.test(said)) return new MailRefused(said, { cause: error });
  if (code === 'EENVELOPE' && responseCode === undefined) return new MailRefused(said, { cause: error });
  return new Error(said, { cause: error });
}
