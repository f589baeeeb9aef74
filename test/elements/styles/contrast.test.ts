import { expect, fixture } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { register } from '../../../src/elements/base/register.ts';
import { CbMonthGrid } from '../../../src/elements/month-grid/month-grid.ts';
import { CbSlotList } from '../../../src/elements/slot-list/slot-list.ts';
import { choiceStyles } from '../../../src/elements/styles/choices.ts';
import { controls } from '../../../src/elements/styles/controls.ts';
import { formStyles } from '../../../src/elements/styles/form.ts';
import { tokens } from '../../../src/elements/styles/tokens.ts';
import { inside } from '../deep.ts';
import { itWhereEmulated } from '../engine.ts';
import { resetMedia, useScheme } from '../media.ts';

/** One of each thing that is drawn in the accent. */
class AccentProbe extends LitElement {
  static override styles = [tokens, controls, formStyles, choiceStyles];
  override render() {
    return html`
      <div id="surface" style="background: var(--_surface)"></div>
      <div id="tint" style="background: var(--_tint)"></div>
      <div id="strong" style="background: var(--_tint-strong)"></div>
      <button class="link" type="button">A link</button>
      <button class="primary" type="button">Book</button>
      <button class="secondary" type="button">Back</button>
      <button class="icon" type="button">On</button>
      <button class="icon" id="off" type="button" disabled>Off</button>
      <div id="focus" style="color: var(--_focus)"></div>
    `;
  }
}
register('cb-month-grid', CbMonthGrid);
register('cb-slot-list', CbSlotList);
customElements.define('accent-probe', AccentProbe);

const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
pen.canvas.width = pen.canvas.height = 1;

/** Relative luminance (WCAG 2.2, "relative luminance") of colours painted over each other, the lowest first. */
function luminance(...layers: readonly string[]): number {
  for (const layer of layers) {
    pen.fillStyle = layer;
    pen.fillRect(0, 0, 1, 1);
  }
  const [r = 0, g = 0, b = 0] = [...pen.getImageData(0, 0, 1, 1).data].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two luminances, 1 to 21. */
const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

/** 200 accents, the same each time, and the ones that are hardest. */
function accents(): readonly string[] {
  let seed = 7;
  const next = (): string => {
    seed = (seed * 16807) % 2147483647;
    return `#${(seed % 0x1000000).toString(16).padStart(6, '0')}`;
  };
  const hardest = ['#ffd400', '#0b1f4b', '#ff2d87', '#ffffff', '#000000', '#0000ff', '#00ff00', '#ffff00', '#16181d'];
  return [...hardest, ...Array.from({ length: 200 }, next)];
}

const colour = (element: Element, property: string): string => getComputedStyle(element).getPropertyValue(property);

for (const scheme of ['light', 'dark'] as const) {
  describe(`any accent in a ${scheme} scheme`, () => {
    before(() => useScheme(scheme));
    after(resetMedia);

    it('is read as text, seen as ring and edge, and told from the surface as a tint', async () => {
      const page = await fixture<HTMLElement>(html`
        <div>
          <accent-probe></accent-probe>
          <cb-month-grid
            locale="en-GB"
            month="2025-11"
            today="2025-11-05"
            selected="2025-11-19"
            .days=${new Map([
              ['2025-11-18', 4],
              ['2025-11-19', 2],
            ])}
          ></cb-month-grid>
          <cb-slot-list
            locale="en-GB"
            time-zone="Europe/Berlin"
            day="2025-11-18"
            .slots=${[{ start: '2025-11-18T09:00:00Z', end: '2025-11-18T10:00:00Z', duration_minutes: 60 }]}
          ></cb-slot-list>
        </div>
      `);
      const [probe, month, times] = [...page.children] as [AccentProbe, CbMonthGrid, CbSlotList];
      await Promise.all([probe.updateComplete, month.updateComplete, times.updateComplete]);
      // A fade that is under way would be measured half-way.
      for (const root of [probe, month, times]) {
        const still = new CSSStyleSheet();
        still.replaceSync('* { transition: none !important; }');
        root.shadowRoot?.adoptedStyleSheets.push(still);
      }
      const open = inside(month, '[data-date="2025-11-18"]');
      const chosen = inside(month, '[data-date="2025-11-19"]');
      const wrong: string[] = [];
      const hold = (accent: string, what: string, ratio: number, least: number): void => {
        if (ratio < least) wrong.push(`${accent} ${what}: ${ratio.toFixed(2)} < ${least}`);
      };
      for (const accent of accents()) {
        page.style.setProperty('--cb-accent', accent);
        const surface = luminance(colour(inside(probe, '#surface'), 'background-color'));
        const tint = luminance(colour(inside(probe, '#tint'), 'background-color'));
        const strong = luminance(colour(inside(probe, '#strong'), 'background-color'));
        const link = luminance(colour(inside(probe, '.link'), 'color'));
        const ring = luminance(colour(inside(probe, '#focus'), 'color'));
        const primary = inside(probe, '.primary');
        const fill = luminance(colour(primary, 'background-color'));
        const openDay = luminance(colour(open, 'background-color'));
        const shadow = /^(.+?\)) /.exec(colour(chosen, 'box-shadow'))?.[1] ?? '';
        hold(accent, 'link', contrast(link, surface), 4.5);
        hold(accent, 'link on a tint', contrast(link, tint), 4.5);
        hold(accent, 'ring', contrast(ring, surface), 3);
        hold(accent, 'ring on a tint', contrast(ring, strong), 3);
        hold(accent, 'edge of the main button', contrast(luminance(colour(primary, 'border-top-color')), surface), 3);
        hold(accent, 'text of the main button', contrast(luminance(colour(primary, 'color')), fill), 4.5);
        hold(accent, 'edge of the chosen day', contrast(luminance(shadow), surface), 3);
        hold(accent, 'digits of the chosen day', contrast(luminance(colour(chosen, 'color')), fill), 4.5);
        hold(accent, 'open day', contrast(openDay, surface), 1.12);
        hold(accent, 'digits of an open day', contrast(luminance(colour(open, 'color')), openDay), 4.5);
        hold(
          accent,
          'edge of a time',
          contrast(luminance(colour(inside(times, '.time'), 'border-top-color')), surface),
          3,
        );
        hold(
          accent,
          'edge of a button',
          contrast(luminance(colour(inside(probe, '.secondary'), 'border-top-color')), surface),
          3,
        );
      }
      expect(wrong.slice(0, 12)).to.deep.equal([]);
    });

    it('shows that an icon cannot be pressed', async () => {
      const probe = await fixture<AccentProbe>(html`<accent-probe></accent-probe>`);
      const surface = colour(inside(probe, '#surface'), 'background-color');
      const on = contrast(luminance(surface, colour(inside(probe, '.icon'), 'color')), luminance(surface));
      const off = contrast(luminance(surface, colour(inside(probe, '#off'), 'color')), luminance(surface));
      expect(off).to.be.lessThan(on / 1.8);
    });
  });
}

describe('in forced colours', () => {
  beforeEach(() => useScheme('forced colours'));
  afterEach(resetMedia);

  itWhereEmulated('an icon that cannot be pressed has another edge and another colour than one that can', async () => {
    const probe = await fixture<AccentProbe>(html`<accent-probe></accent-probe>`);
    const [on, off] = [inside(probe, '.icon'), inside(probe, '#off')].map((icon) => getComputedStyle(icon));
    expect(off?.color).not.to.equal(on?.color);
    expect(off?.borderTopColor).not.to.equal(on?.borderTopColor);
  });
});
