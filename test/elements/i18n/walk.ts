import { fixture, html, waitUntil } from '@open-wc/testing';
import type { ErrorCode } from '../../../src/contract/problem.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { createMockServer, type MockServer } from '../../../src/mock/index.ts';
import { find, seen, type } from '../booking/booking-scene.ts';
import { namesOf } from './pseudo-language.ts';
import { bursting, wordsOf } from './words-on-show.ts';

export const api = 'https://api.example.com';

const WAIT = { timeout: 20_000 };

/** The names of the texts that the walks of this page have seen in the made-up language. */
export const textsShown = new Set<string>();

/** What a walk looks for, in one language. */
export interface Language {
  readonly tag: string;
  /** Texts that are from no table, or from that of another language; `data` is what the server said and people typed. */
  readonly strange: (words: readonly string[], data: ReadonlySet<string>) => readonly string[];
  /** Sizes of the text, each with which all boxes are looked at: 1 is the usual one. */
  readonly sizes: readonly number[];
  /** True for the made-up one, in which each text is told from the others. */
  readonly isPattern?: boolean;
}

/** What comes instead of the server's answer to the requests whose method and path fit `path`. */
export type Refusal = { readonly path: RegExp } & (
  | { readonly code: ErrorCode; readonly status: number; readonly field?: string; readonly retryAfter?: number }
  | { readonly fault: Fault }
);

/** `silent`: no answer, ever. `without`: the answer of a service that does not have the call. */
type Fault = 'offline' | 'silent' | 'unreadable' | 'without';

async function answerOf(refusal: Refusal, signal: AbortSignal): Promise<Response> {
  if ('code' in refusal) {
    const { code, status, field, retryAfter } = refusal;
    const errors = field ? [{ field, message: 'must be plain English' }] : undefined;
    const body = { title: 'Refused', status, detail: 'Plain English of a server', code, errors };
    return Response.json(body, { status, headers: retryAfter ? { 'retry-after': `${retryAfter}` } : {} });
  }
  switch (refusal.fault) {
    case 'offline':
      throw new TypeError('Failed to fetch');
    case 'silent':
      return new Promise((_, fail) => signal.addEventListener('abort', () => fail(signal.reason)));
    case 'unreadable':
      return new Response('<p>Plain English of a server</p>', { headers: { 'content-type': 'text/html' } });
    case 'without':
      return Response.json({ detail: 'Not Found' }, { status: 404 });
  }
}

/** Ways in which a service fails. The client asks again by itself only where the answer does not say that it shall wait a minute. */
export const FAULTS = {
  offline: { fault: 'offline' },
  timeout: { code: 'request_timeout', status: 408, retryAfter: 60 },
  'rate-limited': { code: 'rate_limited', status: 429, retryAfter: 60 },
  server: { code: 'internal', status: 500, retryAfter: 60 },
  unreadable: { fault: 'unreadable' },
  forbidden: { code: 'forbidden', status: 403 },
  unsupported: { fault: 'without' },
} as const;

/** One element after another in one language, and what was seen in it that is from no table or bursts its box. */
export class Walk {
  /** What the server said and what people typed. */
  readonly data = new Set(['Eva Marsh', 'eva@example.com', 'Write to Ana', 'name@example.com']);
  readonly found: string[] = [];
  refuse: Refusal | undefined;
  element = document.createElement('div') as HTMLElement;

  constructor(
    readonly language: Language,
    readonly mock: MockServer = createMockServer({ clock: '2025-11-05T10:30:00Z' }),
  ) {}

  readonly fetch = async (request: Request): Promise<Response> => {
    if (this.refuse?.path.test(nameOf(request))) return answerOf(this.refuse, request.signal);
    const response = await this.mock.fetch(request);
    if (response.ok && response.headers.get('content-type')?.includes('json')) this.note(await response.clone().json());
    return response;
  };

  private note(value: unknown): void {
    if (typeof value === 'string' && value.length > 1) this.data.add(value);
    if (value && typeof value === 'object') for (const inner of Object.values(value)) this.note(inner);
  }

  async signIn(email: string): Promise<void> {
    await sharedClient({ api, fetch: this.fetch }).signIn.logIn({ email, password: 'password123' });
  }

  async open<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, set: Readonly<Record<string, unknown>> = {}) {
    const box = await fixture<HTMLElement>(html`<div style="width: 304px"></div>`);
    const element = document.createElement(tag);
    Object.assign(element, {
      api,
      locale: this.language.tag,
      timeZone: 'Europe/Athens',
      fetch: this.fetch,
      now: () => this.mock.clock.now(),
      ...set,
    });
    this.element = element;
    box.append(element);
    return element;
  }

  /** Looks at the state that is on show. */
  look(state: string): void {
    const name = `${this.element.localName}, ${state}`;
    const words = wordsOf(this.element);
    for (const text of namesOf(words)) textsShown.add(text);
    for (const text of this.language.strange(words, this.data)) this.found.push(`${name}: ${text}`);
    for (const size of this.language.sizes) {
      if (size !== 1) this.element.style.setProperty('--cb-font-size', `${15 * size}px`);
      const at = `${name}, at 320 px and ${size * 100} %`;
      for (const text of bursting(this.element)) this.found.push(`${at}, ${text}`);
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth > clientWidth)
        this.found.push(`${at}, the page scrolls sideways by ${scrollWidth - clientWidth} px`);
      this.element.style.removeProperty('--cb-font-size');
    }
  }

  /** Presses what is found first at any depth, and waits for what it brings. */
  async press(selector: string, then: string): Promise<void> {
    (await seen(this.element, selector)).click();
    await seen(this.element, then);
  }

  /** The first match on show at any depth. */
  seen<E extends HTMLElement = HTMLElement>(selector: string): Promise<E> {
    return seen<E>(this.element, selector);
  }

  /** What matches inside an element, shown or not. */
  async there<E extends HTMLElement = HTMLElement>(host: string, selector: string): Promise<E> {
    const root = () => find(this.root, host)?.shadowRoot;
    await waitUntil(() => root()?.querySelector(selector), `${selector} in ${host}`, WAIT);
    return root()?.querySelector(selector) as E;
  }

  /** Looks at the state while the request of a press is on its way; `path`: that request. */
  async lookWhileSending(path: RegExp, selector: string, state: string): Promise<void> {
    this.refuse = { path, fault: 'silent' };
    (await this.seen(selector)).click();
    await this.drawn();
    this.look(state);
    this.refuse = undefined;
  }

  /** Waits until nothing matches at any depth. */
  async gone(selector: string): Promise<void> {
    await waitUntil(() => !find(this.root, selector), `${selector} is gone`, WAIT);
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot as ShadowRoot;
  }

  /** The words of the first match; empty while there is none. */
  wordsAt(selector: string): string {
    return find(this.root, selector)?.textContent?.trim() ?? '';
  }

  /** Does `act` and waits until the words of the first match are others. */
  async untilOther(selector: string, act: () => unknown): Promise<void> {
    const before = this.wordsAt(selector);
    await act();
    const isOther = () => this.wordsAt(selector) !== before && this.wordsAt(selector) !== '';
    await waitUntil(isOther, `other words at ${selector} than “${before}”`, WAIT);
  }

  /** Fills a field the way a person does: text, then leaving it. */
  async fill(selector: string, text: string): Promise<void> {
    const field = await seen<HTMLInputElement>(this.element, selector);
    type(field, text);
    field.dispatchEvent(new Event('change', { bubbles: true }));
    this.data.add(text);
    await this.drawn();
  }

  /** Waits until all elements inside are drawn. */
  async drawn(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) await new Promise((done) => requestAnimationFrame(done));
  }

  /**
   * What stands in place of an element's content: the service fails in each of its ways (with the made-up texts; in other languages in
   * one), the sign-in has ended, no answer has come yet, nobody is signed in, and, for developers, the service has no address.
   */
  async lookWithoutContent(tag: keyof HTMLElementTagNameMap, { as, path, failure, set = {} }: Content): Promise<void> {
    const again = new RegExp(`${path.source}|^POST /auth/(refresh|logout)`);
    const failing = {
      unreadable: { path, ...FAULTS.unreadable },
      'no answer yet': { path, fault: 'silent' },
      ...(this.language.isPattern && {
        ...Object.fromEntries(Object.entries(FAULTS).map(([name, refusal]) => [name, { path, ...refusal }])),
        ...(as && { 'the sign-in has ended': { path: again, code: 'token_expired', status: 401 } }),
      }),
    } as Readonly<Record<string, Refusal>>;
    const opened = Object.entries(failing).map(async ([name, refusal]) => {
      let isFailing = false;
      // A function of its own for each, so that each has a client of its own.
      const fetch = async (request: Request) =>
        isFailing && refusal.path.test(nameOf(request)) ? answerOf(refusal, request.signal) : this.fetch(request);
      if (as) await sharedClient({ api, fetch }).signIn.logIn({ email: as, password: 'password123' });
      isFailing = true;
      return { name, element: await this.open(tag, { ...set, fetch }) };
    });
    for (const { name, element } of await Promise.all(opened)) {
      this.element = element;
      if (name !== 'no answer yet') await this.seen(`${failure}, cb-sign-in`);
      this.look(name);
      element.remove();
    }
    if (as) {
      await this.open(tag, { ...set, fetch: async (request: Request) => this.fetch(request) });
      await this.seen('cb-sign-in');
      this.look('signed out');
    }
    await this.open(tag, { ...set, api: '' });
    await this.seen('.developer');
    this.look('without an address');
  }
}

/** An element's content: whose it is, the requests that read it, and what is there once it could not be read. */
interface Content {
  /** The e-mail address of the account; empty for content that anybody may see. */
  readonly as: string;
  readonly path: RegExp;
  readonly failure: string;
  readonly set?: Readonly<Record<string, unknown>>;
}

/** `GET /coaches`. */
const nameOf = ({ method, url }: Request) => `${method} ${new URL(url).pathname}`;
