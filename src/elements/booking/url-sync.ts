import type { LitElement } from 'lit';
import type { Slot } from '../../contract/availability.ts';
import { type Instant, isLocalDate, type LocalDate, readInstant } from '../../contract/values.ts';
import type { FlowState } from '../../core/flow/state.ts';
import { monthOf } from '../../domain/time/local-date.ts';
import { localDateAt } from '../../domain/time/zone.ts';
import { messagesFor } from '../i18n/locales.ts';
import { linkEnglish } from '../i18n/parts/booking-link.ts';
import type { BookingSource } from './booking-source.ts';

/** The widget whose state is kept in the address. */
export interface UrlSyncTarget {
  /** Holds the present booking, and chooses another session length. */
  readonly source: BookingSource;
  /** Chooses a time, as if the visitor had pressed it. */
  readonly chooseTime: (slot: Slot) => void;
  /** Goes back to the times, where the step allows it. */
  readonly leave: () => void;
  /** The language of the texts. */
  readonly language: () => string;
  /** Shows a message above the times: the time in the address is no longer open. */
  readonly tell: (text: string) => void;
}

/** Marks the history entries that were added for a chosen time. */
const PUSHED = 'cb-booking';

/**
 * Keeps the chosen day and time in the page's address (`?cb-day=…&cb-slot=…&cb-minutes=…`), so that a link to a time, a reload and
 * the back button work. Other parameters, the hash and the page's own history state are not changed.
 */
export class UrlSync {
  private readonly stop = new AbortController();
  private stopFlow: (() => void) | undefined;
  private flow: unknown;
  private before: FlowState['status'] = 'choosing';
  /** The day last read from the address. */
  private day = '';

  constructor(
    private readonly element: LitElement,
    /** The prefix of the parameters' names: two widgets on a page need two. */
    private readonly prefix: string,
    private readonly target: UrlSyncTarget,
  ) {
    const { signal } = this.stop;
    element.addEventListener('cb-day-select', (event) => this.write({ day: event.day }), { signal });
    const moved = () => {
      if (!this.parameter('slot')) this.target.leave();
      void this.read();
    };
    globalThis.addEventListener('popstate', moved, { signal });
    this.follow();
    // When the visitor chose a time before this script loaded, keep that time.
    void this.read();
  }

  /** Follows the host's booking, which is replaced when its attributes change. */
  follow(): void {
    const flow = this.target.source.context?.flow;
    if (flow === this.flow) return;
    this.flow = flow;
    this.stopFlow?.();
    this.stopFlow = flow?.subscribe((state) => this.changed(state));
    if (flow) this.changed(flow.state);
  }

  dispose(): void {
    this.stop.abort();
    this.stopFlow?.();
  }

  private parameter(name: string): string {
    return new URL(globalThis.location.href).searchParams.get(`${this.prefix}-${name}`) ?? '';
  }

  /** Applies the address. */
  private async read(): Promise<void> {
    const start = this.parameter('slot');
    if (readInstant(start) !== undefined) {
      const minutes = Number(this.parameter('minutes'));
      if (this.isChoosing) await this.open(start, minutes);
      return;
    }
    const day = this.parameter('day');
    // Links within the page come here too: they change nothing, and the visitor may have gone to another month.
    if (day === this.day) return;
    this.day = day;
    if (isLocalDate(day)) this.show({ day });
  }

  /** Opens a time of the address; when it is no longer open, shows the other times of its day. */
  private async open(start: Instant, minutes: number): Promise<void> {
    const { target, element } = this;
    if (minutes > 0) target.source.choose(minutes);
    await element.updateComplete;
    const booking = target.source.context;
    if (!booking) return;
    const day = localDateAt(booking.preferences.state.timeZone, readInstant(start) ?? 0);
    const { days } = await booking.availability.load(monthOf(day));
    if (this.stop.signal.aborted || this.parameter('slot') !== start || !this.isChoosing) return;
    // The coach offers another length than the one first assumed.
    if (target.source.context !== booking) return this.open(start, 0);
    const slot = days.get(day)?.find((open) => open.start === start);
    this.show({ day, selected: slot?.start ?? '' });
    if (slot) target.chooseTime(slot);
    else {
      this.write({ slot: '', minutes: '', day });
      target.tell(messagesFor('booking', linkEnglish, target.language()).slotGone);
    }
  }

  private show(place: { readonly day: LocalDate; readonly selected?: Instant }): void {
    const picker = this.element.renderRoot.querySelector('cb-availability-picker');
    if (picker) Object.assign(picker, { month: monthOf(place.day), ...place });
  }

  private get isChoosing(): boolean {
    return this.target.source.context?.flow.state.status === 'choosing';
  }

  private changed(state: FlowState): void {
    const { before } = this;
    this.before = state.status;
    const has = this.parameter('slot');
    if (state.status === 'details') {
      const { start, duration_minutes } = state.slot;
      if (has === start) return;
      // Choosing another time after a taken one is the same step.
      this.write({ slot: start, minutes: String(duration_minutes) }, before === 'choosing' ? 'push' : 'replace');
    } else if (state.status === 'choosing' && before !== 'choosing' && has) {
      if (globalThis.history.state?.[PUSHED] === this.prefix) globalThis.history.back();
      else this.write({ slot: '', minutes: '' });
    } else if (state.status === 'booked') {
      // After a reload the same time must not be offered for booking again.
      this.write({ slot: '', minutes: '', day: '' });
    }
  }

  private write(parts: Readonly<Record<string, string>>, how: 'push' | 'replace' = 'replace'): void {
    const address = new URL(globalThis.location.href);
    for (const [name, value] of Object.entries(parts)) {
      if (name === 'day') this.day = value;
      if (value) address.searchParams.set(`${this.prefix}-${name}`, value);
      else address.searchParams.delete(`${this.prefix}-${name}`);
    }
    const { history } = globalThis;
    try {
      if (how === 'push') history.pushState({ ...history.state, [PUSHED]: this.prefix }, '', address);
      else history.replaceState(history.state, '', address);
    } catch {
      // A frame without an address of its own (`srcdoc`), or too many changes in a short time: the booking goes on without.
    }
  }
}
