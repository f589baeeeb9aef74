import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { treeOf } from '../page-tree.ts';

/** Measures of what axe does not look at; each lists what it finds fault with, a line each. */

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Waits until no transition or animation with an end runs: colours and places are read at rest. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    // `getAnimations` of a document leaves out what is inside shadow roots.
    const moving = (root: Document | ShadowRoot): boolean =>
      root
        .getAnimations()
        .some(
          ({ playState, effect, timeline }) =>
            playState === 'running' && effect?.getTiming().iterations !== Infinity && timeline === document.timeline,
        ) || [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot && moving(shadowRoot));
    return !moving(document);
  });
}

/**
 * What axe finds, with the rules that are off by default and belong to WCAG 2.2 AA: 2.5.8 target size, 2.5.3 label in name.
 */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  await atRest(page);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    const { violations } = await axe.run({
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } },
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`).join('\n')}`,
    );
  });
}

/**
 * Text that cannot be read whole: outside the page at the left or right (1.4.10), or cut by a box that neither shows nor scrolls what
 * leaves it (1.4.4, 1.4.12). A line for each, and one where the page itself scrolls sideways.
 */
export async function cutTexts(page: Page): Promise<readonly string[]> {
  await atRest(page);
  return page.evaluate(
    ({ parentOf }) => {
      const TOLERANCE = 1.5;
      const found = new Set<string>();
      const scroller = document.scrollingElement as Element;
      if (scroller.scrollWidth > scroller.clientWidth + 1)
        found.add(`the page is ${scroller.scrollWidth} px wide on a screen of ${scroller.clientWidth} px`);
      const texts = (root: Node): Text[] =>
        [...root.childNodes].flatMap((node) => {
          if (node instanceof Text) return node.data.trim() ? [node] : [];
          if (!(node instanceof Element) || node.matches('script, style, template, option, title')) return [];
          return [...texts(node), ...(node.shadowRoot ? texts(node.shadowRoot) : [])];
        });
      const isHidden = (element: Element | null): boolean =>
        element !== null &&
        (element.matches('.visually-hidden, .skip, [inert], .width') ||
          element.getBoundingClientRect().width < 2 ||
          // Heard and not seen, at any zoom.
          getComputedStyle(element).clipPath === 'inset(50%)' ||
          isHidden(parentOf(element)));
      for (const text of texts(document.body)) {
        const around = parentOf(text);
        if (!around?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || isHidden(around)) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const box of range.getClientRects()) {
          if (box.width < 1 || box.height < 1) continue;
          const words = text.data.replace(/\s+/g, ' ').trim().slice(0, 50);
          let scrolls = false;
          for (let outer: Element | null = around; outer && outer !== document.body; outer = parentOf(outer)) {
            const { overflowX, overflowY, display, position, webkitLineClamp } = getComputedStyle(outer);
            // A beginning that ends in an ellipsis, with the whole behind a press.
            if (webkitLineClamp !== 'none') break;
            if (display === 'contents' || display.startsWith('inline')) continue;
            const edge = outer.getBoundingClientRect();
            const canScrollX = /auto|scroll/.test(overflowX);
            if (canScrollX && outer.scrollWidth > outer.clientWidth + 1) scrolls = true;
            const beyondX = box.left < edge.left - TOLERANCE || box.right > edge.right + TOLERANCE;
            const beyondY = box.top < edge.top - 4 || box.bottom > edge.bottom + 4;
            const cutX = /hidden|clip/.test(overflowX) && beyondX && !scrolls;
            const cutY =
              /hidden|clip/.test(overflowY) &&
              beyondY &&
              !(outer.scrollHeight > outer.clientHeight && /auto|scroll/.test(overflowY));
            if ((cutX || cutY) && !scrolls) found.add(`“${words}” is cut by ${outer.localName}.${outer.className}`);
            if (/auto|scroll/.test(overflowY) && outer.scrollHeight > outer.clientHeight + 1) scrolls = true;
            if (position === 'fixed') break;
          }
          if (!scrolls && (box.left < -TOLERANCE || box.right > innerWidth + TOLERANCE))
            found.add(`“${words}” leaves the screen`);
        }
      }
      return [...found];
    },
    await treeOf(page),
  );
}

/** Texts of which one is written over another: boxes of letters that share more than a few pixels, a line for each pair. */
export async function overlaps(page: Page): Promise<readonly string[]> {
  await atRest(page);
  return page.evaluate(
    ({ parentOf, uppermostAt, holds }) => {
      const texts = (root: Node): Text[] =>
        [...root.childNodes].flatMap((node) => {
          if (node instanceof Text) return node.data.trim() ? [node] : [];
          if (!(node instanceof Element) || node.matches('script, style, template, option, title, .visually-hidden'))
            return [];
          return [...texts(node), ...(node.shadowRoot ? texts(node.shadowRoot) : [])];
        });
      const shown = texts(document.body).flatMap((text) => {
        const around = parentOf(text);
        if (!around?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
        const range = document.createRange();
        range.selectNodeContents(text);
        return [...range.getClientRects()].map(({ left, right, top, bottom, width, height }) => ({
          text,
          around,
          // Lines of one text may touch: ascenders and descenders are left out.
          ...{ left, right, top: top + height / 4, bottom: bottom - height / 4, width },
        }));
      });
      // Texts under a popover or a bar are hidden by it, not written over.
      const onTop = shown.filter(({ around, left, right, top, bottom, width }) => {
        const hit = uppermostAt((left + right) / 2, (top + bottom) / 2);
        return width > 2 && (hit === null || holds(around, hit) || holds(hit, around));
      });
      const found = new Set<string>();
      for (const [index, one] of onTop.entries()) {
        for (const other of onTop.slice(index + 1)) {
          if (one.text === other.text) continue;
          const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
          const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
          if (across > 3 && down > 2)
            found.add(`“${one.text.data.trim().slice(0, 40)}” lies over “${other.text.data.trim().slice(0, 40)}”`);
        }
      }
      return [...found];
    },
    await treeOf(page),
  );
}

const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** Runs `measure` while the page has the text spacing of 1.4.12, in every shadow root as a user style sheet would. */
export async function withTextSpacing<Found>(page: Page, measure: () => Promise<Found>): Promise<Found> {
  const set = (css: string) =>
    page.evaluate((text) => {
      const state = globalThis as unknown as { spacing?: CSSStyleSheet };
      state.spacing ??= new CSSStyleSheet();
      state.spacing.replaceSync(text);
      const { spacing } = state;
      const roots = (root: Document | ShadowRoot): void => {
        if (!root.adoptedStyleSheets.includes(spacing)) root.adoptedStyleSheets.push(spacing);
        for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots(shadowRoot);
      };
      roots(document);
    }, css);
  await set(SPACING);
  try {
    return await measure();
  } finally {
    await set('');
  }
}

/** What the keyboard met on its way through the page. */
export interface KeyboardWalk {
  /** Controls that a press of Tab, or an arrow key inside a grid, a list or a group, never reached (2.1.1). */
  readonly missed: readonly string[];
  /** True when Tab went past the last control of the page, or of the modal dialog that is open (2.1.2). */
  readonly leaves: boolean;
  /** Focus that was hidden entirely by something that lies over it (2.4.11). */
  readonly obscured: readonly string[];
  /** Controls without a visible mark of the focus (2.4.7). */
  readonly unmarked: readonly string[];
}

const MOST_PRESSES = 400;

/**
 * Presses Tab from the start of the page to its end, or through the modal dialog that is open. It stops at a mark after the last control:
 * one step on, Firefox has the focus in its own bars, and no driver brings it back into the page.
 */
export async function walkByKeyboard(page: Page): Promise<KeyboardWalk> {
  await atRest(page);
  const tree = await treeOf(page);
  const walk = await page.evaluateHandle(({ within, holds, isInert }) => {
    const modal = within(document).find((element) => element.matches('dialog:modal'));
    // The next Tab goes to what follows the place of an element that had the focus and was taken out.
    // An open popover has the focus: the walk begins in it and goes on to what follows.
    const popover = within(document).find((element) => element.matches('[popover]:popover-open'));
    const end = document.createElement('span');
    end.tabIndex = 0;
    if (!popover) {
      const start = document.createElement('span');
      start.tabIndex = -1;
      (modal ?? document.body).prepend(start);
      start.focus();
      start.remove();
    }
    const controls = within(document.body).filter((element) => {
      if (popover) return false;
      if (
        !element.matches('a[href], button, input, select, textarea, summary, [tabindex="0"]') ||
        element.matches(':disabled')
      )
        return false;
      if (!element.checkVisibility({ visibilityProperty: true }) || isInert(element)) return false;
      if (modal && !holds(modal, element)) return false;
      if (element.matches('[aria-disabled="true"], input[type="radio"]:not(:checked), input[type="hidden"]'))
        return false;
      // Reached by arrow keys within the one stop of its composite (APG, roving tabindex).
      return element.tabIndex >= 0;
    });
    (modal ?? document.body).append(end);
    return { controls, end, seen: new Set<Element>(), obscured: [] as string[], unmarked: [] as string[] };
  }, tree);
  const step = () =>
    page.evaluate(
      ({ tree: { focused, holds, nameOf, uppermostAt }, walk: { end, seen, obscured, unmarked } }) => {
        const active = focused();
        if (active === end) return 'end';
        if (!active || active === document.body) return 'nowhere';
        if (seen.has(active)) return 'again';
        seen.add(active);
        const box = active.getBoundingClientRect();
        const parts = [0.05, 0.5, 0.95];
        const shown = parts.some((x) =>
          parts.some((y) => {
            const hit = uppermostAt(box.left + box.width * x, box.top + box.height * y);
            return hit !== null && (holds(active, hit) || hit.matches('label, label *'));
          }),
        );
        if (!shown && box.width > 1) obscured.push(nameOf(active));
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(active);
        const isMarked = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
        if (!isMarked && !active.matches('iframe')) unmarked.push(nameOf(active));
        return 'on';
      },
      { tree, walk },
    );
  let leaves = false;
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    await page.keyboard.press('Tab');
    const at = await step();
    leaves = at === 'end';
    if (leaves || at === 'again') break;
  }
  const found = await page.evaluate(
    ({ tree: { nameOf }, walk: { controls, end, seen, obscured, unmarked } }) => {
      end.remove();
      const missed = controls.filter((control) => control.isConnected && !seen.has(control)).map(nameOf);
      return { missed, obscured, unmarked };
    },
    { tree, walk },
  );
  return { ...found, leaves };
}
