import { fixture, html, waitUntil } from '@open-wc/testing';
import { register } from '../../../src/elements/base/register.ts';
import { CbBooking } from '../../../src/elements/booking/booking.ts';
import { createMockServer, type MockServer } from '../../../src/mock/index.ts';
import type { OutgoingMail } from '../../../src/server/messages/mailer.ts';

register('cb-booking', CbBooking);

export const API = 'https://api.example.com';

/** A `<cb-booking>` on a server of its own, and what a test looks at. */
export interface Scene {
  readonly element: CbBooking;
  readonly mock: MockServer;
  /** `GET /coaches/…`, in the order they were sent. */
  readonly requests: string[];
  /** The same with the whole address: `GET https://api.example.com/coaches/…?…`. */
  readonly addresses: string[];
  /** Answers instead of the server while it returns something. */
  intercept: (request: Request) => Response | Promise<Response> | undefined;
}

export interface SceneOptions {
  readonly scenario?: 'normal' | 'slot-taken' | 'empty';
  /** Answers 404 to every path that begins like one of these: a backend that lacks them. */
  readonly without?: readonly string[];
  /** Gets the mails that the server sends; without it the server writes to nobody. */
  readonly mails?: { to: string; subject: string }[];
  readonly coach?: string;
  readonly width?: number;
  readonly set?: Partial<CbBooking>;
}

/** Puts a booking element on the page, in London, on the day of the guide. */
export async function openScene(options: SceneOptions = {}): Promise<Scene> {
  const { scenario = 'normal', without = [], width = 1000, set = {} } = options;
  const { mails } = options;
  const mailer = {
    send: async (mail: OutgoingMail) => void mails?.push({ to: mail.to.address, subject: mail.subject }),
  };
  const mail = () => ({ mailer, from: { address: 'bookings@example.com' } });
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z', scenario, ...(mails && { mail }) });
  const requests: string[] = [];
  const addresses: string[] = [];
  const scene: { -readonly [K in keyof Scene]?: Scene[K] } = { mock, requests, addresses, intercept: () => undefined };
  const fetch = async (request: Request) => {
    const { pathname } = new URL(request.url);
    requests.push(`${request.method} ${pathname}`);
    addresses.push(`${request.method} ${request.url}`);
    if (without.some((path) => pathname.startsWith(path)))
      return Response.json({ detail: 'Not Found' }, { status: 404 });
    return (await scene.intercept?.(request)) ?? mock.fetch(request);
  };
  const box = await fixture<HTMLElement>(html`<div style="width: ${width}px"></div>`);
  const element = document.createElement('cb-booking');
  Object.assign(element, {
    api: API,
    coach: options.coach ?? mock.seed.coaches.ana,
    timeZone: 'Europe/London',
    locale: 'en-GB',
    fetch,
    now: () => mock.clock.now(),
    ...set,
  });
  scene.element = element;
  box.append(element);
  await element.updateComplete;
  return scene as Scene;
}

/** The first match at any depth of shadow roots. */
export function find<E extends Element = HTMLElement>(root: ParentNode, selector: string): E | undefined {
  const direct = root.querySelector<E>(selector);
  if (direct) return direct;
  for (const element of root.querySelectorAll('*')) {
    const found = element.shadowRoot && find<E>(element.shadowRoot, selector);
    if (found) return found;
  }
  return undefined;
}

/** All matches at any depth of shadow roots. */
export function findAll<E extends Element = HTMLElement>(root: ParentNode, selector: string): E[] {
  const nested = [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? findAll<E>(element.shadowRoot, selector) : [],
  );
  return [...root.querySelectorAll<E>(selector), ...nested];
}

/** True where a visitor can see it and use it: nothing around it is inert, at any depth of shadow roots. */
function isReachable(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  let around: Element | undefined = element;
  while (around) {
    if (around.closest('[inert]')) return false;
    const root: Node = around.getRootNode();
    around = root instanceof ShadowRoot ? root.host : undefined;
  }
  return true;
}

/** The first match, once it is there and a visitor can reach it. */
export async function seen<E extends Element = HTMLElement>(root: Element, selector: string): Promise<E> {
  let visible: E | undefined;
  const look = () => {
    visible = findAll<E>(root.shadowRoot ?? root, selector).find(isReachable);
    return visible;
  };
  await waitUntil(look, `${selector} is on show`, { timeout: 20_000 });
  return visible as unknown as E;
}

/** A button or link on show whose name contains `name`. */
export async function named(root: Element, name: string): Promise<HTMLElement> {
  let match: HTMLElement | undefined;
  const look = () => {
    match = findAll(root.shadowRoot ?? root, 'button, a').find(
      (element) =>
        isReachable(element) && `${element.getAttribute('aria-label') ?? ''} ${element.textContent}`.includes(name),
    );
    return match;
  };
  await waitUntil(look, `“${name}” is on show`, { timeout: 20_000 });
  return match as unknown as HTMLElement;
}

/** The element that has the focus, at any depth. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Types into a field as a visitor would see it change. */
export function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** Chooses the first time on show and waits for the form. */
export async function chooseTime(element: Element): Promise<HTMLElement> {
  (await seen(element, 'button[part~="time"]')).click();
  return seen(element, 'form');
}

/** Fills name and e-mail. */
export async function fillPerson(element: Element, name = 'Eva Marsh', email = 'eva@example.com'): Promise<void> {
  type(await seen<HTMLInputElement>(element, '#field-name'), name);
  type(await seen<HTMLInputElement>(element, '#field-email'), email);
}

/** Presses the button that books. */
export async function pressBook(element: Element): Promise<void> {
  (await seen(element, '[part~="submit"]')).click();
}

/** The one booking in the store of `client`, as the server has it. */
export async function bookingsOf(mock: MockServer): Promise<number> {
  const { bookings } = await mock.store.bookings.list({ coachId: mock.seed.coaches.ana }, { skip: 0, limit: 100 });
  return bookings.length;
}
