import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { WeeklyHours } from '../../contract/schedule.ts';
import { hoursOf, resizeSpan, shiftSpan } from '../../core/schedule-editor/clock.ts';
import { type Keyed, newKey } from '../../core/schedule-editor/draft.ts';
import { spanOf } from '../../domain/availability/hours.ts';
import { firstWeekdayOf } from '../../domain/month/first-weekday.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { GestureEndEvent, HoursRequestEvent } from './edit-events.ts';
import { copyIcon, plusIcon, repeatIcon } from './editor-icons.ts';
import { freshHours } from './fresh-hours.ts';
import { partStyles } from './part.styles.ts';
import { EditorPart } from './part.ts';
import { type Dragged, drag, type Grip, type Place } from './week-drag.ts';
import { weekGridStyles } from './week-grid.styles.ts';
import { type Block, blocksOf } from './week-layout.ts';
import { clock, conditions, describeHours, fieldTime, weekdayName } from './words.ts';

/** A pointer on its way. */
interface Gesture {
  readonly id: string;
  readonly key: string;
  readonly grip: Grip;
  readonly from: Place;
  readonly x: number;
  readonly y: number;
  readonly origin: Dragged;
  /** False until the pointer has gone far enough to mean it. */
  started: boolean;
}

/** Pixels a pointer may tremble before a press becomes a drag. */
const TREMBLE = 4;
let gestures = 0;

/**
 * The week as blocks on a grid: drag, resize, create on empty space; by keyboard, arrows move a block and Shift with
 * arrows resizes it.
 *
 * @csspart week - The scrolling grid.
 * @csspart day-name - Name of a weekday.
 * @csspart block - An interval; also `alternate`, `wrong`.
 */
export class CbWeekGrid extends EditorPart {
  static override styles = [tokens, controls, partStyles, weekGridStyles];

  /** Minutes hours snap to. */
  @property({ type: Number }) step = 30;
  @query('.week') private readonly week!: HTMLElement;
  private gesture: Gesture | undefined;
  private focusKey: string | undefined;
  private swallowClick = false;
  private placed = false;

  /** Moves focus to a block. */
  focusHours(key: string): void {
    this.focusKey = key;
    this.requestUpdate();
  }

  /** Moves focus to what adds hours on a day. */
  focusDay(weekday: number): void {
    this.renderRoot.querySelector<HTMLElement>(`[data-add="${weekday}"]`)?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Where the week was scrolled to is lost with the box.
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
        @pointerdown=${this.onPointerDown}
        @pointermove=${this.onPointerMove}
        @pointerup=${this.onPointerUp}
        @pointercancel=${() => this.finish(true)}
        @keydown=${this.onKeydown}
        @keyup=${this.onKeyup}
        @click=${this.onClick}
      >
        <div class="hours" aria-hidden="true">
          <span class="corner"></span>
          ${Array.from({ length: 23 }, (_, hour) => html`<span class="hour" style=${`--at: ${hour + 1}`}>${clock((hour + 1) * 60, this.reading)}</span>`)}
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
          <button type="button" class="icon" data-copy=${weekday} aria-label=${t.copyDayTo(name)} title=${t.copyDay} ?hidden=${!hasHours}>${copyIcon}</button>
        </span>
      </header>
      <div class="column" data-weekday=${weekday}>
        ${repeat(
          blocks,
          ({ hours, tail }) => `${hours.key}${tail}`,
          (block) => this.renderBlock(block),
        )}
        ${hasHours ? nothing : html`<span class="closed" aria-hidden="true">${t.closed}</span><span class="visually-hidden">${t.closed}</span>`}
      </div>
    </section>`;
  }

  private renderBlock({ hours, tail, start, end, lane, lanes }: Block): TemplateResult {
    const { texts: t, reading } = this;
    const problems = this.problemsAt(hours.key);
    const notes = conditions(hours, reading);
    const names = ['block', notes.length > 0 && 'alternate', problems.length > 0 && 'wrong'].filter(Boolean).join(' ');
    const place = styleMap({
      '--from': String(start),
      '--to': String(end),
      '--lane': String(lane),
      '--lanes': String(lanes),
    });
    const [opens, closes] = [fieldTime(hours.start, reading), fieldTime(hours.end, reading)];
    const handle = (edge: 'start' | 'end') => html`<span class="handle" data-grip=${edge} aria-hidden="true"></span>`;
    if (tail) {
      return html`<div class="${names} tail" style=${place} data-key=${hours.key} aria-hidden="true">
        <span class="time">${t.until(closes)}</span>${handle('end')}
      </div>`;
    }
    const label = [describeHours(hours, reading), ...problems.map((message) => t.problem(message))].join('; ');
    return html`<button
      type="button"
      class=${names}
      part=${names}
      style=${place}
      data-key=${hours.key}
      data-short=${end - start < 60 ? 'true' : nothing}
      aria-label=${label}
      aria-describedby="keys"
      title=${problems.join('\n') || nothing}
      @focusout=${this.onBlockBlur}
    >
      ${handle('start')}
      <span class="time">${t.range(opens, closes)}</span>
      ${hours.ends_next_day ? html`<span class="note">${t.nextDay}</span>` : nothing}
      ${notes.map((note, index) => html`<span class="note">${index === 0 && (hours.every_weeks ?? 1) > 1 ? repeatIcon : nothing}${note}</span>`)}
      ${handle('end')}
    </button>`;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    if (!this.placed && this.draft && this.week.clientHeight > 0) this.showHours();
    const key = this.focusKey;
    if (!key || this.gesture) return;
    this.focusKey = undefined;
    const block = this.renderRoot.querySelector<HTMLElement>(`button[data-key="${key}"]`);
    block?.focus({ preventScroll: true });
    block?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Scrolls to the first hours of the week. */
  private showHours(): void {
    const starts = this.draft?.weekly_hours.map((hours) => spanOf(hours).start) ?? [];
    const first = starts.length > 0 ? Math.min(...starts) : 480;
    this.week.scrollTop = (Math.max(0, first - 45) / 1440) * (this.column(1)?.offsetHeight ?? 0);
    this.placed = true;
  }

  private column(weekday: number): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`.column[data-weekday="${weekday}"]`);
  }

  private hoursOf(key: string | undefined): Keyed<WeeklyHours> | undefined {
    return this.draft?.weekly_hours.find((hours) => hours.key === key);
  }

  private placeOf({ clientX, clientY }: PointerEvent): Place | undefined {
    const boxes = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
      const box = this.column(weekday)?.getBoundingClientRect();
      return box ? [{ weekday, box }] : [];
    });
    const beside = ({ box }: (typeof boxes)[number]) => Math.max(box.left - clientX, clientX - box.right, 0);
    const [nearest] = boxes.sort((a, b) => beside(a) - beside(b));
    if (!nearest) return undefined;
    const { top, height } = nearest.box;
    return { weekday: nearest.weekday, minutes: Math.min(1440, Math.max(0, ((clientY - top) / height) * 1440)) };
  }

  private onPointerDown(event: PointerEvent): void {
    const target = event.target as Element;
    const column = target.closest<HTMLElement>('.column');
    // A finger on empty space scrolls; its tap creates hours in `onClick`.
    if (event.button !== 0 || !column || this.gesture) return;
    const key = target.closest<HTMLElement>('[data-key]')?.dataset.key;
    if (!key && event.pointerType === 'touch') return;
    const from = this.placeOf(event);
    if (!from || !this.draft) return;
    const hours = this.hoursOf(key);
    const grip = hours ? (((target as HTMLElement).dataset.grip as Grip | undefined) ?? 'body') : 'empty';
    const span = hours ? spanOf(hours) : { start: from.minutes, end: from.minutes };
    const origin = { weekday: hours?.weekday ?? from.weekday, ...span };
    const tail = grip === 'body' && from.weekday !== origin.weekday;
    if (tail) return;
    this.gesture = {
      id: `drag-${++gestures}`,
      key: key ?? newKey(this.draft),
      grip,
      from,
      x: event.clientX,
      y: event.clientY,
      origin,
      started: false,
    };
    this.swallowClick = false;
  }

  private onPointerMove(event: PointerEvent): void {
    const { gesture } = this;
    const to = gesture && this.placeOf(event);
    if (!gesture || !to) return;
    if (!gesture.started) {
      if (Math.hypot(event.clientX - gesture.x, event.clientY - gesture.y) < TREMBLE) return;
      gesture.started = true;
      this.week.setPointerCapture(event.pointerId);
      this.setAttribute('dragging', gesture.grip);
      window.addEventListener('keydown', this.onEscape);
    }
    event.preventDefault();
    this.apply(gesture, drag(gesture.grip, gesture.origin, gesture.from, to, this.step));
  }

  private apply({ id, key, grip }: Gesture, { weekday, start, end }: Dragged): void {
    const hours = { weekday, ...hoursOf({ start, end }) };
    const isNew = grip === 'empty' && !this.hoursOf(key);
    this.edit(isNew ? { type: 'add-hours', key, hours } : { type: 'change-hours', key, change: hours }, id);
  }

  private onPointerUp(): void {
    if (!this.gesture) return;
    this.swallowClick = this.gesture.started;
    this.finish(false);
  }

  private finish(abandoned: boolean): void {
    const { gesture } = this;
    this.gesture = undefined;
    this.removeAttribute('dragging');
    window.removeEventListener('keydown', this.onEscape);
    if (!gesture?.started) return;
    if (!abandoned || gesture.grip !== 'empty') this.focusHours(gesture.key);
    this.dispatchEvent(new GestureEndEvent(gesture.id, abandoned));
  }

  private onClick(event: PointerEvent): void {
    if (this.swallowClick) {
      this.swallowClick = false;
      return;
    }
    const target = event.target as Element;
    const { key } = target.closest<HTMLElement>('[data-key]')?.dataset ?? {};
    const { add, copy } = target.closest('button')?.dataset ?? {};
    if (key) this.dispatchEvent(new HoursRequestEvent({ kind: 'edit', key }));
    else if (add) this.add(freshHours(this.draft?.weekly_hours ?? [], Number(add)));
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

  /** Escape breaks a drag off, wherever the focus is. */
  private readonly onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.finish(true);
    this.swallowClick = true;
  };

  private onKeydown(event: KeyboardEvent): void {
    const hours = this.hoursOf((event.target as HTMLElement).dataset.key);
    if (!hours || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      this.drop(hours);
      return;
    }
    const change = this.keyed(hours, event);
    if (!change) return;
    event.preventDefault();
    this.edit({ type: 'change-hours', key: hours.key, change }, `keys-${hours.key}`);
    this.focusHours(hours.key);
  }

  /** What an arrow key does to hours. */
  private keyed(hours: WeeklyHours, { key, shiftKey }: KeyboardEvent): Partial<WeeklyHours> | undefined {
    const span = spanOf(hours);
    const rtl = this.matches(':dir(rtl)') ? -1 : 1;
    const down = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    const on = key === 'ArrowRight' ? rtl : key === 'ArrowLeft' ? -rtl : 0;
    if (down && shiftKey) return hoursOf(resizeSpan(span, 'end', down * this.step, this.step));
    if (on && shiftKey) return hoursOf(resizeSpan(span, 'start', on * this.step, this.step));
    if (down) return hoursOf(shiftSpan(span, down * this.step, this.step));
    return on ? { weekday: ((hours.weekday - 1 + on + 7) % 7) + 1 } : undefined;
  }

  /** The presses of one key held down are one step; the next press is another. */
  private onKeyup(event: KeyboardEvent): void {
    const { key } = (event.target as HTMLElement).dataset;
    if (key && event.key.startsWith('Arrow')) this.dispatchEvent(new GestureEndEvent(`keys-${key}`, false));
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
    const { key } = (event.currentTarget as HTMLElement).dataset;
    if (key && !this.gesture) this.dispatchEvent(new GestureEndEvent(`keys-${key}`, false));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-week-grid': CbWeekGrid;
  }
}
