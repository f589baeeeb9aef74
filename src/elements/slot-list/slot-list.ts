import { type CSSResult, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Slot } from '../../contract/availability.ts';
import { type Instant, type LocalDate, readInstant, type TimeZone } from '../../contract/values.ts';
import { formatOffset, formatTime, isRepeated, readsTwelveHours } from '../../domain/time/format.ts';
import { minutesOfDayAt } from '../../domain/time/zone.ts';
import { CbElement } from '../base/element.ts';
import { SlotSelectEvent } from '../base/events.ts';
import { knownTimeZone } from '../context/preferences.ts';
import { pickerEnglish } from '../i18n/picker.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { formatFullDay } from '../words/format-dates.ts';
import { slotListStyles } from './slot-list.styles.ts';

/** Parts of the day, by the hour at which they begin. */
const partsOfDay = [
  ['morning', 0],
  ['afternoon', 12],
  ['evening', 17],
] as const;

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** The number of placeholders in each part of a day. */
const BONES = [6, 10, 4];

/**
 * The open times of one day as buttons: one press chooses. It makes no requests.
 *
 * @fires cb-slot-select - A time was chosen.
 * @slot empty - Follows the sentence that says there are no times: a way on.
 * @csspart heading - The day, in full.
 * @csspart group - Morning, afternoon or evening.
 * @csspart group-heading - Name of a group.
 * @csspart time - Button of a time; also `selected`, and `busy` when the visitor is busy then.
 * @csspart busy-words - The note that the visitor is busy then.
 * @csspart offset - The offset that distinguishes the two passes of a repeated hour.
 * @csspart empty - The sentence that says there are no times.
 */
export class CbSlotList extends CbElement {
  static override readonly styles: CSSResult[] = [tokens, controls, slotListStyles];

  /** Times of the day, in order. */
  @property({ attribute: false }) slots: readonly Slot[] = [];
  /** The day they are on, for the heading. */
  @property() day: LocalDate = '';
  /** The zone times are shown in; the visitor's own when left out. */
  @property({ attribute: 'time-zone' }) timeZone: TimeZone = '';
  /** 12-hour clock; the language's default when left out. */
  @property({ attribute: false }) hour12: boolean | undefined;
  /** Start of the chosen time. */
  @property() selected: Instant = '';
  /** Times at which the visitor is busy, by start, with a note. They can still be chosen. */
  @property({ attribute: false }) busy: ReadonlyMap<Instant, string> | undefined;
  /** Times that were taken while they were shown: their places stay empty. */
  @property({ attribute: false }) gone: ReadonlySet<Instant> | undefined;
  /** True while the times are unknown. */
  @property({ type: Boolean, reflect: true }) loading = false;
  @query('h3') private readonly heading!: HTMLElement | null;

  /** Moves focus to the heading, from where the times are read and reached by Tab. */
  override focus(options?: FocusOptions): void {
    this.heading?.focus(options);
  }

  protected override render() {
    const heading = this.day
      ? html`<h3 id="day" part="heading" tabindex="-1">${formatFullDay(this.day, this.language)}</h3>`
      : this.loading
        ? html`<h3 class="bone" aria-hidden="true">${formatFullDay('2025-11-18', this.language)}</h3>`
        : nothing;
    return html`<div class="box" @click=${this.onClick} @keydown=${this.onKeydown}>
      ${heading} ${this.loading ? this.renderBones() : this.slots.length > 0 ? this.renderGroups() : this.renderEmpty()}
    </div>`;
  }

  private renderGroups() {
    const t = this.messages('picker', pickerEnglish);
    return partsOfDay.map(([name, from], index) => {
      const until = partsOfDay[index + 1]?.[1] ?? 24;
      const slots = this.slots.filter(({ start }) => {
        const hour = minutesOfDayAt(this.zone, readInstant(start) ?? 0) / 60;
        return hour >= from && hour < until;
      });
      if (slots.length === 0) return nothing;
      return html`<div class="group" part="group" role="group" aria-labelledby=${name}>
        <h4 id=${name} part="group-heading">${t[name]}</h4>
        <ul role="list">
          ${slots.map((slot) => this.renderTime(slot))}
        </ul>
      </div>`;
    });
  }

  private renderTime({ start }: Slot) {
    if (this.gone?.has(start)) return html`<li aria-hidden="true"></li>`;
    const at = readInstant(start) ?? 0;
    const selected = start === this.selected;
    const offset = isRepeated(this.zone, at)
      ? html` <span class="offset" part="offset">${formatOffset(this.zone, at, this.language)}</span>`
      : nothing;
    const busy = this.busy?.get(start);
    return html`<li>
      <button
        type="button"
        class="time"
        part=${`time${selected ? ' selected' : ''}${busy ? ' busy' : ''}`}
        data-start=${start}
        aria-pressed=${selected}
      >${formatTime(at, { locale: this.language, timeZone: this.zone, hour12: this.twelveHours })}${offset}${
        busy ? html` <span class="offset" part="busy-words">${busy}</span>` : nothing
      }</button>
    </li>`;
  }

  private renderEmpty() {
    const t = this.messages('picker', pickerEnglish);
    const sentence = this.day ? t.noTimesOn(formatFullDay(this.day, this.language)) : t.chooseDay;
    return html`<p part="empty">${sentence}</p><slot name="empty"></slot>`;
  }

  private renderBones() {
    const t = this.messages('picker', pickerEnglish);
    return html`${BONES.map(
      (length) => html`<div class="group" aria-hidden="true">
        <h4 class="bone">${t.morning}</h4>
        <ul>
          ${Array.from({ length }, () => html`<li class="bone"></li>`)}
        </ul>
      </div>`,
    )}<span class="visually-hidden">${t.loadingTimes}</span>`;
  }

  private get twelveHours(): boolean {
    return this.hour12 ?? readsTwelveHours(this.language);
  }

  private get zone(): TimeZone {
    return knownTimeZone(this.timeZone);
  }

  private onClick(event: Event): void {
    const start = timeButton(event)?.dataset.start;
    const slot = this.slots.find((candidate) => candidate.start === start);
    if (!slot) return;
    this.selected = slot.start;
    this.dispatchEvent(new SlotSelectEvent(slot, this.zone));
  }

  private onKeydown(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    const from = timeButton(event);
    if (!step || !from || event.ctrlKey || event.altKey || event.metaKey) return;
    const times = [...this.renderRoot.querySelectorAll<HTMLElement>('.time')];
    event.preventDefault();
    times[times.indexOf(from) + step]?.focus();
  }
}

function timeButton(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>('.time') : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-slot-list': CbSlotList;
  }
}
