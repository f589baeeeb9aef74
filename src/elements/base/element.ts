import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { hasTexts, messagesFor } from '../i18n/locales.ts';
import type { Messages } from '../i18n/messages.ts';

/** What every `cb-*` element has: a language, and texts in it. */
export abstract class CbElement extends LitElement {
  /** BCP 47 language tag for texts, dates and numbers; the nearest `lang` on the page when left out. */
  @property() locale = '';

  /** The language in force. */
  protected get language(): string {
    const wishes = [this.locale, this.closestLang(), globalThis.navigator?.language ?? ''];
    return wishes.find(isLanguage) ?? 'en';
  }

  /**
   * Where there are no texts in the page's language all is English, dates as well, and says so: a sentence in two languages is
   * read aloud in the wrong one, and runs in the wrong direction.
   */
  override connectedCallback(): void {
    super.connectedCallback();
    const { language } = this;
    if (this.locale || hasTexts(language)) return;
    this.lang = `en-${new Intl.Locale(language).maximize().region}`;
    this.dir ||= 'ltr';
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

  /** `lang` is inherited through shadow roots, `closest` is not. */
  private closestLang(): string {
    let element: Element | null = this;
    while (element) {
      const found: Element | null = element.closest('[lang]');
      if (found) return found.getAttribute('lang') ?? '';
      const root: Node = element.getRootNode();
      element = root instanceof ShadowRoot ? root.host : null;
    }
    return '';
  }
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
