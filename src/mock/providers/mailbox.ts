import { escapeHtml } from '../../server/http/escape-html.ts';
import type { Mailer, OutgoingMail } from '../../server/messages/mailer.ts';
import { standInPage } from './stand-in-page.ts';

/** A mail that was sent to the stand-in. */
interface KeptMail extends OutgoingMail {
  readonly number: number;
  /** Epoch milliseconds, by the mock's clock. */
  readonly at: number;
}

/** A stand-in for a mail server: it keeps what is sent to it and shows it to a browser. */
export interface Mailbox {
  /** For the server; it is given the mock's clock. */
  mailer(clock: { now(): number }): Mailer;
  /** The last 500 mails that were sent, the oldest first. */
  readonly mails: readonly OutgoingMail[];
  /** Answers a browser; undefined for other paths. */
  answer(request: Request): Response | undefined;
}

/** The most mails that are kept. */
const MOST = 500;

/** Makes an empty mailbox below `/stand-in/mail/`. */
export function createMailbox(): Mailbox {
  const kept: KeptMail[] = [];
  let count = 0;
  return {
    mailer: (clock) => ({
      async send(mail) {
        // A second copy is known by its Message-ID, as mail programs know it.
        if (kept.some(({ id, to }) => id === mail.id && to.address === mail.to.address)) return;
        count += 1;
        kept.push({ ...mail, number: count, at: clock.now() });
        if (kept.length > MOST) kept.shift();
      },
    }),
    mails: kept,
    answer(request) {
      const { pathname } = new URL(request.url);
      if (pathname === '/stand-in/mail') return Response.redirect(new URL('/stand-in/mail/', request.url), 302);
      const [, number, form] = /^\/stand-in\/mail\/(?:(\d+)\.(html|txt|ics))?$/.exec(pathname) ?? [];
      if (!pathname.startsWith('/stand-in/mail/')) return undefined;
      if (pathname === '/stand-in/mail/') return listPage(kept);
      const mail = kept.find((one) => String(one.number) === number);
      if (!mail || (form === 'ics' && !mail.invitation)) return new Response('There is no such mail.', { status: 404 });
      return form === 'html' ? htmlOf(mail) : textOf(mail, form);
    },
  };
}

function listPage(mails: readonly KeptMail[]): Response {
  const items = [...mails].reverse().map((mail) => {
    const { number, subject, to, from, invitation, at } = mail;
    const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'medium', timeStyle: 'medium' }).format(
      at,
    );
    const calendar = invitation ? ` · <a href="${number}.ics">${invitation.method.toLowerCase()} .ics</a>` : '';
    return `<li><p><strong><a href="${number}.html">${escapeHtml(subject)}</a></strong><br>to ${escapeHtml(to.address)}, from ${escapeHtml(from.name ?? from.address)}, ${time} UTC<br><a href="${number}.txt">as text</a>${calendar}</p></li>`;
  });
  const list = items.length > 0 ? `<ol reversed>${items.join('')}</ol>` : '<p>Nobody has been written to yet.</p>';
  const notice =
    '<p class="notice">This is a stand-in for a mail server. Nothing left this computer, and it is empty again when the server stops.</p>';
  return standInPage('Mails that were sent', `${notice}<h1>Mails that were sent</h1>${list}`, 200);
}

function htmlOf({ html }: KeptMail): Response {
  // A mail has no icon, and its policy would refuse the site's: a browser says so in the console.
  return new Response(html.replace('<head>', '<head><link rel="icon" href="data:,">'), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      // As in a mail program: no script runs, and only pictures are loaded.
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; frame-ancestors 'none'",
    },
  });
}

function textOf(mail: KeptMail, form: string | undefined): Response {
  const isCalendar = form === 'ics';
  return new Response(isCalendar ? mail.invitation?.content : mail.text, {
    headers: {
      'content-type': isCalendar ? 'text/calendar; charset=utf-8' : 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    },
  });
}
