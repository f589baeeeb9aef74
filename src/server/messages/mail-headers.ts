import { shortHash } from '../auth/short-hash.ts';

/** The Message-ID of the mail with this key, without brackets: the same at every attempt (RFC 5322, 3.6.4). */
export function messageId(key: string, from: string): string {
  return `${shortHash(key)}@${domainOf(from)}`;
}

/** The id that all mails of one thread refer to, without brackets. */
export function threadOf(about: string, from: string): string {
  return `thread.${shortHash(about)}@${domainOf(from)}`;
}

/**
 * The headers of every mail: it was written by a program (RFC 3834, 5), so nobody's absence note answers it; with an address, how to
 * get no more of its kind (RFC 2369; RFC 8058 for one press).
 */
export function mailHeaders(unsubscribe?: string): Readonly<Record<string, string>> {
  return {
    'Auto-Submitted': 'auto-generated',
    ...(unsubscribe !== undefined && {
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}

function domainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  // A domain with letters beyond ASCII stands here in its ASCII form (RFC 5890).
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : 'localhost';
}
