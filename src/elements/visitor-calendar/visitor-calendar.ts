import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Slot } from '../../contract/availability.ts';
import { readCallback } from '../../core/calendar-connect/callback.ts';
import { clashingStarts } from '../../core/visitor-busy/clashing-starts.ts';
import { createVisitorBusy, type FileState, type VisitorBusy } from '../../core/visitor-busy/visitor-busy.ts';
import { calendarIcon, crossIcon } from '../base/booking-icons.ts';
import { CbElement } from '../base/element.ts';
import type { CalendarChangeEvent } from '../calendar-connect/change-event.ts';
import { localTimeZone } from '../context/preferences.ts';
import type { VisitorClient } from '../context/shared-client.ts';
import { MoveFocus } from '../controllers/move-focus.ts';
import { Subscriptions } from '../controllers/subscriptions.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { visitorCalendarEnglish } from '../i18n/visitor-calendar.ts';
import type { BusyWords } from '../picker-state/picker-source.ts';
import { controls } from '../styles/controls.ts';
import { formStyles } from '../styles/form.ts';
import { tokens } from '../styles/tokens.ts';
import { ConnectedCalendars, type PickerOnShow } from './connected-calendars.ts';
import { FileDrop } from './file-drop.ts';
import { readFile } from './read-file.ts';
import { visitorCalendarStyles } from './visitor-calendar.styles.ts';

/**
 * Compares a visitor's own calendar with the times on show: from a file, which is read on this page and sent nowhere, or from
 * calendars they connected. Part of `<cb-availability-picker own-day>`.
 *
 * @csspart compare - The button that opens it.
 * @csspart panel - The panel.
 * @csspart choose - Chooses a file.
 * @csspart stop - Stops reading a file that takes a while.
 * @csspart source - A file or calendars that are compared.
 */
export class CbVisitorCalendar extends CbElement {
  static override styles = [tokens, controls, formStyles, visitorCalendarStyles];

  /** The picker around it, which shows the busy times. */
  @property({ attribute: false }) panels: PickerOnShow | undefined;

  /** The panel is shown. */
  @property({ type: Boolean, reflect: true }) open = false;
  @state() private said = '';
  private marks: BusyWords = new Map();
  /** The visitor's busy times, from the file and the calendars they chose. */
  readonly busy: VisitorBusy;
  private readonly account = new ConnectedCalendars(this);
  private readonly fileDrop = new FileDrop(this, (file) => this.read(file));
  private readonly focusNext = new MoveFocus(this);

  constructor() {
    super();
    this.busy = createVisitorBusy({ read: readFile, now: () => (this.panels?.now ?? Date.now)() });
    new Subscriptions(this, () => [this.busy, this.client?.signIn]);
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'calendars'];
  }

  private get texts() {
    return this.messages('visitorCalendar', visitorCalendarEnglish);
  }

  protected override get language(): string {
    return this.panels?.language ?? super.language;
  }

  /** Loads connected calendars; without it only a file can be compared. */
  get client(): VisitorClient | undefined {
    return this.panels?.source.client;
  }

  private get slots(): readonly Slot[] {
    return this.panels?.view.slots ?? [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('exportparts', 'compare, panel, choose, stop, source');
    // The page came back from a calendar provider, or is the provider's window: in both cases the answer is in the address.
    if (!readCallback(location.href)) return;
    this.open = true;
    void this.account.connect();
  }

  protected override willUpdate(): void {
    this.open ||= this.fileDrop.over;
  }

  protected override updated(): void {
    const starts = clashingStarts(this.slots, this.busy.state.busy);
    const same = starts.size === this.marks.size && [...starts].every((start) => this.marks.has(start));
    if (same) return;
    this.marks = new Map([...starts].map((start) => [start, this.texts.busy]));
    this.panels?.source.mark(this.marks);
  }

  protected override render(): TemplateResult {
    const { texts, open } = this;
    const sources = this.renderSources();
    return html`<div class="root" @keydown=${this.pressed}>
      ${sources}
      ${
        open
          ? this.renderPanel()
          : html`<button type="button" class="plain compare" part="compare" aria-expanded="false" @click=${() => this.show()}>
              ${calendarIcon}<span>${sources === nothing ? texts.compare : texts.another}</span>
            </button>`
      }
      <p class="visually-hidden" role="status">${this.said}</p>
    </div>`;
  }

  private renderSources(): unknown {
    const { texts, slots } = this;
    const { file, account, busy } = this.busy.state;
    const compared = [
      ...(file.status === 'read'
        ? [{ name: file.name, notes: this.notesOn(file), forget: () => this.forgetFile() }]
        : []),
      ...(account.status === 'on' ? [{ name: texts.connected, notes: [], forget: () => this.forgetAccount() }] : []),
    ];
    if (compared.length === 0) return nothing;
    return html`<div class="sources">
      ${slots.length > 0 ? html`<p class="legend">${texts.clashes(clashingStarts(slots, busy).size, slots.length)}</p>` : nothing}
      ${compared.map(
        ({ name, notes, forget }) => html`<p class="source" part="source">
            <span>${texts.from(name)}</span>
            <button type="button" class="icon" aria-label=${texts.remove(name)} @click=${forget}>${crossIcon}</button>
          </p>
          ${notes.map((note) => html`<p class="quiet" data-note>${note}</p>`)}`,
      )}
    </div>`;
  }

  /** The notes about unread or uncertain events of a file. */
  private notesOn({ skipped = 0, guessed = 0 }: Extract<FileState, { status: 'read' }>): readonly string[] {
    const { texts } = this;
    return [...(skipped > 0 ? [texts.skipped(skipped)] : []), ...(guessed > 0 ? [texts.guessed(guessed)] : [])];
  }

  private renderPanel(): TemplateResult {
    const { texts } = this;
    const { over } = this.fileDrop;
    const { file } = this.busy.state;
    const problem = file.status === 'failed' ? texts.failed[file.why](file.name) : '';
    return html`<section class=${over ? 'panel over' : 'panel'} part="panel" aria-labelledby="title">
      <div class="top">
        <h4 id="title" tabindex="-1">${texts.title}</h4>
        <button type="button" class="icon" aria-label=${texts.close} @click=${() => this.hide()}>${crossIcon}</button>
      </div>
      <p class="quiet">${texts.help}</p>
      ${problem ? html`<p class="bad-words" role="alert">${problem}</p>` : nothing}
      <div class="choice">
        <button type="button" class="secondary" part="choose" aria-describedby="stays" @click=${() => this.picker?.click()}>
          ${file.status === 'reading' ? texts.reading(file.name) : over ? texts.dropHere : texts.choose}
        </button>
        ${file.status === 'reading' && file.progress !== undefined ? this.renderProgress(file.name, file.progress) : nothing}
        <input type="file" accept=".ics,.ical,.ifb,text/calendar" hidden @change=${this.chosen} />
        <p class="quiet" id="stays">${texts.orDrop} ${texts.stays}</p>
      </div>
      ${this.renderAccount()}
    </section>`;
  }

  private renderProgress(name: string, progress: number): TemplateResult {
    return html`<progress aria-label=${this.texts.reading(name)} .value=${progress}></progress>
      <button type="button" class="plain" part="stop" @click=${() => this.stopReading()}>${this.texts.stop}</button>`;
  }

  private renderAccount(): unknown {
    const { texts, client } = this;
    const { signedIn, connecting } = this.account;
    const { account } = this.busy.state;
    if (!client || account.status === 'on') return nothing;
    if (this.account.lacking) return html`<p class="quiet" data-said tabindex="-1">${texts.unsupported}</p>`;
    const words = account.status === 'loading' ? texts.loading : signedIn ? texts.useConnected : texts.connect;
    return html`<div class="choice">
      ${account.status === 'failed' ? html`<p class="bad-words" role="alert">${texts.accountFailed}</p>` : nothing}
      ${
        connecting
          ? html`<cb-calendar-connect
              no-feed api=${client.api} .client=${client} .locale=${this.language}
              @cb-calendar-change=${this.calendarChanged}
            ></cb-calendar-connect>`
          : html`<button type="button" class="secondary" data-act="account" @click=${this.useAccount}>${words}</button>`
      }
    </div>`;
  }

  private get picker(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input[type="file"]');
  }

  private async show(): Promise<void> {
    this.open = true;
    this.focusNext.on('#title');
    await this.updateComplete;
    this.scrollIntoView({ block: 'nearest' });
  }

  private hide(): void {
    this.open = false;
    this.focusNext.on('.compare');
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.hide();
  }

  private chosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    // Cleared, so that choosing the same file again fires a change event.
    if (file) void this.read(file).finally(() => (input.value = ''));
  }

  private async read(file: File): Promise<void> {
    // Whole days are read in the file owner's own zone, not in the zone of the picker.
    await this.busy.useFile(file, localTimeZone());
    const { status } = this.busy.state.file;
    if (status === 'read') this.compared();
    else if (status === 'failed') this.focusNext.on('[part="choose"]');
  }

  private stopReading(): void {
    this.busy.forgetFile();
    this.focusNext.on('[part="choose"]');
  }

  private compared(): void {
    const { slots, texts } = this;
    const { file, busy } = this.busy.state;
    const notes = file.status === 'read' ? this.notesOn(file) : [];
    this.said = [texts.clashes(clashingStarts(slots, busy).size, slots.length), ...notes].join(' ');
    this.hide();
  }

  private forgetFile(): void {
    this.busy.forgetFile();
    this.said = this.texts.removed;
    this.focusNext.on('.compare');
  }

  private forgetAccount(): void {
    this.account.forget();
    this.said = this.texts.removed;
    this.focusNext.on('.compare');
  }

  /** Compares with connected calendars, or shows the way to connect one. */
  async useAccount(): Promise<void> {
    if (await this.account.use()) this.compared();
    else this.focusNext.on(this.account.lacking ? '[data-said]' : 'cb-calendar-connect');
  }

  private calendarChanged({ connected }: CalendarChangeEvent): void {
    this.busy.forgetAccount();
    if (connected) void this.useAccount();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-visitor-calendar': CbVisitorCalendar;
  }
}
