import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { messagesFor } from './i18n/locales.ts';
import type { Messages } from './i18n/messages.ts';

/** What every `cb-*` element has: a language, and texts in it. */
export abstract class CbElement extends LitElement {
  /** BCP 47 language tag for texts, dates and numbers; the nearest `lang` on the page when left out. */
  @property() locale = '';

  /** The language in force. */
  protected get language(): string {
    const wishes = [this.locale, this.closestLang(), globalThis.navigator?.language ?? ''];
    return wishes.find(isLanguage) ?? 'en';
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
