import { html, nothing, type TemplateResult } from 'lit';
import { REASON_MAX } from '../../contract/booking.ts';
import { labelText, submitAnyway } from '../forms/form-field.ts';
import type { BookingsMessages } from '../i18n/bookings.ts';
import { elementIdOf } from './row-state.ts';

/** The question before bookings are cancelled. */
interface CancelQuestion {
  /** The id of the booking, or of the form for several. */
  readonly id: string;
  readonly question: string;
  /** The amount that is refunded, and when; empty where nothing was paid online. */
  readonly money: string;
  /** The label of the optional reason. */
  readonly reasonLabel: string;
  /** The text of the button that cancels. */
  readonly act: string;
  readonly count: number;
  readonly cancel: (reason: string) => void;
  readonly keep: () => void;
  readonly texts: BookingsMessages;
}

/** The question, with a field for an optional reason. */
export function cancelQuestion(asked: CancelQuestion): TemplateResult {
  const { id, question, money, reasonLabel, act, count, cancel, keep, texts } = asked;
  const own = elementIdOf(id);
  const [ask, reason, back] = [`ask-${own}`, `reason-${own}`, `back-${own}`];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement).get('reason');
    cancel(String(given ?? '').trim());
  };
  return html`<form class="foot question" @submit=${submit} @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && keep()}>
    <p id=${ask}>${question}</p>
    ${money ? html`<p id=${back} part="money-back"><strong>${money}</strong></p>` : nothing}
    <div class="field">
      <label class="label" for=${reason}>${labelText({ label: reasonLabel, optional: texts.optional })}</label>
      <input id=${reason} name="reason" maxlength=${REASON_MAX} autocomplete="off" aria-describedby=${money ? `${ask} ${back}` : ask} data-reason>
    </div>
    <div class="buttons">
      <button class="primary danger" part="cancel-now" @click=${submitAnyway}>${act}</button>
      <button type="button" class="secondary" @click=${keep}>${texts.keep(count)}</button>
    </div>
  </form>`;
}
