import { type CSSResult, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { TimeZone } from '../../contract/values.ts';
import { comma } from '../../domain/language/listed.ts';
import { formatOffset, formatTime, readsTwelveHours, zoneCity } from '../../domain/time/format.ts';
import { CbElement } from '../base/element.ts';
import { HourCycleChangeEvent } from '../base/hour-cycle-change-event.ts';
import { chevronDown, globe } from '../base/icons.ts';
import { register } from '../base/register.ts';
import type { TimeZoneChangeEvent } from '../base/time-zone-change-event.ts';
import { keepClock, knownTimeZone, machineTimeZone } from '../context/preferences.ts';
import { EveryMinute } from '../controllers/every-minute.ts';
import { zonePickerEnglish } from '../i18n/parts/zone-picker.ts';
import { preloadPopover } from '../popover/show-placed.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import type { CbTimeZoneList } from '../time-zone-list/time-zone-list.ts';
import { timeZonePickerStyles } from './time-zone-picker.styles.ts';

/** Loads and defines the list, which most visitors do not open. */
async function loadList(): Promise<void> {
  register('cb-time-zone-list', (await import('../time-zone-list/time-zone-list.ts')).CbTimeZoneList);
}

/** Loads the scripts of the list when the visitor is about to open it. */
function preloadList(): void {
  preloadPopover();
  loadList().catch(() => undefined);
}

/**
 * Shows the zone of the times and the present time there, and changes it: a button with a searchable list, and the choice of the
 * 12-hour or 24-hour clock.
 *
 * @fires cb-time-zone-change - Another zone was chosen.
 * @fires cb-hour-cycle-change - The other clock was chosen.
 * @csspart zone - Button that opens the list.
 * @csspart clock - The two buttons of the clock.
 */
export class CbTimeZonePicker extends CbElement {
  static override readonly styles: CSSResult[] = [tokens, controls, timeZonePickerStyles];

  /** IANA id; the zone of the visitor's machine when left out. */
  @property({ attribute: 'time-zone' }) timeZone: TimeZone = '';
  /** The other party's zone, offered among the suggestions at the top of the list. */
  @property({ attribute: 'coach-time-zone' }) coachTimeZone: TimeZone = '';
  /** 12-hour clock; the language's default when left out. */
  @property({ attribute: false }) hour12: boolean | undefined;
  /** Clock, epoch ms. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private open = false;
  /** `loading`: the button was pressed and the list is not there yet. `failed`: it did not load. */
  @state() private list: 'loading' | 'failed' | '' = '';
  private openAtPress = false;
  @query('.zone') private readonly button!: HTMLElement;
  @query('cb-time-zone-list') private readonly zoneList!: CbTimeZoneList;

  constructor() {
    super();
    new EveryMinute(
      this,
      () => this.requestUpdate(),
      () => this.now(),
    );
  }

  /** Moves focus to the button. */
  override focus(options?: FocusOptions): void {
    this.button?.focus(options);
  }

  protected override render() {
    const t = this.messages('zone', zonePickerEnglish);
    const time = formatTime(this.now(), { locale: this.language, timeZone: this.zone, hour12: this.twelveHours });
    return html`<div class="row">
        <button
          type="button"
          class="zone"
          part="zone"
          aria-haspopup="dialog"
          aria-expanded=${this.open}
          @pointerdown=${this.onPress}
          @click=${this.toggle}
          aria-busy=${this.list === 'loading'}
          @pointerenter=${preloadList}
          @focus=${preloadList}
        >
          ${globe}<span
            ><strong>${t.timesIn(zoneCity(this.zone))}<span class="visually-hidden">${comma(this.language).trim()}</span></strong>
            <span class="offset">${formatOffset(this.zone, this.now(), this.language)}</span>${comma(this.language).trim()}
            <span class="now">${t.now(time)}</span></span
          ><span class="chevron">${chevronDown}</span>
        </button>
        <div class="clock" part="clock" role="radiogroup" aria-label=${t.clock} @keydown=${this.onClockKey}>
          ${this.renderClock(true, t.clock12)} ${this.renderClock(false, t.clock24)}
        </div>
      </div>
      ${this.zone === 'UTC' && !machineTimeZone() ? html`<p role="status">${t.unknown}</p>` : nothing}
      ${this.list === 'failed' ? html`<p role="alert">${t.listFailed}</p>` : nothing}
      <cb-time-zone-list
        .timeZone=${this.zone}
        .coachTimeZone=${this.coachTimeZone}
        .hour12=${this.twelveHours}
        .now=${this.now}
        .locale=${this.language}
        @cb-time-zone-change=${this.onChange}
        @toggle=${this.onToggle}
      ></cb-time-zone-list>`;
  }

  private renderClock(hour12: boolean, text: string) {
    const chosen = this.twelveHours === hour12;
    return html`<button type="button" role="radio" aria-checked=${chosen} tabindex=${chosen ? 0 : -1} @click=${() => this.setClock(hour12)}>
      ${text}
    </button>`;
  }

  private get twelveHours(): boolean {
    return this.hour12 ?? readsTwelveHours(this.language);
  }

  private get zone(): TimeZone {
    return knownTimeZone(this.timeZone);
  }

  private toggle(): void {
    const wasOpen = this.openAtPress || this.open;
    this.openAtPress = false;
    if (wasOpen) this.zoneList.hide();
    else if (this.list !== 'loading') void this.openList();
  }

  private async openList(): Promise<void> {
    const focused = this.focusedNow();
    this.list = 'loading';
    this.list = await loadList().then(
      () => '',
      () => 'failed',
    );
    // Not opened when the visitor has moved the focus meanwhile.
    if (!this.list && this.focusedNow() === focused) await this.zoneList.show(this.button);
  }

  /** Where the focus is, in the element and on the page around it. */
  private focusedNow(): Element | null {
    return this.shadowRoot?.activeElement ?? (this.getRootNode() as Document | ShadowRoot).activeElement;
  }

  /** A press outside an open popover closes it, and the click that follows would open it again. */
  private onPress(): void {
    this.openAtPress = this.open;
  }

  private onToggle(event: ToggleEvent): void {
    this.open = event.newState === 'open';
  }

  private onChange(event: TimeZoneChangeEvent): void {
    this.timeZone = event.timeZone;
  }

  /** The two are one tab stop: arrow keys choose between them. */
  private async onClockKey(event: KeyboardEvent): Promise<void> {
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    this.setClock(!this.twelveHours);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
  }

  private setClock(hour12: boolean): void {
    if (hour12 === this.twelveHours) return;
    this.hour12 = hour12;
    keepClock(hour12);
    this.dispatchEvent(new HourCycleChangeEvent(hour12));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-time-zone-picker': CbTimeZonePicker;
  }
}
