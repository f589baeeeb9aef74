import { ContextConsumer } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Booking, Coach, Instant } from '../../contract/index.ts';
import { readInstant } from '../../contract/values.ts';
import { webAddress } from '../../domain/calendar/web-address.ts';
import { listed } from '../../domain/language/listed.ts';
import { describePrice } from '../../domain/money/format-price.ts';
import { sessionPrice } from '../../domain/money/session-price.ts';
import { readsTwelveHours } from '../../domain/time/format.ts';
import { CbAddToCalendar } from '../add-to-calendar/add-to-calendar.ts';
import { calendarEventOf, manageAddress } from '../add-to-calendar/booking-calendar-event.ts';
import { needAsked } from '../asked/need-asked.ts';
import { BookAnotherEvent, ManageEvent } from '../base/booking-events.ts';
import { checkIcon, crossIcon, waitIcon } from '../base/booking-icons.ts';
import { CbElement } from '../base/element.ts';
import { bookingContext } from '../context/context.ts';
import { knownTimeZone } from '../context/preferences.ts';
import type { VisitorClient } from '../context/shared-client.ts';
import { PrintAlone } from '../controllers/print-alone.ts';
import { Subscriptions } from '../controllers/subscriptions.ts';
import { confirmationEnglish } from '../i18n/confirmation.ts';
import type { EmailCorrectedEvent } from '../mail-note/mail-note.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { bookingTime, coachTimeOf } from '../words/booking-times.ts';
import { type Reading, type TimeInWords, timeInWords } from '../words/session-time.ts';
import { confirmationStyles } from './booking-confirmation.styles.ts';

const icons = { pending: waitIcon, confirmed: checkIcon, completed: checkIcon, cancelled: crossIcon };

/**
 * The confirmation of a booking: session, coach, time and place, its status, and the next actions.
 *
 * @slot - The coach's own words for after a booking: how to prepare, where to park.
 * @fires cb-book-another - The visitor wants another time.
 * @fires cb-manage - A signed-in visitor wants to move or cancel; `preventDefault()` when the page has its own view.
 * @csspart title - "Your session is booked".
 * @csspart status - The status of the booking; also the status's name.
 * @csspart mailed - Tells where the mail about the booking went.
 * @csspart facts - What, when, where.
 * @csspart copy - Copies the link to move or cancel.
 * @csspart manage - Opens the visitor's sessions, to move or cancel this one.
 * @csspart actions - The buttons.
 */
export class CbBookingConfirmation extends CbElement {
  static override styles = [tokens, controls, confirmationStyles];
  static readonly uses = { 'cb-add-to-calendar': CbAddToCalendar };

  /** The booking from the server. */
  @property({ attribute: false }) booking: Booking | undefined;
  /** The coach's profile, where known. */
  @property({ attribute: false }) coach: Coach | undefined;
  /** The chosen start: when another one was booked, the confirmation says so. */
  @property({ attribute: false }) chosen: Instant = '';
  /** IANA zone to show times in; the visitor's own when left out. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** True writes 3:00 PM, false 15:00. When left out, the visitor's choice in `<cb-booking>`, else the language decides. */
  @property({ attribute: false }) hour12: boolean | undefined;
  /** Leaves out "Book another time". */
  @property({ type: Boolean }) single = false;

  /** The connection of a form that stands alone: a guest corrects the address through it. */
  @property({ attribute: false }) client: VisitorClient | undefined;

  /** The booking after its guest corrected the address. */
  @state() private corrected: Booking | undefined;
  /** The result of copying, in words. */
  @state() private copied = '';

  private readonly inherited = new ContextConsumer(this, { context: bookingContext, subscribe: true });

  constructor() {
    super();
    new PrintAlone(this, () => this.booking !== undefined);
    new Subscriptions(this, () => [this.inherited.value?.preferences, this.inherited.value?.coach]);
  }

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('h3')?.focus(options);
  }

  private get texts() {
    return this.messages('confirmation', confirmationEnglish);
  }

  private get profile(): Coach | undefined {
    const inherited = this.inherited.value?.coach.state;
    return this.coach ?? (inherited?.status === 'ready' ? inherited.coach : undefined);
  }

  protected override get localeGiven(): string {
    return this.locale || (this.inherited.value?.locale ?? '');
  }

  private get reading(): Reading {
    const inherited = this.inherited.value;
    const locale = this.language;
    return {
      locale,
      timeZone: knownTimeZone(this.timeZone || inherited?.preferences.state.timeZone),
      hour12: this.hour12 ?? inherited?.preferences.state.hour12 ?? readsTwelveHours(locale),
    };
  }

  protected override render(): TemplateResult | typeof nothing {
    const { profile, texts, reading } = this;
    const booking = this.corrected?.id === this.booking?.id ? this.corrected : this.booking;
    if (!booking) return nothing;
    const name = profile?.name || booking.coach?.name || '';
    const words = bookingTime(booking, reading);
    const other = this.renderOtherTime(booking);
    const type = booking.session_type;
    const over = booking.status === 'cancelled' || booking.status === 'completed';
    return html`
      <header role="none">
        <span class="mark ${booking.status}">${icons[booking.status]}</span>
        <div>
          <h3 tabindex="-1" part="title" aria-describedby=${other === nothing ? nothing : 'other-time'}>${texts.title[booking.status]}</h3>
          <p part="status ${booking.status}">${texts.status[booking.status](name)}</p>
        </div>
      </header>
      ${booking.mailed_to && !over ? this.renderMailed(booking) : nothing}
      ${other}
      <dl part="facts">
        <div><dt>${texts.what}</dt><dd>${type ? html`<strong>${type.name}</strong>` : nothing}<span>${texts.session(booking.duration_minutes, name)}</span></dd></div>
        <div>
          <dt>${texts.when}</dt>
          <dd>
            <strong>${words.day}</strong>
            <span>${texts.inZone(words.times, words.city, words.offset)}</span>
            ${this.renderCoachTime(booking, words, name)}
          </dd>
        </div>
        ${this.renderPrice(booking)} ${this.renderWhere(booking)}
        ${booking.notes ? html`<div><dt>${texts.notes}</dt><dd class="notes">${booking.notes}</dd></div>` : nothing}
        ${booking.attendee_emails?.length ? html`<div><dt>${texts.attendees}</dt><dd class="notes">${listed(booking.attendee_emails, this.language)}</dd></div>` : nothing}
        ${over ? nothing : this.renderManage(booking)}
      </dl>
      <slot></slot>
      <div class="actions" part="actions">
        ${
          over
            ? nothing
            : html`<cb-add-to-calendar
                locale=${reading.locale}
                .event=${calendarEventOf(booking, texts.session(booking.duration_minutes, name), profile, texts.manageLink, this.language)}
              ></cb-add-to-calendar>`
        }
        ${this.single ? nothing : html`<button type="button" class="secondary" @click=${this.another}>${texts.bookAnother}</button>`}
      </div>
    `;
  }

  /** Tells where the mail about the booking went; loaded only when the server sent one. */
  private renderMailed(booking: Booking): TemplateResult {
    needAsked('cb-mail-note');
    return html`<cb-mail-note
      part="mailed" .booking=${booking} .client=${this.client ?? this.inherited.value?.client} locale=${this.reading.locale}
      @cb-email-corrected=${({ booking: corrected }: EmailCorrectedEvent) => {
        this.corrected = corrected;
      }}
    ></cb-mail-note>`;
  }

  private renderOtherTime({ session_datetime }: Booking): unknown {
    const { chosen, texts, reading } = this;
    const start = readInstant(chosen);
    if (start === undefined || start === readInstant(session_datetime)) return nothing;
    const { shortDay, time } = timeInWords(chosen, chosen, reading);
    return html`<p id="other-time" part="other-time"><strong>${texts.otherTime(shortDay, time)}</strong></p>`;
  }

  /** The coach's time is shown too when the two zones differ at that instant. */
  private renderCoachTime(booking: Booking, own: TimeInWords, name: string): TemplateResult | typeof nothing {
    const times = coachTimeOf(booking, { zone: this.profile?.time_zone, name }, own, this.reading, this.texts);
    return times ? html`<span class="quiet">${times}</span>` : nothing;
  }

  private renderPrice({
    price,
    session_type: type,
    duration_minutes: minutes,
  }: Booking): TemplateResult | typeof nothing {
    const { texts } = this;
    const total = price ?? (type ? type.price : sessionPrice(this.profile, minutes));
    if (!total && !type) return nothing;
    const words = total ? describePrice(total, this.reading.locale, texts.free) : texts.free;
    return html`<div><dt>${texts.price}</dt><dd><span>${listed([words, type?.tax_note], this.language)}</span></dd></div>`;
  }

  private renderWhere(booking: Booking): TemplateResult {
    const { texts } = this;
    const own = booking.session_type?.location;
    const isLink = own?.kind === 'link';
    const meeting = webAddress(booking.meeting_link ?? (isLink ? own.detail : undefined));
    const place =
      (own ? (!isLink && own.detail) || texts.place[own.kind] : this.profile?.location) ||
      (meeting ? '' : texts.whereLater);
    return html`<div>
      <dt>${texts.where}</dt>
      <dd>
        ${place ? html`<span>${place}</span>` : nothing}
        ${meeting ? html`<a href=${meeting} target="_blank" rel="noopener">${texts.join}</a>` : nothing}
      </dd>
    </div>`;
  }

  private renderManage(booking: Booking): TemplateResult {
    const { texts } = this;
    const address = booking.coach?.email;
    const link = booking.link && manageAddress(booking.link);
    return html`<div>
      <dt>${texts.manage}</dt>
      <dd>
        ${
          link
            ? html`<a href=${link}>${texts.manageLink}</a><span class="quiet">${texts.manageLinkHelp}</span>
                ${navigator.clipboard ? this.renderCopy(link) : nothing}`
            : this.mayManage
              ? html`<button type="button" class="link" part="manage" @click=${() => this.dispatchEvent(new ManageEvent())}>${texts.manageLink}</button>`
              : html`<span>${address ? texts.manageByMail(address) : texts.manageAccount}</span>
                  <span class="quiet">${texts.reference}: <code>${booking.id}</code></span>`
        }
      </dd>
    </div>`;
  }

  /** True inside `<cb-booking>` when the signed-in user is known: it can then open the user's sessions. */
  private get mayManage(): boolean {
    const account = this.inherited.value?.signIn.state;
    return !this.single && account?.status === 'signed-in' && account.user !== undefined;
  }

  /** Only where a clipboard exists: pages without TLS have none. */
  private renderCopy(link: string): TemplateResult {
    return html`<div class="copy">
      <button type="button" class="secondary" part="copy" @click=${() => this.copy(link)}>${this.texts.copy}</button>
      <span class="quiet" role="status">${this.copied}</span>
    </div>`;
  }

  private async copy(link: string): Promise<void> {
    this.copied = '';
    const { copied, copyByHand } = this.texts;
    this.copied = await navigator.clipboard.writeText(link).then(
      () => copied,
      // A frame without permission to write to the clipboard.
      () => copyByHand,
    );
  }

  private another(): void {
    this.dispatchEvent(new BookAnotherEvent());
    this.inherited.value?.flow.send({ type: 'restart' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-booking-confirmation': CbBookingConfirmation;
  }
}
