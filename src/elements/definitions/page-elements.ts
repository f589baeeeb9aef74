import type { ElementClass, ElementClasses } from '../base/register.ts';
import { accountElements, deskElements } from '../chunks/desk-elements.ts';
import { journeyChunks, type LazyElements } from '../chunks/lazy-elements.ts';
import { loadElements } from '../chunks/load-elements.ts';

/** Elements of the journey's chunks, for pages that use them by themselves. */
export const journeyElements = {
  ...ofChunk('first-look', ['cb-coach-card', 'cb-next-times', 'cb-time-zone-picker', 'cb-week-strip']),
  ...ofChunk('booking-steps', ['cb-add-to-calendar', 'cb-booking-confirmation', 'cb-booking-form']),
};

/** Elements that a page can use and that are not loaded for the first view of `<cb-booking>`. */
export const pageElements: LazyElements = {
  ...journeyElements,
  'cb-sign-in': async () => (await import('../sign-in/sign-in.ts')).CbSignIn,
  ...accountElements,
  'cb-bookings': async () => (await import('../bookings/bookings.ts')).CbBookings,
  'cb-booking-button': async () => (await import('../booking-button/booking-button.ts')).CbBookingButton,
  'cb-coach-list': async () => (await import('../coach-list/coach-list.ts')).CbCoachList,
  ...deskElements,
  'cb-coach-profile': async () => (await import('../coach-profile/coach-profile.ts')).CbCoachProfile,
  'cb-session-types': async () => (await import('../session-types/session-types.ts')).CbSessionTypes,
  'cb-message-settings': async () => (await import('../message-settings/message-settings.ts')).CbMessageSettings,
  'cb-webhooks': async () => (await import('../webhooks/webhooks.ts')).CbWebhooks,
  'cb-first-steps': async () => (await import('../first-steps/first-steps.ts')).CbFirstSteps,
  'cb-calendar-connect': async () => (await import('../calendar-connect/calendar-connect.ts')).CbCalendarConnect,
};

/** The tags of the elements in a chunk of the journey. */
type TagOf<Chunk extends keyof typeof journeyChunks> = keyof Awaited<
  ReturnType<(typeof journeyChunks)[Chunk]>
>['elements'];

/** Elements of a chunk by tag, each with the function that loads its class. */
function ofChunk<Chunk extends keyof typeof journeyChunks>(chunk: Chunk, tags: readonly TagOf<Chunk>[]): LazyElements {
  const load = async (tag: string): Promise<ElementClass> => {
    const { elements }: { readonly elements: ElementClasses } = await journeyChunks[chunk]();
    return elements[tag as keyof ElementClasses] as ElementClass;
  };
  return Object.fromEntries(tags.map((tag) => [tag, () => load(tag as string)]));
}

const isPageTag = (tag: string): tag is keyof LazyElements => tag in pageElements;

/** Loads and defines an element of `pageElements`; does nothing for a tag that is defined already or is not ours. Rejects when it does not load. */
export async function loadPageElement(tag: string): Promise<void> {
  const load = isPageTag(tag) && pageElements[tag];
  if (load) await loadElements({ [tag]: load });
}
