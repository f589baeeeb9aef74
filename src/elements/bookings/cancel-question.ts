import { html, type TemplateResult } from 'lit';
import { submitAnyway } from '../forms/form-field.ts';
import type { BookingsMessages } from '../i18n/bookings.ts';
import { elementIdOf } from './row-state.ts';

/** The question before bookings are cancelled. */
interface CancelQuestion {
  /** The id of the booking, or of the form for several. */
  readonly id: string;
  readonly question: string;
  readonly count: number;
  readonly cancel: (reason: string) => void;
  readonly keep: () => void;
  readonly texts: BookingsMessages;
}

/** The question, with a field for an optional reason. */
export function cancelQuestion({ id, question, count, cancel, keep, texts }: CancelQuestion): TemplateResult {
  const [ask, reason] = [`ask-${elementIdOf(id)}`, `reason-${elementIdOf(id)}`];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement).get('reason');
    cancel(String(given ?? '').trim());
  };
  return html`<form class="foot question" @submit=${submit} @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && keep()}>
    <p id=${ask}>${question}</p>
    <div class="field">
      <label class="label" for=${reason}>${texts.cancelReason} <small>(${texts.optional})</small></label>
      <input id=${reason} name="reason" maxlength="500" autocomplete="off" aria-describedby=${ask} data-reason>
    </div>
    <div class="buttons">
      <button class="primary danger" part="cancel-now" @click=${submitAnyway}>${texts.cancelNow(count)}</button>
      <button type="button" class="secondary" @click=${keep}>${texts.keep(count)}</button>
    </div>
  </form>`;
}
