import { type CSSResult, css, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Slot } from '../../contract/availability.ts';
import { type Instant, readInstant, writeInstant } from '../../contract/values.ts';
import type { Availability } from '../../core/availability/availability.ts';
import { dayAndTime } from '../../domain/language/listed.ts';
import { formatDay, formatTime } from '../../domain/time/format.ts';
import { addMonths, startOfMonth } from '../../domain/time/local-date.ts';
import { localDateAt, startOfDay } from '../../domain/time/zone.ts';
import { CbElement } from '../base/element.ts';
import { nextTimesEnglish } from '../i18n/next-times.ts';
import type { PickerView } from '../picker-state/picker-view.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';

/** The state of the search for the next slot. `none`: the coach has no slot within a year. */
type Search =
  | { readonly status: 'searching' }
  | { readonly status: 'found'; readonly slot: Slot }
  | { readonly status: 'none' }
  | { readonly status: 'failed' };

/**
 * For a day or a month without slots: the next slot, and the button that goes there.
 *
 * @slot - The sentence that says there are no times; replaced when there are none at all.
 * @slot fallback - Another way to book, shown when there are none at all.
 * @csspart go - The button.
 */
export class CbNextSlot extends CbElement {
  static override readonly styles: CSSResult[] = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      .inner {
        display: grid;
        justify-items: start;
        gap: calc(var(--_space) * 3);
      }
      p {
        margin: 0;
        color: var(--_text-quiet);
      }
      .sentence {
        color: inherit;
        font-weight: 500;
      }
      .secondary {
        max-inline-size: 100%;
        padding-block: calc(var(--_space) * 2.5);
        line-height: 1.35;
        text-align: start;
        text-wrap: balance;
      }
    `,
  ];

  @property({ attribute: false }) availability: Availability | undefined;
  @property({ attribute: false }) view: PickerView | undefined;
  @property({ attribute: false }) hour12: boolean | undefined;
  /** Goes to the day of a time. */
  @property({ attribute: false }) go: (slot: Slot) => void = () => undefined;
  /** Loads all times again. */
  @property({ attribute: false }) again: () => void = () => undefined;

  @state() private search: Search = { status: 'searching' };
  private sought: readonly unknown[] = [];
  private abort = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.abort.abort();
    this.sought = [];
  }

  protected override willUpdate(): void {
    const { availability, view } = this;
    if (!availability || !view || view.status !== 'ready') return;
    const later = this.laterThisMonth(availability, view);
    const beyond = writeInstant(startOfDay(view.timeZone, startOfMonth(addMonths(view.month, 1))));
    const seeking = [availability, later, beyond];
    if (seeking.every((part, index) => part === this.sought[index])) return;
    this.sought = seeking;
    this.abort.abort();
    this.abort = new AbortController();
    this.search = later ? { status: 'found', slot: later } : { status: 'searching' };
    if (!later) void this.look(availability, beyond, this.abort.signal);
  }

  protected override render() {
    const t = this.messages('nextTimes', nextTimesEnglish);
    switch (this.search.status) {
      case 'searching':
        return html`<slot></slot><p role="status">${t.searching}</p>`;
      case 'found': {
        const { slot } = this.search;
        const dayAndTime = this.describe(slot);
        return html`<slot></slot>${this.renderButton(t.nextOpenTime(dayAndTime), () => this.go(slot))}`;
      }
      case 'none':
        return html`<p class="sentence">${t.noTimesAtAll}</p>
          <p>${t.noTimesAtAllHelp}</p>
          <slot name="fallback"></slot>
          ${this.renderButton(t.lookAgain, this.lookAgain)}`;
      case 'failed':
        return html`<slot></slot>${this.renderButton(t.lookAgain, this.lookAgain)}`;
    }
  }

  private renderButton(words: string, act: () => void): TemplateResult {
    return html`<button type="button" class="secondary" part="go" @click=${act}>${words}</button>`;
  }

  private lookAgain(): void {
    this.sought = [];
    this.again();
  }

  private describe({ start }: Slot): string {
    const { language: locale, hour12 } = this;
    const timeZone = this.view?.timeZone ?? 'UTC';
    const at = readInstant(start) ?? 0;
    const day = formatDay(localDateAt(timeZone, at), { locale, weekday: 'long', day: 'numeric', month: 'long' });
    return dayAndTime(day, formatTime(at, { locale, timeZone, hour12 }), locale);
  }

  /** The next slot of the same month, if a later day has one. */
  private laterThisMonth(availability: Availability, { month, day, counts }: PickerView): Slot | undefined {
    const later = day && [...(counts ?? [])].find(([date, count]) => date > day && count > 0)?.[0];
    return later ? availability.month(month).days.get(later)?.[0] : undefined;
  }

  /** Searches for the first slot from `after` on, else for the first from now on. */
  private async look(availability: Availability, after: Instant, signal: AbortSignal): Promise<void> {
    let search: Search;
    try {
      const slot = (await availability.nextSlot({ after, signal })) ?? (await availability.nextSlot({ signal }));
      search = slot ? { status: 'found', slot } : { status: 'none' };
    } catch {
      search = { status: 'failed' };
    }
    if (!signal.aborted) this.search = search;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-next-slot': CbNextSlot;
  }
}
