import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { calendarEndpoints } from '../../contract/endpoints/calendar.ts';
import type { VisitorBusy } from '../../core/visitor-busy/visitor-busy.ts';
import type { Interval } from '../../domain/availability/interval.ts';
import { addMonths, startOfMonth } from '../../domain/time/local-date.ts';
import { startOfDay } from '../../domain/time/zone.ts';
import { register } from '../base/register.ts';
import type { VisitorClient } from '../context/shared-client.ts';
import { Subscriptions } from '../controllers/subscriptions.ts';
import type { PickerSource } from '../picker-state/picker-source.ts';
import type { PickerView } from '../picker-state/picker-view.ts';

/** The picker around it: its view, its source, its language and clock. */
export interface PickerOnShow {
  readonly view: PickerView;
  readonly source: PickerSource;
  readonly language: string;
  /** Clock, epoch ms. */
  readonly now: () => number;
}

type Host = ReactiveControllerHost & {
  readonly client: VisitorClient | undefined;
  readonly busy: VisitorBusy;
  readonly panels: PickerOnShow | undefined;
  useAccount(): Promise<void>;
};

/** The busy times of the visitor's connected calendars, loaded month by month once the visitor compares them. */
export class ConnectedCalendars implements ReactiveController {
  /** True while `<cb-calendar-connect>` is shown, to sign in or to connect a first calendar. */
  connecting = false;
  private wanted = false;
  private wasSignedIn = false;
  /** The client and the user whose calendars are compared. */
  private owner: { readonly client: VisitorClient | undefined; userId: string | undefined } | undefined;

  constructor(private readonly host: Host) {
    host.addController(this);
    // Runs at each change: one person can sign out and another in before the host updates.
    new Subscriptions(
      host,
      () => [host.client?.signIn],
      () => this.forgetOthers(),
    );
  }

  get signedIn(): boolean {
    const account = this.host.client?.signIn.state;
    // A signed link gives access to one booking, not to its owner's calendars.
    return account?.status === 'signed-in' && account.bookingId === undefined;
  }

  /** True once the backend has shown that it lacks the calls. */
  get lacking(): boolean {
    const { calendars } = this;
    return !!calendars && !(calendars.supports('listCalendarConnections') && calendars.supports('getOwnBusy'));
  }

  hostUpdate(): void {
    const { signedIn } = this;
    this.forgetOthers();
    void this.ask();
    // Somebody who signs in here may have connected a calendar before.
    if (this.connecting && signedIn && !this.wasSignedIn) void this.host.useAccount();
    this.wasSignedIn = signedIn;
  }

  /** Compares with connected calendars, or shows the way to connect one. True when they are compared. */
  async use(): Promise<boolean> {
    if (this.host.busy.state.account.status === 'failed') this.host.busy.forgetAccount();
    if (this.signedIn && (await this.hasConnected()) && this.signedIn) {
      this.wanted = true;
      this.owner = { client: this.host.client, userId: this.userId };
      await this.ask();
      const compared = this.host.busy.state.account.status === 'on';
      if (compared) this.connecting = false;
      return compared;
    }
    if (this.lacking) this.host.requestUpdate();
    else await this.connect();
    return false;
  }

  /** Shows the way to connect a calendar. */
  async connect(): Promise<void> {
    const { CbCalendarConnect } = await import('../calendar-connect/calendar-connect.ts');
    register('cb-calendar-connect', CbCalendarConnect);
    this.connecting = true;
    this.host.requestUpdate();
  }

  forget(): void {
    this.wanted = false;
    this.owner = undefined;
    this.host.busy.forgetAccount();
  }

  private get userId(): string | undefined {
    const account = this.host.client?.signIn.state;
    return account?.status === 'signed-in' ? account.user?.id : undefined;
  }

  /** Drops the busy times of a user who is no longer signed in. */
  private forgetOthers(): void {
    const { owner, userId } = this;
    if (!owner) return;
    const other = owner.client !== this.host.client || (userId && owner.userId && userId !== owner.userId);
    if (!this.signedIn || other) this.forget();
    else owner.userId ??= userId;
  }

  private get calendars() {
    return this.host.client?.with(calendarEndpoints);
  }

  /** False after a failed request too: `<cb-calendar-connect>` then shows the reason. */
  private async hasConnected(): Promise<boolean> {
    const reply = await this.calendars?.listCalendarConnections().catch(() => undefined);
    return reply?.connections.some(({ status }) => status === 'connected') ?? false;
  }

  private async ask(): Promise<void> {
    const { calendars, wanted } = this;
    const { panels, busy } = this.host;
    if (wanted && calendars && panels) await busy.useAccount(calendars, monthOnShow(panels.view));
  }
}

function monthOnShow({ month, timeZone }: PickerView): Interval {
  const [start, end] = [startOfMonth(month), startOfMonth(addMonths(month, 1))];
  return { start: startOfDay(timeZone, start), end: startOfDay(timeZone, end) };
}
