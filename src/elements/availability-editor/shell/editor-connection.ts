import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { bookingsEndpoints } from '../../../contract/endpoints/bookings.ts';
import { scheduleEndpoints } from '../../../contract/endpoints/schedule.ts';
import { type BookingError, isBookingError } from '../../../core/errors.ts';
import { createScheduleEditor } from '../../../core/schedule-editor/editor.ts';
import type { EditorOptions, ScheduleEditor } from '../../../core/schedule-editor/schedule-editor.ts';
import type { Editing, EditorState } from '../../../core/schedule-editor/state.ts';
import type { SignIn } from '../../../core/sign-in/sign-in.ts';
import { type ConnectionOptions, sharedClient } from '../../context/shared-client.ts';
import { EveryMinute } from '../../controllers/every-minute.ts';
import { Subscriptions } from '../../controllers/subscriptions.ts';
import { WarnOnLeave } from '../../controllers/warn-on-leave.ts';

/** The coach and API of the schedule. */
interface EditorSource extends ConnectionOptions {
  /** The coach's id; empty for the signed-in user's own schedule. */
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
  /** The reason why it could not be read who is signed in. */
  private problem: BookingError | undefined;
  private client: EditorOptions['client'] | undefined;
  private known: EditorState | undefined;
  private shown = { api: '', coach: '' };
  /** The id of the coach whose schedule is open. */
  private opened = '';

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
    new WarnOnLeave(host, () => this.dirty);
    // Clients book while the coach edits.
    new EveryMinute(host, () => this.editing && void this.editor?.loadBookings());
  }

  hostConnected(): void {
    window.addEventListener('online', this.onOnline);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.onOnline);
  }

  get editing(): Editing | undefined {
    return this.editor?.state.status === 'editing' ? this.editor.state : undefined;
  }

  /** The state of the editor; before it is known whose schedule to open, that of the sign-in. Undefined without an API. */
  get state(): EditorState | undefined {
    if (this.editor) return this.editor.state;
    const account = this.account?.state;
    if (!account) return undefined;
    if (this.problem) return { status: 'failed', problem: this.problem };
    const isIn = account.status === 'signed-in' && account.bookingId === undefined;
    return isIn ? { status: 'loading' } : { status: 'signed-out', expired: account.status === 'expired' };
  }

  /** Loads again after a failure. */
  reload(): void {
    this.problem = undefined;
    if (this.editor) void this.editor.load();
    else void this.identify();
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
    const { api, coach, fetch, signIn, getToken, storage } = this.source();
    this.editor?.dispose();
    this.editor = undefined;
    this.account = undefined;
    this.problem = undefined;
    this.opened = '';
    this.shown = { api, coach };
    if (!api) return;
    const rows = { ...bookingsEndpoints, ...scheduleEndpoints };
    const client = sharedClient({ api, fetch, signIn, getToken, storage }).with(rows);
    this.client = client;
    this.account = client.signIn;
    this.open();
  }

  /** Opens the schedule of the given coach, else that of the signed-in user as soon as it is known who that is. */
  private open(): void {
    const { client, account } = this;
    const { coach, now } = this.source();
    const user = account?.state.status === 'signed-in' && !account.state.bookingId ? account.state.user : undefined;
    const coachId = coach || (user?.id ?? '');
    if (!coachId) return void this.identify();
    if (!client || coachId === this.opened) return;
    this.opened = coachId;
    if (this.dirty) return void this.leave();
    this.editor?.dispose();
    this.editor = createScheduleEditor({ client, coachId, now });
    this.known = this.editor.state;
    void this.editor.load();
  }

  /** Reads who is signed in; a page's own users are known only then. */
  private async identify(): Promise<void> {
    const { account } = this;
    if (!account || this.editor || (account.state.status !== 'signed-in' && !account.hosted)) return;
    try {
      await account.identify();
    } catch (error) {
      if (!isBookingError(error)) throw error;
      // An ended sign-in is asked for again, and is no failure.
      if (error.kind !== 'unauthenticated') this.problem = error;
    }
    this.host.requestUpdate();
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
    this.openOwn();
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

  /** Without a given coach: another user has signed in, whose schedule it is now. */
  private openOwn(): void {
    const { account } = this;
    if (this.source().coach || account?.state.status !== 'signed-in') return;
    if (account.state.user && account.state.user.id !== this.opened) this.open();
    else if (!account.state.user && !this.editor) void this.identify();
  }

  private readonly onOnline = (): void => {
    this.editor?.retryNow();
  };
}
