import { html, nothing, type TemplateResult } from 'lit';
import type { Slot } from '../contract/availability.ts';
import type { Instant } from '../contract/values.ts';
import type { BookingError } from '../core/errors.ts';
import type { DurationChangeEvent, SlotSelectEvent } from './events.ts';
import { formatMonth } from './format-dates.ts';
import type { PickerMessages } from './i18n/picker.ts';
import type { OwnDayEvent } from './own-day-event.ts';
import { needExtra } from './picker-extras.ts';
import type { PickerSource } from './picker-source.ts';
import type { PickerView } from './picker-view.ts';

/** What a visitor can do in the panels. */
export interface PickerActions {
  readonly chooseSlot: (event: SlotSelectEvent) => void;
  readonly chooseNextTime: (event: SlotSelectEvent) => void;
  readonly chooseDuration: (event: DurationChangeEvent) => void;
  /** Shows the day of a time. */
  readonly goTo: (slot: Slot) => void;
  readonly nextMonth: () => void;
  readonly retry: () => void;
  readonly markBusy: (event: OwnDayEvent) => void;
}

/** What the panels are drawn from. */
export interface PickerPanels {
  readonly view: PickerView;
  readonly source: PickerSource;
  readonly language: string;
  readonly texts: PickerMessages;
  /** Start of the chosen time. */
  readonly selected: string;
  readonly now: () => number;
  /** Times at which the visitor has something else, by start, in words. */
  readonly busy: ReadonlyMap<Instant, string> | undefined;
  readonly on: PickerActions;
}

/** Refusals that say the coach, not the connection, is the reason. */
const CLOSED_COACH = ['coach_inactive', 'invalid_coach', 'coach_not_found'];

/** Lengths of session, where there is a choice. */
export function durationChoice({ view, source, language, on }: PickerPanels): TemplateResult | typeof nothing {
  const { durations, duration } = source;
  if (durations.length < 2) return nothing;
  needExtra('cb-duration-picker');
  return html`<cb-duration-picker
    .locale=${language}
    .durations=${durations}
    .selected=${duration || (view.slots[0]?.duration_minutes ?? 0)}
    @cb-duration-change=${on.chooseDuration}
  ></cb-duration-picker>`;
}

/** The row of next open times; its chunk is asked for after the times themselves. */
export function nextTimes({ view, source, language, now, on }: PickerPanels): TemplateResult {
  if (view.status !== 'loading') needExtra('cb-next-times');
  return html`<cb-next-times
    part="next"
    .locale=${language}
    .availability=${source.availability}
    .client=${source.client}
    .coach=${source.coachId}
    .duration=${source.duration}
    .timeZone=${view.timeZone}
    .hour12=${source.reading.hour12}
    .now=${now}
    @cb-slot-select=${on.chooseNextTime}
  ></cb-next-times>`;
}

/** The times of the day shown, or why there are none and the way on. */
export function timesOfDay(panels: PickerPanels): TemplateResult {
  const { view, source, language, texts, selected, on } = panels;
  if (view.error && !view.counts) return failure(view.error, texts, on.retry);
  if (view.counts && !view.day) {
    return nextOpening(panels, html`<p>${texts.noTimesIn(formatMonth(view.month, language))}</p>`);
  }
  return html`${view.error ? stale(texts, on.retry) : nothing}
    <cb-slot-list
      .locale=${language}
      .slots=${view.slots}
      .day=${view.day}
      .timeZone=${view.timeZone}
      .hour12=${source.reading.hour12}
      .selected=${selected}
      .busy=${panels.busy}
      .loading=${view.status === 'loading'}
      @cb-slot-select=${on.chooseSlot}
      >${view.slots.length > 0 || !view.day ? nothing : nextOpening(panels, nothing)}</cb-slot-list
    >`;
}

/** The visitor's own calendar beside the times; its chunk is asked for after the times themselves. */
export function ownDay({ view, source, language, now, on }: PickerPanels): TemplateResult {
  if (view.status !== 'loading') needExtra('cb-own-day');
  return html`<cb-own-day
    .locale=${language}
    .view=${view}
    .client=${source.client}
    .now=${now}
    @cb-own-day=${on.markBusy}
  ></cb-own-day>`;
}

function nextOpening({ view, source, language, on }: PickerPanels, sentence: unknown): TemplateResult {
  if (view.status === 'ready') needExtra('cb-next-opening');
  return html`<cb-next-opening
    slot="empty"
    .locale=${language}
    .availability=${source.availability}
    .view=${view}
    .hour12=${source.reading.hour12}
    .go=${on.goTo}
    .turn=${on.nextMonth}
    >${sentence}</cb-next-opening
  >`;
}

/** Nothing could be loaded: what happened, and the way on. */
function failure(error: BookingError, t: PickerMessages, retry: () => void): TemplateResult {
  const closed = CLOSED_COACH.includes(error.code ?? '') || error.kind === 'not-found';
  const unreachable = error.kind === 'offline' || error.kind === 'timeout';
  return html`<div class="note" part="failure" role="alert">
    <p>${closed ? t.failedCoach : unreachable ? t.failedOffline : t.failed}</p>
    <button type="button" class="secondary" @click=${retry}>${t.tryAgain}</button>
  </div>`;
}

/** What was known before is shown although it could not be loaded anew. */
function stale(t: PickerMessages, retry: () => void): TemplateResult {
  return html`<div class="note stale" part="stale" role="status">
    <p>${t.stale}</p>
    <button type="button" class="plain" @click=${retry}>${t.tryAgain}</button>
  </div>`;
}
