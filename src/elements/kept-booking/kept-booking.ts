import { ContextConsumer } from '@lit/context';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import * as z from 'zod/mini';
import type { Booking } from '../../contract/booking.ts';
import { oneBookingEndpoints } from '../../contract/endpoints/one-booking.ts';
import { visitorEndpoints } from '../../contract/endpoints/visitor.ts';
import { readInstant } from '../../contract/values.ts';
import { createClient } from '../../core/client/client.ts';
import { isBookingError } from '../../core/errors.ts';
import { LINK_LIFETIME_MS } from '../../domain/booking/link-lifetime.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';
import { CbElement } from '../base/element.ts';
import { ElementEvent } from '../base/element-event.ts';
import { type BookingContext, bookingContext } from '../context/context.ts';
import { Subscriptions } from '../controllers/subscriptions.ts';
import { keptBookingEnglish } from '../i18n/after-booking/kept-booking.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { bookingTime } from '../words/booking-times.ts';

/** Where `<cb-booking>` keeps the visitor's booking: until the tab is closed, on the device until its link ends, or nowhere. */
export type Remember = 'tab' | 'device' | 'no';

/** Whose booking is kept, and where. */
export interface Keeper {
  readonly api: string;
  readonly coach: string;
  readonly remember: Remember;
}

/** Runs `use` on the storage with the key of this coach's booking; undefined where there is no storage. */
function withKept<T>({ api, coach, remember }: Keeper, use: (storage: Storage, key: string) => T): T | undefined {
  try {
    return use(remember === 'device' ? localStorage : sessionStorage, `cb-kept ${api} ${coach}`);
  } catch {
    // The browser denies storage, or it is full.
    return undefined;
  }
}

/** Keeps what shows a booking again: its id, its time and its link, no more. */
function keepBooking(keeper: Keeper, { id, link, session_datetime, duration_minutes }: Booking): void {
  withKept(keeper, (storage, key) =>
    storage.setItem(key, JSON.stringify({ id, link, session_datetime, duration_minutes })),
  );
}

/** What is kept of a booking. */
const kept = z.object({
  id: z.string(),
  link: z.optional(z.nullable(z.string())),
  session_datetime: z.string(),
  duration_minutes: z.number(),
});
type Kept = z.output<typeof kept>;

/** Tells `<cb-booking>` what the visitor chose, or that the kept booking has ended. */
export class KeptBookingEvent extends ElementEvent {
  static override readonly type = 'cb-kept-booking';
  constructor(
    /** `forget`: nothing is kept any more. `link` is set for `manage` alone. */
    readonly act: 'manage' | 'another' | 'forget',
    readonly link: string,
    /** The announcement when the visitor chose `forget`; else empty. */
    readonly said: string,
  ) {
    super();
  }
}

/**
 * Keeps the visitor's booking and shows it again after a reload, unless the server says that it was cancelled or can no longer be
 * read. Part of `<cb-booking>`.
 *
 * @fires cb-kept-booking - Manage it, book another time, or forget it.
 */
export class CbKeptBooking extends CbElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      section {
        display: flex;
        flex-wrap: wrap;
        gap: calc(var(--_space) * 2) calc(var(--_space) * 6);
        align-items: center;
        justify-content: space-between;
        padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
        border-block-end: 1px solid var(--_line);
      }
      h3,
      p {
        margin: 0;
      }
      h3 {
        font-size: inherit;
        font-weight: 600;
      }
      .quiet {
        color: var(--_text-quiet);
        font-size: var(--_size-small);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 calc(var(--_space) * 4);
      }
    `,
  ];

  @property() api = '';
  @property() coach = '';
  @property() remember: Remember = 'tab';
  /** True while the times are shown, and with them the kept booking. */
  @property({ attribute: false }) choosing = false;
  /** The booking that was made just now: it is kept in place of the one before. */
  @property({ attribute: false }) booked: Booking | undefined;

  /** The booking as the server has it; as it was kept where the server cannot be reached. */
  @state() private booking: Booking | undefined;
  /** What was kept, as JSON text; empty where there is nothing. */
  private text = '';
  private readonly context = new ContextConsumer(this, { context: bookingContext, subscribe: true });

  constructor() {
    super();
    new Subscriptions(this, () => {
      const { coach, preferences, signIn } = this.context.value ?? {};
      return [coach, preferences, signIn];
    });
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'visits'];
  }

  private get texts() {
    return this.messages('keptBooking', keptBookingEnglish);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('booked') && this.booked) keepBooking(this, this.booked);
    // Read again when the times come back: the kept booking may have been moved or cancelled in the meantime.
    if (!this.choosing) {
      this.text = '';
      this.booking = undefined;
      return;
    }
    const { value } = this.context;
    const text = withKept(this, (storage, key) => storage.getItem(key)) ?? '';
    if (!value || this.text === text) return;
    this.text = text;
    this.booking = undefined;
    if (text) void this.look(value);
  }

  /** Reads the booking from the server: by its link with a separate sign-in, or without a link with the visitor's sign-in. */
  private async look(context: BookingContext): Promise<void> {
    const { text } = this;
    const known = readKept(text);
    const end = known && (readInstant(known.session_datetime) ?? 0) + known.duration_minutes * MINUTE_MS;
    if (!known || !end || end + LINK_LIFETIME_MS < context.now()) return this.tell('forget');
    try {
      const booking = await bookingOf(context, known);
      if (text !== this.text) return;
      if (booking && booking.status !== 'cancelled') this.booking = booking;
      else if (booking) this.tell('forget');
    } catch (error) {
      if (!isBookingError(error)) throw error;
      if (text !== this.text) return;
      // The link was replaced, or the booking is gone: there is nothing left to show.
      if (['not-found', 'unauthenticated', 'forbidden'].includes(error.kind)) this.tell('forget');
      else this.booking = { ...known, client_id: '', coach_id: context.coachId, status: 'confirmed' };
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { booking, texts } = this;
    const { value } = this.context;
    if (!booking || !value) return nothing;
    const { coach, preferences } = value;
    const name = (coach.state.status === 'ready' && coach.state.coach.name) || booking.coach_name || '';
    const { day, times, city } = bookingTime(booking, { ...preferences.state, locale: this.language });
    return html`<section aria-labelledby="title">
      <div>
        <h3 id="title">${texts.title}</h3>
        <p>${texts.when(day, times, city, name)}</p>
        ${booking.status === 'pending' ? html`<p class="quiet">${texts.waiting}</p>` : nothing}
      </div>
      <div class="acts">
        <button type="button" class="link" data-act="manage" @click=${() => this.tell('manage')}>${texts.manage}</button>
        <button type="button" class="link" data-act="another" @click=${() => this.tell('another')}>${texts.another}</button>
        <button type="button" class="link" data-act="forget" @click=${() => this.tell('forget', texts.forgotten)}>${texts.forget}</button>
      </div>
    </section>`;
  }

  private tell(act: KeptBookingEvent['act'], said = ''): void {
    const link = (act === 'manage' && readKept(this.text)?.link) || '';
    if (act === 'forget') {
      withKept(this, (storage, key) => storage.removeItem(key));
      this.requestUpdate();
    }
    this.dispatchEvent(new KeptBookingEvent(act, link, said));
  }
}

function readKept(text: string): Kept | undefined {
  try {
    const read = z.safeParse(kept, JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** The booking as the server has it; undefined where it has no link and nobody is signed in to read it. */
async function bookingOf({ client, signIn }: BookingContext, { id, link }: Kept): Promise<Booking | undefined> {
  const params = { booking_id: id };
  const { getBooking } = oneBookingEndpoints;
  if (!link) {
    if (signIn.state.status !== 'signed-in' || signIn.state.bookingId !== undefined) return undefined;
    return client.with({ getBooking }).getBooking({ params });
  }
  const { api, fetch } = client;
  const own = createClient({ ...visitorEndpoints, getBooking }, { api, fetch });
  await own.signIn.openLink(link);
  return own.getBooking({ params });
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-kept-booking': CbKeptBooking;
  }
  interface GlobalEventHandlersEventMap {
    'cb-kept-booking': KeptBookingEvent;
  }
}
