import type { TokenSigner } from '../auth/tokens.ts';
import { ProblemError } from '../http/problem-error.ts';
import { escapeHtml } from '../messages/letter.ts';
import { type MailLanguages, mailLanguage } from '../messages/mail-languages.ts';
import type { Store } from '../ports.ts';

/** The secret in the path of a link to get no more reminders; undefined for other paths. */
export function unsubscribeTokenIn(path: string): string | undefined {
  return /^\/messages\/unsubscribe\/([\w.-]{1,1000})$/.exec(path)?.[1];
}

interface UnsubscribeParts {
  readonly store: Store;
  readonly tokens: Pick<TokenSigner, 'readUnsubscribe'>;
  readonly languages: MailLanguages | undefined;
}

/**
 * The page behind a mail's link to get no more reminders. Opening it asks, because programs that look through mails open links;
 * `POST`, by the page's button or by the mail program (RFC 8058), does it. Throws `not_found`.
 */
export async function serveUnsubscribe(
  { store, tokens, languages }: UnsubscribeParts,
  method: 'GET' | 'POST',
  token: string,
): Promise<Response> {
  const userId = await tokens.readUnsubscribe(token).catch((cause: unknown) => {
    throw new ProblemError('not_found', { cause });
  });
  const account = await store.accounts.find(userId);
  if (!account || account.deletedAt !== undefined) throw new ProblemError('not_found');
  const { texts, tag, direction } = mailLanguage(account.locale, languages);
  const { question, button, done } = texts.unsubscribePage;
  if (method === 'POST') {
    await store.transaction(async ({ accounts }) => {
      const current = await accounts.find(userId);
      if (current && current.deletedAt === undefined) await accounts.update({ ...current, noReminders: true });
    });
  }
  const body =
    method === 'POST'
      ? `<p role="status">${escapeHtml(done)}</p>`
      : `<form method="post"><p>${escapeHtml(question)}</p><button>${escapeHtml(button)}</button></form>`;
  const html = `<!doctype html>
<html lang="${escapeHtml(tag)}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(button)}</title><style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 32rem; margin: 2rem auto; padding: 0 1rem }
button { font: inherit; min-height: 2.75rem; padding: .5rem 1.5rem }
</style></head><body><main><h1>${escapeHtml(button)}</h1>${body}</main></body></html>`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
    },
  });
}
