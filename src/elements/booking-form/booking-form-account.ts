import { html, nothing, type TemplateResult } from 'lit';
import type { Draft, StateOf } from '../../core/flow/state.ts';
import type { SignIn } from '../../core/sign-in/sign-in.ts';
import type { FormMessages } from '../i18n/form.ts';

/** The way to sign in for those who could also do without. */
export function accountHint(texts: FormMessages, open: () => void): TemplateResult {
  return html`<p>
    ${texts.haveAccount}
    <button type="button" class="link" part="sign-in" @click=${open}>${texts.signIn}</button>
  </p>`;
}

/** Who books, once it is known. `leave`: to book as somebody else, where that can be. */
export function identityRow(
  signIn: SignIn,
  texts: FormMessages,
  leave: (() => void) | undefined,
): TemplateResult | typeof nothing {
  if (signIn.state.status !== 'signed-in') return nothing;
  const { user } = signIn.state;
  if (!user && signIn.hosted) return nothing;
  return html`<div class="who" part="identity">
    <p>
      ${user ? html`${texts.bookingAs} <strong>${user.name || user.email}</strong>${user.name ? `, ${user.email}` : ''}` : nothing}
    </p>
    ${
      leave
        ? html`<button type="button" class="link" @click=${leave}>${user?.is_guest ? texts.changePerson : texts.useAnother}</button>`
        : nothing
    }
  </div>`;
}

/** Signing in because the visitor asked to; `leave` goes back to the form, signed in or not. */
export function signInByChoice(
  signIn: SignIn,
  draft: Draft,
  locale: string,
  texts: FormMessages,
  leave: () => void,
): TemplateResult {
  return html`<cb-sign-in
      .session=${signIn} email=${draft.email ?? ''} name=${draft.name ?? ''} locale=${locale} @cb-signed-in=${leave}
    ></cb-sign-in>
    <p><button type="button" class="link" @click=${leave}>${texts.withoutAccount}</button></p>`;
}

/** Signing in because the server asks for it. The flow notices by itself when it is done. */
export function signInByNeed(
  { draft, reason, problem }: StateOf<'authenticating'>,
  signIn: SignIn,
  locale: string,
  texts: FormMessages,
  hostIsDone: () => void,
): TemplateResult {
  if (signIn.hosted) {
    return html`<div class="panel" part="host-sign-in" tabindex="-1">
      <p>${texts.hostSignIn}</p>
      <div><button type="button" class="secondary" @click=${hostIsDone}>${texts.hostSignedIn}</button></div>
    </div>`;
  }
  const note = problem ? texts.accountExists : reason === 'expired' ? texts.signInAgain : texts.signInToBook;
  // Whoever gave a name as a guest is more likely to be new here than to have an account.
  const mode = draft.name && reason === 'needed' && !problem ? 'up' : 'in';
  return html`<cb-sign-in
    .session=${signIn} mode=${mode} email=${draft.email ?? ''} name=${draft.name ?? ''} locale=${locale} note=${note}
  ></cb-sign-in>`;
}
