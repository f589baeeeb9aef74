import type { Page } from 'playwright-core';
import { treeOf } from './page-tree.ts';

/**
 * Gives the focus to every control on show in the page and its shadow roots, and lists those whose ring is cut off: by a box that
 * clips what leaves it, or by something that lies over the control. Each line names the control and what is in the way.
 */
export async function cutRings(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    async ({ within, parentOf, holds, isInert, uppermostAt, nameOf }) => {
      const TOLERANCE = 0.6;
      const CONTROLS = 'a[href], button:not(:disabled), input, select, textarea, summary, [tabindex="0"]';
      const cut: string[] = [];
      let looked = 0;
      for (const control of within(document.body).filter((element) => element.matches(CONTROLS))) {
        if (!control.checkVisibility({ visibilityProperty: true }) || isInert(control)) continue;
        const { width, height } = control.getBoundingClientRect();
        // Hidden for the eye until it has the focus, or drawn by its label.
        if (width < 2 || height < 2) continue;
        control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        (control as HTMLElement & { focus(options: FocusOptions & { focusVisible?: boolean }): void }).focus({
          preventScroll: true,
          focusVisible: true,
        });
        if (!control.matches(':focus')) continue;
        looked += 1;
        const style = getComputedStyle(control);
        if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) === 0) {
          if (style.boxShadow === 'none') cut.push(`${nameOf(control)} has no ring`);
          continue;
        }
        const reach = Number.parseFloat(style.outlineWidth) + Number.parseFloat(style.outlineOffset);
        const box = control.getBoundingClientRect();
        const ring = {
          left: box.left - reach,
          right: box.right + reach,
          top: box.top - reach,
          bottom: box.bottom + reach,
        };
        for (let around = parentOf(control); around && around !== document.body; around = parentOf(around)) {
          const { overflowX, overflowY, position, display } = getComputedStyle(around);
          if (display === 'contents') continue;
          const edge = around.getBoundingClientRect();
          const cutX =
            overflowX !== 'visible' && (ring.left < edge.left - TOLERANCE || ring.right > edge.right + TOLERANCE);
          const cutY =
            overflowY !== 'visible' && (ring.top < edge.top - TOLERANCE || ring.bottom > edge.bottom + TOLERANCE);
          if (cutX || cutY) cut.push(`${nameOf(control)} is cut by ${nameOf(around)}`);
          if (position === 'fixed') break;
        }
        const middle = uppermostAt((box.left + box.right) / 2, (box.top + box.bottom) / 2);
        if (middle && !holds(control, middle) && !holds(middle, control) && !middle.matches('label, label *'))
          cut.push(`${nameOf(control)} lies under ${nameOf(middle)}`);
      }
      if (looked === 0) throw new Error('no control took the focus');
      return [...new Set(cut)];
    },
    await treeOf(page),
  );
}
