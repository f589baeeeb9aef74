import type { ElementClass, ElementClasses } from '../base/register.ts';

/** Elements by tag, each with the import of its class. */
export type LazyElements = Readonly<Record<`cb-${string}`, () => Promise<ElementClass>>>;

/**
 * The chunks of a visitor's journey, in the order in which a page loads them. The elements of a chunk are needed at the same moment
 * and are loaded together: a new element is one row in the module that its chunk is named by. The loaders, the bundler and
 * `npm run size` read this table. Other modules follow from the imports: a module that several chunks need is in the first script.
 */
export const journeyChunks = {
  'first-look': () => import('./first-look.ts'),
  'booking-steps': () => import('./booking-steps.ts'),
} as const satisfies Readonly<Record<string, () => Promise<{ readonly elements: ElementClasses }>>>;

/** A tag of an element in the chunk `first-look`. */
export type FirstLookTag = keyof typeof import('./first-look.ts').elements;

/** Modules without an element in a chunk of the journey, as paths under `src`. */
export const chunkModules: Readonly<Partial<Record<keyof typeof journeyChunks, readonly string[]>>> = {
  'first-look': ['elements/popover/keep-placed.ts', 'domain/time/format-span.ts'],
  'booking-steps': [
    // The kept booking needs it, and needs nothing else of the chunk of paying.
    'contract/endpoints/one-booking.ts',
    'elements/booking/step-history.ts',
    'elements/booking/visitor-views.ts',
    'elements/context/start-flow.ts',
  ],
};

/**
 * Modules that few visits load, by their chunk, as paths under `src`; the size limit of the journey leaves them out. Examples: options
 * that a page sets by an attribute or a property, the step of visitors with a link, the fields that only some coaches ask for, and the
 * readers of replies that differ from the contract (`other-backends`).
 */
export const occasionalModules = {
  'page-elements': ['elements/definitions/page-elements.ts', 'elements/chunks/desk-elements.ts'],
  'page-options': ['elements/booking/event-reports.ts', 'elements/booking/url-sync.ts'],
  'choose-type': ['elements/booking/type-views.ts'],
  'other-steps': ['elements/booking/manage-view.ts', 'elements/booking/leave-link.ts'],
  'time-zone-list': ['elements/time-zone-list/time-zone-list.ts'],
  'asked-fields': ['elements/booking-form/asked-fields.ts'],
  'other-backends': [
    'domain/reply/mended-reply.ts',
    'core/client/differing-reply.ts',
    'core/client/made-booking.ts',
    'core/client/refused-origin.ts',
    'core/client/other-refusal.ts',
    'core/availability/next-in-months.ts',
  ],
  'asked-elements': ['elements/asked/asked-elements.ts'],
  'end-sign-in': ['core/sign-in/end-sign-in.ts'],
  'page-users': ['core/sign-in/page-users.ts'],
  'follow-scrolled': ['elements/popover/follow-scrolled.ts'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/**
 * Modules that visitors load who are at the form already, by their chunk, as paths under `src`: the sign-in, and the payment step.
 * Modules that such a chunk shares with the chunks above stay in those. The size limit of the journey leaves them out.
 */
export const laterModules = {
  'sign-in': ['elements/sign-in/sign-in.ts'],
  paying: ['elements/booking/pay-view.ts'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/**
 * Elements that a picker or `<cb-booking>` loads for some visitors only, or after everything that booking needs; each in its own chunk.
 * The size limit of the journey leaves them out.
 */
export const occasionalElements = {
  'cb-kept-booking': async () => (await import('../kept-booking/kept-booking.ts')).CbKeptBooking,
  'cb-duration-picker': async () => (await import('../duration-picker/duration-picker.ts')).CbDurationPicker,
  'cb-next-slot': async () => (await import('../next-slot/next-slot.ts')).CbNextSlot,
  'cb-live-times': async () => (await import('../live-times/live-times.ts')).CbLiveTimes,
  'cb-visitor-calendar': async () => (await import('../visitor-calendar/visitor-calendar.ts')).CbVisitorCalendar,
} as const satisfies LazyElements;
