import { ContextConsumer } from '@lit/context';
import type { LitElement } from 'lit';
import type { Coach, OfferedDuration } from '../../contract/coach.ts';
import { type Instant, isTimeZone, type TimeZone } from '../../contract/values.ts';
import { type Availability, createAvailability } from '../../core/availability/availability.ts';
import { type CoachProfile, coachProfile } from '../context/coach-profile.ts';
import { bookingContext } from '../context/context.ts';
import { createPreferences, type Preferences, type PreferencesState } from '../context/preferences.ts';
import { type ConnectionOptions, sharedClient, type VisitorClient } from '../context/shared-client.ts';
import { OnReturn } from '../controllers/on-return.ts';
import { Subscriptions } from '../controllers/subscriptions.ts';
import type { PickerView } from './picker-view.ts';

/** The attributes and properties of a picker. */
interface PickerOptions extends Pick<ConnectionOptions, 'api' | 'fetch'> {
  readonly client: VisitorClient | undefined;
  readonly coach: string;
  /** Minutes; 0 when left out. */
  readonly duration: number;
  readonly durations: readonly OfferedDuration[] | undefined;
  /** The page's own `locale`, which decides the clock; empty when it sets none. */
  readonly locale: string;
  /** Clock, epoch ms. */
  readonly now: (() => number) | undefined;
}

/** The notes at times when the visitor is busy, by start. */
export type BusyWords = ReadonlyMap<Instant, string>;

/** The picker's times: from the `<cb-booking>` around it, else by its own attributes. */
export class PickerSource {
  availability: Availability | undefined;
  client: VisitorClient | undefined;
  coachId = '';
  preferences: Preferences | undefined;
  /** Times at which the visitor is busy. */
  busy: BusyWords | undefined;
  /** Times on the screen that were taken meanwhile: their places stay empty. */
  gone: ReadonlySet<Instant> | undefined;
  /** Keeps the day and the times on the screen in place while times change: see `live-times`. */
  steady: ((view: PickerView) => PickerView) | undefined;
  /** The moment when times were first on the screen, by `performance.now()`. */
  since: number | undefined;
  private profile: CoachProfile | undefined;
  /** Minutes the visitor chose. */
  private chosen = 0;
  private options: PickerOptions | undefined;
  private own: { readonly key: readonly unknown[]; readonly availability: Availability } | undefined;
  private readonly context;

  constructor(private readonly host: LitElement) {
    this.context = new ContextConsumer(host, { context: bookingContext, subscribe: true });
    new Subscriptions(host, () => [this.availability, this.preferences, this.profile]);
    new OnReturn(host, () => this.askAgain());
    host.addController({ hostDisconnected: () => this.close() });
  }

  /** Loads months that failed without a connection, when the connection is back. */
  private askAgain(): void {
    for (const [month, { error }] of this.availability?.state.months ?? []) {
      if (error?.kind === 'offline') this.availability?.show(month);
    }
  }

  /** The language of the element around. */
  get locale(): string {
    return this.context.value?.locale ?? '';
  }

  /** Clock of the element around, else the machine's. */
  get now(): () => number {
    return this.context.value?.now ?? Date.now;
  }

  /** The lengths that the coach offers; none when the page sets one. */
  get durations(): readonly OfferedDuration[] {
    if (this.options?.durations) return this.options.durations;
    return (!this.options?.duration && this.coach?.durations) || [];
  }

  /** The coach's profile, when known. */
  get coach(): Coach | undefined {
    const state = this.profile?.state;
    return state?.status === 'ready' ? state.coach : undefined;
  }

  /** The coach's zone, when known. */
  get coachTimeZone(): TimeZone {
    const zone = this.coach?.time_zone || '';
    return isTimeZone(zone) ? zone : '';
  }

  /** The requested length in minutes; 0 leaves it to the server. */
  get duration(): number {
    return this.chosen || this.context.value?.durationMinutes || this.options?.duration || 0;
  }

  /** The present zone and clock. */
  get reading(): PreferencesState {
    this.preferences ??= createPreferences(this.options?.locale ?? '');
    return this.preferences.state;
  }

  /** Changes zone or clock; an unknown zone changes nothing. */
  prefer(change: Partial<PreferencesState>): void {
    const { timeZone, hour12 } = { ...this.reading, ...change };
    const zone = isTimeZone(timeZone) ? timeZone : this.reading.timeZone;
    if (zone === this.reading.timeZone && hour12 === this.reading.hour12) return;
    this.preferences?.set({ timeZone: zone, hour12 });
    this.own?.availability.setTimeZone(zone);
  }

  mark(busy: BusyWords): void {
    this.busy = busy;
    this.host.requestUpdate();
  }

  choose(minutes: number): void {
    this.chosen = minutes;
    this.host.requestUpdate();
  }

  /** Applies the options; called before each drawing, so that the first request is sent before the first paint. */
  update(options: PickerOptions): void {
    if (options.duration !== this.options?.duration || options.coach !== this.options?.coach) this.chosen = 0;
    this.options = options;
    const context = this.context.value;
    this.preferences = context?.preferences ?? this.preferences ?? createPreferences(options.locale);
    this.client = context?.client ?? options.client ?? this.connect(options);
    const coach = context?.coachId ?? options.coach;
    this.coachId = coach;
    if (!this.client || !coach || !this.host.isConnected) {
      this.close();
      return;
    }
    if (context && this.duration === context.durationMinutes) {
      this.close();
      this.availability = context.availability;
    } else {
      this.availability = this.open(this.client, coach);
    }
    const needsProfile = !options.duration && !options.durations;
    this.profile = context?.coach ?? (needsProfile ? (this.profile ?? coachProfile(this.client, coach)) : undefined);
  }

  private connect({ api, fetch }: PickerOptions): VisitorClient | undefined {
    return api ? sharedClient({ api, fetch }) : undefined;
  }

  private open(client: VisitorClient, coachId: string): Availability {
    const { duration } = this;
    const key = [client, coachId, duration];
    const zone = this.reading.timeZone;
    if (this.own?.key.every((part, index) => part === key[index])) {
      this.own.availability.setTimeZone(zone);
      return this.own.availability;
    }
    this.close();
    const availability = createAvailability({
      client,
      coachId,
      durationMinutes: duration || undefined,
      timeZone: zone,
      now: this.options?.now ?? this.now,
    });
    this.own = { key, availability };
    this.profile = undefined;
    return availability;
  }

  private close(): void {
    this.own?.availability.dispose();
    this.own = undefined;
    this.availability = undefined;
  }
}
