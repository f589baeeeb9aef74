import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Booking } from '../../contract/booking.ts';
import type { TimeZone } from '../../contract/values.ts';
import type { ClientOptions } from '../../core/client/client.ts';
import { strandedBookings } from '../../core/schedule-editor/booked.ts';
import { knownZone, withKnownZones } from '../../core/schedule-editor/draft.ts';
import type { DraftProblem } from '../../core/schedule-editor/problems.ts';
import type { Editing, EditorState } from '../../core/schedule-editor/state.ts';
import type { SignInSettings } from '../../core/sign-in/sign-in.ts';
import { labelled } from '../../domain/language/labelled.ts';
import { comma } from '../../domain/language/listed.ts';
import { readsTwelveHours, zoneCity } from '../../domain/time/format.ts';
import { developerMessage, developerStyles } from '../base/developer-message.ts';
import type { HourCycleChangeEvent } from '../base/hour-cycle-change-event.ts';
import type { TimeZoneChangeEvent } from '../base/time-zone-change-event.ts';
import { localTimeZone } from '../context/preferences.ts';
import { SignInElement } from '../context/sign-in-element.ts';
import { type EditorMessages, editorEnglish } from '../i18n/editor.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import type { CbTimeZonePicker } from '../time-zone-picker/time-zone-picker.ts';
import { refusalText } from '../words/refusal-text.ts';
import { availabilityEditorStyles } from './availability-editor.styles.ts';
import type { Unit } from './fields/span-field.ts';
import type { CbAskDialog } from './part/ask-dialog.ts';
import { type GestureEndEvent, ScheduleEditEvent } from './part/edit-events.ts';
import { type InvalidEntry, InvalidEntryList } from './part/invalid-entries.ts';
import { partStyles } from './part/part.styles.ts';
import { clock, problemText, type Reading } from './part/schedule-text.ts';
import { editorParts } from './parts.ts';
import { Announcements, changedText } from './shell/announcements.ts';
import { beforeEditing } from './shell/before-editing.ts';
import type { MergeEvent } from './shell/conflict-view.ts';
import { EditorConnection } from './shell/editor-connection.ts';
import { problemList, sessionList, strandedList, type ToCorrect } from './shell/notices.ts';
import type { BarActionEvent } from './shell/save-bar.ts';
import { UndoKeys } from './shell/undo-keys.ts';

/** The parts of the schedule, in the order they are shown. */
const tabs = ['week', 'exceptions', 'rules', 'zone'] as const;
type Tab = (typeof tabs)[number];

/** Properties whose change opens another schedule. */
const connectionProperties = ['api', 'coach', 'fetch', 'signIn', 'getToken', 'storage'] as const;

/**
 * Edits a coach's schedule: a week to drag, type and copy, exceptions by month, booking rules, trips, and a preview of what a
 * client sees. Needs the schedule extension of the contract; shows a message when a backend lacks it.
 *
 * @csspart tab - A tab; also `selected`.
 * @csspart problems - The faults to correct before saving.
 * @csspart stranded - Sessions a change would leave outside the hours.
 * @csspart bar - Undo, redo, save and the state of saving.
 * @csspart preview - What a client sees.
 */
export class CbAvailabilityEditor extends SignInElement {
  static readonly uses = editorParts;
  static override styles = [tokens, controls, developerStyles, partStyles, availabilityEditorStyles];

  /** Address of the API. */
  @property() api = '';
  /** The coach's id; that of the signed-in user when left out. */
  @property() coach = '';
  /** `session` keeps the coach signed in over a reload of this tab; in memory when left out. */
  @property() storage: SignInSettings['storage'];
  /** The page's own users: gives a bearer token. */
  @property({ attribute: false }) getToken: SignInSettings['getToken'];
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];
  /** Clock, epoch ms. */
  @property({ attribute: false }) now: () => number = Date.now;
  /** The preview's first time zone; the visitor's own when left out. */
  @property({ attribute: 'preview-time-zone' }) previewTimeZone: TimeZone = '';
  /** `light`, `dark`, or `auto` for the visitor's setting; the page's own `color-scheme` when left out. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;

  @state() private tab: Tab = 'week';
  /** Tabs that were shown: their panels stay, hidden, with everything that was begun in them. */
  private readonly visited = new Set<Tab>(['week']);
  /** The clock that the coach chose. */
  @state() private chosenHour12: boolean | undefined;
  @query('cb-ask-dialog') private readonly asker!: CbAskDialog;
  /** The focus was inside before the last update. */
  private hadFocus = false;
  /**
   * The units in which the coach wrote lengths of time, kept here because the rules are removed while the schedule loads or a sign-in
   * is shown.
   */
  private readonly units = new Map<string, Unit>();
  /** Invalid texts in fields, each with its tab. */
  private readonly entries = new InvalidEntryList(this, () => this.tab);
  private readonly announcements = new Announcements(this, () => this.reading);
  private readonly connection = new EditorConnection(
    this,
    () => {
      const { api, coach, signIn, storage } = this;
      const fetch = this.steady('fetch', this.fetch);
      const getToken = this.steady('getToken', this.getToken);
      return { api, coach, fetch, signIn, getToken, storage, now: () => this.now() };
    },
    {
      askToLeave: () => this.askToLeave(),
      stay: (shown) => Object.assign(this, shown),
      saveChanged: (state) => this.saySave(state),
    },
  );

  constructor() {
    super();
    new UndoKeys(this, (direction) => this.turnBack(direction));
    this.addEventListener('cb-schedule-edit', this.onEdit);
    this.addEventListener('cb-gesture-end', this.onGestureEnd);
  }

  /** True while there is something to save. */
  get dirty(): boolean {
    return this.connection.dirty;
  }

  /** Loads the booked sessions again, for the preview and for warnings. */
  refreshBookings(): void {
    void this.connection.editor?.loadBookings();
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'desk', 'refusals'];
  }

  private get texts(): EditorMessages {
    return this.messages('editor', editorEnglish);
  }

  /** 12-hour clock: as chosen, else the language's default. */
  private get hour12(): boolean {
    return this.chosenHour12 ?? readsTwelveHours(this.language);
  }

  private get reading(): Reading {
    return { locale: this.language, hour12: this.hour12, t: this.texts };
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.hadFocus = this.matches(':focus-within');
    this.visited.add(this.tab);
    if (!connectionProperties.some((name) => changed.has(name))) return;
    this.connection.follow({ signInChanged: changed.has('signIn') });
  }

  /** The focused part may have been removed with a sign-in or a notice: focus the heading. */
  protected override updated(): void {
    if (!this.hadFocus || this.matches(':focus-within')) return;
    this.renderRoot.querySelector<HTMLElement>('h2, cb-sign-in')?.focus();
  }

  protected override render(): TemplateResult {
    const { texts: t } = this;
    const { state } = this.connection;
    if (!state) return developerMessage(t.missing('api'));
    return html`${this.renderState(state)}
      <p class="visually-hidden" role="status">${this.announcements.said}</p>
      <cb-ask-dialog .locale=${this.language}></cb-ask-dialog>`;
  }

  private renderState(state: EditorState): TemplateResult {
    if (state.status === 'editing') return this.renderEditing(state);
    return beforeEditing(state, {
      t: this.texts,
      locale: this.language,
      signIn: this.connection.account,
      reload: () => this.connection.reload(),
    });
  }

  private renderEditing(state: Editing): TemplateResult {
    const { texts: t, language } = this;
    const draft = withKnownZones(state.history.present);
    const { save } = state;
    return html`<div class="frame">
        <div class="top">
          <h2 tabindex="-1">${t.title}</h2>
          ${this.renderZonePicker(draft.time_zone)}
        </div>
        <div class="main">
          <div role="tablist" aria-label=${t.tabs} @keydown=${this.onTabKey}>${tabs.map((tab) => this.renderTab(tab, state))}</div>
          ${repeat(
            tabs.filter((tab) => this.visited.has(tab)),
            (tab) => tab,
            (tab) =>
              html`<div role="tabpanel" id=${tab === this.tab ? 'panel' : nothing} aria-labelledby=${`tab-${tab}`} ?hidden=${tab !== this.tab}>${this.renderPanel(tab, state)}</div>`,
          )}
          ${problemList(this.toCorrect(state), this.reading)}
          ${strandedList(state.problems.length > 0 ? [] : this.stranded(state), draft.time_zone, this.reading)}
          ${this.connection.needsSignIn ? html`<section class="notice"><cb-sign-in .signIn=${this.connection.account} .email=${this.connection.expiredEmail} .note=${t.sessionExpired} .locale=${language} no-sign-up></cb-sign-in></section>` : nothing}
          <cb-save-bar class="bar" part="bar" .state=${state} .entries=${this.entries.all.length} .locale=${language} .hour12=${this.hour12} .now=${this.now} @cb-bar-action=${this.onBarAction}></cb-save-bar>
        </div>
        <aside part="preview">
          <cb-client-preview
            .draft=${draft} .booked=${state.booked} .locale=${language} .hour12=${this.hour12} .now=${this.now}
            .timeZone=${knownZone(this.previewTimeZone || localTimeZone())}
          ></cb-client-preview>
        </aside>
      </div>
      <cb-conflict-view
        .draft=${draft} .locale=${language} .hour12=${this.hour12}
        .theirs=${save.status === 'conflict' ? save.theirs : undefined} .found=${save.status === 'conflict' ? save.found : []}
        @cb-merge=${({ choices }: MergeEvent) => this.connection.editor?.resolve(choices)} @cb-postpone=${() => this.connection.editor?.postpone()}
      ></cb-conflict-view>`;
  }

  private renderZonePicker(zone: TimeZone): TemplateResult {
    return html`<cb-time-zone-picker
      .timeZone=${zone} .locale=${this.language} .hour12=${this.hour12} .now=${this.now}
      @cb-time-zone-change=${this.onZone} @cb-hour-cycle-change=${this.onHourCycle}
    ></cb-time-zone-picker>`;
  }

  private renderTab(tab: Tab, { problems }: Editing): TemplateResult {
    const selected = tab === this.tab;
    const wrong =
      problems.filter((problem) => tabOf(problem) === tab).length +
      this.entries.all.filter(({ place }) => place === tab).length;
    return html`<button
      type="button" role="tab" id=${`tab-${tab}`} part=${selected ? 'tab selected' : 'tab'} data-tab=${tab}
      aria-selected=${selected} aria-controls=${selected ? 'panel' : nothing} tabindex=${selected ? 0 : -1}
      @click=${() => this.show(tab)}
    >${this.texts[tab]}${wrong ? html`<span class="mark"></span><span class="visually-hidden">${comma(this.language)}${this.texts.toCorrect(wrong)}</span>` : nothing}</button>`;
  }

  private renderPanel(shown: Tab, { history: { present }, problems, booked }: Editing): TemplateResult {
    const { language, hour12, now } = this;
    const draft = withKnownZones(present);
    const ownProblem = problems.find(({ field }) => field === 'time_zone');
    switch (shown) {
      case 'week':
        return html`<cb-week-panel .booked=${booked.status === 'ready' ? booked.bookings : []} .draft=${draft} .problems=${problems} .locale=${language} .hour12=${hour12} .now=${now}></cb-week-panel>`;
      case 'exceptions':
        return html`<cb-exceptions .draft=${draft} .problems=${problems} .locale=${language} .hour12=${hour12} .now=${now}></cb-exceptions>`;
      case 'rules':
        return html`<cb-rules .units=${this.units} .draft=${draft} .problems=${problems} .locale=${language} .hour12=${hour12} .now=${now}></cb-rules>`;
      case 'zone':
        return html`<div class="stack">
          <section class="stack">
            <div>
              <h3>${labelled(this.texts.yourZone, zoneCity(present.time_zone), this.language)}</h3>
              <p class="quiet">${this.texts.yourZoneHelp}</p>
              ${ownProblem ? html`<p class="error">${problemText(ownProblem.fault, this.reading)}</p>` : nothing}
            </div>
            <div class="row"><button type="button" class="small" data-do="zone" @click=${this.toZonePicker}>${this.texts.changeYourZone}</button></div>
          </section>
          <cb-travel .draft=${draft} .problems=${problems} .locale=${language} .hour12=${hour12} .now=${now}></cb-travel>
        </div>`;
    }
  }

  private show(tab: Tab): void {
    this.tab = tab;
  }

  private onTabKey(event: KeyboardEvent): void {
    const rtl = this.renderRoot.matches(':dir(rtl)') ? -1 : 1;
    const index = tabs.indexOf(this.tab);
    const next = { ArrowRight: index + rtl, ArrowLeft: index - rtl, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = next === undefined ? undefined : tabs[(next + tabs.length) % tabs.length];
    if (!tab) return;
    event.preventDefault();
    this.tab = tab;
    this.renderRoot.querySelector<HTMLElement>(`[data-tab="${tab}"]`)?.focus();
  }

  /** The faults that keep the draft from being saved, each with the way to its place. */
  private toCorrect({ problems }: Editing): readonly ToCorrect[] {
    const { reading } = this;
    return [
      ...problems.map((problem) => ({ text: problemText(problem.fault, reading), go: () => this.goTo(problem) })),
      ...this.entries.all.map(({ entry, place }) => ({ text: entry.text, go: () => this.goToEntry(entry, place) })),
    ];
  }

  private async goToEntry(entry: InvalidEntry, place: string): Promise<void> {
    this.tab = tabs.find((tab) => tab === place) ?? this.tab;
    await this.updateComplete;
    entry.focus();
  }

  /** Shows the place of a problem and moves focus there. */
  private async goTo(problem: DraftProblem): Promise<void> {
    this.tab = tabOf(problem);
    await this.updateComplete;
    if (this.tab === 'week' && problem.key) this.renderRoot.querySelector('cb-week-panel')?.focusHours(problem.key);
    else this.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
  }

  private stranded({ saved, history, booked }: Editing): readonly Booking[] {
    return booked.status === 'ready' ? strandedBookings(saved, history.present, booked.bookings, this.now()) : [];
  }

  private async onBarAction({ action }: BarActionEvent): Promise<void> {
    const { texts: t } = this;
    const { editor } = this.connection;
    if (action === 'undo' || action === 'redo') this.turnBack(action);
    else if (action === 'save') await this.save();
    else if (action === 'retry') editor?.retryNow();
    else if (action === 'stop') editor?.stopSaving();
    else {
      this.entries.forget();
      editor?.discard();
      this.announcements.say(t.said.discarded);
    }
  }

  private async save(): Promise<void> {
    const { texts: t } = this;
    const { editing, editor } = this.connection;
    if (!editing) return;
    if (this.toCorrect(editing).length > 0) {
      this.renderRoot.querySelector<HTMLElement>('#problems')?.focus();
      return;
    }
    const stranded = this.stranded(editing);
    if (stranded.length > 0) {
      const list = sessionList(stranded, knownZone(editing.history.present.time_zone), this.reading);
      const answers = [
        { id: 'back', label: t.goBack },
        { id: 'save', label: t.saveAnyway },
      ];
      const answer = await this.asker.ask({
        title: t.strandedTitle,
        text: [t.stranded(stranded.length), list, t.strandedHelp],
        answers,
      });
      if (answer !== 'save') return;
    }
    await editor?.save();
  }

  private async onZone(event: TimeZoneChangeEvent): Promise<void> {
    event.stopPropagation();
    const picker = event.currentTarget as CbTimeZonePicker;
    const { texts: t } = this;
    const { editing } = this.connection;
    if (!editing) return;
    const { time_zone: zone, weekly_hours: weekly } = editing.history.present;
    const [city, wanted] = [zoneCity(zone), event.timeZone];
    const example = clock(Number(weekly[0]?.start.slice(0, 2) ?? 9) * 60, this.reading);
    const answer = await this.asker.ask({
      title: t.changeZoneTitle(zoneCity(wanted)),
      text: [t.changeZone(example, zoneCity(wanted)), ...(editing.dirty ? [t.changeZoneUnsaved] : [])],
      answers: [
        { id: 'keep', label: t.keepZone(city) },
        { id: 'use', label: t.takeZone(zoneCity(wanted)) },
      ],
    });
    if (answer === 'use')
      this.dispatchEvent(new ScheduleEditEvent({ type: 'change-settings', change: { time_zone: wanted } }));
    else picker.timeZone = knownZone(zone);
    picker.focus();
  }

  /** The only control for the zone of the hours is next to the heading. */
  private toZonePicker(): void {
    this.renderRoot.querySelector<HTMLElement>('.top cb-time-zone-picker')?.focus();
  }

  private onHourCycle({ hour12 }: HourCycleChangeEvent): void {
    this.chosenHour12 = hour12;
  }

  private askToLeave(): Promise<string> {
    const { texts: t } = this;
    return this.asker.ask({
      title: t.leaveTitle,
      text: [t.leave],
      answers: [
        { id: 'stay', label: t.stay },
        { id: 'discard', label: t.leaveDiscard },
        { id: 'save', label: t.saveHours },
      ],
    });
  }

  private saySave({ save }: Editing): void {
    const { texts: t, announcements } = this;
    if (save.status === 'saved') announcements.say(t.clean);
    if (save.status === 'waiting') announcements.say(t.retrying(Math.round((save.retryAt - this.now()) / 1000)));
    if (save.status === 'failed')
      announcements.say(
        this.connection.needsSignIn ? t.notSignedIn : t.saveFailed(refusalText(save.problem, this.language)),
      );
  }

  private readonly onEdit = (event: ScheduleEditEvent): void => {
    const before = this.connection.editing;
    this.connection.editor?.edit(event.edit, event.gesture);
    const after = this.connection.editing;
    if (before && after && after !== before) this.announcements.edited(event, before, after);
  };

  private readonly onGestureEnd = ({ gesture, abandoned }: GestureEndEvent): void => {
    const { editor, editing } = this.connection;
    if (abandoned) editor?.abandon(gesture);
    else if (editing?.history.gesture === gesture) editor?.settle();
    this.announcements.gestureEnded(abandoned);
  };

  /** Undoes or redoes, and announces it. */
  private turnBack(direction: 'undo' | 'redo'): void {
    const { announcements, connection } = this;
    const { said } = this.texts;
    const { editing, editor } = connection;
    if (!editing) return;
    const steps = direction === 'undo' ? editing.history.past : editing.history.future;
    if (steps.length === 0) announcements.say(direction === 'undo' ? said.nothingToUndo : said.nothingToRedo);
    else {
      editor?.[direction]();
      const after = connection.editing?.history.present ?? editing.history.present;
      const what = changedText(editing.history.present, after, this.reading);
      announcements.say(direction === 'undo' ? said.undone(what) : said.redone(what));
    }
  }
}

/** The tab on which a problem can be corrected. */
function tabOf({ field }: DraftProblem): Tab {
  if (field.startsWith('weekly_hours')) return 'week';
  if (field.startsWith('date_overrides')) return 'exceptions';
  return field.startsWith('zone_overrides') || field === 'time_zone' ? 'zone' : 'rules';
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-availability-editor': CbAvailabilityEditor;
  }
}
