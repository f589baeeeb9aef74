import type { TokenSigner } from '../auth/tokens.ts';
import type { Clock, Store } from '../ports.ts';
import type { MailLanguages } from './mail-languages.ts';
import type { MailAddress, Mailer } from './mailer.ts';

/** The pages that links in mails lead to; without one the mail says the same without a link. */
export interface MailPages {
  /** The page with `<cb-booking>` where a coach has named none; `{coach}` stands for the coach's id. */
  readonly booking?: string;
  /** The page with the coach's bookings and calendars. */
  readonly coach?: string;
}

/** How mails are sent. */
export interface MailOptions {
  readonly mailer: Mailer;
  /** The sender; people see the other side's name before this address. */
  readonly from: MailAddress;
  readonly pages?: MailPages;
  /** Texts in further languages, or in place of the built-in ones. @default the languages of the package */
  readonly languages?: MailLanguages;
  /**
   * New accounts and new addresses are confirmed by a link in a mail, and nobody learns from sign-up which addresses have an account.
   * @default true where `publicUrl` is set, which the link leads to
   */
  readonly confirmsAddresses?: boolean;
  /** Callers who send it may report mails that came back (`POST /messages/bounces`). @default nobody may */
  readonly bounceSecret?: string;
}

/** What writing and sending mails needs. */
export interface MailContext extends MailOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly tokens: Pick<TokenSigner, 'link' | 'unsubscribe' | 'account'>;
  /** The public address of the server, without a slash at the end; where it is not known, mails have no link to unsubscribe. */
  readonly publicUrl: string | undefined;
}

/** The page of a coach's widget, with the signed link of one booking; undefined without a page. */
export function bookingAddress(page: string | null | undefined, coachId: string, link: string): string | undefined {
  const filled = page?.replaceAll('{coach}', encodeURIComponent(coachId));
  if (filled === undefined || !URL.canParse(filled)) return undefined;
  const address = new URL(filled);
  address.searchParams.set('cb-booking', link);
  return address.href;
}
