import type { AccountMessages } from './account.ts';
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

/** Every text of every element, in groups that are loaded with the elements that use them. */
export interface Messages {
  readonly picker: PickerMessages;
  readonly week: WeekMessages;
  readonly zone: ZoneMessages;
  readonly nextTimes: NextTimesMessages;
  readonly liveTimes: LiveTimesMessages;
  readonly durations: DurationsMessages;
  readonly booking: BookingMessages;
  readonly bookings: BookingsMessages;
  readonly bookingsWeek: BookingsWeekMessages;
  readonly form: FormMessages;
  readonly signIn: SignInMessages;
  readonly confirmation: ConfirmationMessages;
  readonly calendar: CalendarMessages;
  readonly calendarConnect: CalendarConnectMessages;
  readonly visitorCalendar: VisitorCalendarMessages;
  readonly button: ButtonMessages;
  readonly coaches: CoachesMessages;
  readonly admin: AdminMessages;
  readonly coachProfile: CoachProfileMessages;
  readonly firstSteps: FirstStepsMessages;
  readonly payment: PaymentMessages;
  readonly refunds: RefundsMessages;
  readonly sessionTypes: SessionTypesMessages;
  readonly sessionTypesEditor: SessionTypesEditorMessages;
  readonly editor: EditorMessages;
  readonly account: AccountMessages;
}

/** @deprecated Two groups under their names in 0.1: `openings` is `nextTimes` now, and `ownDay` is `visitorCalendar`. */
export type EarlierMessages = Omit<Messages, 'nextTimes' | 'visitorCalendar'> & {
  readonly openings: NextTimesMessages;
  readonly ownDay: VisitorCalendarMessages;
};
