import type { Clock } from '../../../server/ports.ts';
import type { Written } from './stripe-objects.ts';

/** The address that receives events, and the secret that signs them. */
interface WebhookEndpoint {
  readonly url: string;
  /** `whsec_…` */
  readonly secret: string;
  /** How a delivery is sent. @default the platform's */
  readonly fetch?: typeof globalThis.fetch;
}

/** An event as Stripe stores it. */
interface StripeEvent {
  readonly id: string;
  readonly type: string;
  readonly created: number;
  /** The JSON text that is signed and sent, the same at every attempt. */
  readonly payload: string;
}

/** One attempt to deliver an event. */
interface Delivery {
  readonly event: string;
  readonly type: string;
  /** 0 when the endpoint could not be reached. */
  readonly status: number;
}

/** How events are delivered; tests and the demo set the troubles that Stripe's documentation warns of. */
interface DeliveryRules {
  /** 2: every event is sent twice. */
  times: number;
  /** Events with one cause arrive in this order; Stripe promises none (docs.stripe.com/webhooks#event-ordering). */
  order: 'as-happened' | 'reversed';
  /** `held`: kept until `release` is called; `lost`: never sent. */
  mode: 'prompt' | 'held' | 'lost';
  /** The delay before a delivery, in real milliseconds. */
  delayMs: number;
  /** Another attempt follows after each of these, in real milliseconds, until one is answered with 2xx. */
  retriesMs: readonly number[];
}

const encoder = new TextEncoder();

/** Signs events and sends them. */
export class WebhookSender {
  readonly rules: DeliveryRules = {
    times: 1,
    order: 'as-happened',
    mode: 'prompt',
    delayMs: 0,
    retriesMs: [200, 1000, 5000],
  };
  /** All events, in order. */
  readonly events: StripeEvent[] = [];
  readonly deliveries: Delivery[] = [];
  endpoint: WebhookEndpoint | undefined;
  readonly #clock: Clock;
  readonly #apiVersion: string;
  #held: StripeEvent[] = [];
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(clock: Clock, apiVersion: string) {
    this.#clock = clock;
    this.#apiVersion = apiVersion;
  }

  /** Records the events of one cause, and sends them by the rules. */
  emit(caused: readonly (readonly [type: string, object: Written])[], requestId: string | null): void {
    const created = Math.floor(this.#clock.now() / 1000);
    const events = caused.map(([type, object]): StripeEvent => {
      const id = `evt_${crypto.randomUUID().replaceAll('-', '')}`;
      const payload = JSON.stringify(
        {
          id,
          object: 'event',
          api_version: this.#apiVersion,
          created,
          data: { object },
          livemode: false,
          pending_webhooks: 1,
          request: { id: requestId, idempotency_key: null },
          type,
        },
        null,
        2,
      );
      return { id, type, created, payload };
    });
    this.events.push(...events);
    if (this.rules.mode === 'lost') return;
    if (this.rules.mode === 'held') this.#held.push(...events);
    else this.#send(events);
  }

  /** Sends the held events, and later ones promptly. */
  release(): Promise<void> {
    this.rules.mode = 'prompt';
    this.#send(this.#held.splice(0));
    return this.idle();
  }

  /** Sends one event again, as the dashboard's button does. */
  resend(eventId: string): Promise<void> {
    this.#send(this.events.filter(({ id }) => id === eventId));
    return this.idle();
  }

  /** Resolves when no delivery is under way. */
  async idle(): Promise<void> {
    let seen: Promise<unknown> | undefined;
    while (seen !== this.#underWay) {
      seen = this.#underWay;
      await seen;
    }
  }

  /** The `Stripe-Signature` of a payload (docs.stripe.com/webhooks#verify-manually). `at` in epoch seconds. */
  async sign(payload: string, secret: string, at = Math.floor(this.#clock.now() / 1000)): Promise<string> {
    const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ]);
    const mac = await crypto.subtle.sign('HMAC', key, encoder.encode(`${at}.${payload}`));
    const hex = [...new Uint8Array(mac)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return `t=${at},v1=${hex}`;
  }

  #send(events: readonly StripeEvent[]): void {
    const { order, times } = this.rules;
    const ordered = order === 'reversed' ? events.toReversed() : events;
    for (const event of ordered) {
      for (let time = 0; time < times; time += 1) {
        this.#underWay = this.#underWay.then(() => this.#deliver(event));
      }
    }
  }

  async #deliver(event: StripeEvent): Promise<void> {
    const { endpoint } = this;
    if (!endpoint) return;
    await pause(this.rules.delayMs);
    for (const wait of [0, ...this.rules.retriesMs]) {
      await pause(wait);
      const status = await this.#attempt(event, endpoint);
      this.deliveries.push({ event: event.id, type: event.type, status });
      if (status >= 200 && status < 300) return;
    }
  }

  async #attempt(
    { payload }: StripeEvent,
    { url, secret, fetch = globalThis.fetch }: WebhookEndpoint,
  ): Promise<number> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks; a stand-in)',
          'stripe-signature': await this.sign(payload, secret),
        },
        body: payload,
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  }
}

const pause = (ms: number) => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : undefined);
