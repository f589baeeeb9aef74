import { ContextProvider } from '@lit/context';
import type { LitElement } from 'lit';
import type { SessionType } from '../../contract/session-type.ts';
import type { Draft } from '../../core/flow/state.ts';
import { monthOf } from '../../domain/time/local-date.ts';
import { localDateAt } from '../../domain/time/zone.ts';
import { type BookingContext, bookingContext } from '../context/context.ts';
import { type OpenBooking, openBooking } from '../context/open-booking.ts';
import { createPreferences } from '../context/preferences.ts';
import { type ConnectionOptions, sharedClient } from '../context/shared-client.ts';
import { clientForType } from '../context/typed-client.ts';
import { Subscriptions } from '../controllers/subscriptions.ts';
import { deferFlow } from './deferred-flow.ts';

/** The attributes and properties of `<cb-booking>`. */
interface BookingOptions extends ConnectionOptions {
  readonly coach: string;
  /** Minutes; 0 when left out. */
  readonly duration: number;
  /** The id of a session type; empty when the page names none. */
  readonly sessionType: string;
  readonly timeZone: string;
  readonly language: string;
  /** The page's `locale`, which also decides the clock. */
  readonly locale: string;
  readonly now: (() => number) | undefined;
  /** Prefilled values of the form. */
  readonly draft: Partial<Draft>;
  readonly metadata: () => Readonly<Record<string, string>>;
}

/** The booking that `<cb-booking>` provides to the elements inside it. */
export class BookingSource {
  /** The reason why the element cannot start, such as an invalid address. */
  failure = '';
  private options: BookingOptions | undefined;
  private open: OpenBooking | undefined;
  private key: readonly unknown[] = [];
  /** Minutes the visitor chose, or the coach's first offer. */
  private chosenDuration = 0;
  /** The session type that the visitor chose, when the page names none. */
  chosenType: SessionType | undefined;
  /** The session type that the page names, once it is loaded. */
  namedType: SessionType | undefined;
  private readonly provider: ContextProvider<typeof bookingContext, LitElement>;

  constructor(private readonly host: LitElement) {
    this.provider = new ContextProvider(host, { context: bookingContext });
    new Subscriptions(host, () => [this.context?.flow, this.context?.coach]);
  }

  get context(): BookingContext | undefined {
    return this.open?.context;
  }

  /** The session length in use, minutes. */
  get duration(): number {
    return this.chosenType?.minutes || this.options?.duration || this.chosenDuration || 60;
  }

  /** Applies the options; called before each drawing. Typed values are kept when attributes change. */
  update(options: BookingOptions): void {
    if (this.options && options.timeZone !== this.options.timeZone) {
      this.context?.preferences.set({ timeZone: createPreferences(options.locale, options.timeZone).state.timeZone });
    }
    this.options = options;
    this.reopen();
    this.settleDuration();
  }

  /** The visitor chose another length. */
  choose(minutes: number): void {
    this.chosenDuration = minutes;
    this.host.requestUpdate();
  }

  /** The visitor chose a session type, or goes back to the choice. */
  chooseType(type: SessionType | undefined): void {
    this.chosenType = type;
    this.host.requestUpdate();
  }

  /** The id of the session type in use; empty while lengths are offered. */
  get sessionType(): string {
    return this.options?.sessionType || this.chosenType?.id || '';
  }

  /** True when the coach offers session types and none is chosen yet. */
  get needsType(): boolean {
    const profile = this.context?.coach.state;
    return !this.sessionType && profile?.status === 'ready' && profile.coach.has_session_types === true;
  }

  close(): void {
    this.open?.dispose();
    this.open = undefined;
  }

  private reopen(): void {
    const { options, host } = this;
    // While the element is out of the page, its booking stays as it is.
    if (!host.isConnected) return;
    if (!options?.api || !options.coach) {
      this.close();
      return;
    }
    const { api, coach, fetch, signIn, storage, getToken, language, now } = options;
    const type = this.sessionType;
    const key = [api, coach, this.duration, fetch, signIn, storage, getToken, now, type];
    if (this.open && key.every((part, index) => part === this.key[index])) {
      this.speak(language);
      return;
    }
    this.key = key;
    const before = this.context;
    this.close();
    try {
      const client = sharedClient(options);
      const typed = type ? clientForType(client, type) : client;
      this.open = openBooking(host, {
        client,
        times: typed,
        coachId: coach,
        durationMinutes: this.duration,
        preferences: before?.preferences ?? createPreferences(options.locale, options.timeZone),
        locale: language,
        draft: before?.flow.state.draft ?? options.draft,
        metadata: options.metadata,
        createFlow: (flow) => deferFlow({ ...flow, client: typed }),
        now,
      });
      this.failure = '';
      this.start(this.open.context);
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  /** Changes the language of the texts without beginning the booking again. */
  private speak(locale: string): void {
    const { open } = this;
    if (!open || open.context.locale === locale) return;
    this.open = { ...open, context: { ...open.context, locale } };
    this.provider.setValue(this.open.context);
  }

  private start(context: BookingContext): void {
    this.provider.setValue(context);
    // Requested before the first drawing, so that times arrive early.
    context.availability.show(monthOf(localDateAt(context.preferences.state.timeZone, context.now())));
  }

  /** When the coach does not offer an hour, the length first assumed, uses their first offer. */
  private settleDuration(): void {
    const profile = this.context?.coach.state;
    const offered = (profile?.status === 'ready' && profile.coach.durations?.map(({ minutes }) => minutes)) || [];
    const [first] = offered;
    if (this.sessionType || this.options?.duration || first === undefined || offered.includes(this.duration)) return;
    this.chosenDuration = first;
    this.reopen();
  }
}
