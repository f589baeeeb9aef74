import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { hasTexts, messagesFor } from '../i18n/locales.ts';
import type { Messages } from '../i18n/messages.ts';
import { PageFunctions } from './page-function.ts';
import { type ElementClass, registerParts } from './register.ts';

/** What every `cb-*` element has: a language, and texts in it. */
export abstract class CbElement extends LitElement {
  /** BCP 47 language tag for texts, dates and numbers; the nearest `lang` on the page when left out. */
  @property() locale = '';

  /** The inner root: see `createRenderRoot`. */
  declare readonly renderRoot: HTMLElement;
  /** `en-FR` where there are no texts in the page's language. */
  private english = '';
  private readonly pageLanguage = new MutationObserver(() => this.requestUpdate());
  private readonly functions = new PageFunctions();

  /** The language in force. */
  protected get language(): string {
    return isLanguage(this.locale) ? this.locale : this.english || this.languageAround;
  }

  override connectedCallback(): void {
    // Defined by the page itself, without `register`: the parts are missing still.
    registerParts(this.constructor as ElementClass);
    super.connectedCallback();
    this.markLanguage();
    // Put back after it was taken out: what was closed then is opened again.
    if (this.hasUpdated) this.requestUpdate();
    // Translators of pages change it while somebody reads.
    for (const type of KEYS) this.addEventListener(type, keepTyping);
    this.pageLanguage.observe(document.documentElement, { attributeFilter: ['lang'] });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pageLanguage.disconnect();
  }

  protected override performUpdate(): void {
    this.markLanguage();
    super.performUpdate();
  }

  /**
   * Where there are no texts in the page's language all is English, dates as well, and says so: a sentence in two languages is
   * read aloud in the wrong one, and runs in the wrong direction. Said on the inner root: attributes of the element itself belong to
   * the page, and a framework that takes over a page made on a server compares them.
   */
  private markLanguage(): void {
    if (this.locale) return;
    const around = this.languageAround;
    const english = hasTexts(around) ? '' : `en-${new Intl.Locale(around).maximize().region}`;
    if (english === this.english) return;
    this.english = english;
    const { renderRoot } = this;
    renderRoot.dir = english && 'ltr';
    if (english) renderRoot.lang = english;
    else renderRoot.removeAttribute('lang');
  }

  /** One function for all of the element's life, which calls the one that the property `name` holds (`given`). */
  protected steady<Given extends (...values: never[]) => unknown>(
    name: string,
    given: Given | undefined,
  ): Given | undefined {
    return this.functions.steady(name, given);
  }

  /**
   * The template stands in an inner root: the page's style sheet reaches the host, by its tag or by `*`, but not what is inside it.
   * Beside it stands what gives an element a width where a layout asks for one (`.width` in the element's styles).
   */
  protected override createRenderRoot(): HTMLElement {
    const shadow = super.createRenderRoot();
    const width = document.createElement('div');
    const inner = document.createElement('div');
    width.className = 'width';
    inner.className = 'inner';
    this.renderOptions.renderBefore = null;
    shadow.append(width, inner);
    registerTextSize();
    return inner;
  }

  protected messages<G extends keyof Messages>(group: G, english: Messages[G]): Messages[G] {
    return messagesFor(group, english, this.language);
  }

  /** The page's language where the element stands, else the browser's. */
  private get languageAround(): string {
    return [this.closestLang(), globalThis.navigator?.language ?? ''].find(isLanguage) ?? 'en';
  }

  /** `lang` is inherited through shadow roots, `closest` is not. */
  private closestLang(): string {
    let element: Element | null = this;
    while (element) {
      const found: Element | null = element.closest('[lang]');
      if (found) return found.getAttribute('lang') ?? '';
      element = hostOf(element);
    }
    return '';
  }
}

const KEYS = ['keydown', 'keypress', 'keyup'] as const;

/** Keys with which one leaves a text field. */
const LEAVING = /^(Escape|Tab)$/;

/**
 * Keeps what is typed into a field from the page: outside, the event's target is the element, and a page's shortcuts of one letter
 * would answer. Keys with Control or Meta, and those that lead out of the field, pass.
 */
function keepTyping(event: KeyboardEvent): void {
  const [field] = event.composedPath();
  const host = event.currentTarget;
  if (!(field instanceof HTMLElement) || !(host instanceof HTMLElement) || hostOf(host) instanceof CbElement) return;
  const typed = field.matches('input:not([type=radio], [type=checkbox]), textarea, select');
  // A field that the page itself put into a slot is the page's.
  const own = field.getRootNode() !== host.getRootNode();
  if (typed && own && !event.ctrlKey && !event.metaKey && !LEAVING.test(event.key)) event.stopPropagation();
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

let registered = false;

/**
 * Makes the text size a length where it is set (`styles/tokens.ts`): as plain text, `0.9375em` would be worked out anew, and smaller,
 * in each element inside another.
 */
function registerTextSize(): void {
  if (registered) return;
  registered = true;
  try {
    CSS.registerProperty({ name: '--_cb-size', syntax: '<length>', inherits: true, initialValue: '15px' });
  } catch {
    // Registered by another copy of the script on this page.
  }
}

/** Some systems report tags that `Intl` throws on, such as `en-US@posix`. */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag || []).length > 0;
  } catch {
    return false;
  }
}
