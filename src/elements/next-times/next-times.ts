import { type CSSResult, css, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { MAX_NEXT_SLOTS, type Slot } from '../../contract/availability.ts';
import { readInstant, type TimeZone } from '../../contract/values.ts';
import type { Availability } from '../../core/availability/availability.ts';
import { groupByDay } from '../../domain/availability/by-day.ts';
import { formatDay, formatTime } from '../../domain/time/format.ts';
import { addMonths, monthOf } from '../../domain/time/local-date.ts';
import { localDateAt } from '../../domain/time/zone.ts';
import { CbElement } from '../base/element.ts';
import { SlotSelectEvent } from '../base/events.ts';
import type { VisitorClient } from '../context/shared-client.ts';
import { Subscriptions } from '../controllers/subscriptions.ts';
import { nextTimesListEnglish } from '../i18n/parts/next-times-list.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';

/** The number of days shown. */
const COUNT = 3;

/**
 * The first open time of each of the next open days. They come from the loaded months; only when those have too few, the server is
 * asked, if it supports that.
 *
 * @fires cb-slot-select - A time was chosen.
 * @csspart heading - The heading of these times.
 * @csspart time - Button of a time.
 */
export class CbNextTimes extends CbElement {
  static override readonly styles: CSSResult[] = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      h3 {
        margin: 0 0 calc(var(--_space) * 2);
        color: var(--_text-quiet);
        font-size: var(--_size-small);
        font-weight: 500;
        line-height: calc(1.0625 * var(--_rem));
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(4.5 * var(--_rem))), 1fr));
        gap: calc(var(--_space) * 2) 2%;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      button {
        inline-size: 100%;
        block-size: 100%;
        min-block-size: calc(3 * var(--_rem));
        padding: 0;
        background: color-mix(in oklab, var(--_accent-edge) 13%, var(--_surface));
        font-weight: 500;
        line-height: 1.3;
        font-variant-numeric: tabular-nums;
      }
      button:hover {
        background: color-mix(in oklab, var(--_accent-edge) 22%, var(--_surface));
      }
      span {
        display: block;
        color: color-mix(in oklab, var(--_text-quiet) 80%, var(--_text));
        font-size: var(--_size-small);
        font-weight: 400;
      }
      .bone {
        border-radius: var(--_radius);
        background: var(--_bone);
      }
      [aria-hidden] > * {
        visibility: hidden;
      }
    `,
  ];

  @property({ attribute: false }) availability: Availability | undefined;
  @property({ attribute: false }) client: VisitorClient | undefined;
  @property({ attribute: false }) coach = '';
  /** Minutes; 0 leaves it to the server. */
  @property({ attribute: false }) duration = 0;
  @property({ attribute: false }) timeZone: TimeZone = '';
  @property({ attribute: false }) hour12: boolean | undefined;
  @property({ attribute: false }) now: () => number = Date.now;

  /** Slots from the server beyond the loaded months; undefined before the request. */
  @state() private found: readonly Slot[] | undefined;
  private asked: Availability | undefined;
  private loaded: Availability | undefined;

  constructor() {
    super();
    new Subscriptions(this, () => [this.availability]);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('availability')) this.found = undefined;
    const { availability } = this;
    if (!availability) return;
    const present = availability.month(this.month);
    // A picker that starts in a later month has not loaded the present one.
    if (present.status === 'loading' && this.loaded !== availability) void availability.load(this.month);
    this.loaded = availability;
    if (present.status === 'ready' && this.known(availability).length < COUNT) void this.ask(availability);
    // The slot list shows the reason when there are no times.
    this.hidden = this.slots ? this.slots.length === 0 : present.status === 'error';
  }

  protected override render() {
    const t = this.messages('nextTimes', nextTimesListEnglish);
    const { slots } = this;
    return html`<h3 id="heading" part="heading">${t.nextOpenTimes}</h3>
      <ul role="list" aria-labelledby="heading" aria-busy=${slots ? nothing : 'true'}>
        ${Array.from({ length: COUNT }, (_, index) => this.renderTime(slots?.[index], !slots))}
      </ul>`;
  }

  private renderTime(slot: Slot | undefined, loading: boolean) {
    const { language: locale, timeZone, hour12 } = this;
    const at = readInstant(slot?.start ?? '') ?? this.now();
    const day = formatDay(localDateAt(timeZone, at), { locale, weekday: 'short', day: 'numeric', month: 'short' });
    const words = html`<span>${day}</span> ${formatTime(at, { locale, timeZone, hour12 })}`;
    // An invisible time reserves the space of a time to come.
    if (!slot)
      return html`<li class=${loading ? 'bone' : ''} aria-hidden="true"><button disabled>${words}</button></li>`;
    return html`<li>
      <button type="button" part="time" @click=${() => this.dispatchEvent(new SlotSelectEvent(slot, timeZone))}>
        ${words}
      </button>
    </li>`;
  }

  /** Undefined while no slots are known. */
  private get slots(): readonly Slot[] | undefined {
    const { availability } = this;
    if (!availability) return undefined;
    const known = this.known(availability);
    const found = firstOfDays(groupByDay(this.found ?? [], this.timeZone));
    const slots = found.length > known.length ? found : known;
    return slots.length > 0 || this.found ? slots : undefined;
  }

  private known(availability: Availability): readonly Slot[] {
    const months = [this.month, addMonths(this.month, 1)];
    return months.flatMap((month) => firstOfDays(availability.month(month).days)).slice(0, COUNT);
  }

  private get month(): string {
    return monthOf(localDateAt(this.timeZone, this.now()));
  }

  private async ask(availability: Availability): Promise<void> {
    const { client, coach, duration } = this;
    if (this.asked === availability) return;
    this.asked = availability;
    let found: readonly Slot[] = [];
    try {
      // As many as allowed, because one day may have dozens.
      const query = { count: MAX_NEXT_SLOTS, ...(duration && { duration_minutes: duration }) };
      if (client?.supports('getNextAvailability')) {
        found = (await client.getNextAvailability({ params: { coach_id: coach }, query })).available_slots;
      }
    } catch {
      // Slots of the loaded months are still shown.
    }
    if (this.availability === availability) this.found = found;
  }
}

function firstOfDays(days: ReadonlyMap<string, readonly Slot[]>): readonly Slot[] {
  return [...days.values()].flatMap((slots) => slots.slice(0, 1)).slice(0, COUNT);
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-next-times': CbNextTimes;
  }
}
