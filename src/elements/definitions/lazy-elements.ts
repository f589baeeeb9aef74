import { type ElementClass, register } from '../base/register.ts';

const book = async () => (await import('../chunks/booking-steps-elements.ts')).book;

/** Elements that a first look at a booking page does not need, in the chunks they come in. */
export const lazyElements: Readonly<Record<string, () => Promise<ElementClass>>> = {
  'cb-coach-card': async () => (await import('../chunks/first-look-elements.ts')).beside['cb-coach-card'],
  'cb-booking-form': async () => (await book())['cb-booking-form'],
  'cb-booking-confirmation': async () => (await book())['cb-booking-confirmation'],
  'cb-sign-in': async () => (await book())['cb-sign-in'],
  'cb-add-to-calendar': async () => (await book())['cb-add-to-calendar'],
  'cb-bookings': async () => (await import('../bookings/bookings.ts')).CbBookings,
  'cb-booking-button': async () => (await import('../booking-button/booking-button.ts')).CbBookingButton,
  'cb-coach-list': async () => (await import('../coach-list/coach-list.ts')).CbCoachList,
  'cb-availability-editor': async () =>
    (await import('../availability-editor/availability-editor.ts')).CbAvailabilityEditor,
  'cb-calendar-connect': async () => (await import('../calendar-connect/calendar-connect.ts')).CbCalendarConnect,
};

/** Loads and defines one of them; nothing to do for a tag that is defined already or is not ours. */
export async function loadElement(tag: string): Promise<void> {
  const load = lazyElements[tag];
  if (load && !customElements.get(tag)) register(tag, await load());
}

/** Loads each of them when its tag is seen in the document, now or later. Returns the function that stops looking. */
export function loadOnSight(root: Document = document): () => void {
  const tags = Object.keys(lazyElements).join();
  const look = (where: ParentNode) => {
    const seen = [...(where instanceof Element && where.matches(tags) ? [where] : []), ...where.querySelectorAll(tags)];
    for (const { localName } of seen) {
      loadElement(localName).catch((error) => console.error(`<${localName}> could not be loaded.`, error));
    }
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) look(node);
    }
  });
  look(root);
  observer.observe(root, { childList: true, subtree: true });
  return () => observer.disconnect();
}
