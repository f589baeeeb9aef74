import { css, html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { firstWeekdayOf } from '../../../domain/month/first-weekday.ts';
import { showModal } from '../../popover/show-modal.ts';
import { controls } from '../../styles/controls.ts';
import { tokens } from '../../styles/tokens.ts';
import type { HoursRequest } from '../part/edit-events.ts';
import { EditorPart } from '../part/editor-part.ts';
import { partStyles } from '../part/part.styles.ts';
import { describeHours, weekdayName } from '../part/schedule-text.ts';

type CopyRequest = Exclude<HoursRequest, { kind: 'edit' }>;

/** A dialog that copies a day's hours, or one interval, to other days. */
export class CbCopyDialog extends EditorPart {
  static override styles = [
    tokens,
    controls,
    partStyles,
    css`
      .days {
        display: grid;
        grid-template-columns: 1fr 1fr;
      }
    `,
  ];

  @state() private request: CopyRequest | undefined;
  @state() private chosen: readonly number[] = [];
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  /** Opens to copy a day, or one interval. */
  async show(request: CopyRequest): Promise<void> {
    this.request = request;
    this.chosen = [];
    await this.updateComplete;
    showModal(this.dialog);
  }

  private get source(): number | undefined {
    const { request } = this;
    if (request?.kind === 'copy-day') return request.weekday;
    return this.draft?.weekly_hours.find(({ key }) => key === request?.key)?.weekday;
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${this.onClose} @click=${this.onBackdrop}>
      ${this.request ? this.renderDays(this.request) : nothing}
    </dialog>`;
  }

  private renderDays(request: CopyRequest): TemplateResult {
    const { texts: t, reading, source = 1 } = this;
    const first = firstWeekdayOf(this.language);
    const days = Array.from({ length: 7 }, (_, index) => ((first - 1 + index) % 7) + 1);
    const hours = this.draft?.weekly_hours.find(({ key }) => request.kind === 'copy-hours' && key === request.key);
    const title = hours
      ? t.copyIntervalTitle(describeHours(hours, reading))
      : t.copyTitle(weekdayName(source, reading));
    return html`<div class="stack">
      <div>
        <h3 id="title">${title}</h3>
        <p class="quiet">${hours ? t.copyIntervalHelp : t.copyHelp}</p>
      </div>
      <fieldset>
        <legend class="visually-hidden">${title}</legend>
        <div class="days">
          ${days.map(
            (day) => html`<label class="choice">
              <input type="checkbox" value=${day} .checked=${day === source || this.chosen.includes(day)} ?disabled=${day === source} @change=${() => this.toggle(day)} />
              ${weekdayName(day, reading)}
            </label>`,
          )}
        </div>
      </fieldset>
      <div class="row">
        <button type="button" class="small" @click=${() => this.choose([1, 2, 3, 4, 5])}>${t.workdays}</button>
        <button type="button" class="small" @click=${() => this.choose([1, 2, 3, 4, 5, 6, 7])}>${t.allDays}</button>
      </div>
      <div class="actions">
        <button type="button" class="secondary" @click=${() => this.dialog.close()}>${t.cancel}</button>
        <button type="button" class="primary" data-do="copy" aria-disabled=${this.chosen.length === 0} @click=${this.copy}>${t.copy}</button>
      </div>
    </div>`;
  }

  private toggle(day: number): void {
    this.chosen = this.chosen.includes(day) ? this.chosen.filter((other) => other !== day) : [...this.chosen, day];
  }

  private choose(days: readonly number[]): void {
    this.chosen = days.filter((day) => day !== this.source);
  }

  private copy(): void {
    const { request, chosen: to } = this;
    if (!request || to.length === 0) return;
    this.dialog.close();
    if (request.kind === 'copy-day') this.edit({ type: 'copy-day', from: request.weekday, to });
    else this.edit({ type: 'copy-hours', key: request.key, to });
  }

  private onBackdrop(event: MouseEvent): void {
    if (event.target === this.dialog) this.dialog.close();
  }

  private onClose(): void {
    this.request = undefined;
    this.dispatchEvent(new Event('close'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-copy-dialog': CbCopyDialog;
  }
}
