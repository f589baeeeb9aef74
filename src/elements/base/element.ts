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

/** Some systems report tags that `Intl` throws on, such as `en-US@posix`. */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag || []).length > 0;
  } catch {
    return false;
  }
}
