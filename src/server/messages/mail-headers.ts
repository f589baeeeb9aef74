import { shortHash } from '../auth/short-hash.ts';

/**
 * The Message-ID of the mail with this key, without brackets: the same at every attempt (RFC 5322, 3.6.4). The part before the `@` is the
 * key: blanks are dots, and of the rest all but letters, digits, `-` and `_` is percent-encoded with `~` for `%`.
 */
export function messageId(key: string, from: string): string {
  const local = key
    .split(' ')
    .map((part) =>
      encodeURIComponent(part)
        .replace(/[.!~*'()]/g, inHex)
        .replaceAll('%', '~'),
    )
    .join('.');
  return `${local}@${domainOf(from)}`;
}

/** The key of the mail with this Message-ID, with or without brackets and domain; undefined for ids that are not ours. */
export function keyOfMessageId(id: string): string | undefined {
  const [, local] = /^<?((?:[\w.-]|~[\dA-F]{2})+)(?:@[^@<>\s]+)?>?$/.exec(id.trim()) ?? [];
  if (local === undefined) return undefined;
  try {
    return local
      .split('.')
      .map((part) => decodeURIComponent(part.replaceAll('~', '%')))
      .join(' ');
  } catch {
    return undefined;
  }
}

/** The id that all mails of one thread refer to, without brackets. */
export function threadOf(about: string, from: string): string {
  return `thread.${shortHash(about)}@${domainOf(from)}`;
}

/**
 * The headers of every mail. They say that a program wrote it, so that absence notes do not answer it (RFC 3834, 5); with an address,
 * they say how to stop such mails (RFC 2369; RFC 8058 for one press).
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

/** Encodes a character that `encodeURIComponent` leaves and that an id must not contain. */
function inHex(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function domainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  // A domain with letters beyond ASCII stands here in its ASCII form (RFC 5890).
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : 'localhost';
}
