import type { ReactiveControllerHost } from 'lit';
import type { Slot } from '../../contract/availability.ts';
import { readInstant } from '../../contract/values.ts';
import type { Availability } from '../../core/availability.ts';
import { groupByDay } from '../../domain/availability/by-day.ts';
import { addMonths, type MonthKey } from '../../domain/time/local-date.ts';
import type { VisitorClient } from '../shared-client.ts';

/** As many as the contract lets one ask for: one day may have dozens. */
const MOST = 50;

/** Whose next times. */
export interface NextTimesOf {
  readonly availability: Availability;
  readonly client: VisitorClient;
  readonly coachId: string;
  /** Minutes; 0 leaves it to the server. */
  readonly duration: number;
  /** Days wanted. */
  readonly count: number;
}

/**
 * The first open time of each of the next open days. The months at hand mostly tell; only where they do not is the server asked, if it can
 * look further ahead.
 */
export class NextTimes {
  private loaded: Availability | undefined;
  private asked: Availability | undefined;
  private answer: readonly Slot[] = [];

  constructor(private readonly host: ReactiveControllerHost) {}

  /** The times as known now; undefined while nothing is known. */
  from(of: NextTimesOf, month: MonthKey, now: number): readonly Slot[] | undefined {
    const present = of.availability.month(month);
    if (present.status === 'loading') this.load(of.availability, month);
    if (present.days.size === 0 && present.status !== 'ready') return undefined;
    const known = [present, of.availability.month(addMonths(month, 1))]
      .flatMap(({ days }) => [...days.values()].flatMap((slots) => slots.slice(0, 1)))
      .slice(0, of.count);
    if (known.length < of.count && present.status === 'ready') this.ask(of);
    const answer = this.asked === of.availability ? this.answer : [];
    const coming = answer.filter(({ start }) => (readInstant(start) ?? 0) > now);
    const more = [...groupByDay(coming, of.availability.state.timeZone).values()]
      .flatMap((slots) => slots.slice(0, 1))
      .slice(0, of.count);
    return more.length > known.length ? more : known;
  }

  /** A picker that starts in a later month has not asked for the present one. */
  private load(availability: Availability, month: MonthKey): void {
    if (this.loaded === availability) return;
    this.loaded = availability;
    void availability.load(month);
  }

  private ask({ availability, client, coachId, duration }: NextTimesOf): void {
    if (this.asked === availability || !client.supports('getNextAvailability')) return;
    this.asked = availability;
    this.answer = [];
    const query = { count: MOST, ...(duration && { duration_minutes: duration }) };
    client.getNextAvailability({ params: { coach_id: coachId }, query }).then(
      ({ available_slots }) => {
        if (this.asked !== availability) return;
        this.answer = available_slots;
        this.host.requestUpdate();
      },
      // What the months say is shown all the same.
      () => undefined,
    );
  }
}
