import { englishRefusals } from '../../../contract/refusals/english.ts';
import { accountEnglish } from '../account.ts';
import { byMailEnglish } from '../after-booking/by-mail.ts';
import { keptBookingEnglish } from '../after-booking/kept-booking.ts';
import { bookingEnglish } from '../booking.ts';
import { bookingsEnglish } from '../bookings.ts';
import { buttonEnglish } from '../button.ts';
import { calendarEnglish } from '../calendar.ts';
import { calendarConnectEnglish } from '../calendar-connect.ts';
import { coachesEnglish } from '../coaches.ts';
import { confirmationEnglish } from '../confirmation.ts';
import { adminEnglish } from '../desk/admin.ts';
import { bookingsWeekEnglish } from '../desk/bookings-week.ts';
import { coachProfileEnglish } from '../desk/coach-profile.ts';
import { firstStepsEnglish } from '../desk/first-steps.ts';
import { messageSettingsEnglish } from '../desk/messages/message-settings.ts';
import { webhooksEnglish } from '../desk/messages/webhooks.ts';
import { sessionTypesEditorEnglish } from '../desk/session-types-editor.ts';
import { durationsEnglish } from '../durations.ts';
import { editorEnglish } from '../editor.ts';
import { formEnglish } from '../form.ts';
import type { Messages } from '../messages.ts';
import { nextTimesEnglish } from '../next-times.ts';
import { askedEnglish } from '../parts/asked-fields.ts';
import { linkEnglish } from '../parts/booking-link.ts';
import { coachCardEnglish } from '../parts/coach-card.ts';
import { paymentEnglish } from '../payment.ts';
import { liveTimesEnglish } from '../picker/live-times.ts';
import { pickerEnglish } from '../picker.ts';
import { refundsEnglish } from '../refunds.ts';
import { sessionTypesEnglish } from '../session-types.ts';
import { signInEnglish } from '../sign-in.ts';
import { visitorCalendarEnglish } from '../visitor-calendar.ts';
import { weekEnglish } from '../week.ts';
import { zoneEnglish } from '../zone.ts';

/** Every text of the elements in English: the pattern for other languages. Pages do not load it: each element contains its own. */
export const english: Messages = {
  picker: pickerEnglish,
  week: weekEnglish,
  zone: zoneEnglish,
  nextTimes: nextTimesEnglish,
  liveTimes: liveTimesEnglish,
  durations: durationsEnglish,
  booking: { ...bookingEnglish, ...coachCardEnglish, ...linkEnglish },
  form: { ...formEnglish, ...askedEnglish },
  signIn: signInEnglish,
  confirmation: confirmationEnglish,
  calendar: calendarEnglish,
  button: buttonEnglish,
  payment: paymentEnglish,
  sessionTypes: sessionTypesEnglish,
  bookings: bookingsEnglish,
  refunds: refundsEnglish,
  coaches: coachesEnglish,
  account: accountEnglish,
  byMail: byMailEnglish,
  keptBooking: keptBookingEnglish,
  calendarConnect: calendarConnectEnglish,
  visitorCalendar: visitorCalendarEnglish,
  editor: editorEnglish,
  bookingsWeek: bookingsWeekEnglish,
  admin: adminEnglish,
  coachProfile: coachProfileEnglish,
  firstSteps: firstStepsEnglish,
  sessionTypesEditor: sessionTypesEditorEnglish,
  messageSettings: messageSettingsEnglish,
  webhooks: webhooksEnglish,
  refusals: englishRefusals,
};
