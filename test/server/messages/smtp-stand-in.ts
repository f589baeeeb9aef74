import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { SmtpConfig } from '../../../src/server/integrations/smtp/smtp-config.ts';

/** What the stand-in does with the next mails to an address. */
export type SmtpFault =
  | { readonly at: 'rcpt' | 'data' | 'mail'; readonly code: number; readonly times: number }
  /** Takes the mail, and closes the connection without an answer. */
  | { readonly at: 'drop-after-data'; readonly times: number }
  | { readonly at: 'silence'; readonly times: number }
  /** Answers, and takes its time. */
  | { readonly at: 'slow'; readonly times: number; readonly ms: number };

/** A mail as it arrived. */
export interface ReceivedMail {
  readonly to: string;
  readonly from: string;
  readonly raw: string;
  readonly parsed: ParsedMail;
  readonly isEncrypted: boolean;
  readonly user: string | undefined;
  /** By which reports of the mail name it (RFC 3461). */
  readonly envelopeId: string | undefined;
}

/** A mail server on loopback that speaks SMTP, and is as strict as real ones. */
export interface SmtpStandIn {
  readonly config: SmtpConfig;
  /** The certificate of its STARTTLS. */
  readonly ca: string;
  /** Every mail that was taken, in order; a second copy (same Message-ID and recipient) is counted and dropped, as receivers do. */
  readonly mails: readonly ReceivedMail[];
  readonly copies: number;
  /** How often somebody handed over a mail, taken or not. */
  readonly attempts: number;
  /** By recipient; `*` for all. */
  readonly faults: Map<string, SmtpFault>;
  to(address: string): readonly ReceivedMail[];
  stop(): Promise<void>;
}

interface StandInOptions {
  readonly user?: string;
  readonly password?: string;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Without it STARTTLS is not offered. */
  readonly isPlain?: boolean;
}

/** Starts one on a free port. */
export async function startSmtp(options: StandInOptions = {}): Promise<SmtpStandIn> {
  const mails: ReceivedMail[] = [];
  const known = new Set<string>();
  const faults = new Map<string, SmtpFault>();
  let copies = 0;
  let attempts = 0;

  /** The fault for an address at this step, used up once. */
  const fault = (address: string, at: SmtpFault['at']): SmtpFault | undefined => {
    const key = faults.has(address) ? address : '*';
    const found = faults.get(key);
    if (!found || found.at !== at || found.times <= 0) return undefined;
    faults.set(key, { ...found, times: found.times - 1 });
    return found;
  };
  const refusal = (code: number): Error => Object.assign(new Error('no'), { responseCode: code });

  const server = new SMTPServer({
    authOptional: options.user === undefined,
    disabledCommands: [...(options.user === undefined ? ['AUTH'] : []), ...(options.isPlain ? ['STARTTLS'] : [])],
    ...(options.tls ?? {}),
    size: 1_000_000,
    // Delivery status notifications (RFC 3461), as Postfix and others have them.
    hideDSN: false,
    logger: false,
    onAuth({ username, password }, _, done) {
      if (username === options.user && password === options.password) done(null, { user: username ?? '' });
      else done(refusal(535));
    },
    onMailFrom({ address }, _, done) {
      const found = fault(address, 'mail');
      done(found && 'code' in found ? refusal(found.code) : null);
    },
    onRcptTo({ address }, _, done) {
      const found = fault(address, 'rcpt');
      done(found && 'code' in found ? refusal(found.code) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        attempts += 1;
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const found = fault(to, 'data');
        if (found && 'code' in found) return done(refusal(found.code));
        if (fault(to, 'silence')) return;
        const slow = fault(to, 'slow');
        if (slow && 'ms' in slow) await new Promise((resolve) => setTimeout(resolve, slow.ms));
        const source = Buffer.concat(chunks);
        const { smtpUtf8 = false } = session.envelope as { readonly smtpUtf8?: boolean };
        const strict = strictFault(source, smtpUtf8);
        if (strict !== undefined) return done(refusal(554));
        const parsed = await simpleParser(source);
        const key = `${parsed.messageId} ${to}`;
        if (known.has(key)) copies += 1;
        else {
          known.add(key);
          mails.push({
            to,
            from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address,
            raw: source.toString('latin1'),
            parsed,
            isEncrypted: session.secure,
            user: session.user,
            envelopeId: (session.envelope as { readonly dsn?: { readonly envid?: string } }).dsn?.envid,
          });
        }
        if (fault(to, 'drop-after-data')) {
          for (const connection of server.connections) {
            if (connection.session.id === session.id)
              (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
          }
          return;
        }
        done(null, 'taken');
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { readonly port: number };
  return {
    config: {
      host: '127.0.0.1',
      port,
      secure: false,
      requireTls: false,
      ...(options.user !== undefined && { user: options.user, password: options.password ?? '' }),
    },
    ca: options.tls?.cert ?? '',
    mails,
    get copies() {
      return copies;
    },
    get attempts() {
      return attempts;
    },
    faults,
    to: (address) => mails.filter((mail) => mail.to === address),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/**
 * What real servers refuse: bare line feeds, lines over 998 octets (RFC 5321, 4.5.3.1.6), headers that are there twice or missing, or
 * beyond ASCII where the sender has not said so (RFC 6532).
 */
function strictFault(source: Buffer, smtpUtf8: boolean): string | undefined {
  const text = source.toString('latin1');
  if (/[^\r]\n|\r[^\n]/.test(text)) return 'a bare CR or LF';
  if (text.split('\r\n').some((line) => line.length > 998)) return 'a line over 998 octets';
  const head = text.slice(0, text.indexOf('\r\n\r\n'));
  if (!smtpUtf8 && /[^\r\n\t\x20-\x7e]/.test(head)) return 'a header beyond ASCII';
  for (const name of ['From', 'To', 'Subject', 'Date', 'Message-ID', 'MIME-Version']) {
    const found = head.match(new RegExp(`^${name}:`, 'gim'))?.length ?? 0;
    if (found !== 1) return `${name} is there ${found} times`;
  }
  return undefined;
}

/** The addresses of a parsed header. */
export function addressesOf(header: AddressObject | AddressObject[] | undefined): readonly string[] {
  return (Array.isArray(header) ? header : header ? [header] : []).flatMap(({ value }) =>
    value.map(({ address }) => address ?? ''),
  );
}

/** The iCalendar text of a mail, and the method its content type names. */
export function invitationIn({
  parsed,
  raw,
}: ReceivedMail): { readonly text: string; readonly method: string } | undefined {
  const part = parsed.attachments.find(({ contentType }) => /^(text\/calendar|application\/ics)/.test(contentType));
  if (!part) return undefined;
  const method = /content-type: text\/calendar;[\s\S]*?method=(\w+)/i.exec(raw)?.[1] ?? '';
  return { text: part.content.toString('utf8'), method };
}
