import type { Slot } from '../contract/availability.ts';
import type { Coach } from '../contract/coach.ts';
import type { PostedBooking } from '../contract/forms/booking-form.ts';
import type { Instant, TimeZone } from '../contract/values.ts';

/** A coach's open times as they were read: every slot that starts in `[start_date, end_date)`. */
export interface OpenTimes {
  readonly start_date: Instant;
  readonly end_date: Instant;
  readonly available_slots: readonly Slot[];
  /** When they were read, epoch ms. */
  readonly at: number;
}

/** What a server draws: who, which times, in which language, and what the visitor asked for. */
export interface BookingPage {
  /** Address of the API, as the page's script uses it: the `api` attribute. */
  readonly api: string;
  /** The coach's id. */
  readonly coachId: string;
  /** The coach's profile; without one the times are drawn under a heading without a name. */
  readonly coach?: Coach | undefined;
  /** The open times; without them only the element is written, and the page's script draws it. */
  readonly availability?: OpenTimes | undefined;
  /** BCP 47 tag of the page's language: texts, days and the clock follow it. */
  readonly locale: string;
  /** IANA zone that times are shown in. @default the coach's: a server does not know the visitor's */
  readonly timeZone?: TimeZone | undefined;
  /** Length of a session in minutes. @default that of the first slot, else 60; the coach's first length when that one is not offered */
  readonly durationMinutes?: number | undefined;
  /** Address of the page, to which days, months and times link. A hash leads to the element: `/#book`. @default the empty address */
  readonly page?: string | undefined;
  /** The parameters of the request: `cb-month`, `cb-day`, `cb-slot` and `cb-clock` are read. */
  readonly query?: URLSearchParams | undefined;
  /** Where the form is sent: a server's `POST /booking`. @default `/booking` under `api` */
  readonly action?: string | undefined;
  /** A form that was sent: its errors, or the confirmation, are drawn. */
  readonly posted?: PostedBooking | undefined;
  /** The present, epoch ms. @default Date.now() */
  readonly now?: number | undefined;
  /** More attributes of the element: `{ theme: 'dark' }`. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  /** Markup inside the element, as it stands: another way to book. */
  readonly fallback?: string | undefined;
  /** The nonce of the page's `style-src`, where it has one. */
  readonly nonce?: string | undefined;
}

/** What a server draws for a picker alone: times to choose from, without details and a form. */
export type PickerPage = Omit<BookingPage, 'action' | 'posted'>;
