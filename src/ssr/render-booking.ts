import { html, type LitElement } from 'lit';
import type { Slot } from '../contract/availability.ts';
import { isTimeZone, readInstant, writeInstant } from '../contract/values.ts';
import type { FlowState } from '../core/flow/state.ts';
import { addMonths, type MonthKey, monthOf } from '../domain/time/local-date.ts';
import { MINUTE_MS } from '../domain/time/units.ts';
import { localDateAt } from '../domain/time/zone.ts';
import { CbAvailabilityPicker } from '../elements/availability-picker/availability-picker.ts';
import { register } from '../elements/base/register.ts';
import { CbBooking } from '../elements/booking/booking.ts';
import { stepViews } from '../elements/booking/booking-steps.ts';
import { visitorViews } from '../elements/booking/visitor-views.ts';
import { CbBookingConfirmation } from '../elements/booking-confirmation/booking-confirmation.ts';
import { CbBookingForm } from '../elements/booking-form/booking-form.ts';
import { loadAskedFields } from '../elements/booking-form/load-asked-fields.ts';
import { occasionalElements } from '../elements/chunks/lazy-elements.ts';
import { loadChunk } from '../elements/chunks/load-chunk.ts';
import { loadElements } from '../elements/chunks/load-elements.ts';
import { loadTexts } from '../elements/i18n/locales.ts';
import { CbMonthGrid } from '../elements/month-grid/month-grid.ts';
import { CbNextSlot } from '../elements/next-slot/next-slot.ts';
import { CbNextTimes } from '../elements/next-times/next-times.ts';
import { CbSlotList } from '../elements/slot-list/slot-list.ts';
import { CbTimeZonePicker } from '../elements/time-zone-picker/time-zone-picker.ts';
import type { BookingPage, OpenTimes, PickerPage } from './booking-page.ts';
import { chosenPlace, isShown } from './chosen-place.ts';
import { calendarLinks } from './confirmation.ts';
import { detailsForm, detailsState, sendableForm } from './details-form.ts';
import { type ButtonLinks, collect, rendererFor, type Scene, withDrawnTags } from './drawn-element.ts';
import { type DrawnSources, drawnSources } from './drawn-sources.ts';
import { documentStyles } from './drawn-styles.ts';
import { escapeText } from './escape-text.ts';
import { jsonForScript, type KeptState, keepTimes } from './kept-state.ts';
import { NOWHERE, type PageLinks, pageLinks } from './page-links.ts';

/**
 * Draws `<cb-booking>` on a server: markup with declarative shadow roots, which shows the coach, the month and real times before any
 * script runs, and books without one. Days, months and times are links, the details are a form; the data that was read is written
 * next to it, so that the page's script does not request it again. Needs the optional peer `@lit-labs/ssr`.
 *
 * The times are in the coach's zone, or in `timeZone`, and say so; the page's script shows them in the visitor's.
 * A coach with session types, or whose times are not given, is left to the page's script: then only the element is written.
 *
 * @example
 * const query = new URL(request.url).searchParams;
 * const page = await loadBooking({ api: 'https://api.example.com', coachId, query });
 * const markup = await renderBooking({ ...page, locale: 'en', page: '/book', query });
 */
export function renderBooking(page: BookingPage): Promise<string> {
  return renderElement('cb-booking', page);
}

/**
 * Draws `<cb-availability-picker>` alone on a server, as `renderBooking` draws the whole booking: the month and real times, in links to
 * `page`. A time leads to `page` with `cb-slot`, its start, where the page goes on by itself; with a script the element fires
 * `cb-slot-select` instead.
 *
 * @example
 * const query = new URL(request.url).searchParams;
 * const page = await loadBooking({ api: 'https://api.example.com', coachId, query });
 * const markup = await renderPicker({ ...page, locale: 'en', page: '/times', query });
 */
export function renderPicker(page: PickerPage): Promise<string> {
  return renderElement('cb-availability-picker', page);
}

/** The elements that are drawn. */
type DrawnElement = 'cb-booking' | 'cb-availability-picker';

async function renderElement(tag: DrawnElement, page: BookingPage): Promise<string> {
  const { api, coachId, coach, availability, attributes, fallback = '', durationMinutes } = page;
  const given = { api, coach: coachId, ...(durationMinutes && { duration: String(durationMinutes) }), ...attributes };
  const written = Object.entries(given).map(([name, value]) => ` ${attributeName(name)}="${escapeText(value)}"`);
  const open = `<${tag}${written.join('')}>`;
  // The link of a booking opens that booking, which needs a script.
  if (!availability || coach?.has_session_types || (tag === 'cb-booking' && page.query?.has('cb-booking')))
    return `${open}${fallback}</${tag}>`;
  const drawn = await draw(tag, page, availability);
  const state = `<script type="application/json" class="cb-drawn">${jsonForScript(drawn.state)}</script>`;
  return `${documentStyles(page.nonce)}${open}<template shadowrootmode="open">${drawn.markup}</template>${fallback}</${tag}>${state}`;
}

function attributeName(name: string): string {
  if (!/^[a-z][\w-]*$/i.test(name)) throw new TypeError(`${name}: not a name of an attribute`);
  return name;
}

/** Lit reads these while it makes elements and addresses; no markup depends on them. */
const browserNames = (href: string): Readonly<Record<string, unknown>> => ({
  MutationObserver: class {
    observe(): void {}
    disconnect(): void {}
  },
  location: new URL(href),
});

/** Draws with names that a browser has; a server's other code, which runs before and after, never sees them. */
function withBrowserNames<Result>(href: string, drawing: () => Result): Result {
  const missing = Object.entries(browserNames(href)).filter(([name]) => !(name in globalThis));
  for (const [name, value] of missing) Reflect.defineProperty(globalThis, name, { value, configurable: true });
  try {
    return drawing();
  } finally {
    for (const [name] of missing) Reflect.deleteProperty(globalThis, name);
  }
}

async function loadSsr(): Promise<typeof import('@lit-labs/ssr')> {
  try {
    return await import('@lit-labs/ssr');
  } catch (cause) {
    throw new Error('renderBooking needs a package that pages do without: npm install @lit-labs/ssr', { cause });
  }
}

async function draw(
  tag: DrawnElement,
  page: BookingPage,
  times: OpenTimes,
): Promise<{ readonly markup: string; readonly state: KeptState }> {
  const ssr = await loadSsr();
  register('cb-booking', CbBooking);
  Object.assign(stepViews, visitorViews);
  await Promise.all([
    loadChunk('first-look'),
    loadChunk('booking-steps'),
    loadElements(occasionalElements),
    loadAskedFields(),
    loadTexts(page.locale, ['journey', 'visits', 'refusals']),
  ]);
  const { coach, coachId, locale, query, posted } = page;
  const now = page.now ?? Date.now();
  const zone = page.timeZone || coach?.time_zone || '';
  const timeZone = isTimeZone(zone) ? zone : 'UTC';
  const minutes = lengthOf(page, times);
  const present = monthOf(localDateAt(timeZone, now));
  const selected = tag === 'cb-availability-picker' ? slotShown(query, timeZone, present) : '';
  const selectedDay = selected && localDateAt(timeZone, readInstant(selected) ?? 0);
  const { month, day } = selected ? { month: monthOf(selectedDay), day: selectedDay } : chosenPlace(query, present);
  const clock = query?.get('cb-clock');
  const action = page.action ?? `${page.api.replace(/\/$/, '')}/booking`;
  const links = pageLinks(page.page ?? '', query);
  const flow = await flowOf(tag, page, times, minutes);
  const sources = await drawnSources({
    ...{ coachId, coach, times, locale, timeZone, now, flow, month: month || present },
    durationMinutes: minutes,
    hour12: clock === 'h12' || clock === 'h23' ? clock === 'h12' : undefined,
  });
  const key = posted?.fields.key || crypto.randomUUID();
  const scene: Scene = {
    locale,
    nonce: page.nonce,
    prepare: (element) => prepare(element, sources, { month, day, selected, locale }),
    linksOf: (element) => linksOf(element, links, sources),
    fateOf(element) {
      if (element.localName === tag) return flow.status === 'choosing' ? 'replaced' : 'kept';
      return element instanceof CbAvailabilityPicker ? 'kept' : undefined;
    },
    contentOf: (element) =>
      element instanceof CbBookingForm && flow.status === 'details' ? detailsForm(flow, sources.context) : undefined,
    finish(element, markup) {
      if (element instanceof CbBookingForm && flow.status === 'details') {
        return sendableForm(markup, { flow, coachId, coach, locale, timeZone, action, key });
      }
      if (element instanceof CbBookingConfirmation && flow.status === 'booked') {
        const entry = calendarLinks(flow.booking, coach, locale, now);
        return markup
          .replace(/<cb-add-to-calendar\b[\s\S]*?<\/cb-add-to-calendar>/, () => entry)
          .replace('<h3 tabindex="-1"', '$& autofocus');
      }
      return element instanceof CbMonthGrid ? markup.replace(/ (?:role="grid"|aria-selected="[^"]*")/g, '') : markup;
    },
  };
  const href = new URL(page.page || '/', `${NOWHERE}/`).href;
  const markup = withBrowserNames(href, () => {
    const renderer = rendererFor(ssr, scene);
    const drawn = collect(ssr, templates[tag], { elementRenderers: [renderer] });
    return withDrawnTags(drawn.replace(/^\s*<cb-[\w-]+[^>]*><template[^>]*>|<\/template><\/cb-[\w-]+>\s*$/g, ''));
  }).replaceAll(NOWHERE, '');
  const state: KeptState = {
    ...keepTimes(times),
    coachId,
    coach: coach ?? null,
    minutes,
    chosen: { ...(month && { month }), ...(day && { day }), ...(clock && { clock }), ...(selected && { selected }) },
    takesOver: flow.status === 'choosing',
  };
  return { markup, state };
}

/** The templates that Lit draws: the name of a tag in a template cannot be a value. */
const templates = {
  'cb-booking': html`<cb-booking></cb-booking>`,
  'cb-availability-picker': html`<cb-availability-picker></cb-availability-picker>`,
} satisfies Readonly<Record<DrawnElement, unknown>>;

/** The length that the page's script will ask for first. */
function lengthOf({ durationMinutes, coach }: BookingPage, times: OpenTimes): number {
  if (durationMinutes) return durationMinutes;
  const offered = coach?.durations?.map(({ minutes }) => minutes) ?? [];
  const usual = times.available_slots[0]?.duration_minutes ?? USUAL_MINUTES;
  return offered.length === 0 || offered.includes(usual) ? usual : (offered[0] ?? usual);
}

const USUAL_MINUTES = 60;

/** Start of the time that was chosen by a link, where its month is shown; else empty. */
function slotShown(query: URLSearchParams | undefined, timeZone: string, present: MonthKey): string {
  const at = readInstant(query?.get('cb-slot') ?? '');
  return at !== undefined && isShown(monthOf(localDateAt(timeZone, at)), present) ? writeInstant(at) : '';
}

/** The step that the visitor has come to. */
async function flowOf(
  tag: DrawnElement,
  { query, posted }: BookingPage,
  times: OpenTimes,
  minutes: number,
): Promise<FlowState> {
  const start = posted?.fields.start || query?.get('cb-slot') || '';
  const at = readInstant(start);
  if (at === undefined || tag !== 'cb-booking') return { status: 'choosing', draft: { notes: '', answers: {} } };
  const length = posted?.fields.minutes || minutes;
  const slot: Slot = { start: writeInstant(at), end: writeInstant(at + length * MINUTE_MS), duration_minutes: length };
  const details = await detailsState(slot, posted, times.available_slots);
  if (posted?.booking) return { status: 'booked', slot, draft: details.draft, booking: posted.booking };
  return details;
}

/** Gives an element what it gets in a browser from the page, the elements around it, and its own root. */
function prepare(
  element: LitElement,
  { context, booking, picker }: DrawnSources,
  { month, day, selected, locale }: Readonly<Record<'month' | 'day' | 'selected' | 'locale', string>>,
): void {
  const has = (given: Readonly<Record<string, unknown>>): void => void Object.assign(element, given);
  has({ renderRoot: { querySelector: () => null } });
  if (element instanceof CbBooking) has({ source: booking, locale, now: context.now });
  else if (element instanceof CbAvailabilityPicker) has({ source: picker, locale, month, day, selected });
  else if (element instanceof CbBookingConfirmation) has({ inherited: { value: context }, locale });
  else if (element instanceof CbNextSlot) seekNext(element, context);
}

/** The next time after the month on show, among those that were read. */
function seekNext(element: CbNextSlot, { availability }: DrawnSources['context']): void {
  const { view } = element;
  if (!view) return;
  const later = [...availability.month(addMonths(view.month, 1)).days.values()].flat()[0];
  const search = later ? { status: 'found', slot: later } : { status: 'failed' };
  Object.defineProperty(element, 'look', { value: () => Object.assign(element, { search }) });
}

/** Where the buttons of an element lead. */
function linksOf(element: LitElement, links: PageLinks, { context }: DrawnSources): ButtonLinks {
  const value = (attributes: string, name: string): string =>
    new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  if (element instanceof CbMonthGrid) {
    const { month } = element;
    return (attributes) => {
      if (attributes.includes('aria-disabled="true"')) return undefined;
      const part = value(attributes, 'part').split(' ');
      if (part.includes('previous')) return links.month(addMonths(month, -1));
      if (part.includes('next')) return links.month(addMonths(month, 1));
      return part.includes('open') ? links.day(value(attributes, 'data-date')) : undefined;
    };
  }
  if (element instanceof CbBookingForm) {
    const flow = context.flow.state;
    const { timeZone } = context.preferences.state;
    const nearest = flow.status === 'details' ? (flow.taken?.nearest ?? []) : [];
    const at = flow.status === 'details' ? readInstant(flow.slot.start) : undefined;
    const back = at === undefined ? links.times : links.day(localDateAt(timeZone, at));
    let place = -1;
    return (attributes) => {
      // A button that sends the form: the typed values go along to the other time.
      if (value(attributes, 'part') === 'nearest') return { name: 'choose', value: nearest[++place]?.start ?? '' };
      return value(attributes, 'part') === 'back' ? back : links.times;
    };
  }
  if (element instanceof CbSlotList) return (attributes) => links.slot(value(attributes, 'data-start'));
  if (element instanceof CbNextTimes) {
    const { slots } = element as unknown as { readonly slots: readonly Slot[] | undefined };
    return (_, index) => links.slot(slots?.[index]?.start ?? '');
  }
  if (element instanceof CbTimeZonePicker) {
    return (attributes, index) =>
      index === 0 || attributes.includes('aria-checked="true"') ? undefined : links.clock(index === 1 ? 'h12' : 'h23');
  }
  if (element instanceof CbNextSlot) {
    const { search, view } = element as unknown as {
      readonly search: { readonly status: string; readonly slot?: Slot };
      readonly view: CbNextSlot['view'];
    };
    const { timeZone } = context.preferences.state;
    return () =>
      search.slot
        ? links.day(localDateAt(timeZone, readInstant(search.slot.start) ?? 0))
        : links.month(addMonths(view?.month ?? '', 1));
  }
  return () => links.times;
}
