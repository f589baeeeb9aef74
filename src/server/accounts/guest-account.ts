import { canonicalTag } from '../http/accepted-languages.ts';
import { preferredLanguage } from '../messages/mail-languages.ts';
import type { Account } from '../ports.ts';

/** The fields that a guest sends, through a page's script or a form. */
interface Guest {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly timeZone: string | null;
  readonly locale: string | undefined;
}

/** The account of a guest who is new; it is not stored yet. */
export function guestAccount({ id, name, email, timeZone, locale }: Guest, headers: Headers, now: number): Account {
  return {
    id,
    email: email.toLowerCase(),
    name,
    role: 'client',
    timeZone,
    ...localeOf(locale, headers),
    isGuest: true,
    isActive: true,
    createdAt: now,
  };
}

/** The language that a page names, else that of the browser. */
export function localeOf(locale: string | undefined, headers: Headers): Pick<Account, 'locale'> {
  const tag = (locale && canonicalTag(locale)) || preferredLanguage(headers.get('accept-language'));
  return tag === undefined ? {} : { locale: tag };
}
