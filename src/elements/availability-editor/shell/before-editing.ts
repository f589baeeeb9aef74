import { html, nothing, type TemplateResult } from 'lit';
import type { Editing, EditorState } from '../../../core/schedule-editor/state.ts';
import type { SignIn } from '../../../core/sign-in/sign-in.ts';
import type { EditorMessages } from '../../i18n/editor.ts';
import { refusalText } from '../../words/refusal-text.ts';

/** The data shown before editing. */
interface BeforeEditing {
  readonly t: EditorMessages;
  readonly locale: string;
  readonly signIn: SignIn | undefined;
  readonly reload: () => void;
}

/** The view without a schedule: a skeleton, a sign-in, or the reason and what to do. */
export function beforeEditing(
  state: Exclude<EditorState, Editing>,
  { t, locale, signIn, reload }: BeforeEditing,
): TemplateResult {
  switch (state.status) {
    case 'loading':
      return skeleton(t);
    case 'signed-out':
      return html`<section class="said">
        <h2 tabindex="-1">${t.title}</h2>
        <cb-sign-in .signIn=${signIn} .email=${signIn?.state.status === 'expired' ? (signIn.state.user?.email ?? '') : ''} no-sign-up .note=${state.expired ? t.sessionExpired : t.signIn} .locale=${locale}></cb-sign-in>
      </section>`;
    case 'unsupported':
      return telling(t.unsupportedTitle, t.unsupported);
    case 'refused':
      return telling(
        t.refusedTitle,
        t.refused(refusalText(state.problem, locale)),
        signIn &&
          !signIn.hosted &&
          button('other', t.signInOther, () => {
            signIn.logOut();
            reload();
          }),
      );
    case 'failed':
      return telling(t.failedTitle, t.failed(refusalText(state.problem, locale)), button('reload', t.tryAgain, reload));
  }
}

/** A skeleton with the layout of the editor. */
function skeleton(t: EditorMessages): TemplateResult {
  return html`<div class="frame" aria-busy="true">
    <div class="top"><h2 tabindex="-1">${t.title}</h2><span class="visually-hidden" role="status">${t.loading}</span></div>
    <div class="main"><div class="bones" aria-hidden="true">${Array.from({ length: 7 }, () => html`<span></span>`)}</div></div>
  </div>`;
}

function telling(title: string, text: string, more: TemplateResult | false | undefined = undefined): TemplateResult {
  return html`<section class="said stack"><h2 tabindex="-1">${title}</h2><p>${text}</p>${more || nothing}</section>`;
}

function button(name: string, label: string, press: () => void): TemplateResult {
  return html`<div class="row"><button type="button" class="secondary" data-do=${name} @click=${press}>${label}</button></div>`;
}
