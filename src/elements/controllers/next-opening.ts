import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Slot } from '../../contract/availability.ts';
import { type Instant, writeInstant } from '../../contract/values.ts';
import type { Availability } from '../../core/availability.ts';
import { addMonths, startOfMonth } from '../../domain/time/local-date.ts';
import { startOfDay } from '../../domain/time/zone.ts';
import type { PickerView } from '../picker-view.ts';

/** What is known of the next opening. `none`: the coach has nothing at all within a year. */
export type NextOpeningState =
  | { readonly status: 'searching' }
  | { readonly status: 'found'; readonly slot: Slot }
  | { readonly status: 'none' }
  | { readonly status: 'failed' };

/** Finds the opening after a moment; where there is none, the first from now on. One search at a time. */
export class NextOpening implements ReactiveController {
  state: NextOpeningState = { status: 'searching' };
  private sought: { readonly availability: Availability; readonly after: Instant } | undefined;
  private search = new AbortController();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** Ends the search; the next `look` starts anew. */
  forget(): void {
    this.search.abort();
    this.sought = undefined;
  }

  /** Looks beyond the day, or the month, that turned out to have nothing; what the month shows of later days comes first. */
  lookFrom(availability: Availability | undefined, view: PickerView): void {
    const { status, slots, day, month, timeZone, counts } = view;
    if (!availability || status !== 'ready' || slots.length > 0) return;
    const later = day && [...(counts ?? [])].find(([date, count]) => date > day && count > 0)?.[0];
    const slot = later && availability.month(month).days.get(later)?.[0];
    if (slot) {
      this.forget();
      this.state = { status: 'found', slot };
      return;
    }
    const beyond = startOfMonth(addMonths(month, 1));
    this.look(availability, writeInstant(startOfDay(timeZone, beyond)));
  }

  /** Looks for the first opening from `after` on, unless that is what it did last. */
  private look(availability: Availability, after: Instant): void {
    if (this.sought?.availability === availability && this.sought.after === after) return;
    this.forget();
    this.sought = { availability, after };
    this.search = new AbortController();
    this.state = { status: 'searching' };
    void this.run(availability, after, this.search.signal);
  }

  private async run(availability: Availability, after: Instant, signal: AbortSignal): Promise<void> {
    let state: NextOpeningState;
    try {
      const slot = (await availability.nextOpening({ after, signal })) ?? (await availability.nextOpening({ signal }));
      state = slot ? { status: 'found', slot } : { status: 'none' };
    } catch {
      // The month itself says what went wrong; here only the way on is missing.
      state = { status: 'failed' };
    }
    if (signal.aborted) return;
    this.state = state;
    this.host.requestUpdate();
  }
}
