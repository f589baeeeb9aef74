import { readInstant } from '../contract/values.ts';
import { type KeptState, keptSlots } from './kept-state.ts';

/** Answers older than this are asked for again: as long as the elements themselves take times for fresh. */
const FRESH_MS = 60_000;

/** The longest wait until an element is complete; then it replaces the drawn one as it is. */
const PATIENCE_MS = 8000;

/** An element of ours, before and after its class is defined. */
interface Host extends HTMLElement {
  createRenderRoot?: () => HTMLElement;
  performUpdate?: () => void;
  fetch?: (request: Request) => Promise<Response>;
  month?: string;
  day?: string;
  hourCycle?: string;
  selected?: string;
  readonly updateComplete?: Promise<unknown>;
}

/** Lets the elements take the place of what a server drew. Runs before their classes are defined. */
export function takeOverDrawn(root: ParentNode = document): void {
  for (const host of root.querySelectorAll<Host>('cb-booking, cb-availability-picker')) {
    const shadow = host.shadowRoot;
    const beside = host.nextElementSibling;
    if (!shadow || !beside?.matches('script.cb-drawn') || host.createRenderRoot) continue;
    const state = readState(beside);
    if (state) takeOver(host, shadow, state);
  }
}

function readState(script: Element): KeptState | undefined {
  try {
    return JSON.parse(script.textContent ?? '') as KeptState;
  } catch {
    return undefined;
  }
}

function takeOver(host: Host, shadow: ShadowRoot, state: KeptState): void {
  const drawn = [...shadow.childNodes];
  for (const inside of drawnInside(shadow)) keepAsDrawn(inside);
  if (!state.takesOver) {
    keepAsDrawn(host);
    return;
  }
  host.fetch ??= answering(state);
  // Without the class the drawn boxes stay visible until they are removed: see `drawn-styles.ts`.
  for (const node of drawn) if (node instanceof Element) node.classList.remove('drawn');
  Object.defineProperty(host, 'createRenderRoot', {
    configurable: true,
    value(this: Host): HTMLElement {
      const { createRenderRoot } = Object.getPrototypeOf(this) as Required<Pick<Host, 'createRenderRoot'>>;
      const inner = createRenderRoot.call(this);
      // The element's own boxes stay hidden until they show what is drawn.
      const own = [...shadow.childNodes].filter((node) => !drawn.includes(node)) as HTMLElement[];
      for (const box of own) box.hidden = true;
      shadow.prepend(...drawn);
      void replace(this, { inner, own, drawn, state });
      return inner;
    },
  });
}

/** The one element in the drawn markup whose tag a script defines. */
const drawnInside = (shadow: ShadowRoot): Iterable<Host> => shadow.querySelectorAll<Host>('cb-availability-picker');

/** The element never draws: what the server drew stays. */
function keepAsDrawn(host: Host): void {
  Object.defineProperties(host, {
    createRenderRoot: { value: () => document.createElement('div') },
    performUpdate: { value: () => undefined },
  });
}

interface Replacement {
  readonly inner: HTMLElement;
  readonly own: readonly HTMLElement[];
  readonly drawn: readonly ChildNode[];
  readonly state: KeptState;
}

async function replace(host: Host, { inner, own, drawn, state }: Replacement): Promise<void> {
  const { month, day, clock, selected } = state.chosen;
  await host.updateComplete;
  const picker = host.matches('cb-availability-picker') ? host : inner.querySelector<Host>('cb-availability-picker');
  if (picker)
    Object.assign(picker, {
      ...(month && { month }),
      ...(day && { day }),
      ...(clock && { hourCycle: clock }),
      ...(selected && { selected }),
    });
  const until = performance.now() + PATIENCE_MS;
  while (!(await isReady(inner)) && performance.now() < until) await pause();
  while (isPressed) await pause();
  const focused = focusedIn(host.shadowRoot);
  const scrolled = scrollOf(drawn);
  for (const node of drawn) node.remove();
  for (const box of own) box.hidden = false;
  scrollTo(inner, scrolled);
  if (focused) counterpart(inner, focused)?.focus({ preventScroll: true });
}

const pause = (): Promise<unknown> => new Promise((done) => setTimeout(done, 30));

/** True while something is pressed: a press that began on a drawn link must end on it. */
let isPressed = false;

/** Follows whether something is pressed. */
export function followPresses(): void {
  addEventListener('pointerdown', () => (isPressed = true), { capture: true, passive: true });
  for (const type of ['pointerup', 'pointercancel'])
    addEventListener(type, () => setTimeout(() => (isPressed = false)), { capture: true, passive: true });
}

/** True once every element inside is there and drawn, and nothing in it is loading. */
async function isReady(root: ParentNode): Promise<boolean> {
  for (const element of root.querySelectorAll<Host>('*')) {
    if (!element.localName.startsWith('cb-') || element.hidden) continue;
    if (!customElements.get(element.localName)) {
      // The list of zones comes when its button is pressed.
      if (element.localName === 'cb-time-zone-list') continue;
      return false;
    }
    await element.updateComplete;
    const { shadowRoot } = element;
    if (element.hasAttribute('loading') || shadowRoot?.querySelector('[aria-busy="true"], .bone')) return false;
    if (shadowRoot && !(await isReady(shadowRoot))) return false;
  }
  return true;
}

/**
 * Answers the element's first requests from what the server read, while that is fresh. All requests go to the API after one that is
 * repeated, has a token, or is not a GET.
 */
function answering(state: KeptState): (request: Request) => Promise<Response> {
  let fresh = true;
  const asked = new Set<string>();
  return async (request) => {
    const isFirst = request.method === 'GET' && !request.headers.has('authorization');
    if (!isFirst || Math.abs(Date.now() - state.at) >= FRESH_MS) fresh = false;
    const known = fresh ? answer(new URL(request.url), state) : undefined;
    if (!known) return fetch(request);
    // The profile or the same start is requested again: the times have changed since, or somebody asks to load them anew.
    if (asked.has(known.key)) {
      fresh = false;
      return fetch(request);
    }
    asked.add(known.key);
    return Response.json(known.reply);
  };
}

interface Known {
  readonly key: string;
  readonly reply: unknown;
}

const QUERY = new Set(['start_date', 'end_date', 'duration_minutes']);

/** The reply to a request that the state can answer: the coach's profile, and times within its range. */
function answer({ pathname, searchParams }: URL, state: KeptState): Known | undefined {
  const id = encodeURIComponent(state.coachId);
  if (state.coach && pathname.endsWith(`/coaches/${id}`)) return { key: 'coach', reply: state.coach };
  if (!pathname.endsWith(`/booking/coach/${id}/availability`)) return undefined;
  if ([...searchParams.keys()].some((name) => !QUERY.has(name))) return undefined;
  const start = readInstant(searchParams.get('start_date') ?? '') ?? Number.NaN;
  const end = readInstant(searchParams.get('end_date') ?? '') ?? Number.NaN;
  const minutes = Number(searchParams.get('duration_minutes') ?? state.minutes);
  if (minutes !== state.minutes || !(start >= state.from && end <= state.until)) return undefined;
  return { key: String(start), reply: { coach_id: state.coachId, available_slots: keptSlots(state, start, end) } };
}

/** The focused element, inside nested shadow roots too. */
function focusedIn(root: ShadowRoot | null): Element | null {
  const active = root?.activeElement ?? null;
  return active?.shadowRoot ? (focusedIn(active.shadowRoot) ?? active) : active;
}

/** The control of the element that stands where a drawn link stood: that of the same day, time or part. */
function counterpart(root: ParentNode, drawn: Element): HTMLElement | undefined {
  const { date, start } = (drawn as HTMLElement).dataset;
  const part = drawn.getAttribute('part') ?? '';
  const wanted = start ? `[data-start="${start}"]` : date ? `[data-date="${date}"]` : `[part="${part}"]`;
  return deepFind(root, wanted);
}

function deepFind(root: ParentNode, selector: string): HTMLElement | undefined {
  const found = root.querySelector<HTMLElement>(selector);
  if (found) return found;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const inside = shadowRoot && deepFind(shadowRoot, selector);
    if (inside) return inside;
  }
  return undefined;
}

/** How far the list of times is scrolled. */
function scrollOf(nodes: readonly ChildNode[]): number {
  const lists = nodes.flatMap((node) => (node instanceof Element ? [deepFind(node, '.list')] : []));
  return lists.find((list) => list)?.scrollTop ?? 0;
}

function scrollTo(root: ParentNode, top: number): void {
  const list = top ? deepFind(root, '.list') : undefined;
  if (list) list.scrollTop = top;
}
