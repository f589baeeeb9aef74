// Written by `npm run docs` from the sources of the elements: change those.
import type * as elements from '../elements/index.ts';

/**
 * Each element by its tag: its class, the properties that a page sets, the attributes that are spelled in another way than their
 * properties, and its events by their names.
 */
export interface ElementTypes {
  'cb-account': {
    element: elements.CbAccount;
    properties: Partial<Pick<elements.CbAccount, 'api' | 'fetch' | 'signIn' | 'locale' | 'headingLevel'>>;
    attributes: {
      'heading-level'?: elements.CbAccount['headingLevel'];
    };
    events: Record<never, never>;
  };
  'cb-accounts': {
    element: elements.CbAccounts;
    properties: Partial<Pick<elements.CbAccounts, 'api' | 'storage' | 'theme' | 'getToken' | 'fetch' | 'signIn' | 'locale' | 'headingLevel'>>;
    attributes: {
      'heading-level'?: elements.CbAccounts['headingLevel'];
    };
    events: {
      'cb-account-bookings': elements.AccountEvent;
      'cb-account-hours': elements.AccountEvent;
    };
  };
  'cb-add-to-calendar': {
    element: elements.CbAddToCalendar;
    properties: Partial<Pick<elements.CbAddToCalendar, 'name' | 'start' | 'end' | 'location' | 'description' | 'uid' | 'event' | 'locale' | 'headingLevel'>>;
    attributes: {
      'heading-level'?: elements.CbAddToCalendar['headingLevel'];
    };
    events: Record<never, never>;
  };
  'cb-availability-editor': {
    element: elements.CbAvailabilityEditor;
    properties: Partial<Pick<elements.CbAvailabilityEditor, 'api' | 'coach' | 'storage' | 'getToken' | 'fetch' | 'now' | 'previewTimeZone' | 'theme' | 'signIn' | 'locale' | 'headingLevel'>>;
    attributes: {
      'preview-time-zone'?: elements.CbAvailabilityEditor['previewTimeZone'];
      'heading-level'?: elements.CbAvailabilityEditor['headingLevel'];
    };
    events: Record<never, never>;
  };
  'cb-availability-picker': {
    element: elements.CbAvailabilityPicker;
    properties: Partial<Pick<elements.CbAvailabilityPicker, 'api' | 'coach' | 'duration' | 'timeZone' | 'hourCycle' | 'month' | 'day' | 'selected' | 'noNextTimes' | 'ownDay' | 'theme' | 'durations' | 'client' | 'fetch' | 'now' | 'locale' | 'headingLevel'>>;
    attributes: {
      'time-zone'?: elements.CbAvailabilityPicker['timeZone'];
      'hour-cycle'?: elements.CbAvailabilityPicker['hourCycle'];
      'no-next-times'?: elements.CbAvailabilityPicker['noNextTimes'];
      'own-day'?: elements.CbAvailabilityPicker['ownDay'];
      'heading-level'?: elements.CbAvailabilityPicker['headingLevel'];
    };
    events: {
      'cb-slot-select': elements.SlotSelectEvent;
      'cb-day-select': elements.DaySelectEvent;
      'cb-month-change': elements.MonthChangeEvent;
      'cb-time-zone-change': elements.TimeZoneChangeEvent;
      'cb-hour-cycle-change': elements.HourCycleChangeEvent;
      'cb-duration-change': elements.DurationChangeEvent;
      'cb-slot-gone': elements.SlotGoneEvent;
    };
  };
  'cb-booking': {
    element: elements.CbBooking;
    properties: Partial<Pick<elements.CbBooking, 'api' | 'coach' | 'duration' | 'sessionType' | 'timeZone' | 'theme' | 'name' | 'email' | 'notes' | 'storage' | 'remember' | 'getToken' | 'metadata' | 'carry' | 'syncUrl' | 'ownDay' | 'fetch' | 'now' | 'eventListener' | 'signIn' | 'locale' | 'headingLevel'>>;
    attributes: {
      'session-type'?: elements.CbBooking['sessionType'];
      'time-zone'?: elements.CbBooking['timeZone'];
      'sync-url'?: elements.CbBooking['syncUrl'];
      'own-day'?: elements.CbBooking['ownDay'];
      'heading-level'?: elements.CbBooking['headingLevel'];
    };
    events: {
      'cb-day-select': elements.DaySelectEvent;
      'cb-slot-select': elements.SlotSelectEvent;
      'cb-step-change': elements.StepChangeEvent;
      'cb-before-book': elements.BeforeBookEvent;
      'cb-booked': elements.BookedEvent;
      'cb-paid': elements.PaidEvent;
      'cb-slot-gone': elements.SlotGoneEvent;
      'cb-session-type-select': elements.SessionTypeSelectEvent;
      'cb-booking-failed': elements.BookingFailedEvent;
      'cb-sign-in-needed': elements.SignInNeededEvent;
    };
  };
  'cb-booking-button': {
    element: elements.CbBookingButton;
    properties: Partial<Pick<elements.CbBookingButton, 'floating' | 'api' | 'coach' | 'duration' | 'sessionType' | 'timeZone' | 'theme' | 'name' | 'email' | 'notes' | 'storage' | 'remember' | 'getToken' | 'metadata' | 'carry' | 'syncUrl' | 'ownDay' | 'fetch' | 'now' | 'eventListener' | 'signIn' | 'locale' | 'headingLevel'>>;
    attributes: {
      'session-type'?: elements.CbBookingButton['sessionType'];
      'time-zone'?: elements.CbBookingButton['timeZone'];
      'sync-url'?: elements.CbBookingButton['syncUrl'];
      'own-day'?: elements.CbBookingButton['ownDay'];
      'heading-level'?: elements.CbBookingButton['headingLevel'];
    };
    events: {
      'cb-open': elements.DialogEvent;
      'cb-close': elements.DialogEvent;
      'cb-booked': elements.BookedEvent;
    };
  };
  'cb-booking-confirmation': {
    element: elements.CbBookingConfirmation;
    properties: Partial<Pick<elements.CbBookingConfirmation, 'booking' | 'coach' | 'chosen' | 'timeZone' | 'hour12' | 'single' | 'client' | 'locale' | 'headingLevel'>>;
    attributes: {
      'time-zone'?: elements.CbBookingConfirmation['timeZone'];
      'heading-level'?: elements.CbBookingConfirmation['headingLevel'];
    };
    events: {
      'cb-book-another': elements.BookAnotherEvent;
      'cb-manage': elements.ManageEvent;
    };
  };
  'cb-booking-form': {
    element: elements.CbBookingForm;
    properties: Partial<Pick<elements.CbBookingForm, 'api' | 'coach' | 'start' | 'duration' | 'timeZone' | 'name' | 'email' | 'notes' | 'getToken' | 'fetch' | 'noTotal' | 'sessionType' | 'locale' | 'headingLevel'>>;
    attributes: {
      'time-zone'?: elements.CbBookingForm['timeZone'];
      'no-total'?: elements.CbBookingForm['noTotal'];
      'heading-level'?: elements.CbBookingForm['headingLevel'];
    };
    events: {
      'cb-before-book': elements.BeforeBookEvent;
      'cb-booked': elements.BookedEvent;
      'cb-booking-failed': elements.BookingFailedEvent;
      'cb-back': elements.BackEvent;
      'cb-sign-in-needed': elements.SignInNeededEvent;
    };
  };
  'cb-bookings': {
    element: elements.CbBookings;
    properties: Partial<Pick<elements.CbBookings, 'api' | 'as' | 'link' | 'timeZone' | 'pageSize' | 'theme' | 'storage' | 'getToken' | 'fetch' | 'now' | 'signIn' | 'locale' | 'headingLevel'>>;
    attributes: {
      'time-zone'?: elements.CbBookings['timeZone'];
      'page-size'?: elements.CbBookings['pageSize'];
      'heading-level'?: elements.CbBookings['headingLevel'];
    };
    events: {
      'cb-bookings-change': elements.BookingsChangeEvent;
    };
  };
  'cb-calendar-connect': {
    element: elements.CbCalendarConnect;
    properties: Partial<Pick<elements.CbCalendarConnect, 'api' | 'redirectUri' | 'noFeed' | 'timeZone' | 'theme' | 'storage' | 'getToken' | 'client' | 'fetch' | 'connections' | 'signIn' | 'locale' | 'headingLevel'>>;
    attributes: {
      'redirect-uri'?: elements.CbCalendarConnect['redirectUri'];
      'no-feed'?: elements.CbCalendarConnect['noFeed'];
      'time-zone'?: elements.CbCalendarConnect['timeZone'];
      'heading-level'?: elements.CbCalendarConnect['headingLevel'];
    };
    events: {
      'cb-calendar-change': elements.CalendarChangeEvent;
    };
  };
  'cb-coach-card': {
    element: elements.CbCoachCard;
    properties: Partial<Pick<elements.CbCoachCard, 'coach' | 'loading' | 'duration' | 'locale' | 'headingLevel'>>;
    attributes: {
      'heading-level'?: elements.CbCoachCard['headingLevel'];
    };
    events: Record<never, never>;
  };
  'cb-coach-list': {
    element: elements.CbCoachList;
    properties: Partial<Pick<elements.CbCoachList, 'api' | 'duration' | 'theme' | 'storage' | 'getToken' | 'fetch' | 'signIn' | 'locale' | 'headingLevel'>>;
    attributes: {
      'heading-level'?: elements.CbCoachList['headingLevel'];
    };
    events: {
      'cb-coach-select': elements.CoachSelectEvent;
    };
  };
  'cb-coach-profile': {
    element: elements.CbCoachProfile;
    properties: Partial<Pick<elements.CbCoachProfile, 'api' | 'coach' | 'storage' | 'theme' | 'getToken' | 'fetch' | 'now' | 'signIn' | 'locale' | 'headingLevel'>>;
    attributes: {
      'heading-level'?: elements.CbCoachProfile['headingLevel'];
    };
    events: {
      'cb-profile-saved': elements.ProfileSavedEvent;
    };
  };
  'cb-first-steps': {
    element: elements.CbFirstSteps;
    properties: Partial<Pick<elements.CbFirstSteps, 'api' | 'scriptSrc' | 'profileHref' | 'hoursHref' | 'sellsHref' | 'calendarHref' | 'storage' | 'theme' | 'getToken' | 'fetch' | 'now' | 'signIn' | 'locale' | 'headingLevel'>>;
    attributes: {
      'script-src'?: elements.CbFirstSteps['scriptSrc'];
      'profile-href'?: elements.CbFirstSteps['profileHref'];
      'hours-href'?: elements.CbFirstSteps['hoursHref'];
      'sells-href'?: elements.CbFirstSteps['sellsHref'];
      'calendar-href'?: elements.CbFirstSteps['calendarHref'];
      'heading-level'?: elements.CbFirstSteps['headingLevel'];
    };
    events: Record<never, never>;
  };
  'cb-message-settings': {
    element: elements.CbMessageSettings;
    properties: Partial<Pick<elements.CbMessageSettings, 'api' | 'coach' | 'storage' | 'theme' | 'getToken' | 'fetch' | 'signIn' | 'locale' | 'headingLevel'>>;
    attributes: {
      'heading-level'?: elements.CbMessageSettings['headingLevel'];
    };
    events: Record<never, never>;
  };
  'cb-month-grid': {
    element: elements.CbMonthGrid;
    properties: Partial<Pick<elements.CbMonthGrid, 'month' | 'days' | 'from' | 'selected' | 'today' | 'min' | 'loading' | 'firstWeekday' | 'locale' | 'headingLevel'>>;
    attributes: {
      'first-weekday'?: elements.CbMonthGrid['firstWeekday'];
      'heading-level'?: elements.CbMonthGrid['headingLevel'];
    };
    events: {
      'cb-day-select': elements.DaySelectEvent;
      'cb-month-change': elements.MonthChangeEvent;
    };
  };
  'cb-session-types': {
    element: elements.CbSessionTypes;
    properties: Partial<Pick<elements.CbSessionTypes, 'api' | 'coach' | 'pageHref' | 'storage' | 'theme' | 'getToken' | 'fetch' | 'signIn' | 'locale' | 'headingLevel'>>;
    attributes: {
      'page-href'?: elements.CbSessionTypes['pageHref'];
      'heading-level'?: elements.CbSessionTypes['headingLevel'];
    };
    events: {
      'cb-session-types-change': elements.SessionTypesChangeEvent;
    };
  };
  'cb-sign-in': {
    element: elements.CbSignIn;
    properties: Partial<Pick<elements.CbSignIn, 'api' | 'mode' | 'email' | 'name' | 'noSignUp' | 'note' | 'fetch' | 'signIn' | 'locale' | 'headingLevel'>>;
    attributes: {
      'no-sign-up'?: elements.CbSignIn['noSignUp'];
      'heading-level'?: elements.CbSignIn['headingLevel'];
    };
    events: {
      'cb-signed-in': elements.SignedInEvent;
    };
  };
  'cb-slot-list': {
    element: elements.CbSlotList;
    properties: Partial<Pick<elements.CbSlotList, 'slots' | 'day' | 'timeZone' | 'hour12' | 'selected' | 'busy' | 'gone' | 'loading' | 'locale' | 'headingLevel'>>;
    attributes: {
      'time-zone'?: elements.CbSlotList['timeZone'];
      'heading-level'?: elements.CbSlotList['headingLevel'];
    };
    events: {
      'cb-slot-select': elements.SlotSelectEvent;
    };
  };
  'cb-time-zone-picker': {
    element: elements.CbTimeZonePicker;
    properties: Partial<Pick<elements.CbTimeZonePicker, 'timeZone' | 'coachTimeZone' | 'hour12' | 'now' | 'locale' | 'headingLevel'>>;
    attributes: {
      'time-zone'?: elements.CbTimeZonePicker['timeZone'];
      'coach-time-zone'?: elements.CbTimeZonePicker['coachTimeZone'];
      'heading-level'?: elements.CbTimeZonePicker['headingLevel'];
    };
    events: {
      'cb-time-zone-change': elements.TimeZoneChangeEvent;
      'cb-hour-cycle-change': elements.HourCycleChangeEvent;
    };
  };
  'cb-webhooks': {
    element: elements.CbWebhooks;
    properties: Partial<Pick<elements.CbWebhooks, 'api' | 'coach' | 'storage' | 'theme' | 'getToken' | 'fetch' | 'signIn' | 'locale' | 'headingLevel'>>;
    attributes: {
      'heading-level'?: elements.CbWebhooks['headingLevel'];
    };
    events: Record<never, never>;
  };
}

/** The tag of an element. */
export type Tag = keyof ElementTypes;
