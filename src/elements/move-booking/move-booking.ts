import { ContextProvider } from '@lit/context';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { REASON_MAX } from '../../contract/booking.ts';
import type { Booking, Slot } from '../../contract/index.ts';
import { type LocalDate, readInstant } from '../../contract/values.ts';
import type { AvailabilityClient } from '../../core/availability/availability-cache.ts';
import type { FlowState } from '../../core/flow/state.ts';
import { labelled } from '../../domain/language/labelled.ts';
import { dayAndTime } from '../../domain/language/listed.ts';
import { monthOf } from '../../domain/time/local-date.ts';
import { localDateAt } from '../../domain/time/zone.ts';
import { CbAvailabilityPicker } from '../availability-picker/availability-picker.ts';
import { BackEvent } from '../base/booking-events.ts';
import { alertIcon, backIcon } from '../base/booking-icons.ts';
import { CbElement } from '../base/element.ts';
import type { SlotSelectEvent } from '../base/events.ts';
import { bookingContext } from '../context/context.ts';
import { type OpenBooking, openBooking } from '../context/open-booking.ts';
import { createPreferences } from '../context/preferences.ts';
import type { VisitorClient } from '../context/shared-client.ts';
import { startFlow } from '../context/start-flow.ts';
import { Away } from '../controllers/away.ts';
import { Subscriptions } from '../controllers/subscriptions.ts';
import { labelText, submitAnyway } from '../forms/form-field.ts';
import { bookingsEnglish } from '../i18n/bookings.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { controls } from '../styles/controls.ts';
import { formStyles } from '../styles/form.ts';
import { tokens } from '../styles/tokens.ts';
import { refusalText } from '../words/refusal-text.ts';
import { endOf, type Reading, timeInWords } from '../words/session-time.ts';

/**
 * Moves a booking to another open time of its coach. The present time stays booked until the server has confirmed the new one.
 *
 * @fires cb-moved - The server confirmed the move.
 * @fires cb-back - The visitor keeps the present time.
 * @csspart present - The time the booking has now.
 * @csspart nearest - An open time near the one that was taken.
 * @csspart submit - The button that moves the booking.
 */
export class CbMoveBooking extends CbElement {
  static override styles = [
    tokens,
    controls,
    formStyles,
    css`
      :host {
        display: block;
      }
      .width {
        grid-template-columns: minmax(0, 1280px);
      }
      header,
      .bar {
        display: grid;
        gap: calc(var(--_space) * 2);
        padding: calc(var(--_space) * 5) var(--_side, calc(var(--_space) * 5));
      }
      header {
        padding-block-start: var(--_top, calc(var(--_space) * 5));
        border-block-end: 1px solid var(--_line);
      }
      header button {
        justify-self: start;
        display: inline-flex;
        align-items: center;
        gap: calc(var(--_space) * 1);
        margin-inline-start: calc(var(--_space) * -2);
      }
      cb-availability-picker {
        display: block;
        padding: calc(var(--_space) * 5) var(--_side, calc(var(--_space) * 5));
      }
      h3,
      p {
        margin: 0;
      }
      h3 {
        font-size: var(--_size-title);
        font-weight: 600;
      }
      h3:focus {
        outline: none;
      }
      .quiet {
        color: var(--_text-quiet);
      }
      .bar {
        background: var(--_surface);
        border-block-start: 1px solid var(--_line);
      }
      .inner {
        container-type: inline-size;
      }
      .times {
        --_covered-end: 192px;
      }
      @container (width > 40em) {
        .times {
          --_covered-end: 112px;
        }
      }
      /* With large text, or on a low screen, the bar would cover too much. */
      @media (height >= 480px) {
        @container (width > 14.9333em) {
          .bar {
            position: sticky;
            inset-block-end: 0;
          }
        }
      }
      .bar form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: calc(var(--_space) * 3) calc(var(--_space) * 4);
      }
      .bar form > * {
        flex: 1 1 260px;
      }
      .panel {
        grid-template-columns: auto minmax(0, 1fr);
      }
      .nearest {
        display: flex;
        flex-wrap: wrap;
        gap: calc(var(--_space) * 2);
      }
      @media (pointer: coarse) {
        .plain {
          min-height: 44px;
        }
      }
    `,
  ];
  static readonly uses = { 'cb-availability-picker': CbAvailabilityPicker };

  @property({ attribute: false }) booking: Booking | undefined;
  @property({ attribute: false }) client: VisitorClient | undefined;
  /** IANA zone to show times in; the visitor's own when left out. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** True when there is no list to go back to. */
  @property({ type: Boolean }) single = false;

  /** Who moves the booking: its client or its coach. */
  @property() as: 'client' | 'coach' = 'client';
  /** Clock, epoch ms. */
  @property({ attribute: false }) now: () => number = Date.now;

  private readonly provider = new ContextProvider(this, { context: bookingContext });
  private open: OpenBooking | undefined;
  /** The day shown at first. */
  private day: LocalDate = '';
  private last: FlowState['status'] | undefined;

  constructor() {
    super();
    // A move stays as it is while the element is out of the page, for at most ten minutes.
    new Away(this, () => this.close());
    new Subscriptions(this, () => [this.open?.context.flow, this.open?.context.preferences, this.open?.context.coach]);
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[data-heading]')?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && !this.open) this.requestUpdate('booking');
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'visits', 'refusals'];
  }

  private get texts() {
    return this.messages('bookings', bookingsEnglish);
  }

  private get reading(): Reading {
    const preferences = this.open?.context.preferences ?? createPreferences(this.language, this.timeZone);
    return { ...preferences.state, locale: this.language };
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('booking') || changed.has('client')) this.start();
  }

  private close(): void {
    this.open?.dispose();
    this.open = undefined;
  }

  private start(): void {
    this.close();
    const { booking, client } = this;
    if (!booking || !client) return;
    this.open = openBooking(this, {
      client,
      coachId: booking.coach_id,
      durationMinutes: booking.duration_minutes,
      preferences: createPreferences(this.language, this.timeZone),
      locale: this.language,
      draft: {},
      now: () => this.now(),
      createFlow: (options) => startFlow(options),
      move: booking,
      times: timesFor(booking, client),
    });
    // Shows the day of the booking first: most bookings are moved by hours, not by weeks.
    const start = readInstant(booking.session_datetime) ?? this.now();
    this.day = localDateAt(this.reading.timeZone, Math.max(start, this.now()));
    this.provider.setValue(this.open.context);
  }

  protected override updated(): void {
    const status = this.open?.context.flow.state.status;
    if (status === this.last) return;
    this.last = status;
    // A time was chosen: focus the button that moves the booking.
    if (status === 'details') this.renderRoot.querySelector<HTMLElement>('.primary')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { booking, open, texts } = this;
    if (!booking || !open) return nothing;
    const { coach, flow } = open.context;
    const present = timeInWords(
      booking.session_datetime,
      endOf(booking.session_datetime, booking.duration_minutes),
      this.reading,
    );
    const coachName = booking.coach?.name ?? (coach.state.status === 'ready' ? coach.state.coach.name : '') ?? '';
    const clientName = booking.client?.name || booking.client?.email || '';
    const name = this.as === 'coach' ? clientName : coachName;
    return html`
      <header>
        <button type="button" class="plain" part="back" @click=${this.giveUp}>${backIcon}${this.single ? texts.backToOne : texts.back}</button>
        <h3 tabindex="-1" data-heading>${texts.moveTitle[this.as](name)}</h3>
        <p part="present">${labelled(texts.moveNow, dayAndTime(present.day, present.times, this.language), this.language)} (${present.offset})</p>
        <p class="quiet">${texts.moveKeeps[this.as]}</p>
      </header>
      <cb-availability-picker class="times" heading-level=${this.headingShift + 3} locale=${this.language} .day=${this.day} .month=${monthOf(this.day)} .now=${this.now} @cb-slot-select=${this.choose}></cb-availability-picker>
      ${this.renderBar(flow.state, name)}
    `;
  }

  private renderBar(flow: FlowState, name: string): TemplateResult | typeof nothing {
    if (flow.status === 'choosing' || flow.status === 'booked') return nothing;
    const { texts } = this;
    const words = timeInWords(flow.slot.start, flow.slot.end, this.reading);
    const busy = flow.status !== 'details';
    const problem = flow.status === 'details' ? this.problemOf(flow) : undefined;
    return html`<div class="bar">
      ${problem ? html`<div class="panel bad" role="alert">${alertIcon}<p>${problem}</p></div>` : nothing}
      ${flow.status === 'details' && flow.taken ? this.renderNearest(flow.taken.nearest) : nothing}
      <form @submit=${(event: SubmitEvent) => this.submit(event, busy)}>
        <div class="field">
          <label class="label" for="reason">${labelText({ label: texts.moveReason[this.as](name), optional: texts.optional })}</label>
          <input id="reason" name="reason" maxlength=${REASON_MAX} autocomplete="off" ?readonly=${busy}>
        </div>
        <button class="primary wide" part="submit" aria-disabled=${busy ? 'true' : 'false'} @click=${submitAnyway}>
          ${busy ? texts.moving : texts.moveTo(words.shortDay, words.time)}
        </button>
      </form>
    </div>`;
  }

  /** Leaves the move, and ignores the answer to one that was sent. */
  private giveUp(): void {
    this.close();
    this.dispatchEvent(new BackEvent());
  }

  private submit(event: SubmitEvent, busy: boolean): void {
    event.preventDefault();
    const reason = new FormData(event.target as HTMLFormElement).get('reason');
    if (!busy) this.open?.context.flow.send({ type: 'submit', draft: { notes: String(reason ?? '') } });
  }

  private renderNearest(slots: readonly Slot[]): TemplateResult {
    return html`<div class="nearest">
      ${slots.map((slot) => {
        const words = timeInWords(slot.start, slot.end, this.reading);
        const choose = () => this.open?.context.flow.send({ type: 'choose-slot', slot });
        return html`<button type="button" class="secondary" part="nearest" @click=${choose}>${dayAndTime(words.shortDay, words.time, this.language)}</button>`;
      })}
    </div>`;
  }

  private problemOf(flow: Extract<FlowState, { status: 'details' }>): string | undefined {
    const { texts } = this;
    if (flow.taken) return texts.moveTaken[this.as];
    if (!flow.problem) return undefined;
    return (
      texts.codes[this.as][flow.problem.code ?? ''] ??
      (flow.problem.kind === 'unsupported' ? texts.moveUnsupported[this.as] : texts.problems[flow.problem.kind]) ??
      texts.refused(refusalText(flow.problem, this.language))
    );
  }

  private choose(event: SlotSelectEvent): void {
    event.stopPropagation();
    this.open?.context.flow.send({ type: 'choose-slot', slot: event.slot });
  }
}

/** The times a booking can be moved to: its own time does not block others and is not offered. A backend may not support that. */
function timesFor(booking: Booking, client: VisitorClient): AvailabilityClient {
  return {
    supports: (name) => client.supports(name),
    getNextAvailability: client.getNextAvailability,
    async getAvailability(input, options) {
      const query = { ...input.query, exclude_booking: booking.id };
      const { available_slots, ...reply } = await client.getAvailability({ ...input, query }, options);
      const present = readInstant(booking.session_datetime);
      return { ...reply, available_slots: available_slots.filter(({ start }) => readInstant(start) !== present) };
    },
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-move-booking': CbMoveBooking;
  }
}
