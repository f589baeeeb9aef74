import { html, type TemplateResult } from 'lit';
import type { SignIn } from '../../core/sign-in/sign-in.ts';

/** What is said to somebody who has to sign in. */
interface SignInNotes {
  /** Nobody was signed in: what for. */
  readonly needed: string;
  /** The sign-in has ended by itself, and nothing is lost. */
  readonly ended: string;
}

/** Asks a coach or an admin to sign in, where nobody is or the sign-in has ended; a page with its own users is told to do so itself. */
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
