import { html, type TemplateResult } from 'lit';
import type { SignIn } from '../../core/sign-in/sign-in.ts';

/** The notes to somebody who has to sign in. */
interface SignInNotes {
  /** When nobody was signed in: the reason to sign in. */
  readonly needed: string;
  /** When the sign-in has expired: nothing is lost. */
  readonly ended: string;
}

/**
 * Asks a coach or an admin to sign in, when nobody is signed in or the sign-in has expired. On a page with its own users only the note
 * is shown.
 */
export function signInPanel(
  signIn: SignIn | undefined,
  { needed, ended }: SignInNotes,
  locale: string,
): TemplateResult {
  const account = signIn?.state;
  const note = account?.status === 'expired' ? ended : needed;
  if (signIn?.hosted) return html`<div class="signed-out" role="alert"><p>${note}</p></div>`;
  const email = account?.status === 'expired' ? (account.user?.email ?? '') : '';
  return html`<div class="signed-out">
    <cb-sign-in .signIn=${signIn} .email=${email} note=${note} locale=${locale} no-sign-up></cb-sign-in>
  </div>`;
}
