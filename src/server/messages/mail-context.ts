import type { TokenSigner } from '../auth/tokens.ts';
import type { Clock, Store } from '../ports.ts';
import type { MailLanguages } from './mail-languages.ts';
import type { MailAddress, Mailer } from './mailer.ts';

/** The pages that links in mails lead to; without one the mail says the same without a link. */
export interface MailPages {
  /** The page with `<cb-booking>` where a coach has named none; `{coach}` stands for the coach's id. */
  readonly booking?: string;
  /** The page with the coach's bookings. */
  readonly coach?: string;
  /** The page with `<cb-account>`: a new password, a confirmed address. */
  readonly account?: string;
}

/** How mails are sent. */
export interface MailOptions {
  readonly mailer: Mailer;
  /** The sender; people see the other side's name before this address. */
  readonly from: MailAddress;
  readonly pages?: MailPages;
  /** Texts in further languages, or in place of the built-in ones. @default English and German */
  readonly languages?: MailLanguages;
}

/** What writing and sending mails needs. */
export interface MailContext extends MailOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly tokens: Pick<TokenSigner, 'link' | 'unsubscribe' | 'account'>;
  /** The public address of the server, without a slash at the end; where it is not known, mails have no link to unsubscribe. */
  readonly publicUrl: string | undefined;
}

/** The page of a coach's widget, with the signed link of one booking. */
export function bookingAddress(page: string | null | undefined, coachId: string, link: string): string | undefined {
  return withParameter(page?.replaceAll('{coach}', encodeURIComponent(coachId)), 'cb-booking', link);
}

/** A page's address with one more parameter; undefined without a page. */
export function withParameter(page: string | undefined, name: string, value: string): string | undefined {
  if (page === undefined || !URL.canParse(page)) return undefined;
  const address = new URL(page);
  address.searchParams.set(name, value);
  return address.href;
}
