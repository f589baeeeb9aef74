import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Booking } from '../../../contract/booking.ts';
import type { WeeklyHours } from '../../../contract/schedule.ts';
import { sessionOf } from '../../../core/schedule-editor/booked.ts';
import { hoursOf } from '../../../core/schedule-editor/clock.ts';
import { type Keyed, newKey } from '../../../core/schedule-editor/draft.ts';
import { spanOf } from '../../../domain/availability/hours.ts';
import { takesTime } from '../../../domain/booking/lifecycle.ts';
import { firstWeekdayOf } from '../../../domain/month/first-weekday.ts';
import { startOfWeek } from '../../../domain/month/grid.ts';
import { addDays } from '../../../domain/time/local-date.ts';
import { DAY_MINUTES, MINUTE_MS } from '../../../domain/time/units.ts';
import { localDateAt, startOfDay } from '../../../domain/time/zone.ts';
import { controls } from '../../styles/controls.ts';
import { cssProperties } from '../../styles/css-properties.ts';
import { tokens } from '../../styles/tokens.ts';
import { GestureEndEvent, HoursRequestEvent } from '../part/edit-events.ts';
import { EditorPart } from '../part/editor-part.ts';
import { copyIcon, plusIcon } from '../part/icons.ts';
import { partStyles } from '../part/part.styles.ts';
import { hourText, weekdayName } from '../part/schedule-text.ts';
import { arrowChange } from './arrow-change.ts';
import { firstHours } from './first-hours.ts';
import { STEP_MINUTES } from './step.ts';
import { weekBlockStyles } from './week-block.styles.ts';
import { weekBlock } from './week-block.ts';
import type { Dragged, Place } from './week-drag.ts';
import { weekGridStyles } from './week-grid.styles.ts';
import { blocksOf } from './week-layout.ts';
import { type Gesture, WeekPointer } from './week-pointer.ts';

/** Minutes since midnight to scroll to in a week without hours. */
const EIGHT_O_CLOCK = 8 * 60;

/**
 * The week as blocks on a grid: drag, resize, create on empty space; by keyboard, arrows move a block and Shift with
 * arrows resizes it.
 *
 * @csspart week - The scrolling grid.
 * @csspart day-name - Name of a weekday.
 * @csspart block - An interval; also `alternate`, `wrong`.
 */
export class CbWeekGrid extends EditorPart {
  static override styles = [tokens, controls, partStyles, weekBlockStyles, weekGridStyles];

  /** Booked sessions, drawn behind the hours of this week. */
  @property({ attribute: false }) booked: readonly Booking[] = [];
  /** Minutes hours snap to. */
  @property({ type: Number }) step: number = STEP_MINUTES;
  @query('.week') private readonly week!: HTMLElement;
  private focusKey: string | undefined;
  /** The day of the focused hours, in case they are removed. */
  private heldDay: number | undefined;
  private placed = false;
  /** The edge that a key has just moved, to be scrolled into view. */
  private movedEdge: 'start' | 'end' | undefined;
  private readonly pointer = new WeekPointer({
    draft: () => this.draft,
    step: () => this.step,
    box: () => this.week,
    placeOf: (event) => this.placeOf(event),
    started: ({ grip }) => this.setAttribute('dragging', grip),
    moved: (gesture, to) => this.dragTo(gesture, to),
    ended: (gesture, abandoned) => this.dragEnd(gesture, abandoned),
  });

  /** Moves focus to a block. */
  focusHours(key: string): void {
    this.focusKey = key;
    this.requestUpdate();
  }

  /** Moves focus to the button that adds hours on a day. */
  focusDay(weekday: number): void {
    this.renderRoot.querySelector<HTMLElement>(`[data-add="${weekday}"]`)?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The scroll position is lost with the box.
    this.placed = false;
  }

  protected override render() {
    const first = firstWeekdayOf(this.language);
    const days = Array.from({ length: 7 }, (_, index) => ((first - 1 + index) % 7) + 1);
    return html`<p class="visually-hidden" id="keys">${this.texts.keysHint}</p>
      <div
        class="week"
        part="week"
        role="region"
        tabindex="-1"
        aria-label=${this.texts.scrollable}
        @pointerdown=${this.pointer.down}
        @pointermove=${this.pointer.move}
        @pointerup=${this.pointer.up}
        @pointercancel=${this.pointer.cancel}
        @keydown=${this.onKeydown}
        @keyup=${this.onKeyup}
        @focusout=${this.onBlockBlur}
        @click=${this.onClick}
      >
        <div class="hours" aria-hidden="true">
          <span class="corner"></span>
          ${Array.from({ length: 23 }, (_, hour) => html`<span class="hour" ${cssProperties({ '--at': hour + 1 })}>${hourText(hour + 1, this.reading)}</span>`)}
        </div>
        ${days.map((weekday) => this.renderDay(weekday))}
      </div>`;
  }

  private renderDay(weekday: number): TemplateResult {
    const { texts: t, reading } = this;
    const name = weekdayName(weekday, reading);
    const blocks = blocksOf(this.draft?.weekly_hours ?? [], weekday);
    const hasHours = blocks.some(({ tail }) => !tail);
    return html`<section class="day" aria-label=${name}>
      <header>
        <span class="name" part="day-name" aria-hidden="true">${weekdayName(weekday, reading, 'short')}</span>
        <span class="tools">
          <button type="button" class="icon" data-add=${weekday} aria-label=${t.addHoursOn(name)} title=${t.addHours}>${plusIcon}</button>
          <button type="button" class="icon" data-copy=${weekday} aria-label=${t.copyDayTo(name)} title=${t.copyDay}>${copyIcon}</button>
        </span>
      </header>
      <div class="column" data-weekday=${weekday}>
        ${this.renderBooked(weekday)}
        ${repeat(
          blocks,
          ({ hours, tail }) => `${hours.key}${tail}`,
          (block) => weekBlock(block, this.problemsAt(block.hours.key), this.reading),
        )}
        ${hasHours ? nothing : html`<span class="closed" aria-hidden="true">${t.closed}</span><span class="visually-hidden">${t.closed}</span>`}
      </div>
    </section>`;
  }

  /** The sessions on this day of the present week, drawn behind the hours; screen readers hear their number. */
  private renderBooked(weekday: number): unknown {
    const { draft, texts: t } = this;
    if (!draft) return nothing;
    const first = firstWeekdayOf(this.language);
    const day = addDays(startOfWeek(localDateAt(draft.time_zone, this.now()), first), (weekday - first + 7) % 7);
    const midnight = startOfDay(draft.time_zone, day);
    const found = this.booked
      .filter((booking) => takesTime(booking.status) && booking.status !== 'completed')
      .map(sessionOf)
      .filter(({ start }) => localDateAt(draft.time_zone, start) === day);
    if (found.length === 0) return nothing;
    const minutes = (moment: number) => Math.min(DAY_MINUTES, (moment - midnight) / MINUTE_MS);
    return html`<span class="visually-hidden">${t.bookedThisWeek(found.length)}</span>
      ${found.map(
        ({ start, end }) =>
          html`<span class="booked" part="booked" aria-hidden="true" ${cssProperties({ '--from': minutes(start), '--to': minutes(end) })}></span>`,
      )}`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A block that moves to another day is a new element there; move the focus to it.
    if (changed.has('draft')) this.focusKey ??= this.focusedBlock?.dataset.key;
    this.heldDay = this.hoursOf(this.focusKey, changed.get('draft'))?.weekday ?? this.heldDay;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.placed && this.draft && this.week.clientHeight > 0) this.showHours();
    const key = this.focusKey;
    if (!key || this.pointer.busy) return;
    const block = this.renderRoot.querySelector<HTMLElement>(`button[data-key="${key}"]`);
    // Hours just requested arrive with the next draft.
    if (block || changed.has('draft')) this.focusKey = undefined;
    if (block && block !== this.focusedBlock) {
      block.focus({ preventScroll: true });
      block.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    if (block && this.movedEdge && changed.has('draft')) this.showEdge(key, this.movedEdge);
    if (!block && changed.has('draft') && this.heldDay && !this.shadowRoot?.activeElement) {
      this.focusDay(this.heldDay);
    }
  }

  /** Scrolls to an edge of a block. The end of hours past midnight is in their second block, on the next day. */
  private showEdge(key: string, edge: 'start' | 'end'): void {
    this.movedEdge = undefined;
    const handles = this.renderRoot.querySelectorAll(`[data-key="${key}"] [data-grip="${edge}"]`);
    handles[handles.length - 1]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private get focusedBlock(): HTMLElement | null {
    return this.shadowRoot?.activeElement?.closest<HTMLElement>('button.block') ?? null;
  }

  /** Scrolls to the earliest start of the week's hours. */
  private showHours(): void {
    const starts = this.draft?.weekly_hours.map((hours) => spanOf(hours).start) ?? [];
    const first = starts.length > 0 ? Math.min(...starts) : EIGHT_O_CLOCK;
    this.week.scrollTop = (Math.max(0, first - 45) / DAY_MINUTES) * (this.column(1)?.offsetHeight ?? 0);
    this.placed = true;
  }

  private column(weekday: number): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`.column[data-weekday="${weekday}"]`);
  }

  private hoursOf(key: string | undefined, draft = this.draft): Keyed<WeeklyHours> | undefined {
    return draft?.weekly_hours.find((hours) => hours.key === key);
  }

  private placeOf({ clientX, clientY }: PointerEvent): Place | undefined {
    const boxes = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
      const box = this.column(weekday)?.getBoundingClientRect();
      return box ? [{ weekday, box }] : [];
    });
    const distance = ({ box }: (typeof boxes)[number]) => Math.max(box.left - clientX, clientX - box.right, 0);
    const [nearest] = boxes.sort((a, b) => distance(a) - distance(b));
    if (!nearest) return undefined;
    const { top, height } = nearest.box;
    return {
      weekday: nearest.weekday,
      minutes: Math.min(DAY_MINUTES, Math.max(0, ((clientY - top) / height) * DAY_MINUTES)),
    };
  }

  private dragTo({ id, key, grip }: Gesture, { weekday, start, end }: Dragged): void {
    const hours = { weekday, ...hoursOf({ start, end }) };
    const isNew = grip === 'empty' && !this.hoursOf(key);
    this.edit(isNew ? { type: 'add-hours', key, hours } : { type: 'change-hours', key, change: hours }, id);
  }

  private dragEnd({ id, key, grip }: Gesture, abandoned: boolean): void {
    this.removeAttribute('dragging');
    if (!abandoned || grip !== 'empty') this.focusHours(key);
    this.dispatchEvent(new GestureEndEvent(id, abandoned));
  }

  private onClick(event: PointerEvent): void {
    if (this.pointer.takeClick()) return;
    const target = event.target as Element;
    const { key } = target.closest<HTMLElement>('[data-key]')?.dataset ?? {};
    const { add, copy } = target.closest('button')?.dataset ?? {};
    if (key) this.dispatchEvent(new HoursRequestEvent({ kind: 'edit', key }));
    else if (add) this.add(firstHours(this.draft?.weekly_hours ?? [], Number(add)));
    else if (copy) this.dispatchEvent(new HoursRequestEvent({ kind: 'copy-day', weekday: Number(copy) }));
    else if (target.closest('.column')) {
      const place = this.placeOf(event);
      if (!place) return;
      const start = Math.min(1380, Math.floor(place.minutes / this.step) * this.step);
      this.add({ weekday: place.weekday, ...hoursOf({ start, end: start + 60 }) });
    }
  }

  private add(hours: WeeklyHours): void {
    if (!this.draft) return;
    const key = newKey(this.draft);
    this.edit({ type: 'add-hours', key, hours });
    this.focusHours(key);
  }

  private onKeydown(event: KeyboardEvent): void {
    const hours = this.hoursOf((event.target as HTMLElement).dataset.key);
    if (!hours || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      this.drop(hours);
      return;
    }
    const change = arrowChange(hours, event, { step: this.step, rtl: this.renderRoot.matches(':dir(rtl)') });
    if (!change) return;
    event.preventDefault();
    const isResizingEnd = event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
    this.movedEdge = isResizingEnd ? 'end' : 'start';
    this.edit({ type: 'change-hours', key: hours.key, change }, `keys-${hours.key}`);
    this.focusHours(hours.key);
  }

  /** Repeats of a held key are one undo step; the next press begins another. */
  private onKeyup(event: KeyboardEvent): void {
    const { key } = (event.target as HTMLElement).dataset;
    if (key && event.key.startsWith('Arrow')) this.endGesture(`keys-${key}`);
  }

  private drop(hours: Keyed<WeeklyHours>): void {
    const heads = [...this.renderRoot.querySelectorAll<HTMLElement>('button.block')].map(({ dataset }) => dataset.key);
    const index = heads.indexOf(hours.key);
    const neighbour = heads[index + 1] ?? heads[index - 1];
    this.edit({ type: 'remove-hours', key: hours.key });
    if (neighbour) this.focusHours(neighbour);
    else this.focusDay(hours.weekday);
  }

  private onBlockBlur(event: FocusEvent): void {
    const { key } = (event.target as HTMLElement).dataset;
    if (key && !this.pointer.busy) this.endGesture(`keys-${key}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-week-grid': CbWeekGrid;
  }
}
