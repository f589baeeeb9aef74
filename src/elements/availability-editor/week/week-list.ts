import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { WeeklyHours } from '../../../contract/schedule.ts';
import { type Keyed, newKey } from '../../../core/schedule-editor/draft.ts';
import { listed } from '../../../domain/language/listed.ts';
import { firstWeekdayOf } from '../../../domain/month/first-weekday.ts';
import { alertIcon } from '../../base/booking-icons.ts';
import { MoveFocus } from '../../controllers/move-focus.ts';
import { controls } from '../../styles/controls.ts';
import { tokens } from '../../styles/tokens.ts';
import { hoursFields } from '../fields/hours-fields.ts';
import { HoursRequestEvent } from '../part/edit-events.ts';
import { EditorPart } from '../part/editor-part.ts';
import { copyIcon, plusIcon, repeatIcon, trashIcon } from '../part/icons.ts';
import { partStyles } from '../part/part.styles.ts';
import { conditions, describeHours, weekdayName } from '../part/schedule-text.ts';
import { firstHours } from './first-hours.ts';
import { STEP_MINUTES } from './step.ts';

/**
 * The same week as a plain list of time fields.
 *
 * @csspart day - One weekday.
 * @csspart hours - One interval; also `wrong`.
 */
export class CbWeekList extends EditorPart {
  static override styles = [
    tokens,
    controls,
    partStyles,
    css`
      :host {
        container-type: inline-size;
      }
      .day {
        display: grid;
        grid-template-columns: 104px minmax(0, 1fr) auto;
        gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
        align-items: start;
        padding-block: calc(var(--_space) * 3);
        border-block-end: 1px solid var(--_line);
      }
      .day:last-child {
        border: 0;
      }
      h3,
      .none {
        min-block-size: 36px;
        display: flex;
        align-items: center;
      }
      .times {
        display: inline-grid;
        grid-template-columns: 92px auto 92px;
        align-items: center;
        gap: calc(var(--_space) * 1.5);
      }
      .adding {
        display: flex;
      }
      .interval {
        display: grid;
        gap: var(--_space);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_space) calc(var(--_space) * 2);
      }
      .conditions {
        display: inline-flex;
        align-items: center;
        gap: var(--_space);
        padding: 0 calc(var(--_space) * 2);
        min-block-size: 36px;
        color: var(--_text-quiet);
        font-size: var(--_size-small);
      }
      .conditions.set {
        color: var(--_text);
        background: var(--_tint);
      }
      .conditions:hover {
        background: var(--_tint-strong);
      }
      .conditions svg {
        inline-size: 16px;
        block-size: 16px;
      }
      @container (max-width: 520px) {
        .day {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        h3 {
          grid-area: 1 / 1;
        }
        .adding {
          grid-area: 1 / 2;
        }
        .intervals {
          grid-area: 2 / 1 / auto / -1;
        }
        .intervals:not(:has(.interval)) {
          grid-area: 1 / 1;
          justify-self: end;
        }
        .times {
          grid-template-columns: 84px auto 84px;
        }
      }
      @media (pointer: coarse) {
        h3,
        .none,
        .conditions {
          min-block-size: 44px;
        }
      }
    `,
  ];

  /** Minutes of one step of the arrow keys in a time field. */
  @property({ type: Number }) step: number = STEP_MINUTES;
  /** Waits for the draft that has the part to focus. */
  private readonly focusNext = new MoveFocus(this, () => []);

  /** Moves focus to the start of an interval. */
  focusHours(key: string): void {
    this.focusNext.on(`[data-key="${key}"] cb-time-field`);
  }

  /** Moves focus to the button that adds hours on a day. */
  focusDay(weekday: number): void {
    this.focusNext.on(`[data-add="${weekday}"]`);
  }

  protected override render() {
    const first = firstWeekdayOf(this.language);
    const days = Array.from({ length: 7 }, (_, index) => ((first - 1 + index) % 7) + 1);
    return days.map((weekday) => this.renderDay(weekday));
  }

  private renderDay(weekday: number): TemplateResult {
    const { texts: t, reading } = this;
    const name = weekdayName(weekday, reading);
    // Sorted as in the draft, not by start: a row must not move while its times are typed.
    const hours = (this.draft?.weekly_hours ?? []).filter((part) => part.weekday === weekday);
    return html`<section class="day" part="day" aria-labelledby=${`day-${weekday}`}>
      <h3 id=${`day-${weekday}`}>${name}</h3>
      <div class="intervals stack">
        ${hours.length === 0 ? html`<p class="none quiet">${t.closed}</p>` : nothing}
        ${repeat(
          hours,
          ({ key }) => key,
          (part) => this.renderHours(part, name),
        )}
      </div>
      <span class="adding">
        <button type="button" class="icon" data-add=${weekday} aria-label=${t.addHoursOn(name)} title=${t.addHours} @click=${() => this.add(weekday)}>${plusIcon}</button>
        <button
          type="button" class="icon" aria-label=${t.copyDayTo(name)} title=${t.copyDay}
          @click=${() => this.dispatchEvent(new HoursRequestEvent({ kind: 'copy-day', weekday }))}
        >${copyIcon}</button>
      </span>
    </section>`;
  }

  private renderHours(hours: Keyed<WeeklyHours>, day: string): TemplateResult {
    const { texts: t, reading } = this;
    const { key } = hours;
    const problems = this.problemsAt(key);
    const notes = conditions(hours, reading);
    const what = describeHours(hours, reading);
    return html`<div class="interval" part=${problems.length > 0 ? 'hours wrong' : 'hours'} data-key=${key} role="group" aria-label=${what}>
      <div class="line">
        ${hoursFields({
          hours,
          of: day,
          reading,
          step: this.step,
          wrong: this.hasWrongTimes(key),
          change: (change) => this.edit({ type: 'change-hours', key, change }),
        })}
        <button
          type="button"
          class="conditions ${notes.length > 0 ? 'set' : ''}"
          aria-label=${t.detailsOf(what)}
          aria-haspopup="dialog"
          title=${t.details}
          @click=${() => this.dispatchEvent(new HoursRequestEvent({ kind: 'edit', key }))}
        >${repeatIcon}${listed(notes, this.language)}</button>
        <button type="button" class="icon" aria-label=${t.removeNamed(what)} title=${t.remove} @click=${() => this.drop(hours)}>${trashIcon}</button>
      </div>
      ${problems.map((message) => html`<p class="error">${alertIcon}${message}</p>`)}
    </div>`;
  }

  private add(weekday: number): void {
    if (!this.draft) return;
    const key = newKey(this.draft);
    this.edit({ type: 'add-hours', key, hours: firstHours(this.draft.weekly_hours, weekday) });
    this.focusHours(key);
  }

  private drop({ key, weekday }: Keyed<WeeklyHours>): void {
    this.edit({ type: 'remove-hours', key });
    this.focusNext.on(`[data-add="${weekday}"]`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-week-list': CbWeekList;
  }
}
