import { isPassword, PASSWORD_LEAST, PASSWORD_MOST } from '../../contract/auth.ts';
import { accountOfLink, choosePassword, confirmAddress } from '../accounts/mail-links.ts';
import { escapeHtml } from '../http/escape-html.ts';
import type { Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import { type MailLanguage, type MailLanguages, mailLanguage } from '../messages/mail-languages.ts';
import type { Account } from '../ports.ts';

const PATH = /^\/(messages\/unsubscribe|account\/confirm|account\/password)\/([\w.-]{1,2000})$/;

/** A page that a link in a mail leads to, and the secret in the link. */
interface MailPage {
  readonly kind: 'unsubscribe' | 'confirm' | 'password';
  readonly token: string;
}

/** The page that a path of a link in a mail names; undefined for other paths. */
export function mailPageIn(path: string): MailPage | undefined {
  const [, place, token] = PATH.exec(path) ?? [];
  const kind = place?.split('/')[1];
  if (token === undefined || (kind !== 'unsubscribe' && kind !== 'confirm' && kind !== 'password')) return undefined;
  return { kind, token };
}

interface PageParts extends Pick<Services, 'store' | 'tokens' | 'passwords' | 'passwordFault'> {
  readonly languages: MailLanguages | undefined;
}

/**
 * A page behind a link in a mail: to get no more reminders, to confirm an address, to choose a password. Opening it only asks, because
 * programs that look through mails open links; `POST`, by the page's button or by the mail program (RFC 8058), does it.
 */
export async function serveMailPage(parts: PageParts, { kind, token }: MailPage, request: Request): Promise<Response> {
  const isDone = request.method === 'POST';
  try {
    const account = await accountFor(parts, kind, token);
    const language = mailLanguage(account.locale, parts.languages);
    const texts = language.texts.pages[kind];
    let fault = '';
    if (isDone) fault = await act(parts, kind, token, request);
    if (isDone && fault === '') return page(language, texts.title, `<p role="status">${escapeHtml(texts.done)}</p>`);
    const field =
      kind === 'password'
        ? `<label for="p">${escapeHtml(language.texts.pages.password.label)}</label><input id="p" name="password" type="password" autocomplete="new-password" required minlength="${PASSWORD_LEAST}"${fault ? ' aria-invalid="true" aria-describedby="f"' : ''}>${fault ? `<p id="f" role="alert">${escapeHtml(fault)}</p>` : ''}`
        : `<p>${escapeHtml(texts.question)}</p>`;
    const form = `<form method="post">${field}<button>${escapeHtml(texts.button)}</button></form>`;
    return page(language, texts.title, form, fault ? 422 : 200);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status >= 500) throw error;
    const language = mailLanguage(undefined, parts.languages);
    const { title, gone } = language.texts.pages.gone;
    return page(language, title, `<p role="alert">${escapeHtml(gone)}</p>`, 404);
  }
}

async function accountFor({ store, tokens }: PageParts, kind: MailPage['kind'], token: string): Promise<Account> {
  if (kind !== 'unsubscribe')
    return accountOfLink(store, tokens, kind === 'confirm' ? 'verify-email' : 'reset-password', token);
  const account = await store.accounts.find(await tokens.readUnsubscribe(token));
  if (!account || account.deletedAt !== undefined) throw new ProblemError('not_found');
  return account;
}

/** Does what the page is for; gives a sentence where the input is refused. */
async function act(parts: PageParts, kind: MailPage['kind'], token: string, request: Request): Promise<string> {
  if (kind === 'confirm') {
    await confirmAddress(parts, token);
    return '';
  }
  if (kind === 'unsubscribe') {
    const userId = await parts.tokens.readUnsubscribe(token);
    await parts.store.transaction(async ({ accounts }) => {
      const current = await accounts.find(userId);
      if (current && current.deletedAt === undefined) await accounts.update({ ...current, noReminders: true });
    });
    return '';
  }
  const password = new URLSearchParams((await request.text()).slice(0, 4000)).get('password') ?? '';
  if (!isPassword(password)) return `The password must be ${PASSWORD_LEAST} to ${PASSWORD_MOST} characters`;
  return choosePassword(parts, token, password, 'password').then(
    () => '',
    (error: unknown) => {
      if (error instanceof ProblemError && error.code === 'invalid_request')
        return `The password ${error.errors[0]?.message}`;
      throw error;
    },
  );
}

function page({ tag, direction }: MailLanguage, title: string, body: string, status = 200): Response {
  const html = `<!doctype html>
<html lang="${escapeHtml(tag)}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>${escapeHtml(title)}</title><style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 32rem; margin: 2rem auto; padding: 0 1rem }
label { display: block; font-weight: 600 }
input { box-sizing: border-box; width: 100%; font: inherit; padding: .5rem }
button { font: inherit; min-height: 2.75rem; margin-top: 1rem; padding: .5rem 1.5rem }
</style></head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; frame-ancestors 'none'",
      // The secret is in the address.
      'referrer-policy': 'no-referrer',
    },
  });
}
