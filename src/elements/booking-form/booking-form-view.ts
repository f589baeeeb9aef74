import { html, nothing, type TemplateResult } from 'lit';
import type { Coach, Question, Slot } from '../../contract/index.ts';
import type { SessionType } from '../../contract/session-type.ts';
import type { Draft, StateOf } from '../../core/flow/state.ts';
import type { SignIn } from '../../core/sign-in/sign-in.ts';
import { comma } from '../../domain/language/listed.ts';
import { describePrice } from '../../domain/money/format-price.ts';
import { sessionPrice } from '../../domain/money/session-price.ts';
import { formatSpan } from '../../domain/time/format-span.ts';
import type { ConsentEvent } from '../consent/consent.ts';
import { errorSummary, type FormIssue } from '../forms/error-summary.ts';
import { fieldKit, submitAnyway } from '../forms/form-field.ts';
import type { FormTexts } from '../i18n/form.ts';
import { type Reading, timeInWords } from '../words/session-time.ts';
import { accountHint, identityRow } from './booking-form-account.ts';
import { bookingFields } from './booking-form-fields.ts';
import { adviseOn, partsFailed, problemPanel, takenPanel } from './booking-form-panels.ts';

/** The states a form is drawn in. */
export type OpenState = StateOf<'details' | 'authenticating' | 'submitting'>;

/** The data and actions of the form. */
interface FormView {
  readonly flow: OpenState;
  readonly signIn: SignIn;
  readonly questions: readonly Question[];
  /** The coach's profile, once loaded. */
  readonly coach: Coach | undefined;
  /** True when the price is shown elsewhere. */
  readonly noTotal: boolean;
  /** The session type that is booked, once known. */
  readonly type: SessionType | undefined;
  /** True when name and e-mail are asked for. */
  readonly person: boolean;
  readonly issues: readonly FormIssue[];
  readonly reading: Reading;
  readonly texts: FormTexts;
  /** Seconds until the server accepts another attempt. */
  readonly wait: number;
  /** Loads again the fields or the sign-in that did not arrive; undefined while none are missing. */
  readonly lacking: (() => void) | undefined;
  /** Checks and books. */
  readonly send: () => void;
  readonly edit: (field: string, change: Partial<Draft>) => void;
  readonly addAttendees: () => void;
  readonly choose: (slot: Slot) => void;
  /** The visitor asked to sign in, and the sign-in is not loaded yet. */
  readonly signInLoading: boolean;
  /** The visitor is about to ask for the sign-in. */
  readonly preloadSignIn: () => void;
  readonly showSignIn: () => void;
  /** Books as somebody else than the signed-in visitor. */
  readonly leaveAccount: () => void;
  /** Goes back to the times, where there are any. */
  readonly back: (() => void) | undefined;
}

/** The price of a session type without one. */
const FREE = { amount: 0, currency: '' };

/** The form: problems, the person who books, questions, and the button that books. */
export function formView(view: FormView): TemplateResult {
  const { flow, signIn, questions, person, issues, reading, texts, wait, send, edit, back } = view;
  const busy = flow.status !== 'details';
  const taken = busy ? undefined : flow.taken;
  // Errors of single fields are shown at the fields.
  const advice =
    busy || !flow.problem || issues.length
      ? undefined
      : adviseOn(flow.problem, texts, reading.locale, hasAccount(signIn));
  const again = advice?.way === 'retry';
  const leave = signIn.hosted || busy || person ? undefined : view.leaveAccount;
  const words = timeInWords(flow.slot.start, flow.slot.end, reading);
  const notice = changeNotice(view.coach, texts, reading.locale);
  const minutes = flow.slot.duration_minutes;
  const { type } = view;
  const total = type ? (type.price ?? FREE) : view.noTotal ? undefined : sessionPrice(view.coach, minutes);
  const price = taken ? undefined : total;
  const note = type?.tax_note ? comma(reading.locale) + type.tax_note : '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    send();
  };
  return html`
    ${taken ? takenPanel(taken, reading, texts, view.choose, back) : nothing}
    <div class="top">
      <h3 tabindex="-1" data-heading id="title" aria-describedby="choice">${texts.title}</h3>
      ${person && !busy ? accountHint(texts, view.signInLoading, view.preloadSignIn, view.showSignIn) : nothing}
    </div>
    <form novalidate aria-labelledby="title" @submit=${submit}>
      ${issues.length ? errorSummary(texts.summary(issues.length), issues) : nothing}
      ${person ? nothing : identityRow(signIn, texts, leave, reading.locale)}
      ${bookingFields({
        draft: flow.draft,
        questions,
        person,
        coachName: view.coach?.name ?? '',
        addAttendees: view.coach?.attendees_max ? view.addAttendees : undefined,
        readonly: busy,
        texts,
        locale: reading.locale,
        kit: fieldKit,
        errorOf: (field) => issues.find((issue) => issue.field === field)?.message,
        edit,
      })}
      ${view.lacking ? partsFailed(texts, view.lacking) : nothing}
      <div class="submit">
        ${consentPart(view)}
        ${advice ? problemPanel(advice, texts, back, leave) : nothing}
        ${price ? html`<p class="total" id="total" part="total">${texts.total(describePrice(price, reading.locale, texts.free), minutes)}${note}</p>` : nothing}
        <button @click=${submitAnyway} class="primary wide" part=${again ? 'submit retry' : 'submit'} ?hidden=${taken !== undefined} aria-disabled=${busy || wait > 0} aria-describedby=${[price && 'total', notice && 'notice'].filter(Boolean).join(' ') || nothing}>
          ${
            busy
              ? html`<span class="spinner" aria-hidden="true"></span>${texts.booking}`
              : wait
                ? texts.tryAgainIn(wait)
                : again
                  ? texts.tryAgain
                  : texts.book(words.shortDay, words.time)
          }
        </button>
        ${notice ? html`<p class="help" id="notice" part="notice">${notice}</p>` : nothing}
      </div>
    </form>
    <p class="visually-hidden" role="status">${busy ? texts.booking : ''}</p>
  `;
}

/** The coach's consent box and privacy notice; loaded where there are any. */
function consentPart({ coach, flow, reading, edit }: FormView): TemplateResult | typeof nothing {
  if (!coach?.privacy_url && !coach?.consent) return nothing;
  return html`<cb-consent
    .coach=${coach} .agreed=${flow.draft.consent} ?busy=${flow.status !== 'details'} locale=${reading.locale}
    @cb-consent=${({ version }: ConsentEvent) => edit('consent', { consent: version })}
  ></cb-consent>`;
}

/** True for a visitor who can see their sessions: signed in, and no guest. */
function hasAccount({ state }: SignIn): boolean {
  return state.status === 'signed-in' && !state.user?.is_guest;
}

/** The coach's notices in words; empty when a client may change until the start. */
export function changeNotice(coach: Coach | undefined, texts: FormTexts, locale: string): string {
  const move = coach?.move_notice_minutes || 0;
  const cancel = coach?.cancel_notice_minutes || 0;
  if (move && move === cancel) return texts.moveAndCancel(formatSpan(move, locale));
  return [move && texts.move(formatSpan(move, locale)), cancel && texts.cancel(formatSpan(cancel, locale))]
    .filter(Boolean)
    .join(' ');
}
