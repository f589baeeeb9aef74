import type { PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { bookingsEndpoints } from '../../../contract/endpoints/bookings.ts';
import { scheduleEndpoints } from '../../../contract/endpoints/schedule.ts';
import type { ClientOptions } from '../../../core/client/client.ts';
import { createScheduleEditor } from '../../../core/schedule-editor/editor.ts';
import type { ScheduleEditor } from '../../../core/schedule-editor/schedule-editor.ts';
import type { Editing, EditorState } from '../../../core/schedule-editor/state.ts';
import type { Session, SessionSettings } from '../../../core/sign-in/session.ts';
import { CbElement } from '../../base/element.ts';
import { readsTwelveHours } from '../../context/preferences.ts';
import { sharedClient } from '../../context/shared-client.ts';
import { EveryMinute } from '../../controllers/every-minute.ts';
import { Subscriptions } from '../../controllers/subscriptions.ts';
import { type EditorMessages, editorEnglish } from '../../i18n/editor.ts';
import type { CbAskDialog } from '../part/ask-dialog.ts';
import type { GestureEndEvent, ScheduleEditEvent } from '../part/edit-events.ts';
import { problemText, type Reading } from '../part/words.ts';
import { sayEdit } from './announce.ts';

const connection = ['api', 'coach', 'fetch', 'session', 'getToken', 'storage'] as const;

/** What the editor is beneath what it shows: its connection, its guard against lost work, undo by keyboard, what it says. */
export abstract class EditorHost extends CbElement {
  /** Address of the API. */
  @property() api = '';
  /** The coach's id. */
  @property() coach = '';
  /** `session` keeps the coach signed in over a reload of this tab; in memory when left out. */
  @property() storage: SessionSettings['storage'];
  /** A session to share with the rest of the page. */
  @property({ attribute: false }) session: Session | undefined;
  /** The page's own users: gives a bearer token. */
  @property({ attribute: false }) getToken: SessionSettings['getToken'];
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];
  /** Clock, epoch ms. */
  @property({ attribute: false }) now: () => number = Date.now;

  /** The clock the coach switched to. */
  @state() private chosenHour12: boolean | undefined;
  /** What the live region says. */
  @state() protected said = '';
  @query('cb-ask-dialog') protected readonly asker!: CbAskDialog;
  /** Whose schedule it is, and who may change it. */
  protected account: Session | undefined;
  protected editor: ScheduleEditor | undefined;
  private known: EditorState | undefined;
  private shown = { api: '', coach: '' };
  /** Text is being typed that no edit has taken over yet: undo is the field's own. */
  private typing = false;
  private unsaid = '';
  private made: string | undefined;

  constructor() {
    super();
    new Subscriptions(
      this,
      () => [this.editor, this.account],
      () => this.onStoreChange(),
    );
    // Clients book while the coach edits.
    new EveryMinute(this, () => this.editing && void this.editor?.loadBookings());
    this.addEventListener('cb-schedule-edit', this.onEdit);
    this.addEventListener('cb-gesture-end', this.onGestureEnd);
    this.addEventListener('input', () => this.setTyping(true));
    this.addEventListener('focusout', () => this.setTyping(false));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.onUndoKey);
    window.addEventListener('online', this.onOnline);
    window.addEventListener('beforeunload', this.onUnload);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.onUndoKey);
    window.removeEventListener('online', this.onOnline);
    window.removeEventListener('beforeunload', this.onUnload);
  }

  /** True while there is something to save. */
  get dirty(): boolean {
    return this.editing?.dirty ?? false;
  }

  protected get texts(): EditorMessages {
    return this.messages('editor', editorEnglish);
  }

  /** 12-hour clock: as chosen, else the habit of the language. */
  protected get hour12(): boolean {
    return this.chosenHour12 ?? readsTwelveHours(this.language);
  }

  protected set hour12(hour12: boolean) {
    this.chosenHour12 = hour12;
  }

  protected get reading(): Reading {
    return { locale: this.language, hour12: this.hour12, t: this.texts };
  }

  protected get editing(): Editing | undefined {
    return this.editor?.state.status === 'editing' ? this.editor.state : undefined;
  }

  /** The session ended while something was unsaved. */
  protected needsSignIn(state: EditorState | undefined): boolean {
    if (state?.status !== 'editing' || state.save.status !== 'failed') return false;
    return state.save.problem.kind === 'unauthenticated';
  }

  /** Says it once; the same again is said again. */
  protected say(text: string): void {
    this.said = this.said === text ? `${text}\u00a0` : text;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!connection.some((name) => changed.has(name))) return;
    const moved = this.coach !== this.shown.coach || this.api !== this.shown.api;
    if (this.dirty) {
      if (moved) void this.leave();
    } else if (moved || !this.editor || changed.has('session')) this.connect();
  }

  /** Begins with another coach or another server. */
  private connect(): void {
    this.editor?.dispose();
    this.editor = undefined;
    this.account = undefined;
    this.shown = { api: this.api, coach: this.coach };
    if (!this.api || !this.coach) return;
    const { api, fetch, session, getToken, storage } = this;
    const rows = { ...bookingsEndpoints, ...scheduleEndpoints };
    const client = sharedClient({ api, fetch, session, getToken, storage }).with(rows);
    this.account = client.session;
    this.editor = createScheduleEditor({ client, coachId: this.coach, now: () => this.now() });
    this.known = this.editor.state;
    void this.editor.load();
  }

  /** Another coach is asked for while something is unsaved: nobody loses work by a changed attribute. */
  private async leave(): Promise<void> {
    const { texts: t } = this;
    const answer = await this.asker.ask({
      title: t.leaveTitle,
      text: [t.leave],
      answers: [
        { id: 'stay', label: t.stay },
        { id: 'discard', label: t.leaveDiscard },
        { id: 'save', label: t.saveHours },
      ],
    });
    if (answer === 'save') await this.editor?.save();
    if (answer === 'discard' || (answer === 'save' && !this.dirty)) {
      this.connect();
      this.requestUpdate();
    } else Object.assign(this, this.shown);
  }

  private onStoreChange(): void {
    const { editor, known, account } = this;
    if (!editor) return;
    const { state } = editor;
    this.known = state;
    if (known === state) {
      // The session changed, not the schedule.
      if (account?.state.status !== 'signed-in') return;
      if (state.status === 'signed-out') void editor.load();
      else if (this.needsSignIn(state)) void editor.save();
      return;
    }
    if (known?.status !== 'editing' || state.status !== 'editing' || known.save === state.save) return;
    const { texts: t } = this;
    const { save } = state;
    if (save.status === 'saved') this.say(t.clean);
    if (save.status === 'waiting') this.say(t.retrying(Math.round((save.retryAt - this.now()) / 1000)));
    if (save.status === 'failed') this.say(t.saveFailed(save.problem.detail));
  }

  private readonly onEdit = ({ edit, gesture }: ScheduleEditEvent): void => {
    const before = this.editing;
    if (!before || !this.editor) return;
    this.typing = false;
    this.editor.edit(edit, gesture);
    const after = this.editing;
    if (!after || after === before) return;
    // Hours that a drag makes are new until it ends.
    if (edit.type === 'add-hours') this.made = gesture;
    const said = edit.type === 'change-hours' && gesture && gesture === this.made ? 'add-hours' : edit.type;
    const text = sayEdit(
      { ...edit, type: said } as typeof edit,
      before.history.present,
      after.history.present,
      this.reading,
    );
    const problem = after.problems.find(({ key }) => 'key' in edit && key === edit.key);
    const full = problem ? `${text}. ${this.texts.problem(problemText(problem.fault, this.reading))}` : text;
    // A drag, and a date being typed, speak when they end.
    if (gesture && !gesture.startsWith('keys')) this.unsaid = full;
    else this.say(full);
  };

  private readonly onGestureEnd = ({ gesture, abandoned }: GestureEndEvent): void => {
    if (abandoned) this.editor?.abandon(gesture);
    else if (this.editing?.history.gesture === gesture) this.editor?.settle();
    if (this.unsaid && !abandoned) this.say(this.unsaid);
    this.unsaid = '';
  };

  /** Takes back or does again, and says so. */
  protected turnBack(direction: 'undo' | 'redo'): void {
    const { texts: t, editing } = this;
    if (!editing) return;
    const steps = direction === 'undo' ? editing.history.past : editing.history.future;
    if (steps.length === 0) this.say(direction === 'undo' ? t.said.nothingToUndo : t.said.nothingToRedo);
    else {
      this.editor?.[direction]();
      this.say(direction === 'undo' ? t.said.undone : t.said.redone);
    }
  }

  /** Also when focus is nowhere: what it was on may be gone. */
  private readonly onUndoKey = (event: KeyboardEvent): void => {
    if (!event.composedPath().includes(this) && event.target !== document.body) return;
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || this.typing || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    this.turnBack(key === 'y' || event.shiftKey ? 'redo' : 'undo');
  };

  private setTyping(typing: boolean): void {
    this.typing = typing;
  }

  private readonly onOnline = (): void => {
    this.editor?.retryNow();
  };

  private readonly onUnload = (event: BeforeUnloadEvent): void => {
    if (this.dirty) event.preventDefault();
  };
}
