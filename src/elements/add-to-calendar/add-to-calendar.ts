import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { readInstant } from '../../contract/values.ts';
import type { CalendarEvent } from '../../domain/calendar/event.ts';
import { publishedEvent } from '../../domain/calendar/event-component.ts';
import { googleLink, office365Link, outlookLink, yahooLink } from '../../domain/calendar/links.ts';
import { calendarIcon } from '../base/booking-icons.ts';
import { developerMessage, developerStyles } from '../base/developer-message.ts';
import { CbElement } from '../base/element.ts';
import { chevronDown } from '../base/icons.ts';
import { calendarEnglish } from '../i18n/calendar.ts';
import { preloadPopover, showPlaced } from '../popover/show-placed.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { addToCalendarStyles } from './add-to-calendar.styles.ts';

/**
 * A button with a menu that puts an event into the visitor's calendar: Google, Outlook.com, Microsoft 365, Yahoo, or a file
 * for any other. Menu button per the ARIA authoring practices.
 *
 * @csspart button - The button that opens the menu.
 * @csspart menu - The menu.
 * @csspart item - A calendar.
 */
export class CbAddToCalendar extends CbElement {
  static override styles = [tokens, controls, developerStyles, addToCalendarStyles];

  /** Title of the event. */
  @property() name = '';
  /** Its start: `2025-11-18T14:00:00Z`. */
  @property() start = '';
  /** Its end. */
  @property() end = '';
  /** Where it takes place. */
  @property() location = '';
  /** Its description. */
  @property() description = '';
  /** Never changes, so that a calendar finds the event again; made from start and title when left out. */
  @property() uid = '';
  /** The whole event (organizer, sequence, status); replaces the attributes. */
  @property({ attribute: false }) event: CalendarEvent | undefined;

  @state() private open = false;
  /** The menu was open when the button was pressed: the press closed it as one outside, so the click must not open it again. */
  private openAtPress = false;
  private stopPlacing: (() => void) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopPlacing?.();
    this.open = false;
  }

  private get texts() {
    return this.messages('calendar', calendarEnglish);
  }

  private get entry(): CalendarEvent | undefined {
    if (this.event) return this.event;
    const start = readInstant(this.start);
    const end = readInstant(this.end);
    if (!this.name || start === undefined || end === undefined) return undefined;
    return {
      uid: this.uid || `${start}-${encodeURIComponent(this.name)}@${globalThis.location?.hostname || 'localhost'}`,
      title: this.name,
      start,
      end,
      ...(this.location && { location: this.location }),
      ...(this.description && { description: this.description }),
    };
  }

  protected override render(): TemplateResult {
    const { texts, entry } = this;
    if (!entry) return developerMessage(texts.missing('name, start, end'));
    const sites = [
      [texts.google, googleLink(entry)],
      [texts.outlook, outlookLink(entry)],
      [texts.office365, office365Link(entry)],
      [texts.yahoo, yahooLink(entry)],
    ] as const;
    return html`
      <button
        type="button" class="secondary" id="button" part="button" aria-haspopup="menu" aria-controls="menu"
        aria-expanded=${this.open ? 'true' : 'false'} @pointerdown=${() => {
          this.openAtPress = this.isOpen;
        }}
        @click=${() => this.toggle()} @keydown=${this.buttonKey} @pointerenter=${preloadPopover}
      >
        ${calendarIcon}${texts.add}${chevronDown}
      </button>
      <div id="menu" part="menu" role="menu" popover="auto" aria-labelledby="button" @toggle=${this.toggled} @keydown=${this.menuKey}>
        ${sites.map(
          ([
            label,
            link,
          ]) => html`<a role="menuitem" part="item" tabindex="-1" href=${link} target="_blank" rel="noopener noreferrer" @click=${() => this.close()}>
            ${label}<span class="visually-hidden"> (${texts.newTab})</span>
          </a>`,
        )}
        <hr role="separator" />
        <a role="menuitem" part="item" tabindex="-1" href="#" @click=${this.download}>${texts.file}</a>
      </div>
    `;
  }

  private get button(): HTMLElement {
    return this.renderRoot.querySelector('button') as HTMLElement;
  }

  private get menu(): HTMLElement {
    return this.renderRoot.querySelector('#menu') as HTMLElement;
  }

  private get items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  private get isOpen(): boolean {
    return this.menu.matches(':popover-open');
  }

  private toggle(): void {
    const wasOpen = this.openAtPress || this.isOpen;
    this.openAtPress = false;
    if (wasOpen) this.close();
    else void this.show(0);
  }

  private async show(index: number): Promise<void> {
    this.stopPlacing?.();
    this.stopPlacing = await showPlaced(this.button, this.menu);
    this.items.at(index)?.focus();
  }

  private close(): void {
    if (this.isOpen) this.menu.hidePopover();
    this.button.focus();
  }

  private toggled(event: ToggleEvent): void {
    this.open = event.newState === 'open';
    if (this.open) return;
    this.stopPlacing?.();
    this.stopPlacing = undefined;
  }

  private buttonKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    void this.show(event.key === 'ArrowDown' ? 0 : -1);
  }

  private menuKey(event: KeyboardEvent): void {
    const { items } = this;
    const at = items.indexOf(event.target as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (next !== undefined) items[(next + items.length) % items.length]?.focus();
    else if (event.key === 'Escape') this.close();
    else if (event.key === ' ') (event.target as HTMLElement).click();
    else if (event.key === 'Tab') this.menu.hidePopover();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const after = [...items.slice(at + 1), ...items.slice(0, at)];
      const letter = event.key.toLowerCase();
      after.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter))?.focus();
    } else return;
    if (event.key !== 'Tab') event.preventDefault();
  }

  private download(event: Event): void {
    event.preventDefault();
    this.close();
    const { entry } = this;
    if (!entry) return;
    const file = new Blob([publishedEvent(entry, Date.now())], { type: 'text/calendar;charset=utf-8' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${entry.title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'event'}.ics`;
    link.click();
    // Safari reads the address after the click handler has returned.
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-add-to-calendar': CbAddToCalendar;
  }
}
