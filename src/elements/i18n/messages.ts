import type { RefusalTexts } from '../../contract/refusals/refusal-texts.ts';
import type { AccountMessages } from './account.ts';
import type { ByMailMessages } from './after-booking/by-mail.ts';
import type { KeptBookingMessages } from './after-booking/kept-booking.ts';
import type { BookingMessages } from './booking.ts';
import type { BookingsMessages } from './bookings.ts';
import type { ButtonMessages } from './button.ts';
import type { CalendarMessages } from './calendar.ts';
import type { CalendarConnectMessages } from './calendar-connect.ts';
import type { CoachesMessages } from './coaches.ts';
import type { ConfirmationMessages } from './confirmation.ts';
import type { AdminMessages } from './desk/admin.ts';
import type { BookingsWeekMessages } from './desk/bookings-week.ts';
import type { CoachProfileMessages } from './desk/coach-profile.ts';
import type { FirstStepsMessages } from './desk/first-steps.ts';
import type { MessageSettingsMessages } from './desk/messages/message-settings.ts';
import type { WebhooksMessages } from './desk/messages/webhooks.ts';
import type { SessionTypesEditorMessages } from './desk/session-types-editor.ts';
import type { DurationsMessages } from './durations.ts';
import type { EditorMessages } from './editor.ts';
import type { FormMessages } from './form.ts';
import type { NextTimesMessages } from './next-times.ts';
import type { PaymentMessages } from './payment.ts';
import type { LiveTimesMessages } from './picker/live-times.ts';
import type { PickerMessages } from './picker.ts';
import type { RefundsMessages } from './refunds.ts';
import type { SessionTypesMessages } from './session-types.ts';
import type { SignInMessages } from './sign-in.ts';
import type { VisitorCalendarMessages } from './visitor-calendar.ts';
import type { WeekMessages } from './week.ts';
import type { ZoneMessages } from './zone.ts';

/** What a visitor reads from the choice of a time to the confirmation. */
export interface JourneyMessages {
  readonly picker: PickerMessages;
  readonly week: WeekMessages;
  readonly zone: ZoneMessages;
  readonly nextTimes: NextTimesMessages;
  readonly liveTimes: LiveTimesMessages;
  readonly durations: DurationsMessages;
  readonly booking: BookingMessages;
  readonly form: FormMessages;
  readonly signIn: SignInMessages;
  readonly confirmation: ConfirmationMessages;
  readonly calendar: CalendarMessages;
  readonly button: ButtonMessages;
}

/** What a visitor of a coach who sells session types reads besides. */
export interface SellingMessages {
  readonly payment: PaymentMessages;
  readonly sessionTypes: SessionTypesMessages;
}

/** What a visitor reads before and after: the list of coaches, their own bookings, their account. */
export interface VisitsMessages {
  readonly bookings: BookingsMessages;
  readonly refunds: RefundsMessages;
  readonly coaches: CoachesMessages;
  readonly account: AccountMessages;
  readonly byMail: ByMailMessages;
  readonly keptBooking: KeptBookingMessages;
}

/** What a person reads about calendars that they connect or compare with. */
export interface CalendarsMessages {
  readonly calendarConnect: CalendarConnectMessages;
  readonly visitorCalendar: VisitorCalendarMessages;
}

/** What coaches and admins read at their desk. */
export interface DeskMessages {
  readonly editor: EditorMessages;
  readonly bookingsWeek: BookingsWeekMessages;
  readonly admin: AdminMessages;
  readonly coachProfile: CoachProfileMessages;
  readonly firstSteps: FirstStepsMessages;
  readonly sessionTypesEditor: SessionTypesEditorMessages;
  readonly messageSettings: MessageSettingsMessages;
  readonly webhooks: WebhooksMessages;
}

/** Every text of every element, in groups that are loaded with the elements that use them. */
export interface Messages extends JourneyMessages, SellingMessages, VisitsMessages, CalendarsMessages, DeskMessages {
  readonly refusals: RefusalTexts;
}

/** Some of the texts; each that is left out is the language's own, or English. */
export type PartialMessages = Partly<Messages>;

type Partly<T> = T extends (...values: never[]) => unknown
  ? T
  : T extends object
    ? { readonly [Key in keyof T]?: Partly<T[Key]> }
    : T;

/** @deprecated Two groups under their names in 0.1: `openings` is `nextTimes` now, and `ownDay` is `visitorCalendar`. */
export type EarlierMessages = Partly<
  Omit<Messages, 'nextTimes' | 'visitorCalendar'> & {
    readonly openings: NextTimesMessages;
    readonly ownDay: VisitorCalendarMessages;
  }
>;
