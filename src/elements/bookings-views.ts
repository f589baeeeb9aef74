import { html, nothing, type TemplateResult } from 'lit';
import { type Booking, type BookingStatus, bookingStatus } from '../contract/booking.ts';
import { readInstant, type TimeZone } from '../contract/values.ts';
import { onDay, past, toComplete, upcoming, waiting } from '../core/bookings/selectors.ts';
import { localDateAt } from '../domain/time/zone.ts';
import type { BookingsMessages, BookingsViewName } from './i18n/bookings.ts';
import { chevronDown } from './icons.ts';

/** The ways to look at a side's bookings, the most pressing first. */
export const viewsOf: Readonly<Record<'client' | 'coach', readonly BookingsViewName[]>> = {
  coach: ['waiting', 'today', 'upcoming', 'toComplete', 'past'],
  client: ['upcoming', 'past'],
};

/** Views that reach back, so that older bookings may be missing from them until they are loaded. */
export const reachingBack: readonly BookingsViewName[] = ['toComplete', 'past'];

/** When and where a list is looked at. */
export interface Looking {
  /** Epoch ms. */
  readonly now: number;
  readonly timeZone: TimeZone;
}

/** The bookings of a view, in its order. */
export function inView(
  view: BookingsViewName,
  bookings: readonly Booking[],
  { now, timeZone }: Looking,
): readonly Booking[] {
  switch (view) {
    case 'waiting':
      return waiting(bookings, now);
    case 'today':
      return onDay(bookings, localDateAt(timeZone, now), timeZone);
    case 'toComplete':
      return toComplete(bookings, now);
    case 'upcoming':
      return upcoming(bookings, now);
    case 'past':
      return past(bookings, now);
  }
}

/** The bookings of a view, and in their places those that were `kept` there when a change took them out of it. */
export function shownIn(
  view: BookingsViewName,
  bookings: readonly Booking[],
  kept: ReadonlySet<string>,
  looking: Looking,
): readonly Booking[] {
  const shown = inView(view, bookings, looking);
  const ids = new Set(shown.map(({ id }) => id));
  const stayed = bookings.filter(({ id }) => kept.has(id) && !ids.has(id));
  if (stayed.length === 0) return shown;
  const direction = reachingBack.includes(view) ? -1 : 1;
  const start = (booking: Booking) => readInstant(booking.session_datetime) ?? 0;
  return [...shown, ...stayed].sort((a, b) => direction * (start(a) - start(b)));
}

/** The buttons that choose a view, each with how many bookings it holds. */
export function viewButtons(
  side: 'client' | 'coach',
  bookings: readonly Booking[],
  looking: Looking,
  current: BookingsViewName,
  choose: (view: BookingsViewName) => void,
  texts: BookingsMessages,
): TemplateResult {
  return html`<nav aria-label=${texts.viewsLabel}>
    ${viewsOf[side].map((name) => {
      const count = name === 'past' ? 0 : inView(name, bookings, looking).length;
      return html`<button
        type="button" part="view" aria-current=${name === current ? 'true' : 'false'} @click=${() => choose(name)}
      >${texts.views[name]} ${count ? html`<span class="count">${count}</span>` : nothing}</button>`;
    })}
  </nav>`;
}

/** Chooses one status, or all. */
export function statusFilter(
  current: BookingStatus | undefined,
  choose: (status: BookingStatus | undefined) => void,
  texts: BookingsMessages,
): TemplateResult {
  const changed = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    choose(bookingStatus.options.find((name) => name === value));
  };
  return html`<label class="filter">${texts.filter}
    <span class="select narrow"><select part="filter" @change=${changed}>
      <option value="">${texts.all}</option>
      ${bookingStatus.options.map((name) => html`<option value=${name} ?selected=${current === name}>${texts.status[name]}</option>`)}
    </select>${chevronDown}</span>
  </label>`;
}

/** What can be done with several bookings at once. */
export interface ToolbarActions {
  readonly change: (ids: readonly string[], to: 'confirmed' | 'completed') => void;
  readonly cancel: (ids: readonly string[]) => void;
}

/** The bar for the chosen bookings; each button acts on those of them that allow it, and says on how many. */
export function toolbar(
  chosen: readonly Booking[],
  now: number,
  { change, cancel }: ToolbarActions,
  texts: BookingsMessages,
): TemplateResult | typeof nothing {
  if (chosen.length === 0) return nothing;
  const isOver = ({ session_datetime, duration_minutes }: Booking) =>
    (readInstant(session_datetime) ?? 0) + duration_minutes * 60_000 <= now;
  const ids = (some: readonly Booking[]) => some.map(({ id }) => id);
  const confirmable = ids(chosen.filter((booking) => booking.status === 'pending' && !isOver(booking)));
  const completable = ids(chosen.filter((booking) => booking.status === 'confirmed' && isOver(booking)));
  return html`<div class="toolbar" part="toolbar">
    <span>${texts.selected(chosen.length)}</span>
    <span class="buttons">
      ${
        confirmable.length
          ? html`<button type="button" class="primary" data-act="confirm-selected" @click=${() => change(confirmable, 'confirmed')}>${texts.confirmSelected(confirmable.length)}</button>`
          : nothing
      }
      ${
        completable.length
          ? html`<button type="button" class="primary" data-act="complete-selected" @click=${() => change(completable, 'completed')}>${texts.completeSelected(completable.length)}</button>`
          : nothing
      }
      <button type="button" class="secondary" data-act="cancel-selected" @click=${() => cancel(ids(chosen))}>${texts.cancelSelected(chosen.length)}</button>
    </span>
  </div>`;
}
