import type { MailPages } from '../../messages/mail-context.ts';
import type { MailAddress } from '../../messages/mailer.ts';

/** How to reach a mail server. */
export interface SmtpConfig {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte on (port 465); else the connection is upgraded by STARTTLS. */
  readonly secure: boolean;
  /** True: without STARTTLS nothing is sent. Loopback needs none. */
  readonly requireTls: boolean;
  readonly user?: string;
  readonly password?: string;
  /** Where mails that cannot be delivered come back to: the envelope's sender. @default the sender */
  readonly bounces?: string;
}

/** The settings of mail. */
export interface MailConfig {
  readonly smtp: SmtpConfig;
  readonly from: MailAddress;
  readonly pages: MailPages;
  /** Callers who report mails that came back must send it. */
  readonly bounceSecret?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const EMAIL = /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+$/;

/**
 * Reads the settings of mail: `MAIL_URL` (`smtps://user:password@host`), or `SMTP_HOST`, `SMTP_PORT`, `SMTP_USER`, `SMTP_PASSWORD`;
 * `SMTP_FROM_EMAIL`, `SMTP_FROM_NAME`; the pages that links lead to: `BOOKING_PAGE_URL`, `COACH_PAGE_URL`;
 * and, for mails that come back, `SMTP_BOUNCE_EMAIL` and `BOUNCE_SECRET`.
 * `undefined` where no mail server is named. Throws when something is missing or wrong; the message has no password.
 */
export function mailConfigFromEnv(env: Environment): MailConfig | undefined {
  const smtp = env.MAIL_URL ? fromUrl(env.MAIL_URL) : env.SMTP_HOST ? fromParts(env, env.SMTP_HOST) : undefined;
  if (!smtp) {
    if (env.SMTP_FROM_EMAIL) throw new Error('SMTP_FROM_EMAIL is set, and no mail server: set SMTP_HOST or MAIL_URL');
    return undefined;
  }
  const address = env.SMTP_FROM_EMAIL ?? '';
  if (!EMAIL.test(address)) throw new Error('Set SMTP_FROM_EMAIL to the address that mails come from');
  const name = env.SMTP_FROM_NAME?.replace(/\p{Cc}+/gu, ' ').trim();
  const { SMTP_BOUNCE_EMAIL: bounces, BOUNCE_SECRET: bounceSecret } = env;
  if (bounces && !EMAIL.test(bounces)) throw new Error(`SMTP_BOUNCE_EMAIL ${bounces}: must be an e-mail address`);
  if (bounceSecret && !/^\S{24,}$/.test(bounceSecret)) {
    throw new Error(
      'BOUNCE_SECRET must be 24 characters or more, without blanks: `openssl rand -hex 24` makes a good one',
    );
  }
  return {
    smtp: { ...smtp, ...(bounces && { bounces }) },
    ...(bounceSecret && { bounceSecret }),
    from: { address, ...(name && { name }) },
    pages: {
      ...page(env, 'BOOKING_PAGE_URL', 'booking'),
      ...page(env, 'COACH_PAGE_URL', 'coach'),
    },
  };
}

function fromUrl(text: string): SmtpConfig {
  if (!URL.canParse(text) || !/^smtps?:$/.test(new URL(text).protocol)) {
    throw new Error('MAIL_URL must look like smtps://user:password@smtp.example.com or smtp://…:587');
  }
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTls: !secure && !isLoopback(host),
    ...credentials(decodeURIComponent(url.username), decodeURIComponent(url.password)),
  };
}

function fromParts(env: Environment, host: string): SmtpConfig {
  const port = env.SMTP_PORT || '587';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Error(`SMTP_PORT ${port}: must be a port`);
  if (Boolean(env.SMTP_USER) !== Boolean(env.SMTP_PASSWORD)) {
    throw new Error('Set both SMTP_USER and SMTP_PASSWORD, or neither');
  }
  // RFC 8314, 3.3: 465 is TLS from the first byte on.
  const secure = Number(port) === 465;
  const login = credentials(env.SMTP_USER ?? '', env.SMTP_PASSWORD ?? '');
  return { host, port: Number(port), secure, requireTls: !secure && !isLoopback(host), ...login };
}

function credentials(user: string, password: string): Pick<SmtpConfig, 'user' | 'password'> {
  return user === '' ? {} : { user, password };
}

function page(env: Environment, name: string, key: keyof MailPages): MailPages {
  const text = env[name];
  if (!text) return {};
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new Error(`${name} ${text}: must be the address of a page, such as https://www.example.com/book`);
  }
  return { [key]: text };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
