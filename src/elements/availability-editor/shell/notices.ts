import { html, nothing, type TemplateResult } from 'lit';
import type { Booking } from '../../../contract/booking.ts';
import type { TimeZone } from '../../../contract/values.ts';
import { sessionOf } from '../../../core/schedule-editor/booked.ts';
import { listed } from '../../../domain/language/listed.ts';
import { formatDay, formatTime } from '../../../domain/time/format.ts';
import { localDateAt } from '../../../domain/time/zone.ts';
import { alertIcon } from '../../base/booking-icons.ts';
import type { Reading } from '../part/schedule-text.ts';

/** A fault that keeps the draft from being saved, and the way to its place. */
export interface ToCorrect {
  readonly text: string;
  readonly go: () => void;
}

/** The faults to correct before saving, each with a link to its place. */
export function problemList(found: readonly ToCorrect[], { t }: Reading): TemplateResult | typeof nothing {
  if (found.length === 0) return nothing;
  return html`<section class="notice bad" part="problems" aria-labelledby="problems">
    <h3 id="problems" tabindex="-1">${alertIcon}${t.toCorrect(found.length)}</h3>
    <ul>${found.map(({ text, go }) => html`<li><button type="button" class="link" @click=${go}>${text}</button></li>`)}</ul>
  </section>`;
}

/** Sessions that a change would leave outside the hours. */
export function strandedList(
  stranded: readonly Booking[],
  timeZone: TimeZone,
  reading: Reading,
): TemplateResult | typeof nothing {
  if (stranded.length === 0) return nothing;
  const { t } = reading;
  return html`<section class="notice" part="stranded" aria-labelledby="stranded">
    <h3 id="stranded">${alertIcon}${t.stranded(stranded.length)}</h3>
    ${sessionList(stranded, timeZone, reading)}
    <p class="quiet">${t.strandedHelp}</p>
  </section>`;
}

/** Sessions by the coach's clock: "Friday 14 November, 10:00, Sam Rivera". */
export function sessionList(
  sessions: readonly Booking[],
  timeZone: TimeZone,
  { locale, hour12, t }: Reading,
): TemplateResult {
  return html`<ul>${sessions.map((booking) => {
    const { start } = sessionOf(booking);
    const day = formatDay(localDateAt(timeZone, start), { locale });
    const time = formatTime(start, { locale, timeZone, hour12 });
    return html`<li>${listed([day, time, booking.client?.name || booking.client?.email || t.unnamed], locale)}</li>`;
  })}</ul>`;
}
