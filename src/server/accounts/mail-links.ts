import { type AccountLinkPurpose, markOf, type TokenSigner } from '../auth/tokens.ts';
import type { Services } from '../http/handler.ts';
import { invalidRequest, ProblemError } from '../http/problem-error.ts';
import { mailJob } from '../messages/mail-jobs.ts';
import type { AccountMailKind } from '../messages/mail-texts.ts';
import type { Account, Records } from '../ports.ts';

/** The account that a link in a mail is about. Throws `not_authenticated` for a link that was used, and `token_expired`. */
export async function accountOfLink(
  { accounts }: Pick<Records, 'accounts'>,
  tokens: Pick<TokenSigner, 'readAccount'>,
  purpose: AccountLinkPurpose,
  token: string,
): Promise<Account> {
  const { userId, mark } = await tokens.readAccount(purpose, token);
  const account = await accounts.find(userId);
  const isGood = account?.isActive && account.deletedAt === undefined && markOf(purpose, account) === mark;
  if (!isGood) throw new ProblemError('not_authenticated');
  return account;
}

/** Confirms the address that a link was sent to: its owner logs in with it from then on. Throws as `accountOfLink`, and `email_taken`. */
export async function confirmAddress(
  { store, tokens }: Pick<Services, 'store' | 'tokens'>,
  token: string,
): Promise<void> {
  await store.transaction(async (records) => {
    const found = await accountOfLink(records, tokens, 'verify-email', token);
    const { isUnverified: _, pendingEmail, ...account } = found;
    const isKept = await records.accounts.update({ ...account, email: pendingEmail ?? account.email });
    if (!isKept) throw new ProblemError('email_taken');
  });
}

/** Sets a new password for whom a link was sent to, and ends all sign-ins. Throws `invalid_request` for a password that is refused. */
export async function choosePassword(
  { store, tokens, passwords, passwordFault }: Pick<Services, 'store' | 'tokens' | 'passwords' | 'passwordFault'>,
  token: string,
  password: string,
  field: string,
): Promise<void> {
  const { email } = await accountOfLink(store, tokens, 'reset-password', token);
  const fault = passwordFault(password, email);
  if (fault) throw invalidRequest({ field, message: fault });
  const passwordHash = await passwords.hash(password);
  await store.transaction(async (records) => {
    const account = await accountOfLink(records, tokens, 'reset-password', token);
    await records.accounts.update({ ...account, passwordHash });
    await records.tokens.endAll(account.id);
  });
}

/**
 * Adds the job of a mail that anybody can ask for. Mails beyond the limit of an address (`mailsByEmail`) are not sent, and the reply
 * is the same.
 */
export async function mailAccount(
  { store, limiter, clock, makeId }: Pick<Services, 'store' | 'limiter' | 'clock' | 'makeId'>,
  mail: {
    readonly about: AccountMailKind;
    readonly userId: string;
    readonly address?: string;
    readonly bookingId?: string;
  },
  email: string,
): Promise<void> {
  const isFew = await limiter.take('mailsByEmail', email).then(
    () => true,
    (error: unknown) => {
      if (error instanceof ProblemError && error.code === 'rate_limited') return false;
      throw error;
    },
  );
  const now = clock.now();
  if (isFew) await store.jobs.add(mailJob(mail, `${mail.about} ${makeId()}`, now), now);
}
