import { fixture, html } from '@open-wc/testing';
import type { ErrorCode } from '../../../src/contract/problem.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { createMockServer, type MockServer } from '../../../src/mock/index.ts';
import { seen } from '../booking/booking-scene.ts';
import { bursting, wordsOf } from './words-on-show.ts';

export const api = 'https://api.example.com';

/** What a walk looks for, in one language. */
export interface Language {
  readonly tag: string;
  /** Texts that are from no table, or from that of another language; `data` is what the server said and people typed. */
  readonly strange: (words: readonly string[], data: ReadonlySet<string>) => readonly string[];
  /** Sizes of the text, each with which all boxes are looked at: 1 is the usual one. */
  readonly sizes: readonly number[];
}

/** One element after another in one language, and what was seen in it that is from no table or bursts its box. */
export class Walk {
  /** What the server said and what people typed. */
  readonly data = new Set(['Eva Marsh', 'eva@example.com', 'Write to Ana', 'name@example.com']);
  readonly found: string[] = [];
  refuse:
    | { readonly path: RegExp; readonly code: ErrorCode; readonly status: number; readonly field?: string }
    | undefined;
  element = document.createElement('div') as HTMLElement;

  constructor(
    private readonly language: Language,
    readonly mock: MockServer = createMockServer({ clock: '2025-11-05T10:30:00Z' }),
  ) {}

  readonly fetch = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (this.refuse?.path.test(`${request.method} ${pathname}`)) {
      const { code, status, field } = this.refuse;
      const errors = field ? [{ field, message: 'must be plain English' }] : undefined;
      return Response.json({ title: 'Refused', status, detail: 'Plain English of a server', code, errors }, { status });
    }
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
    for (const text of this.language.strange(wordsOf(this.element), this.data)) this.found.push(`${name}: ${text}`);
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
}
