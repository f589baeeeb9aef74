import type { LitElementRenderer, RenderInfo } from '@lit-labs/ssr';
import type { CSSResultOrNative, LitElement } from 'lit';
import { choiceStyles } from '../elements/styles/choices.ts';
import { drawnTag, type Fate, styleSheets } from './drawn-styles.ts';
import { escapeText } from './escape-text.ts';

type Ssr = typeof import('@lit-labs/ssr');
type Renderer = RenderInfo['elementRenderers'][number];

/** The inputs of the renderer of one page. */
export interface Scene {
  readonly locale: string;
  readonly nonce: string | undefined;
  /** Gives an element what the elements around it give it in a browser. Called before it is drawn. */
  readonly prepare: (element: LitElement) => void;
  /** The address behind each button of an element; undefined where there is none. */
  readonly linksOf: (element: LitElement) => ButtonLinks;
  /** Draws another content into an element than its own; undefined for its own. */
  readonly contentOf: (element: LitElement) => unknown;
  /** What becomes of an element once a script defines it. */
  readonly fateOf: (element: LitElement) => Fate;
  /** Changes the finished markup of an element. */
  readonly finish: (element: LitElement, markup: string) => string;
}

/** A button that sends the element's form with this value. */
interface Choice {
  readonly name: string;
  readonly value: string;
}

/** Gives the address behind a button, from its attributes and its place among the buttons. */
export type ButtonLinks = (attributes: string, index: number) => string | Choice | undefined;

/** Elements that do nothing before a script runs: they are left out. */
const WITHOUT_DRAWING =
  /^cb-(live-times|week-strip|time-zone-list|visitor-calendar|mail-note|add-to-calendar|consent)$/;

/** A renderer for the elements of one page. */
export function rendererFor(ssr: Ssr, scene: Scene): Renderer {
  const { LitElementRenderer: Base } = ssr as { readonly LitElementRenderer: typeof LitElementRenderer };
  // As `elements/base/element.ts` reads it: shared, the expression would cost every visitor some fifty bytes.
  const direction = /Arab|Hebr/.test(new Intl.Locale(scene.locale).maximize().script ?? '') ? 'rtl' : 'ltr';
  return class DrawnElement extends Base {
    static override matchesClass(_: unknown, tag = ''): boolean {
      return !WITHOUT_DRAWING.test(tag);
    }

    override connectedCallback(): void {
      scene.prepare(this.element);
      if (scene.contentOf(this.element) === undefined) super.connectedCallback();
    }

    override renderShadow(info: RenderInfo) {
      const { element } = this;
      const { elementStyles } = element.constructor as unknown as {
        readonly elementStyles: readonly CSSResultOrNative[];
      };
      const content = scene.contentOf(element) ?? (element as unknown as { render(): unknown }).render();
      const drawn = collect(ssr, content, info);
      const markup = scene.finish(element, withLinks(drawn, scene.linksOf(element)));
      return [
        // In a browser, the questions bring their styles along.
        styleSheets(
          element.localName === 'cb-booking-form' ? [...elementStyles, choiceStyles] : elementStyles,
          scene.nonce,
          scene.fateOf(element),
        ),
        `<div class="width drawn"></div><div class="inner drawn" lang="${escapeText(scene.locale)}" dir="${direction}">`,
        markup,
        '</div>',
      ];
    }
  };
}

/** Markup of a template, without the comments by which Lit finds its parts: this markup is replaced as a whole. */
export function collect(ssr: Ssr, content: unknown, info: Partial<RenderInfo>): string {
  const parts: string[] = [];
  for (const part of ssr.render(content, info)) {
    if (typeof part !== 'string') throw new TypeError('A server draws at once: no part of it may be a promise.');
    parts.push(part);
  }
  return parts
    .join('')
    .replace(/<!--[\s\S]*?-->|<\?>/g, '')
    .replace(/<[a-z][^<>]*>/g, (tag) =>
      tag
        .replace(/\s+/g, ' ')
        .replace(/ (?:defer-hydration|shadowroot="open")(?=[ >])/g, '')
        .replace(/ (?=>$)/, ''),
    );
}

/** The elements inside get their drawn names. */
export const withDrawnTags = (markup: string): string =>
  markup.replace(/(<\/?)(cb-[a-z-]+)/g, (_, open: string, tag: string) => open + drawnTag(tag));

const BUTTON = /<button\b([^>]*)>([\s\S]*?)<\/button>/g;

/** Attributes that links must not have: a button is pressed, opens something, or is reached by arrow keys. */
const OF_BUTTONS =
  /\s(?:type|tabindex|aria-pressed|aria-haspopup|aria-expanded|aria-busy|aria-disabled|aria-checked|role)="[^"]*"/g;

/** Links in place of buttons: without a script a button outside of a form does nothing. Submit buttons have no type, and stay. */
function withLinks(markup: string, linkOf: ButtonLinks): string {
  let index = -1;
  return markup.replace(BUTTON, (button, attributes: string, content: string) => {
    if (!/\stype="button"/.test(attributes)) return button;
    index += 1;
    const address = linkOf(attributes, index);
    if (typeof address === 'object') {
      const choice = ` form="form" name="${escapeText(address.name)}" value="${escapeText(address.value)}"`;
      return `<button${attributes.replace(/\stype="button"/, choice)}>${content}</button>`;
    }
    const chosen = /aria-(?:pressed|checked)="true"/.test(attributes) && !attributes.includes('aria-current');
    const rest =
      attributes.replace(OF_BUTTONS, '').replace(/\s+/g, ' ').trimEnd() + (chosen ? ' aria-current="true"' : '');
    return address === undefined
      ? `<a${rest} role="link" aria-disabled="true">${content}</a>`
      : `<a${rest} href="${escapeText(address)}">${content}</a>`;
  });
}
