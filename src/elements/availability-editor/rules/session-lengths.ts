import { css, html, noChange, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { OfferedDuration } from '../../../contract/coach.ts';
import { LONGEST_SESSION_MINUTES, SHORTEST_SESSION_MINUTES } from '../../../contract/session-length.ts';
import { listed } from '../../../domain/language/listed.ts';
import { minorDigits } from '../../../domain/money/minor-digits.ts';
import { alertIcon } from '../../base/booking-icons.ts';
import { MoveFocus } from '../../controllers/move-focus.ts';
import { controls } from '../../styles/controls.ts';
import { tokens } from '../../styles/tokens.ts';
import { fieldError } from '../fields/field-error.ts';
import { numberField } from '../fields/number-field.ts';
import { EditorPart } from '../part/editor-part.ts';
import { plusIcon, trashIcon } from '../part/icons.ts';
import { partStyles } from '../part/part.styles.ts';
import { problemText } from '../part/schedule-text.ts';

/** The offered session lengths, each with or without a price. */
export class CbSessionLengths extends EditorPart {
  static override styles = [
    tokens,
    controls,
    partStyles,
    css`
      /* Fields that do not fit with large text go on in the next line. */
      li {
        display: flex;
        flex-wrap: wrap;
        gap: calc(var(--_space) * 2);
        align-items: end;
      }
      li > .field {
        flex: 1 1 4.5em;
        max-inline-size: 9em;
      }
      ul {
        display: grid;
        gap: calc(var(--_space) * 3);
      }
      li > .error {
        flex-basis: 100%;
      }
      [name='currency'] {
        text-transform: uppercase;
      }
    `,
  ];

  /** Waits for the draft that has the part to focus. */
  private readonly focusNext = new MoveFocus(this, () => []);

  protected override render() {
    const { draft, texts: t } = this;
    if (!draft) return nothing;
    return html`<div class="stack">
      <p class="quiet">${t.sessionsHelp}</p>
      ${draft.durations.length > 0 ? html`<ul>${draft.durations.map((offered, index) => this.renderRow(offered, index))}</ul>` : nothing}
      <div class="row"><button type="button" class="small" data-do="add" @click=${this.add}>${plusIcon}${t.addSession}</button></div>
    </div>`;
  }

  private renderRow(offered: OfferedDuration, index: number): TemplateResult {
    const { texts: t } = this;
    const name = t.sessionRow(index + 1);
    const currency = offered.price?.currency ?? this.usualCurrency;
    const wrong = this.problems.filter(({ field }) => field === `durations.${index}`);
    return html`<li aria-label=${name} data-row=${index}>
      ${numberField({
        name: 'minutes',
        entry: `minutes-${index}`,
        invalid: this.invalid,
        label: t.length,
        value: offered.minutes,
        least: SHORTEST_SESSION_MINUTES,
        most: LONGEST_SESSION_MINUTES,
        t,
        change: (minutes) => this.change(index, { ...offered, minutes: minutes ?? offered.minutes }),
      })}
      ${this.renderText('price', index, t.price, priceText(offered), (event) => this.setPrice(event, index, currency))}
      ${this.renderText('currency', index, t.currency, currency, (event) => this.setCurrency(event, index), !offered.price)}
      <button type="button" class="icon" aria-label=${t.removeNamed(name)} title=${t.remove} @click=${() => this.drop(index)}>${trashIcon}</button>
      ${wrong.map(({ fault }) => html`<p class="error">${alertIcon}${problemText(fault, this.reading)}</p>`)}
    </li>`;
  }

  private renderText(
    name: 'price' | 'currency',
    index: number,
    label: string,
    value: string,
    change: (event: Event) => void,
    disabled = false,
  ): TemplateResult {
    const entry = `${name}-${index}`;
    const message = this.invalid.message(entry);
    return html`<label class="field"><span class="label">${label}</span>
      <input
        name=${name} inputmode=${name === 'price' ? 'decimal' : nothing} maxlength=${name === 'currency' ? 3 : nothing}
        autocomplete="off" ?disabled=${disabled} .value=${message ? noChange : live(value)}
        aria-invalid=${message ? 'true' : nothing} aria-describedby=${message ? `error-${entry}` : nothing} @change=${change}
      />
      ${fieldError(entry, message)}
    </label>`;
  }

  private get durations(): readonly OfferedDuration[] {
    return this.draft?.durations ?? [];
  }

  private get usualCurrency(): string {
    return this.durations.find(({ price }) => price)?.price?.currency ?? 'EUR';
  }

  private set(durations: readonly OfferedDuration[]): void {
    this.edit({ type: 'change-settings', change: { durations: [...durations] } });
  }

  private change(index: number, offered: OfferedDuration): void {
    this.set(this.durations.map((other, at) => (at === index ? offered : other)));
  }

  private add(): void {
    const minutes =
      [60, 30, 90, 45, 120].find((length) => this.durations.every((other) => other.minutes !== length)) ?? 15;
    this.focusNext.on(`[data-row="${this.durations.length}"] input`, true);
    this.set([...this.durations, { minutes }]);
  }

  private drop(index: number): void {
    this.focusNext.on('[data-do=add]');
    // The rows below move up, so their errors and texts are dropped.
    for (let row = index; row < this.durations.length; row++) {
      for (const name of ['minutes', 'price', 'currency']) this.invalid.accept(`${name}-${row}`);
    }
    this.set(this.durations.filter((_, at) => at !== index));
  }

  /** True for a valid value; an invalid one stays in its field with a message under it. */
  private judge(name: 'price' | 'currency', index: number, input: HTMLInputElement, message: string): boolean {
    const label = listed([this.texts.sessionRow(index + 1), this.texts[name]], this.language);
    if (message) this.invalid.report(`${name}-${index}`, label, message, input);
    else this.invalid.accept(`${name}-${index}`);
    return message === '';
  }

  private setPrice(event: Event, index: number, currency: string): void {
    const input = event.target as HTMLInputElement;
    const offered = this.durations[index];
    const text = input.value.trim().replace(',', '.');
    const right =
      text === '' || (/^\d{1,7}(\.\d+)?$/.test(text) && (text.split('.')[1]?.length ?? 0) <= minorDigits(currency));
    if (!this.judge('price', index, input, right ? '' : this.texts.priceWrong) || !offered) return;
    const amount = Math.round(Number(text) * 10 ** minorDigits(currency));
    this.change(index, text ? { minutes: offered.minutes, price: { amount, currency } } : { minutes: offered.minutes });
  }

  private setCurrency(event: Event, index: number): void {
    const input = event.target as HTMLInputElement;
    const offered = this.durations[index];
    const currency = input.value.trim().toUpperCase();
    const right = /^[A-Z]{3}$/.test(currency);
    if (!this.judge('currency', index, input, right ? '' : this.texts.currencyWrong) || !offered?.price) return;
    // Keeps 80 as 80, also when the other currency has no cents.
    const amount = Math.round(
      (offered.price.amount / 10 ** minorDigits(offered.price.currency)) * 10 ** minorDigits(currency),
    );
    this.change(index, { minutes: offered.minutes, price: { amount, currency } });
  }
}

function priceText({ price }: OfferedDuration): string {
  if (!price) return '';
  const digits = minorDigits(price.currency);
  const amount = price.amount / 10 ** digits;
  return Number.isInteger(amount) ? String(amount) : amount.toFixed(digits);
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-session-lengths': CbSessionLengths;
  }
}
