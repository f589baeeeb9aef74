import type { Slot } from '../contract/availability.ts';
import { type Instant, isLocalDate, type LocalDate, readInstant } from '../contract/values.ts';
import type { FlowState } from '../core/flow/state.ts';
import { monthOf } from '../domain/time/local-date.ts';
import { localDateAt } from '../domain/time/zone.ts';
import type { BookingContext } from './context.ts';

/** What the address is kept in step with. */
export interface UrlSyncTarget {
  /** The booking in force. */
  readonly booking: () => BookingContext | undefined;
  /** Shows a day's times. */
  readonly showDay: (day: LocalDate) => void;
  /** Goes on with a time, as if the visitor had pressed it. */
  readonly chooseTime: (slot: Slot) => void;
  /** Asks for another length of session. */
  readonly chooseMinutes: (minutes: number) => void;
}

/** Marks the entries of the page's history that a chosen time has added. */
const PUSHED = 'cb-booking';

/**
 * Keeps the chosen day and time in the page's address (`?cb-day=…&cb-slot=…&cb-minutes=…`), so that a link to a time, a reload
 * and the back button work. Other parameters, the hash and the page's own history state stay as they are.
 */
export class UrlSync {
  private readonly stop = new AbortController();
  private stopFlow: (() => void) | undefined;
  private flow: unknown;
  private before: FlowState['status'] = 'choosing';

  constructor(
    element: HTMLElement,
    /** Begins the names of the parameters: two widgets on a page take two. */
    private readonly prefix: string,
    private readonly target: UrlSyncTarget,
  ) {
    const { signal } = this.stop;
    element.addEventListener('cb-day-select', (event) => this.write({ day: event.day }), { signal });
    globalThis.addEventListener('popstate', () => void this.read(), { signal });
    this.follow();
    void this.read();
  }

  /** Follows the host's booking, which is another one after a change of its attributes. */
  follow(): void {
    const flow = this.target.booking()?.flow;
    if (flow === this.flow) return;
    this.flow = flow;
    this.stopFlow?.();
    this.stopFlow = flow?.subscribe((state) => this.changed(state));
  }

  dispose(): void {
    this.stop.abort();
    this.stopFlow?.();
  }

  private parameter(name: string): string {
    return new URL(globalThis.location.href).searchParams.get(`${this.prefix}-${name}`) ?? '';
  }

  /** Goes where the address says. */
  private async read(): Promise<void> {
    const { target } = this;
    const start = this.parameter('slot');
    const day = this.parameter('day');
    const status = target.booking()?.flow.state.status;
    if (readInstant(start) !== undefined) {
      if (status === 'choosing') await this.open(start);
      return;
    }
    if (status === 'details' || status === 'authenticating') target.booking()?.flow.send({ type: 'back' });
    if (isLocalDate(day)) target.showDay(day);
  }

  /** A time in the address may have gone meanwhile: then its day is shown, with what is left of it. */
  private async open(start: Instant): Promise<void> {
    const { target } = this;
    const minutes = Number(this.parameter('minutes'));
    if (minutes && minutes !== target.booking()?.durationMinutes) target.chooseMinutes(minutes);
    const booking = target.booking();
    if (!booking) return;
    const day = localDateAt(booking.preferences.state.timeZone, readInstant(start) ?? 0);
    const { days } = await booking.availability.load(monthOf(day));
    if (this.stop.signal.aborted || target.booking() !== booking || booking.flow.state.status !== 'choosing') return;
    const slot = days.get(day)?.find((open) => open.start === start);
    if (slot) target.chooseTime(slot);
    else target.showDay(day);
  }

  private changed(state: FlowState): void {
    const { before } = this;
    this.before = state.status;
    if (state.status === before) return;
    const has = this.parameter('slot');
    if (state.status === 'details' && before === 'choosing') {
      const { start, duration_minutes } = state.slot;
      if (has !== start) this.write({ slot: start, minutes: String(duration_minutes) }, 'push');
    } else if (state.status === 'choosing' && has) {
      if (globalThis.history.state?.[PUSHED] === this.prefix) globalThis.history.back();
      else this.write({ slot: '', minutes: '' });
    } else if (state.status === 'booked') {
      // A reload must not lead to booking the same time again.
      this.write({ slot: '', minutes: '', day: '' });
    }
  }

  private write(parts: Readonly<Record<string, string>>, how: 'push' | 'replace' = 'replace'): void {
    const address = new URL(globalThis.location.href);
    for (const [name, value] of Object.entries(parts)) {
      if (value) address.searchParams.set(`${this.prefix}-${name}`, value);
      else address.searchParams.delete(`${this.prefix}-${name}`);
    }
    const { history } = globalThis;
    if (how === 'push') history.pushState({ ...history.state, [PUSHED]: this.prefix }, '', address);
    else history.replaceState(history.state, '', address);
  }
}
