import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { calendarEndpoints } from '../../contract/endpoints/calendar.ts';
import type { OwnBusy } from '../../core/own-busy/own-busy.ts';
import type { Interval } from '../../domain/availability/interval.ts';
import { addMonths, startOfMonth } from '../../domain/time/local-date.ts';
import { startOfDay } from '../../domain/time/zone.ts';
import { register } from '../base/register.ts';
import type { VisitorClient } from '../context/shared-client.ts';
import type { PickerSource } from '../picker-state/picker-source.ts';
import type { PickerView } from '../picker-state/picker-view.ts';

/** What the picker around shows, from which, and how times are read. */
export interface OwnDayPanels {
  readonly view: PickerView;
  readonly source: PickerSource;
  readonly language: string;
  /** Clock, epoch ms. */
  readonly now: () => number;
}

type Host = ReactiveControllerHost & {
  readonly client: VisitorClient | undefined;
  readonly busy: OwnBusy;
  readonly panels: OwnDayPanels | undefined;
  useAccount(): Promise<void>;
};

/** The busy times of the calendars a visitor connected, asked for month by month once they want them compared. */
export class OwnDayAccount implements ReactiveController {
  /** `<cb-calendar-connect>` is on show: to sign in, or to connect a first calendar. */
  connecting = false;
  private wanted = false;
  private wasSignedIn = false;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  get signedIn(): boolean {
    const session = this.host.client?.session.state;
    // A signed link reaches one booking, not its owner's calendars.
    return session?.status === 'signed-in' && session.bookingId === undefined;
  }

  /** The backend has shown that it cannot be asked. */
  get lacking(): boolean {
    const { calendars } = this;
    return !!calendars && !(calendars.supports('listCalendarConnections') && calendars.supports('getOwnBusy'));
  }

  hostUpdate(): void {
    const { signedIn } = this;
    if (this.wanted && !signedIn) this.forget();
    else void this.ask();
    // Who signs in here may have connected a calendar long ago.
    if (this.connecting && signedIn && !this.wasSignedIn) void this.host.useAccount();
    this.wasSignedIn = signedIn;
  }

  /** Compares with connected calendars, or has some connected first. True when they are compared. */
  async use(): Promise<boolean> {
    if (this.host.busy.state.account.status === 'failed') this.host.busy.forgetAccount();
    if (this.signedIn && (await this.hasConnected())) {
      this.wanted = true;
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
    this.host.busy.forgetAccount();
  }

  private get calendars() {
    return this.host.client?.with(calendarEndpoints);
  }

  /** Not knowing counts as no: what is then shown says why. */
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
