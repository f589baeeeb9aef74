import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { LocalDate, TimeZone } from '../../../contract/values.ts';
import { sessionOf } from '../../../core/schedule-editor/booked.ts';
import { type PreviewDay, previewWeek } from '../../../core/schedule-editor/preview.ts';
import type { BookingsState } from '../../../core/schedule-editor/state.ts';
import { nextSlots } from '../../../domain/availability/slots.ts';
import { isFinal, takesTime } from '../../../domain/booking/lifecycle.ts';
import { firstWeekdayOf } from '../../../domain/month/first-weekday.ts';
import { startOfWeek } from '../../../domain/month/grid.ts';
import { formatDay, formatOffset, formatTime, isRepeated } from '../../../domain/time/format.ts';
import { addDays } from '../../../domain/time/local-date.ts';
import { localDateAt } from '../../../domain/time/zone.ts';
import { chevronBack, chevronOn } from '../../base/icons.ts';
import type { TimeZoneChangeEvent } from '../../base/time-zone-change-event.ts';
import { localTimeZone } from '../../context/preferences.ts';
import { controls } from '../../styles/controls.ts';
import { tokens } from '../../styles/tokens.ts';
import { inputValue } from '../fields/input-value.ts';
import { EditorPart } from '../part/editor-part.ts';
import { partStyles } from '../part/part.styles.ts';
import { durationText } from '../part/schedule-text.ts';

/**
 * A week as a client in some time zone sees it, computed with the server's own slot search.
 *
 * @csspart preview-day - One of the client's days.
 * @csspart preview-time - A time that can be booked.
 */
export class CbClientPreview extends EditorPart {
  static override styles = [
    tokens,
    controls,
    partStyles,
    css`
      :host {
        container-type: inline-size;
      }
      header {
        display: flex;
        align-items: center;
        gap: var(--_space);
      }
      .field {
        max-inline-size: 300px;
      }
      header h4 {
        flex: 1;
      }
      .day {
        display: grid;
        grid-template-columns: 5.8em minmax(0, 1fr);
        gap: calc(var(--_space) * 2);
        padding-block: calc(var(--_space) * 2);
        border-block-end: 1px solid var(--_line);
        font-variant-numeric: tabular-nums;
      }
      .day:last-child {
        border: 0;
      }
      @container (max-width: 240px) {
        .day {
          grid-template-columns: minmax(0, 1fr);
          gap: var(--_space);
        }
      }
      dt {
        font-weight: 500;
        font-size: var(--_size-small);
      }
      dl {
        --_time: 46px;
      }
      .twelve {
        --_time: 68px;
      }
      dd {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(var(--_time), 1fr));
        gap: var(--_space);
        font-size: var(--_size-small);
      }
      dd .quiet {
        grid-column: 1 / -1;
      }
      .time {
        padding-inline: 2px;
        text-align: center;
        border-radius: 4px;
        background: var(--_tint);
      }
      cb-time-zone-picker::part(clock) {
        display: none;
      }
    `,
  ];

  @property({ attribute: false }) booked: BookingsState = { status: 'loading' };
  @property() timeZone: TimeZone = localTimeZone();
  @state() private from: LocalDate = '';
  @state() private duration = 0;

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.from ||= this.firstDayOf(localDateAt(this.timeZone, this.now()));
  }

  private get durationMinutes(): number {
    const offered = this.draft?.durations ?? [];
    return (
      offered.find(({ minutes }) => minutes === this.duration)?.minutes ?? offered[0]?.minutes ?? (this.duration || 60)
    );
  }

  protected override render() {
    const { draft, texts: t } = this;
    if (!draft) return nothing;
    const bookings = this.booked.status === 'ready' ? this.booked.bookings : [];
    const { timeZone, from, durationMinutes } = this;
    const days = previewWeek({ schedule: draft, bookings, timeZone, from, durationMinutes, now: this.now() });
    const last = addDays(from, 6);
    const inWeek = bookings.filter((booking) => {
      const day = localDateAt(timeZone, sessionOf(booking).start);
      return !isFinal(booking.status) && from <= day && day <= last;
    });
    return html`<section class="stack" aria-labelledby="title">
      <h3 id="title" class="lead">${t.previewTitle}</h3>
      <div class="field"><span class="label" id="client-in">${t.previewIn}</span><cb-time-zone-picker
        aria-labelledby="client-in" .timeZone=${timeZone} .coachTimeZone=${draft.time_zone} .locale=${this.language} .hour12=${this.hour12} .now=${this.now}
        @cb-time-zone-change=${this.onZone}
      ></cb-time-zone-picker></div>
      ${this.renderLengths()}
      <header>
        <h4 aria-live="polite">${t.previewWeek(formatDay(from, { locale: this.language, day: 'numeric', month: 'long' }))}</h4>
        <button type="button" class="icon" aria-label=${t.previousWeek} @click=${() => this.show(addDays(from, -7))}>${chevronBack}</button>
        <button type="button" class="icon" aria-label=${t.nextWeek} @click=${() => this.show(addDays(from, 7))}>${chevronOn}</button>
      </header>
      <dl class=${this.hour12 ? 'twelve' : ''}>${days.map((day) => this.renderDay(day))}</dl>
      ${days.every(({ slots }) => slots.length === 0) ? this.renderNext(bookings) : nothing}
      ${inWeek.length > 0 ? html`<p class="quiet">${t.booked(inWeek.length)}</p>` : nothing}
      ${this.booked.status === 'failed' ? html`<p class="quiet">${t.bookingsMissing}</p>` : nothing}
    </section>`;
  }

  private renderLengths(): TemplateResult {
    const { texts: t, draft } = this;
    const offered = draft?.durations.length ? draft.durations : [30, 45, 60, 90, 120].map((minutes) => ({ minutes }));
    return html`<label class="field"><span class="label">${t.previewLength}</span>
      <select name="length" @change=${(event: Event) => this.setLength(Number(inputValue(event)))}>
        ${offered.map((one) => html`<option value=${one.minutes} .selected=${one.minutes === this.durationMinutes}>${durationText(one, this.reading)}</option>`)}
      </select>
    </label>`;
  }

  private renderDay({ date, slots }: PreviewDay): TemplateResult {
    const { texts: t, timeZone, language: locale, hour12 } = this;
    return html`<div class="day" part="preview-day" data-date=${date}>
      <dt>${formatDay(date, { locale, weekday: 'short', day: 'numeric', month: 'short' })}</dt>
      <dd>
        ${
          slots.length === 0
            ? html`<span class="quiet">${t.times(0)}</span>`
            : slots.map(({ start }) => {
                const offset = isRepeated(timeZone, start) ? ` ${formatOffset(timeZone, start, locale)}` : '';
                return html`<span class="time" part="preview-time" data-start=${start}>${formatTime(start, { locale, timeZone, hour12 })}${offset}</span>`;
              })
        }
      </dd>
    </div>`;
  }

  private renderNext(bookings: Extract<BookingsState, { status: 'ready' }>['bookings']): TemplateResult {
    const { draft, texts: t, timeZone, durationMinutes } = this;
    const booked = bookings.filter(({ status }) => takesTime(status)).map(sessionOf);
    const [next] = draft ? nextSlots({ schedule: draft, booked, now: this.now(), durationMinutes }, 1) : [];
    if (!next) return html`<p class="quiet">${t.neverOpen}</p>`;
    const day = localDateAt(timeZone, next.start);
    return html`<p class="quiet">
      ${t.nothingOpen} ${t.nextOpen(formatDay(day, { locale: this.language }))}.
      <button type="button" class="link" @click=${() => this.show(this.firstDayOf(day))}>${t.showThatWeek}</button>
    </p>`;
  }

  private firstDayOf(date: LocalDate): LocalDate {
    return startOfWeek(date, firstWeekdayOf(this.language));
  }

  private show(from: LocalDate): void {
    this.from = from;
  }

  private setLength(minutes: number): void {
    this.duration = minutes;
  }

  private onZone(event: TimeZoneChangeEvent): void {
    event.stopPropagation();
    this.timeZone = event.timeZone;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-client-preview': CbClientPreview;
  }
}
