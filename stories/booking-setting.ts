import { getConfig } from 'storybook/test';
import { CbAddToCalendar } from '../src/elements/add-to-calendar/add-to-calendar.ts';
import { register } from '../src/elements/base/register.ts';
import { CbBooking } from '../src/elements/booking/booking.ts';
import { CbBookingConfirmation } from '../src/elements/booking-confirmation/booking-confirmation.ts';
import { CbBookingForm } from '../src/elements/booking-form/booking-form.ts';
import { CbSignIn } from '../src/elements/sign-in/sign-in.ts';
import { seed } from '../src/mock/index.ts';

register('cb-booking', CbBooking);
register('cb-booking-form', CbBookingForm);
register('cb-booking-confirmation', CbBookingConfirmation);
register('cb-sign-in', CbSignIn);
register('cb-add-to-calendar', CbAddToCalendar);

/** The moment all booking stories play at, and the coaches of the seed. */
export const clock = '2025-11-05T10:30:00Z';
export const now = () => Date.parse(clock);
export const { coaches } = seed;

/**
 * The first match at any depth of shadow roots that a visitor can see and reach and that contains `text`, once it is there and nothing
 * moves. Waits as long as `waitFor` does.
 */
export async function seen<E extends HTMLElement = HTMLElement>(
  root: ParentNode,
  selector: string,
  text = '',
): Promise<E> {
  const end = performance.now() + getConfig().asyncUtilTimeout;
  while (performance.now() < end) {
    const found = search<E>(root, selector, text);
    if (found) {
      await settled();
      // What was drawn anew meanwhile is looked for again: a press on what left the page would do nothing.
      if (search<E>(root, selector, text) === found) return found;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${selector} did not appear${text && ` with "${text}"`}`);
}

/** Colours are judged after a play function: what fades in has to have arrived. */
export async function settled(): Promise<void> {
  await new Promise((done) => requestAnimationFrame(done));
  const fades = animationsIn(document).filter(
    // What moves with the scroll position arrives nowhere by itself.
    ({ effect, timeline }) => effect?.getTiming().iterations !== Infinity && timeline === document.timeline,
  );
  await Promise.allSettled(fades.map((fade) => fade.finished));
}

/** `getAnimations` of a document leaves out what is inside shadow roots. */
function animationsIn(root: Document | ShadowRoot): Animation[] {
  const nested = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? animationsIn(shadowRoot) : [],
  );
  return [...root.getAnimations(), ...nested];
}

function search<E extends HTMLElement>(root: ParentNode, selector: string, text: string): E | undefined {
  for (const found of root.querySelectorAll<E>(selector))
    if (found.checkVisibility() && !isInert(found) && found.textContent.includes(text)) return found;
  for (const element of root.querySelectorAll('*')) {
    const found = element.shadowRoot && search<E>(element.shadowRoot, selector, text);
    if (found) return found;
  }
  return undefined;
}

/** A step that is being left stays in the page, inert: a script can press what is in it, a visitor cannot. */
function isInert(element: Element): boolean {
  if (element.closest('[inert]')) return true;
  const root = element.getRootNode();
  return root instanceof ShadowRoot && isInert(root.host);
}

/** Types into a field. */
export async function fill(root: ParentNode, selector: string, text: string): Promise<void> {
  const field = await seen<HTMLInputElement>(root, selector);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** Presses a button or link. */
export async function press(root: ParentNode, selector: string): Promise<void> {
  (await seen(root, selector)).click();
}

/** From the month to the form, with a name and an address in it. */
export async function toFilledForm(root: ParentNode): Promise<void> {
  await press(root, 'button[part~="time"]');
  await fill(root, '#field-name', 'Eva Marsh');
  await fill(root, '#field-email', 'eva@example.com');
}
