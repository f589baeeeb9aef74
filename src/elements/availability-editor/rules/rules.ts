import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import {
  type BookingWindow,
  LONGEST_CHANGE_NOTICE_MINUTES,
  LONGEST_MINIMUM_NOTICE_MINUTES,
  type Schedule,
} from '../../../contract/schedule.ts';
import { LONGEST_SESSION_MINUTES } from '../../../contract/session-length.ts';
import type { Settings } from '../../../core/schedule-editor/edits.ts';
import { addDays } from '../../../domain/time/local-date.ts';
import { localDateAt } from '../../../domain/time/zone.ts';
import { alertIcon } from '../../base/booking-icons.ts';
import { controls } from '../../styles/controls.ts';
import { tokens } from '../../styles/tokens.ts';
import { dateField } from '../fields/date-field.ts';
import { inputValue } from '../fields/input-value.ts';
import { numberField } from '../fields/number-field.ts';
import type { SpanInputEvent, Unit } from '../fields/span-field.ts';
import { EditorPart } from '../part/editor-part.ts';
import { partStyles } from '../part/part.styles.ts';
import { lengthText, problemText } from '../part/schedule-text.ts';

type Spans =
  | 'minimum_notice_minutes'
  | 'buffer_before_minutes'
  | 'buffer_after_minutes'
  | 'cancel_notice_minutes'
  | 'move_notice_minutes';

/** The most minutes of each rule, as in the contract. */
const bounds: Readonly<Record<Spans, number>> = {
  minimum_notice_minutes: LONGEST_MINIMUM_NOTICE_MINUTES,
  buffer_before_minutes: LONGEST_SESSION_MINUTES,
  buffer_after_minutes: LONGEST_SESSION_MINUTES,
  cancel_notice_minutes: LONGEST_CHANGE_NOTICE_MINUTES,
  move_notice_minutes: LONGEST_CHANGE_NOTICE_MINUTES,
};

/** Hours after which a guest's request may lapse. */
const lapses = [12, 24, 48, 72, 168];
const steps = [5, 10, 15, 20, 30, 45, 60, 90, 120];

/**
 * Notice, window, buffers, limits, start times, lengths and prices, and how late clients may cancel or move.
 *
 * @csspart rule - A group of settings.
 */
export class CbRules extends EditorPart {
  static override styles = [
    tokens,
    controls,
    partStyles,
    css`
      :host {
        container-type: inline-size;
      }
      cb-session-lengths,
      .lapse {
        grid-column: 1 / -1;
      }
      .rule {
        display: grid;
        gap: calc(var(--_space) * 3) calc(var(--_space) * 6);
        padding-block: calc(var(--_space) * 5);
        border-block-end: 1px solid var(--_line);
      }
      .rule:first-child {
        padding-block-start: 0;
      }
      .rule:last-child {
        border: 0;
      }
      .fields {
        display: grid;
        gap: calc(var(--_space) * 4) calc(var(--_space) * 6);
        grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
        align-items: start;
      }
      .narrow {
        max-inline-size: 220px;
      }
      @container (min-width: 640px) {
        cb-session-lengths {
        grid-column: 1 / -1;
      }
      .rule {
          grid-template-columns: 176px minmax(0, 1fr);
        }
      }
    `,
  ];

  /** The units in which lengths were written. */
  @property({ attribute: false }) units: Map<string, Unit> = new Map();

  protected override render() {
    const { draft, texts: t } = this;
    if (!draft) return nothing;
    const rule = (title: string, fields: unknown) =>
      html`<section class="rule" part="rule"><h3>${title}</h3><div class="fields">${fields}</div></section>`;
    return html`
      ${rule(t.sessions, html`<cb-session-lengths .draft=${draft} .locale=${this.language} .problems=${this.problems}></cb-session-lengths>`)}
      ${rule(t.starts, this.renderStarts(draft))}
      ${rule(t.notice, html`${this.span('minimum_notice_minutes', t.minimumNotice, t.minimumNoticeHelp)}${this.renderWindow(draft.booking_window)}`)}
      ${rule(t.buffers, html`${this.span('buffer_before_minutes', t.bufferBefore)}${this.span('buffer_after_minutes', t.bufferAfter)}`)}
      ${rule(t.limits, html`${this.limit('daily_limit', t.dailyLimit, 100)}${this.limit('weekly_limit', t.weeklyLimit, 500)}`)}
      ${rule(t.guestRequests, this.renderLapse(draft))}
      ${rule(t.clientChanges, html`${this.span('cancel_notice_minutes', t.cancelNotice, t.beforeStart)}${this.span('move_notice_minutes', t.moveNotice, t.beforeStart)}`)}
    `;
  }

  private change(change: Partial<Settings>, gesture?: string): void {
    this.edit({ type: 'change-settings', change }, gesture);
  }

  private span(field: Spans, label: string, help = ''): TemplateResult {
    return html`<cb-span-field
      data-field=${field}
      .label=${label}
      .help=${help}
      .locale=${this.language}
      .written=${this.units}
      .most=${bounds[field]}
      .value=${this.draft?.[field] ?? 0}
      @cb-span-input=${({ minutes }: SpanInputEvent) => this.change({ [field]: minutes })}
    ></cb-span-field>`;
  }

  private limit(field: 'daily_limit' | 'weekly_limit', label: string, most: number): TemplateResult {
    const wrong = this.problems.filter((problem) => problem.field === field);
    return html`<div class="field narrow">
      ${numberField({
        name: field,
        label,
        value: this.draft?.[field] ?? null,
        least: 1,
        most,
        optional: true,
        invalid: this.invalid,
        placeholder: this.texts.noLimit,
        t: this.texts,
        change: (value) => this.change({ [field]: value }),
      })}
      ${wrong.map(({ fault }) => html`<p class="error">${alertIcon}${problemText(fault, this.reading)}</p>`)}
    </div>`;
  }

  private renderLapse({ guest_requests_lapse_hours: hours }: Schedule): TemplateResult {
    const { texts: t } = this;
    const offered = hours == null || lapses.includes(hours) ? lapses : [...lapses, hours].sort((a, b) => a - b);
    const choose = (event: Event) => {
      const value = inputValue(event);
      const chosen = value === 'usual' ? undefined : value === 'never' ? null : Number(value);
      this.change({ guest_requests_lapse_hours: chosen });
    };
    return html`<label class="field lapse"><span class="label">${t.requestsLapse}</span>
      <select name="lapse" aria-describedby="lapse-help" @change=${choose}>
        <option value="usual" .selected=${hours === undefined}>${t.lapseUsual}</option>
        ${offered.map((each) => html`<option value=${each} .selected=${each === hours}>${lengthText(each * 60, this.reading)}</option>`)}
        <option value="never" .selected=${hours === null}>${t.lapseNever}</option>
      </select>
      <small class="quiet" id="lapse-help">${t.requestsLapseHelp}</small>
    </label>`;
  }

  private renderStarts({ slot_step_minutes: step, slot_alignment: alignment }: Schedule): TemplateResult {
    const { texts: t } = this;
    const offered = step === null || steps.includes(step) ? steps : [...steps, step].sort((a, b) => a - b);
    return html`<label class="field narrow"><span class="label">${t.slotStep}</span>
        <select name="step" @change=${(event: Event) => this.change({ slot_step_minutes: Number(inputValue(event)) || null })}>
          <option value="" .selected=${step === null}>${t.sessionLength}</option>
          ${offered.map((minutes) => html`<option value=${minutes} .selected=${minutes === step}>${t.minutes(minutes)}</option>`)}
        </select>
      </label>
      <fieldset>
        <legend class="label">${t.alignment}</legend>
        ${(
          [
            ['clock', t.alignClock],
            ['interval', t.alignInterval],
          ] as const
        ).map(
          ([value, label]) => html`<label class="choice">
            <input type="radio" name="alignment" value=${value} .checked=${live(alignment === value)} @change=${() => this.change({ slot_alignment: value })} />${label}
          </label>`,
        )}
      </fieldset>`;
  }

  private renderWindow(window: BookingWindow): TemplateResult {
    const { texts: t } = this;
    const today = localDateAt(this.draft?.time_zone ?? 'UTC', this.now());
    const choices: readonly (readonly [BookingWindow, string])[] = [
      [{ kind: 'unlimited' }, t.unlimited],
      [window.kind === 'rolling' ? window : { kind: 'rolling', days: 60 }, t.rolling],
      [window.kind === 'until' ? window : { kind: 'until', date: addDays(today, 90) }, t.untilDate],
    ];
    return html`<fieldset class="field">
      <legend class="label">${t.bookingWindow}</legend>
      ${choices.map(
        ([choice, label]) => html`<label class="choice">
          <input type="radio" name="window" value=${choice.kind} .checked=${live(choice.kind === window.kind)} @change=${() => this.change({ booking_window: choice })} />${label}
        </label>`,
      )}
      ${
        window.kind === 'rolling'
          ? numberField({
              name: 'days',
              label: t.rollingDays,
              value: window.days,
              least: 1,
              most: 730,
              invalid: this.invalid,
              t,
              change: (days) => this.change({ booking_window: { kind: 'rolling', days: days ?? 1 } }),
            })
          : nothing
      }
      ${
        window.kind === 'until'
          ? dateField({
              name: 'date',
              label: t.lastBookable,
              value: window.date,
              invalid: this.invalid,
              t,
              change: (date) => this.change({ booking_window: { kind: 'until', date } }, 'type-window'),
              left: () => this.endGesture('type-window'),
            })
          : nothing
      }
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-rules': CbRules;
  }
}
