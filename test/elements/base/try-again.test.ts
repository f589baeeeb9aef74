import { fixture, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { unsafeStatic, html as withTag } from 'lit/static-html.js';
import { CbAccounts } from '../../../src/elements/accounts/accounts.ts';
import { CbAvailabilityEditor } from '../../../src/elements/availability-editor/availability-editor.ts';
import type { CbElement } from '../../../src/elements/base/element.ts';
import { type ElementClass, register } from '../../../src/elements/base/register.ts';
import { CbBookings } from '../../../src/elements/bookings/bookings.ts';
import { CbCalendarConnect } from '../../../src/elements/calendar-connect/calendar-connect.ts';
import { CbCoachList } from '../../../src/elements/coach-list/coach-list.ts';
import { CbCoachProfile } from '../../../src/elements/coach-profile/coach-profile.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { CbFirstSteps } from '../../../src/elements/first-steps/first-steps.ts';
import { createMockServer, SEED_PASSWORD, seed } from '../../../src/mock/index.ts';
import { focused } from '../booking/booking-scene.ts';

const api = 'https://api.example.com';

/** Each element of the desk, who uses it, and the call without which it shows nothing. */
const desk: readonly (readonly [tag: string, element: ElementClass, email: string, call: RegExp])[] = [
  ['cb-bookings', CbBookings, seed.coach.email, /\/booking\/coach/],
  ['cb-availability-editor', CbAvailabilityEditor, seed.coach.email, /\/schedule$/],
  ['cb-coach-profile', CbCoachProfile, seed.coach.email, /\/coaches\/[^/]+$/],
  ['cb-first-steps', CbFirstSteps, seed.coach.email, /\/coaches\/[^/]+$/],
  ['cb-calendar-connect', CbCalendarConnect, seed.coach.email, /\/calendar\/connections$/],
  ['cb-accounts', CbAccounts, seed.admin.email, /\/accounts/],
  ['cb-coach-list', CbCoachList, seed.coach.email, /\/coaches$/],
];

/** The first that matches, in this shadow root or any inside it. */
function inside(element: Element, selector: string): HTMLElement | undefined {
  const root = element.shadowRoot ?? element;
  const found = [...root.querySelectorAll<HTMLElement>(selector)];
  for (const other of root.querySelectorAll('*')) {
    const deeper = other.shadowRoot && inside(other, selector);
    if (deeper) found.push(deeper);
  }
  return found.find((each) => each.checkVisibility());
}

const holds = (element: Element, held: Element | null): boolean => {
  for (let node: Node | null = held; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node === element) return true;
  }
  return false;
};

describe('what could not be loaded', () => {
  for (const [tag, element, email, call] of desk) {
    it(`is asked for again by keyboard in <${tag}>, and the focus stays inside`, async () => {
      register(tag, element);
      const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
      let isDown = true;
      const fetch = async (request: Request) =>
        isDown && call.test(new URL(request.url).pathname)
          ? Response.json({ detail: 'It is down for an hour.' }, { status: 400 })
          : mock.fetch(request);
      await sharedClient({ api, fetch }).session.logIn({ email, password: SEED_PASSWORD });
      const shown = await fixture<CbElement>(
        withTag`<${unsafeStatic(tag)} .api=${api} .fetch=${fetch} .coach=${seed.coach.id} locale="en-GB" .now=${() => mock.clock.now()}></${unsafeStatic(tag)}>`,
      );
      const again = () => inside(shown, '[role="alert"] button, [data-do="reload"]');
      await waitUntil(again, 'a way to try again', { timeout: 8000 });
      isDown = false;
      again()?.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => !again(), 'it is loaded now', { timeout: 8000 });
      await waitUntil(() => holds(shown, focused()), `the focus stays in <${tag}>`);
    });
  }
});
