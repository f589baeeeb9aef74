import { type CSSResult, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { TimeZone } from '../../contract/values.ts';
import { formatTime } from '../../domain/time/format.ts';
import { CbElement } from '../base/element.ts';
import { TimeZoneChangeEvent } from '../base/time-zone-change-event.ts';
import { localTimeZone } from '../context/preferences.ts';
import { zoneListEnglish } from '../i18n/parts/zone-list.ts';
import { showPlaced } from '../popover/show-placed.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { timeZoneListStyles } from './time-zone-list.styles.ts';
import { currentName, searchZones, timeZones, type ZoneEntry } from './time-zones.ts';

const PAGE = 40;

interface Group {
  readonly title: string;
  readonly options: readonly ZoneEntry[];
}

/**
 * The searchable list of time zones, in a popover: a combobox with a listbox by the WAI-ARIA pattern. Focus stays in the
 * field while the arrow keys move through the list.
 *
 * @fires cb-time-zone-change - A zone was chosen.
 * @fires toggle - The list opened or closed, as a native popover event.
 * @csspart panel - The popover.
 */
export class CbTimeZoneList extends CbElement {
  static override readonly styles: CSSResult[] = [tokens, controls, timeZoneListStyles];

  @property({ attribute: false }) timeZone: TimeZone = '';
  @property({ attribute: false }) coachTimeZone: TimeZone = '';
  @property({ attribute: false }) hour12: boolean | undefined;
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private text = '';
  @state() private active = 0;
  /** Number of options drawn; more are drawn when the list is scrolled or the arrow keys reach the end. */
  @state() private drawn = PAGE;
  @state() private zones: readonly ZoneEntry[] = [];
  @query('.panel') private readonly panel!: HTMLElement;
  @query('input') private readonly field!: HTMLInputElement;
  private anchor: HTMLElement | undefined;
  private stopFollowing = () => {};

  /** Opens the list at `anchor`, with the present zone in view. */
  async show(anchor: HTMLElement): Promise<void> {
    this.text = '';
    this.drawn = PAGE;
    this.zones = timeZones(this.language, this.now());
    await this.updateComplete;
    this.active = Math.max(
      0,
      this.options.findIndex(({ zone }) => zone === currentName(this.timeZone)),
    );
    this.anchor = anchor;
    this.stopFollowing = await showPlaced(anchor, this.panel);
    this.field.focus();
  }

  /** Closes the list; the focus goes back to the element that opened it. */
  hide(): void {
    this.panel.hidePopover();
    // Chromium restores the focus only when field and opener share a shadow root.
    this.anchor?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopFollowing();
  }

  protected override render() {
    const t = this.messages('zone', zoneListEnglish);
    const groups = this.groups;
    const count = this.options.length;
    let index = 0;
    return html`<div
      class="panel"
      part="panel"
      popover="auto"
      role="dialog"
      aria-label=${t.chooseTimeZone}
      @toggle=${this.onToggle}
    >
      <div class="search">
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls="list"
          aria-autocomplete="list"
          aria-activedescendant=${count > 0 ? `option-${this.active}` : nothing}
          aria-label=${t.searchTimeZones}
          placeholder=${t.searchTimeZones}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="done"
          .value=${this.text}
          @input=${this.onInput}
          @keydown=${this.onKeydown}
        />
      </div>
      <div id="list" role="listbox" tabindex="-1" aria-label=${t.chooseTimeZone} @click=${this.onClick} @scroll=${this.onScroll} ?hidden=${count === 0}>
        ${groups.map(
          ({ title, options }, group) => html`<div role="group" aria-labelledby="group-${group}">
            <div class="title" id="group-${group}" role="presentation">${title}</div>
            ${options.map((entry) => (index < this.drawn ? this.renderOption(entry, index++, count) : nothing))}
          </div>`,
        )}
      </div>
      ${count === 0 ? html`<p>${t.noTimeZoneFound(this.text)}</p>` : nothing}
      <div class="visually-hidden" role="status">${
        this.text ? (count === 0 ? t.noTimeZoneFound(this.text) : t.timeZonesFound(count)) : ''
      }</div>
    </div>`;
  }

  private renderOption(entry: ZoneEntry, index: number, count: number) {
    const selected = entry.zone === currentName(this.timeZone);
    // One formatter for all zones: making four hundred would delay opening.
    const style = { locale: this.language, timeZone: 'UTC', hour12: this.hour12 };
    return html`<div
      role="option"
      id="option-${index}"
      class=${index === this.active ? 'active' : ''}
      aria-selected=${selected}
      aria-setsize=${count}
      aria-posinset=${index + 1}
      data-index=${index}
    >
      <span class="city">${entry.city}</span> <span class="time">${formatTime(this.now() + entry.offsetMs, style)}</span>
      <span class="about">${entry.about}</span> <span class="offset">${entry.offset}</span>
    </div>`;
  }

  /** Without a search: the most likely zones, then all. */
  private get groups(): readonly Group[] {
    const t = this.messages('zone', zoneListEnglish);
    if (this.text.trim()) return [{ title: t.allTimeZones, options: searchZones(this.zones, this.text) }];
    const likely = new Set([localTimeZone(), this.timeZone, this.coachTimeZone, 'UTC'].map(currentName));
    return [
      {
        title: t.suggestedTimeZones,
        options: [...likely].flatMap((id) => this.zones.filter(({ zone }) => zone === id)),
      },
      { title: t.allTimeZones, options: this.zones.filter(({ zone }) => !likely.has(zone)) },
    ];
  }

  private get options(): readonly ZoneEntry[] {
    return this.groups.flatMap(({ options }) => options);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('text')) this.drawn = PAGE;
    if (this.active >= this.drawn) this.drawn = this.active + PAGE;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('active') || changed.has('text')) {
      this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
    }
  }

  private onInput(): void {
    this.text = this.field.value;
    this.active = 0;
  }

  private onKeydown(event: KeyboardEvent): void {
    const last = this.options.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: this.active === last ? 0 : this.active + 1,
      ArrowUp: this.active === 0 ? last : this.active - 1,
      PageDown: Math.min(last, this.active + 8),
      PageUp: Math.max(0, this.active - 8),
    };
    const move = moves[event.key];
    if (move !== undefined && last >= 0) {
      event.preventDefault();
      this.active = move;
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.choose(this.active);
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      this.hide();
    }
  }

  private onClick(event: Event): void {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    if (option) this.choose(Number(option.dataset.index));
  }

  private onScroll({ currentTarget }: Event): void {
    if (!(currentTarget instanceof HTMLElement)) return;
    const { scrollTop, clientHeight, scrollHeight } = currentTarget;
    if (scrollTop + 2 * clientHeight > scrollHeight && this.drawn < this.options.length) this.drawn += PAGE;
  }

  private choose(index: number): void {
    const entry = this.options[index];
    if (!entry) return;
    this.hide();
    if (entry.zone !== currentName(this.timeZone)) this.dispatchEvent(new TimeZoneChangeEvent(entry.zone));
  }

  private onToggle(event: ToggleEvent): void {
    if (event.newState === 'closed') this.stopFollowing();
    this.dispatchEvent(new ToggleEvent('toggle', { oldState: event.oldState, newState: event.newState }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-time-zone-list': CbTimeZoneList;
  }
}
