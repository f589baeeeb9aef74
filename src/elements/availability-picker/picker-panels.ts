import { html, nothing, type TemplateResult } from 'lit';
import type { Slot } from '../../contract/availability.ts';
import type { LocalDate } from '../../contract/values.ts';
import type { BookingError } from '../../core/errors.ts';
import type { DurationChangeEvent } from '../base/duration-change-event.ts';
import type { DaySelectEvent, SlotSelectEvent } from '../base/events.ts';
import type { HourCycleChangeEvent } from '../base/hour-cycle-change-event.ts';
import type { TimeZoneChangeEvent } from '../base/time-zone-change-event.ts';
import { needExtra } from '../chunks/picker-extras.ts';
import type { PreferencesState } from '../context/preferences.ts';
import type { PickerMessages } from '../i18n/picker.ts';
import type { PickerSource } from '../picker-state/picker-source.ts';
import type { PickerView } from '../picker-state/picker-view.ts';
import { formatFullDay, formatMonth } from '../words/format-dates.ts';

/** The visitor's actions in the panels. */
export interface PickerActions {
  readonly chooseSlot: (event: SlotSelectEvent) => void;
  readonly chooseNextTime: (event: SlotSelectEvent) => void;
  readonly chooseDuration: (event: DurationChangeEvent) => void;
  readonly chooseDay: (day: LocalDate) => void;
  /** Shows a day of another week, without moving the focus. */
  readonly turnTo: (day: LocalDate) => void;
  /** Shows the month in place of its week. */
  readonly openMonth: () => void;
  readonly prefer: (change: Partial<PreferencesState>) => void;
  /** Shows the day of a time. */
  readonly goTo: (slot: Slot) => void;
  readonly retry: () => void;
}

/** The data of the panels. */
interface PickerPanels {
  readonly view: PickerView;
  readonly source: PickerSource;
  readonly language: string;
  readonly texts: PickerMessages;
  /** Start of the chosen time. */
  readonly selected: string;
  readonly now: () => number;
  readonly on: PickerActions;
}

/** Another way to book, from the page. */
const fallback = html`<slot name="fallback" slot="fallback"></slot>`;

/** The announcement of a change; empty after arrow keys, because the screen reader reads the focused day. */
export function announcement({ day, slots, month, open }: PickerView, t: PickerMessages, language: string): string {
  if (day) return t.timesShown(slots.length, formatFullDay(day, language));
  return open ? '' : t.noTimesIn(formatMonth(month, language));
}

/** The times of the day, and the visitor's own calendar where the page offers the comparison. */
export function timesPanel(panels: PickerPanels, compares: boolean): TemplateResult {
  return html`${timesOfDay(panels)} ${compares ? visitorCalendar(panels) : nothing}`;
}

/** Lengths of session, where there is a choice. */
export function durationChoice({ view, source, language, on }: PickerPanels): TemplateResult | typeof nothing {
  const { durations, duration } = source;
  if (durations.length < 2) return nothing;
  needExtra('cb-duration-picker');
  return html`<cb-duration-picker
    .locale=${language}
    .durations=${durations}
    .coach=${source.coach}
    .selected=${duration || (view.slots[0]?.duration_minutes ?? 0)}
    @cb-duration-change=${on.chooseDuration}
  ></cb-duration-picker>`;
}

/** The row of next open times. */
export function nextTimes({ view, source, language, now, on }: PickerPanels): TemplateResult {
  needExtra('cb-next-times');
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

/** The week of the day shown, in place of the month on narrow screens. */
export function weekStrip({ view, source, language, on }: PickerPanels): TemplateResult {
  return html`<cb-week-strip
    .locale=${language}
    .availability=${source.availability}
    .selected=${view.day}
    .today=${view.today}
    .choose=${on.turnTo}
    .open=${on.openMonth}
    @cb-day-select=${({ day }: DaySelectEvent) => on.chooseDay(day)}
  ></cb-week-strip>`;
}

/** The zone and the clock times are shown in. */
export function zoneChoice({ view, source, language, now, on }: PickerPanels): TemplateResult {
  needExtra('cb-time-zone-picker');
  return html`<cb-time-zone-picker
    .locale=${language}
    .timeZone=${view.timeZone}
    .coachTimeZone=${source.coachTimeZone}
    .hour12=${source.reading.hour12}
    .now=${now}
    @cb-time-zone-change=${({ timeZone }: TimeZoneChangeEvent) => on.prefer({ timeZone })}
    @cb-hour-cycle-change=${({ hour12 }: HourCycleChangeEvent) => on.prefer({ hour12 })}
  ></cb-time-zone-picker>`;
}

/** The times of the day shown, or the reason why there are none and a way on. */
function timesOfDay(panels: PickerPanels): TemplateResult {
  const { view, source, language, texts, selected, on } = panels;
  if (view.status !== 'loading') needExtra('cb-week-strip');
  if (view.error && !view.counts) return failure(view.error, texts, on.retry);
  if (view.counts && !view.day && !view.open) {
    return nextSlot(panels, html`<p>${texts.noTimesIn(formatMonth(view.month, language))}</p>`);
  }
  return html`${view.error ? stale(texts, on.retry) : nothing}
    <cb-slot-list
      .locale=${language}
      .slots=${view.slots}
      .day=${view.day}
      .timeZone=${view.timeZone}
      .hour12=${source.reading.hour12}
      .selected=${selected}
      .busy=${source.busy}
      .gone=${source.gone}
      .loading=${view.status === 'loading'}
      @cb-slot-select=${on.chooseSlot}
      >${view.slots.length > 0 || !view.day ? nothing : nextSlot(panels, nothing)}</cb-slot-list
    >`;
}

/** Keeps the times up to date while they are on the screen; its chunk is loaded after the times. */
export function liveTimes(panels: PickerPanels): TemplateResult | typeof nothing {
  const { view, source } = panels;
  // Later months load while it goes on listening.
  if (view.status === 'loading' && source.since === undefined) return nothing;
  source.since ??= performance.now();
  needExtra('cb-live-times');
  // Hidden here too: until its class is there, it would take a gap of the layout.
  return html`<cb-live-times hidden .panels=${panels} .since=${source.since}></cb-live-times>`;
}

/** The visitor's own calendar below the times; its chunk is loaded after the times. */
function visitorCalendar(panels: PickerPanels): TemplateResult {
  if (panels.view.status !== 'loading') needExtra('cb-visitor-calendar');
  return html`<cb-visitor-calendar .panels=${panels}></cb-visitor-calendar>`;
}

function nextSlot({ view, source, language, on }: PickerPanels, sentence: unknown): TemplateResult {
  if (view.status === 'ready') needExtra('cb-next-slot');
  return html`<cb-next-slot
    slot="empty"
    .locale=${language}
    .availability=${source.availability}
    .view=${view}
    .hour12=${source.reading.hour12}
    .go=${on.goTo}
    .again=${on.retry}
    >${sentence}${fallback}</cb-next-slot
  >`;
}

/** Nothing could be loaded: the reason, and a way on. */
function failure(error: BookingError, t: PickerMessages, retry: () => void): TemplateResult {
  return html`<div class="note" part="failure" role="alert">
    <p>${reason(error, t)}</p>
    ${fallback}
    <button type="button" class="secondary" @click=${retry}>${t.tryAgain}</button>
  </div>`;
}

function reason({ code, kind }: BookingError, t: PickerMessages): string {
  if (code === 'coach_inactive') return t.failedCoach;
  if (code === 'invalid_coach' || code === 'coach_not_found') return t.failedNoCoach;
  if (kind === 'not-found' || kind === 'unreadable') return t.failedService;
  return kind === 'offline' || kind === 'timeout' ? t.failedOffline : t.failed;
}

/** The times could not be loaded again: those loaded before are shown. */
function stale(t: PickerMessages, retry: () => void): TemplateResult {
  return html`<div class="note stale" part="stale" role="status">
    <p>${t.stale}</p>
    <button type="button" class="plain" @click=${retry}>${t.tryAgain}</button>
  </div>`;
}
