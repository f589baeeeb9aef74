/** A person's address in a mail. */
export interface MailAddress {
  readonly name?: string;
  readonly address: string;
}

/** A calendar's invitation that travels with a mail (RFC 6047). */
export interface MailInvitation {
  readonly method: 'REQUEST' | 'CANCEL';
  /** iCalendar text with CRLF line ends. */
  readonly content: string;
}

/** A mail to one person. */
export interface OutgoingMail {
  /** The Message-ID without its brackets: the same at every attempt, so that a second copy can be known. */
  readonly id: string;
  readonly from: MailAddress;
  readonly to: MailAddress;
  readonly replyTo?: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The id of the thread that it belongs to, without brackets. */
  readonly thread?: string;
  /** Other headers, such as `List-Unsubscribe`: one line each. */
  readonly headers: Readonly<Record<string, string>>;
  readonly invitation?: MailInvitation;
}

/** A mail, and the account that it is for. */
export interface WrittenMail {
  readonly mail: OutgoingMail;
  readonly userId: string;
}

/** The port to whatever carries mails: SMTP, or an API of yours. */
export interface Mailer {
  /**
   * Resolves when the mail was taken. Rejects with `MailRefused` when it will never be; with any other error it is tried again, with
   * the same `id`.
   */
  send(mail: OutgoingMail): Promise<void>;
  /** Closes connections. */
  close?(): void | Promise<void>;
}

/** Thrown by a mailer for a mail that will never be taken: no such mailbox. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}
