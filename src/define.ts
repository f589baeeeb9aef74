/**
 * Defines every `cb-*` element when it is imported: `import '@culturebridge/booking/define'`. All of them are defined as soon as the
 * import is done, so that a framework finds their properties. Importing it twice is harmless.
 */
export * from './define/account.ts';
export * from './define/accounts.ts';
export * from './define/add-to-calendar.ts';
export * from './define/availability-editor.ts';
export * from './define/availability-picker.ts';
export * from './define/booking.ts';
export * from './define/booking-button.ts';
export * from './define/booking-confirmation.ts';
export * from './define/booking-form.ts';
export * from './define/bookings.ts';
export * from './define/calendar-connect.ts';
export * from './define/coach-card.ts';
export * from './define/coach-list.ts';
export * from './define/coach-profile.ts';
export * from './define/first-steps.ts';
export * from './define/message-settings.ts';
export * from './define/month-grid.ts';
export * from './define/session-types.ts';
export * from './define/sign-in.ts';
export * from './define/slot-list.ts';
export * from './define/time-zone-picker.ts';
export * from './define/webhooks.ts';
