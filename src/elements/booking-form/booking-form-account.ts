import { html, nothing, type TemplateResult } from 'lit';
import type { Draft, StateOf } from '../../core/flow/state.ts';
import type { SignIn } from '../../core/sign-in/sign-in.ts';
import { comma } from '../../domain/language/listed.ts';
import type { FormTexts } from '../i18n/form.ts';

/** The link to sign in when signing in is optional. `preload` is called when the visitor is about to press it. */
export function accountHint(texts: FormTexts, loading: boolean, preload: () => void, open: () => void): TemplateResult {
  return html`<p>
    ${texts.haveAccount}
    <button type="button" class="link" part="sign-in" aria-disabled=${loading} @pointerenter=${preload} @focus=${preload} @click=${open}>${loading ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}${texts.signIn}</button>
  </p>`;
}

/** The row that names the signed-in visitor. `leave`: books as somebody else, where that is possible. */
export function identityRow(
  signIn: SignIn,
  texts: FormTexts,
  leave: (() => void) | undefined,
  locale: string,
): TemplateResult | typeof nothing {
  if (signIn.state.status !== 'signed-in') return nothing;
  const { user } = signIn.state;
  if (!user && signIn.hosted) return nothing;
  return html`<div class="who" part="identity">
    <p>
      ${user ? html`${texts.bookingAs} <strong>${user.name || user.email}</strong>${user.name ? comma(locale) + user.email : ''}` : nothing}
    </p>
    ${
      leave
        ? html`<button type="button" class="link" @click=${leave}>${user?.is_guest ? texts.changePerson : texts.useAnother}</button>`
        : nothing
    }
  </div>`;
}

/** The sign-in that the visitor asked for; `leave` goes back to the form, signed in or not. */
export function signInByChoice(
  signIn: SignIn,
  draft: Draft,
  locale: string,
  texts: FormTexts,
  leave: () => void,
): TemplateResult {
  return html`<cb-sign-in
      .signIn=${signIn} email=${draft.email ?? ''} name=${draft.name ?? ''} locale=${locale} @cb-signed-in=${leave}
    ></cb-sign-in>
    <p><button type="button" class="link" @click=${leave}>${texts.withoutAccount}</button></p>`;
}

/** The sign-in that the server requires. The flow continues by itself afterwards. */
export function signInByNeed(
  { draft, reason, problem }: StateOf<'authenticating'>,
  signIn: SignIn,
  locale: string,
  texts: FormTexts,
  hostIsDone: () => void,
): TemplateResult {
  if (signIn.hosted) {
    return html`<div class="panel" part="host-sign-in" tabindex="-1">
      <p>${texts.hostSignIn}</p>
      <div><button type="button" class="secondary" @click=${hostIsDone}>${texts.hostSignedIn}</button></div>
    </div>`;
  }
  const note = problem ? texts.accountExists : reason === 'expired' ? texts.signInAgain : texts.signInToBook;
  // A visitor who gave a name as a guest more likely needs a new account.
  const mode = draft.name && reason === 'needed' && !problem ? 'up' : 'in';
  return html`<cb-sign-in
    .signIn=${signIn} mode=${mode} email=${draft.email ?? ''} name=${draft.name ?? ''} locale=${locale} note=${note}
  ></cb-sign-in>`;
}
