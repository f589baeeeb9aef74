import { html, render, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import '../../src/define.ts';

/** What the widget of the lab needs. */
interface LabOptions {
  readonly api: string;
  readonly coach: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly now: () => number;
}

/** A token to try: a colour, or a length with its unit. */
interface Trial {
  readonly token: string;
  readonly words: string;
  readonly begins: string;
  readonly unit?: string;
  readonly range?: readonly [least: number, most: number, step: number];
}

const trials: readonly Trial[] = [
  { token: '--cb-accent', words: 'Accent', begins: '#2f5bd7' },
  { token: '--cb-radius', words: 'Corners', begins: '8', unit: 'px', range: [0, 20, 1] },
  { token: '--cb-font-size', words: 'Text size', begins: '15', unit: 'px', range: [14, 20, 1] },
  { token: '--cb-space', words: 'Space', begins: '4', unit: 'px', range: [3, 6, 0.5] },
];

/** Two colours of the elements by the names they have inside, and the least contrast that WCAG 2.2 AA asks for. */
interface Pair {
  readonly words: string;
  readonly front: string;
  readonly back: string;
  readonly least: number;
}

const pairs: readonly Pair[] = [
  { words: 'Text on the surface', front: '--_text', back: '--_surface', least: 4.5 },
  { words: 'Quiet text on the surface', front: '--_text-quiet', back: '--_surface', least: 4.5 },
  { words: 'Accent as text on the surface', front: '--_accent-text', back: '--_surface', least: 4.5 },
  { words: 'Text on the accent', front: '--_on-accent', back: '--_accent', least: 4.5 },
  { words: 'Errors on the surface', front: '--_danger', back: '--_surface', least: 4.5 },
  { words: 'Focus ring on the surface', front: '--_focus', back: '--_surface', least: 3 },
];

/** Red, green and blue of a CSS colour in any notation, as the browser paints it. */
function paintedRgb(color: string): readonly number[] {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d');
  if (!context) return [0, 0, 0];
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}

/** Relative luminance by WCAG 2.2. */
function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((each) => {
    const part = each / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(front: string, back: string): number {
  const [dark = 0, light = 0] = [front, back].map((color) => luminance(paintedRgb(color))).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colours of a pair, as computed inside the element. */
function colorsOf(element: Element, { front, back }: Pair): readonly [front: string, back: string] {
  const probe = document.createElement('span');
  probe.style.cssText = `color: var(${front}); background-color: var(${back})`;
  element.shadowRoot?.append(probe);
  const { color, backgroundColor } = getComputedStyle(probe);
  probe.remove();
  return [color, backgroundColor];
}

function contrastTable(element: Element): TemplateResult {
  return html`<table>
    <caption>Contrast, as measured in the widget below</caption>
    <thead><tr><th scope="col">Colours</th><th scope="col">Contrast</th><th scope="col">WCAG AA asks for</th></tr></thead>
    <tbody>
      ${pairs.map((pair) => {
        const contrast = contrastOf(...colorsOf(element, pair));
        const enough = contrast >= pair.least;
        return html`<tr data-pair data-enough=${enough}>
          <th scope="row">${pair.words}</th>
          <td>${contrast.toFixed(1)} : 1</td>
          <td>${pair.least} : 1 ${enough ? '✓' : '✗ too little'}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

const styles = html`<style>
  .lab-fields { display: flex; flex-wrap: wrap; gap: 16px; margin-block: 0 16px; }
  .lab-fields label { display: grid; gap: 4px; font-size: 0.875rem; }
  .lab-fields :is(input, select) { block-size: 32px; min-inline-size: 96px; }
  .lab pre { padding: 12px; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 6px; overflow: auto; }
  .lab table { border-collapse: collapse; margin-block: 16px; font-size: 0.875rem; }
  .lab caption { text-align: start; font-weight: 600; padding-block-end: 4px; }
  .lab :is(td, th) { text-align: start; font-weight: 400; padding: 4px 16px 4px 0; background: none; color: inherit; border: 0; }
  .lab tr { background: none; border: 0; }
</style>`;

/** The CSS of what was changed, to copy. */
function cssOf(booking: HTMLElement): string {
  const lines = trials
    .map(({ token }) => [token, booking.style.getPropertyValue(token)] as const)
    .filter(([, value]) => value !== '')
    .map(([token, value]) => `  ${token}: ${value};`);
  return lines.length === 0
    ? 'Change something above: the CSS to copy comes here.'
    : `cb-booking {\n${lines.join('\n')}\n}`;
}

/** Shows the CSS and the contrast of the widget as it is now. */
function draw(lab: Element): void {
  const booking = lab.querySelector('cb-booking');
  const css = lab.querySelector('[data-css]');
  const contrast = lab.querySelector<HTMLElement>('[data-contrast]');
  if (!booking || !css || !contrast) return;
  css.textContent = cssOf(booking);
  render(contrastTable(booking), contrast);
}

async function begin(lab: Element | undefined): Promise<void> {
  await lab?.querySelector('cb-booking')?.updateComplete;
  if (lab) draw(lab);
}

const labOf = ({ currentTarget }: Event): Element | null =>
  currentTarget instanceof Element ? currentTarget.closest('.lab') : null;

const chosenIn = ({ currentTarget }: Event): string =>
  currentTarget instanceof HTMLInputElement || currentTarget instanceof HTMLSelectElement ? currentTarget.value : '';

const choose =
  ({ token, unit = '' }: Trial) =>
  (event: Event): void => {
    const lab = labOf(event);
    lab?.querySelector('cb-booking')?.style.setProperty(token, `${chosenIn(event)}${unit}`);
    if (lab) draw(lab);
  };

async function chooseScheme(event: Event): Promise<void> {
  const lab = labOf(event);
  lab?.querySelector('cb-booking')?.setAttribute('theme', chosenIn(event));
  await begin(lab ?? undefined);
}

const field = (trial: Trial): TemplateResult =>
  trial.range
    ? html`<input
        type="range" min=${trial.range[0]} max=${trial.range[1]} step=${trial.range[2]} value=${trial.begins}
        @input=${choose(trial)}
      >`
    : html`<input type="color" value=${trial.begins} @input=${choose(trial)}>`;

/** Controls for the tokens, the CSS to copy, the contrast of what is derived, and the widget that shows all of it. */
export function themeLab({ api, coach, fetch, now }: LabOptions): TemplateResult {
  return html`${styles}
    <div class="lab" ${ref((lab) => void begin(lab))}>
      <div class="lab-fields">
        ${trials.map((trial) => html`<label>${trial.words} <code>${trial.token}</code> ${field(trial)}</label>`)}
        <label>
          Scheme <code>theme</code>
          <select @change=${chooseScheme}>
            <option value="">as the page</option>
            <option value="light">light</option>
            <option value="dark">dark</option>
          </select>
        </label>
      </div>
      <pre data-css tabindex="0" role="region" aria-label="CSS to copy"></pre>
      <div data-contrast></div>
      <cb-booking
        api=${api} coach=${coach} .fetch=${fetch} .now=${now} time-zone="Europe/London" locale="en-GB"
      ></cb-booking>
    </div>`;
}
