import { ContextConsumer } from '@lit/context';
import type { LitElement } from 'lit';
import type { Coach, Slot } from '../../contract/index.ts';
import type { Draft } from '../../core/flow/state.ts';
import { type BookingContext, bookingContext } from '../context/context.ts';
import { type OpenBooking, openBooking } from '../context/open-booking.ts';
import { createPreferences } from '../context/preferences.ts';
import { type ConnectionOptions, sharedClient } from '../context/shared-client.ts';
import { startFlow } from '../context/start-flow.ts';
import { OnReturn } from '../controllers/on-return.ts';
import { Subscriptions } from '../controllers/subscriptions.ts';
import { endOf } from '../words/session-time.ts';

/** The attributes and properties of a form outside `<cb-booking>`. */
interface FormOptions extends Omit<ConnectionOptions, 'signIn' | 'storage'> {
  readonly coach: string;
  readonly start: string;
  readonly duration: number;
  readonly timeZone: string;
  readonly language: string;
  /** Prefilled values of the form. */
  readonly draft: Partial<Draft>;
}

/** The form's booking: that of the `<cb-booking>` around it, else its own. */
export class BookingFormSource {
  /** The typed values of the earlier booking, which ended when the form was removed from the page or its attributes changed. */
  private typed: Draft | undefined;
  private own: { readonly key: readonly unknown[]; readonly open: OpenBooking } | undefined;
  private readonly around: ContextConsumer<typeof bookingContext, LitElement>;

  constructor(private readonly host: LitElement) {
    this.around = new ContextConsumer(host, { context: bookingContext, subscribe: true });
    new Subscriptions(host, () => {
      const { flow, coach, preferences, signIn } = this.context ?? {};
      return [flow, coach, preferences, signIn];
    });
    new OnReturn(host, () => this.resend());
    host.addController({ hostDisconnected: () => this.close() });
  }

  /** Sends a booking that failed without a connection, when the connection is back: once, with the key of the first attempt. */
  private resend(): void {
    const flow = this.context?.flow;
    if (flow?.state.status === 'details' && flow.state.problem?.kind === 'offline') flow.send({ type: 'retry' });
  }

  get context(): BookingContext | undefined {
    return this.own?.open.context ?? this.around.value;
  }

  /** True outside `<cb-booking>`: there are no times to go back to, and the form itself shows the confirmation. */
  get alone(): boolean {
    return this.own !== undefined;
  }

  /** Applies the options; called before each drawing. Typed values are kept when attributes change. */
  update({ api, fetch, getToken, coach, start, duration, timeZone, language, draft }: FormOptions): void {
    const key = [api, fetch, getToken, coach, start, duration, timeZone];
    if (this.own?.key.every((part, index) => part === key[index])) return;
    this.close();
    if (!api || !coach || !start || !this.host.isConnected) return;
    const slot: Slot = { start, end: endOf(start, duration), duration_minutes: duration };
    const open = openBooking(this.host, {
      client: sharedClient({ api, fetch, getToken }),
      coachId: coach,
      durationMinutes: duration,
      preferences: createPreferences(language, timeZone),
      locale: language,
      draft: this.typed ?? draft,
      createFlow: (options) => startFlow(options),
      slot,
    });
    this.own = { key, open };
  }

  /** The coach's profile, once loaded. */
  get coach(): Coach | undefined {
    const profile = this.context?.coach.state;
    return profile?.status === 'ready' ? profile.coach : undefined;
  }

  /** True when a name and an e-mail address are enough to book. */
  get asksPerson(): boolean {
    const { client, signIn } = this.context ?? {};
    return signIn?.state.status !== 'signed-in' && !signIn?.hosted && client?.supports('guestLogIn') !== false;
  }

  private close(): void {
    this.typed = this.own?.open.context.flow.state.draft ?? this.typed;
    this.own?.open.dispose();
    this.own = undefined;
  }
}
