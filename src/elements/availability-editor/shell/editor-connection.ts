import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { bookingsEndpoints } from '../../../contract/endpoints/bookings.ts';
import { scheduleEndpoints } from '../../../contract/endpoints/schedule.ts';
import { createScheduleEditor } from '../../../core/schedule-editor/editor.ts';
import type { ScheduleEditor } from '../../../core/schedule-editor/schedule-editor.ts';
import type { Editing, EditorState } from '../../../core/schedule-editor/state.ts';
import type { SignIn } from '../../../core/sign-in/sign-in.ts';
import { type ConnectionOptions, sharedClient } from '../../context/shared-client.ts';
import { EveryMinute } from '../../controllers/every-minute.ts';
import { Subscriptions } from '../../controllers/subscriptions.ts';

/** The coach and API of the schedule. */
interface EditorSource extends ConnectionOptions {
  /** The coach's id. */
  readonly coach: string;
  /** Clock, epoch ms. */
  readonly now: () => number;
}

/** The callbacks of the connection. */
interface ConnectionTells {
  /** Asks what to do with unsaved changes before another coach is shown. */
  readonly askToLeave: () => Promise<string>;
  /** Shows the previous coach again. */
  readonly stay: (shown: { readonly api: string; readonly coach: string }) => void;
  /** Called when the state of saving has changed. */
  readonly saveChanged: (state: Editing) => void;
}

/**
 * Opens the schedule of a coach and follows the sign-in. A changed attribute or an ended sign-in does not lose unsaved changes;
 * leaving the page asks first.
 */
export class EditorConnection implements ReactiveController {
  editor: ScheduleEditor | undefined;
  /** The sign-in that is used to read and save the schedule. */
  account: SignIn | undefined;
  private known: EditorState | undefined;
  private shown = { api: '', coach: '' };

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly source: () => EditorSource,
    private readonly tells: ConnectionTells,
  ) {
    host.addController(this);
    new Subscriptions(
      host,
      () => [this.editor, this.account],
      () => this.onStoreChange(),
    );
    // Clients book while the coach edits.
    new EveryMinute(host, () => this.editing && void this.editor?.loadBookings());
  }

  hostConnected(): void {
    window.addEventListener('online', this.onOnline);
    window.addEventListener('beforeunload', this.onUnload);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.onOnline);
    window.removeEventListener('beforeunload', this.onUnload);
  }

  get editing(): Editing | undefined {
    return this.editor?.state.status === 'editing' ? this.editor.state : undefined;
  }

  /** True while there is something to save. */
  get dirty(): boolean {
    return this.editing?.dirty ?? false;
  }

  /** True when the sign-in ended while changes were unsaved. */
  get needsSignIn(): boolean {
    const save = this.editing?.save;
    return save?.status === 'failed' && save.problem.kind === 'unauthenticated';
  }

  /** The e-mail address of the ended sign-in. */
  get expiredEmail(): string {
    const account = this.account?.state;
    return account?.status === 'expired' ? (account.user?.email ?? '') : '';
  }

  /** Applies changed attributes. */
  follow({ signInChanged }: { readonly signInChanged: boolean }): void {
    const { api, coach } = this.source();
    const moved = coach !== this.shown.coach || api !== this.shown.api;
    if (this.dirty) {
      if (moved) void this.leave();
    } else if (moved || !this.editor || signInChanged) this.connect();
  }

  private connect(): void {
    const { api, coach, fetch, signIn, getToken, storage, now } = this.source();
    this.editor?.dispose();
    this.editor = undefined;
    this.account = undefined;
    this.shown = { api, coach };
    if (!api || !coach) return;
    const rows = { ...bookingsEndpoints, ...scheduleEndpoints };
    const client = sharedClient({ api, fetch, signIn, getToken, storage }).with(rows);
    this.account = client.signIn;
    this.editor = createScheduleEditor({ client, coachId: coach, now });
    this.known = this.editor.state;
    void this.editor.load();
  }

  /** Asks about unsaved changes before another coach is opened. */
  private async leave(): Promise<void> {
    const answer = await this.tells.askToLeave();
    if (answer === 'save') await this.editor?.save();
    if (answer === 'discard' || (answer === 'save' && !this.dirty)) {
      this.connect();
      this.host.requestUpdate();
    } else this.tells.stay(this.shown);
  }

  private onStoreChange(): void {
    const { editor, known, account } = this;
    if (!editor) return;
    const { state } = editor;
    this.known = state;
    if (known === state) {
      // The sign-in changed, not the schedule.
      if (account?.state.status !== 'signed-in') return;
      if (state.status === 'signed-out') void editor.load();
      else if (this.needsSignIn) void editor.save();
      return;
    }
    if (known?.status === 'editing' && state.status === 'editing' && known.save !== state.save) {
      this.tells.saveChanged(state);
    }
  }

  private readonly onOnline = (): void => {
    this.editor?.retryNow();
  };

  private readonly onUnload = (event: BeforeUnloadEvent): void => {
    if (this.dirty) event.preventDefault();
  };
}
