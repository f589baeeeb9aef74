import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Booking } from '../../contract/booking.ts';
import { bookingsEndpoints } from '../../contract/endpoints/bookings.ts';
import { flowEndpoints } from '../../contract/endpoints/flow.ts';
import { type BookingList, createBookingList } from '../../core/bookings/list.ts';
import type { Client, ClientOptions } from '../../core/client/client.ts';
import { type BookingError, isBookingError } from '../../core/errors.ts';
import type { Session, SessionSettings } from '../../core/sign-in/session.ts';
import { CbElement } from '../base/element.ts';
import { claimBookingLink } from '../context/booking-link.ts';
import { type CoachProfile, coachProfile } from '../context/coach-profile.ts';
import { createPreferences } from '../context/preferences.ts';
import { sharedClient, type VisitorClient } from '../context/shared-client.ts';
import { OnReturn } from '../controllers/on-return.ts';
import { Subscriptions } from '../controllers/subscriptions.ts';
import { bookingsEnglish } from '../i18n/bookings.ts';
import { coachTimeOf, whenOf } from '../words/booking-times.ts';
import type { Reading } from '../words/session-time.ts';
import type { BookingRow } from './bookings-row-state.ts';
import { zoneOf } from './bookings-zone.ts';

const connection = ['api', 'session', 'storage', 'getToken', 'fetch', 'link'];

/** How long a cancellation can be taken back. */
export const UNDO_MS = 6000;

/** What the list of bookings is beneath what it shows: its connection, whose list it is, and the signed link. */
export abstract class BookingsHost extends CbElement {
  /** Address of the API. */
  @property() api = '';
  /** Which side: `client` or `coach`; by who is signed in when left out. */
  @property() as: 'client' | 'coach' | '' = '';
  /** Opens the one booking of a signed link; `cb-booking` of the page's address when left out. */
  @property() link = '';
  /** IANA zone to show times in; the visitor's own when left out. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** Bookings a request, at most 100. */
  @property({ attribute: 'page-size', type: Number }) pageSize = 50;
  /** `light`, `dark`, or `auto` for the visitor's setting; the page's own `color-scheme` when left out. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;
  /** `session` keeps the visitor signed in over a reload of this tab; in memory when left out. */
  @property() storage: SessionSettings['storage'];
  /** A session to share with the rest of the page. */
  @property({ attribute: false }) session: Session | undefined;
  /** The page's own users: gives a bearer token. */
  @property({ attribute: false }) getToken: SessionSettings['getToken'];
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];
  /** Clock, epoch ms. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() protected linkProblem: BookingError | undefined;
  @state() protected opening = false;
  protected client: (VisitorClient & Client<typeof bookingsEndpoints & typeof flowEndpoints>) | undefined;
  protected list: BookingList | undefined;
  private listOf = '';
  /** Asked for once: a backend without profiles must not be asked at every drawing. */
  private profiles = new Map<string, CoachProfile>();

  constructor() {
    super();
    new Subscriptions(this, () => [
      this.client?.session,
      this.list,
      ...(this.list?.state.bookings ?? []).map((booking) => this.profileOf(booking)),
    ]);
    new OnReturn(this, () => this.goOn());
  }

  protected get texts() {
    return this.messages('bookings', bookingsEnglish);
  }

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[data-heading]')?.focus(options);
  }

  /** Another list is about to be shown. */
  protected abstract listChanged(): void;

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.addEventListener('pagehide', this.flush);
    if (this.hasUpdated) this.requestUpdate('api');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener('pagehide', this.flush);
    this.close();
  }

  /** A cancellation that could still be undone is sent while the page closes. */
  private readonly flush = () => void this.list?.flush();

  protected get side(): 'client' | 'coach' {
    if (this.as) return this.as;
    const session = this.client?.session.state;
    return session?.status === 'signed-in' && session.user?.role === 'coach' ? 'coach' : 'client';
  }

  /** Opened by a signed link, which reaches one booking and no list. */
  protected get single(): boolean {
    const session = this.client?.session.state;
    return session?.status === 'signed-in' && session.bookingId !== undefined;
  }

  protected get reading(): Reading {
    return { ...createPreferences(this.language, this.timeZone).state, locale: this.language };
  }

  /** A client wants to know whom they meet and how late they may change their mind, a coach what was asked. */
  private profileOf({ coach_id }: Booking): CoachProfile | undefined {
    if (!this.client) return undefined;
    const profile = this.profiles.get(coach_id) ?? coachProfile(this.client, coach_id);
    this.profiles.set(coach_id, profile);
    return profile;
  }

  /** What a row shows of a booking, but for what is being done with it. */
  protected readRow(list: BookingList, booking: Booking) {
    const { side, reading, texts } = this;
    const now = this.now();
    const row = list.state.rows.get(booking.id);
    const profile = this.profileOf(booking)?.state;
    const coach = profile?.status === 'ready' ? profile.coach : undefined;
    const coachName = booking.coach?.name ?? coach?.name ?? '';
    const when = whenOf(booking, reading);
    const { city, offset } = zoneOf(reading, now);
    return {
      booking,
      as: side,
      when,
      otherOffset: when.offset === offset ? '' : texts.zone(city, when.offset),
      coachTime:
        side === 'client'
          ? coachTimeOf(booking, { zone: coach?.time_zone, name: coachName }, when, reading, texts)
          : '',
      person: side === 'client' ? coachName : (booking.client?.name ?? booking.client?.email ?? ''),
      coach,
      locale: this.language,
      row,
      now,
      secondsToUndo: row?.kind === 'undoable' ? Math.max(0, Math.ceil((row.until - now) / 1000)) : 0,
      movable: this.client?.supports('moveBooking') !== false,
    } satisfies Partial<BookingRow>;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (connection.some((key) => changed.has(key)) && this.api) {
      const { api, session, storage, getToken, fetch } = this;
      this.client = sharedClient({ api, session, storage, getToken, fetch }).with({
        ...flowEndpoints,
        ...bookingsEndpoints,
      });
      void this.openLink();
    }
    this.follow();
  }

  /** The browser is online again. */
  protected goOn(): void {
    if (this.linkProblem?.kind === 'offline') void this.openLink();
    if (this.list?.state.problem?.kind === 'offline') void this.list.load();
  }

  protected async openLink(): Promise<void> {
    const { client } = this;
    const link = this.link || claimBookingLink(this);
    this.linkProblem = undefined;
    if (!client || !link || client.session.state.status === 'signed-in') return;
    this.opening = true;
    try {
      await client.session.openLink(link);
    } catch (error) {
      if (isBookingError(error)) this.linkProblem = error;
      else throw error;
    } finally {
      this.opening = false;
    }
  }

  /** Opens the list of whoever is signed in, and closes it when they leave. */
  private follow(): void {
    const { client, side, pageSize } = this;
    const session = client?.session.state;
    if (!client || !session) return;
    const known = session.status === 'signed-in' && (session.user ?? session.bookingId) !== undefined;
    if (!known) {
      if (session.status !== 'signed-in') this.close();
      const mayBeIn = session.status === 'signed-in' || (client.session.hosted && session.status === 'signed-out');
      if (mayBeIn) void client.session.identify().catch(() => undefined);
      return;
    }
    const { user, bookingId } = session;
    const key = JSON.stringify([this.api, side, user?.id, bookingId, pageSize]);
    if (key === this.listOf) return;
    this.close();
    this.listOf = key;
    this.list = createBookingList({
      client,
      as: side,
      userId: user?.id ?? '',
      bookingId,
      pageSize,
      undoMs: UNDO_MS,
      now: () => this.now(),
    });
    this.listChanged();
    void this.list.load();
  }

  private close(): void {
    this.list?.dispose();
    this.list = undefined;
    this.listOf = '';
    this.profiles = new Map();
  }
}
