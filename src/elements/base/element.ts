import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { remember } from '../../domain/time/remember.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { hasTexts, loadTexts, messagesFor, readers } from '../i18n/locales.ts';
import type { Messages } from '../i18n/messages.ts';
import { PageFunctions } from './page-function.ts';
import { type ElementClass, registerParts } from './register.ts';

/** The base of every `cb-*` element: its language, and the texts in it. */
export abstract class CbElement extends LitElement {
  /** BCP 47 language tag for texts, dates and numbers; the nearest `lang` on the page when left out. */
  @property() locale = '';
  /**
   * The level that a heading of level 2 gets; those below it move along. `<cb-booking>` and the coach's elements begin at 2, steps and
   * lists used alone at 3. Elements inside follow the outermost. Read when a heading is first drawn.
   */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel?: number;

  /** The inner root: see `createRenderRoot`. */
  declare readonly renderRoot: HTMLElement;
  private languageDrawn = '';
  /** The language, and that of the page, for which the inner root is marked; see `markLanguage`. */
  private marked = '';
  private readonly redraw = () => this.requestUpdate();
  private readonly pageLanguage = new MutationObserver(this.redraw);
  private readonly functions = new PageFunctions();

  /** The present language. */
  protected get language(): string {
    return this.languageDrawn || this.findLanguage();
  }

  /** The language that the page asks for by the element's attribute or an element around it; empty when it asks for none. */
  protected get localeGiven(): string {
    return this.locale;
  }

  /** The parts of a language that the element draws from; it is drawn once they are there. */
  protected get textParts(): readonly TextPart[] {
    return ['journey'];
  }

  private get languageAsked(): string {
    return isLanguage(this.localeGiven) ? this.localeGiven : this.languageAround;
  }

  /** The asked language; English of its region when there are no texts in it: `en-FR`. */
  private findLanguage(): string {
    const asked = this.languageAsked;
    return hasTexts(asked) ? asked : `en-${new Intl.Locale(asked).maximize().region}`;
  }

  override connectedCallback(): void {
    // The page defined the class itself, without `register`: define its parts now.
    registerParts(this.constructor as ElementClass);
    super.connectedCallback();
    // Inserted again after a removal: the update opens again what the removal closed.
    if (this.hasUpdated) this.requestUpdate();
    for (const type of KEYS) this.addEventListener(type, keepTyping);
    // Page translators change `lang` while the page is open.
    this.pageLanguage.observe(document.documentElement, { attributeFilter: ['lang'] });
    readers.add(this.redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pageLanguage.disconnect();
    readers.delete(this.redraw);
  }

  /** Waits for the texts: nobody reads a sentence in another language first. */
  protected override scheduleUpdate() {
    const texts = loadTexts(this.languageAsked, this.textParts);
    return texts ? texts.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  protected override performUpdate(): void {
    // Found once for each update: the month reads it for each of its days.
    this.languageDrawn = this.findLanguage();
    this.markLanguage();
    super.performUpdate();
    this.languageDrawn = '';
    const { headingShift } = this;
    if (headingShift) {
      for (const heading of this.renderRoot.querySelectorAll(UNMOVED_HEADINGS))
        heading.ariaLevel = `${Number(heading.localName[1]) + headingShift}`;
    }
  }

  /** How many levels the headings stand below those of their tags. */
  protected get headingShift(): number {
    if (this.headingLevel) return this.headingLevel - 2;
    const host = hostOf(this);
    return host instanceof CbElement ? host.headingShift : 0;
  }

  /**
   * Texts, dates and numbers are all in one language, which is marked where it differs from the page's: a sentence in another
   * language is read aloud wrongly, and may run the other way. Marked on the inner root: attributes of the element itself belong to
   * the page, and a framework that hydrates a server-rendered page compares them. Elements inside find the mark and need none.
   */
  private markLanguage(): void {
    const { language, languageAround, renderRoot } = this;
    const mark = `${language} ${languageAround}`;
    if (mark === this.marked) return;
    this.marked = mark;
    const { language: own, script } = new Intl.Locale(language).maximize();
    const other = own !== new Intl.Locale(languageAround).language;
    renderRoot.dir = /Arab|Hebr/.test(script ?? '') ? 'rtl' : other ? 'ltr' : '';
    if (other) renderRoot.lang = language;
    else renderRoot.removeAttribute('lang');
  }

  /** One function for the element's whole life, which calls the present value (`given`) of the property `name`. */
  protected steady<Given extends (...values: never[]) => unknown>(
    name: string,
    given: Given | undefined,
  ): Given | undefined {
    return this.functions.steady(name, given);
  }

  /**
   * The template is drawn into an inner box: the page's style sheet can reach the host, by its tag or by `*`, but not this box.
   * Next to it is a box that gives the element a width where the layout needs one (`.width` in the element's styles).
   */
  protected override createRenderRoot(): HTMLElement {
    const shadow = super.createRenderRoot();
    const width = document.createElement('div');
    const inner = document.createElement('div');
    width.className = 'width';
    inner.className = 'inner';
    this.renderOptions.renderBefore = null;
    shadow.append(width, inner);
    registerInherited();
    return inner;
  }

  protected messages<G extends keyof Messages, N extends keyof Messages[G]>(
    group: G,
    english: Pick<Messages[G], N>,
  ): Pick<Messages[G], N> {
    return messagesFor(group, english, this.language);
  }

  /** The page's language at the element, else the browser's. */
  private get languageAround(): string {
    return [this.closestLang(), globalThis.navigator?.language ?? ''].find(isLanguage) ?? 'en';
  }

  /** `lang` is inherited through shadow roots, but `closest` does not cross them. */
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

/** Headings without a level of their own. */
const UNMOVED_HEADINGS = ':is(h2, h3, h4, h5):not([aria-level])';

const KEYS = ['keydown', 'keypress', 'keyup'] as const;

/** Keys that leave a text field. */
const LEAVING = /^(Escape|Tab)$/;

/**
 * Hides typing in a field from the page: outside, the event's target is the element, so one-letter shortcuts of the page would
 * react. Keys with Control or Meta, and those that leave the field, pass.
 */
function keepTyping(event: KeyboardEvent): void {
  const [field] = event.composedPath();
  const host = event.currentTarget;
  if (!(field instanceof HTMLElement) || !(host instanceof HTMLElement) || hostOf(host) instanceof CbElement) return;
  const typed = field.matches('input:not([type=radio], [type=checkbox]), textarea, select');
  // A field in a slot belongs to the page.
  const own = field.getRootNode() !== host.getRootNode();
  if (typed && own && !event.ctrlKey && !event.metaKey && !LEAVING.test(event.key)) event.stopPropagation();
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

let registered = false;

/**
 * Registers inherited custom properties with their types. As plain text, the text size `0.9375em` (`styles/tokens.ts`) would be
 * computed again, and become smaller, in each nested element, and the color of an open day (`month-grid.styles.ts`) in each day.
 */
function registerInherited(): void {
  if (registered) return;
  registered = true;
  try {
    CSS.registerProperty({ name: '--_cb-size', syntax: '<length>', inherits: true, initialValue: '15px' });
    CSS.registerProperty({ name: '--_cb-open', syntax: '<color>', inherits: true, initialValue: 'transparent' });
  } catch {
    // Already registered by another copy of the script on this page.
  }
}

/** Some systems report invalid tags such as `en-US@posix`, for which `Intl` throws. */
const isLanguage = remember(16, (tag): boolean => {
  try {
    return Intl.getCanonicalLocales(tag || []).length > 0;
  } catch {
    return false;
  }
});
