import type { EndpointReplyInput, EndpointRequest } from '../../contract/endpoint.ts';
import type { EndpointName, Endpoints } from '../../contract/endpoints.ts';
import type { Passwords } from '../auth/passwords.ts';
import type { RateLimiter } from '../auth/rate-limit.ts';
import type { TokenSigner } from '../auth/tokens.ts';
import type { LiveConnections } from '../availability/live-connections.ts';
import type { TimeChanges } from '../availability/time-changes.ts';
import type { Consequence } from '../bookings/consequences.ts';
import type { VerifyVisitor } from '../bookings/verify-visitor.ts';
import type { CalendarIntegrations } from '../integrations/calendars.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import type { Payments } from '../payments/payments.ts';
import type { ShopStore } from '../payments/shop-store.ts';
import type { Account, Clock, MakeId, Store } from '../ports.ts';
import type { WebhookSender } from '../webhooks/webhook-sender.ts';

/** The services that handlers use. */
export interface Services {
  readonly store: Store;
  readonly clock: Clock;
  readonly makeId: MakeId;
  readonly passwords: Passwords;
  /** The reason why a password is refused, as the end of a sentence; undefined when it is accepted. */
  passwordFault(password: string, email: string): string | undefined;
  readonly tokens: TokenSigner;
  readonly limiter: RateLimiter;
  /** Requests that a guest, and an address, may have open with one coach. */
  readonly mostOpenRequests: number;
  /** Milliseconds after which a guest's request lapses when the coach has chosen no time; 0: never. */
  readonly lapseRequestsAfterMs: number;
  readonly verifyVisitor: VerifyVisitor | undefined;
  readonly calendars: CalendarIntegrations | undefined;
  /** Tells those who watch a coach's times that they changed. */
  readonly timeChanges: TimeChanges;
  /** Counts the open streams, by address. */
  readonly liveConnections: LiveConnections;
  /** The records of session types, payments and bookings, and the transaction that changes them together. */
  readonly shop: ShopStore;
  readonly payments: Payments;
  /** Runs jobs; adding a job starts it without a call. */
  readonly jobs: JobRunner;
  /** The jobs that follow from a change of a booking, to be written in its transaction. */
  readonly jobsFor: Consequence;
  /**
   * Absent when no mails are sent. `confirmsAddresses`: a new address is confirmed by a link in a mail. `bounceSecret`: callers who
   * send it may report mails that came back.
   */
  readonly mail: { readonly confirmsAddresses: boolean; readonly bounceSecret: string | undefined } | undefined;
  /** Absent when no events are sent. `secret` is the server's own: the secrets of endpoints are made from it. */
  readonly webhooks: { readonly sender: WebhookSender; readonly secret: string } | undefined;
  /** True when anybody may sign up as a coach. */
  readonly coachesSignUp: boolean;
  /** Writes an error to the log, without tokens, passwords or bodies. */
  logError(where: string, error: unknown): void;
}

/** The caller, known by the bearer token. */
export interface Caller {
  readonly account: Account;
  /** Set when the token came from a booking link and gives access to this booking only. */
  readonly bookingId?: string;
  /** The sign-in the token belongs to. */
  readonly familyId?: string;
}

type CallerOf<N extends EndpointName> = {
  required: { readonly caller: Caller };
  optional: { readonly caller: Caller | undefined };
  none: unknown;
}[Endpoints[N]['auth']];

/** One call, its parts validated. */
export type Call<N extends EndpointName> = EndpointRequest<Endpoints[N]> &
  CallerOf<N> & {
    readonly request: {
      readonly headers: Headers;
      /** The public address of this server, without a slash at the end. */
      readonly baseUrl: string;
      /** The caller's network, where the host knows it: see `networkOf`. */
      readonly address: string | undefined;
      /** Aborted when the host stops, where it says so: streams end then. */
      readonly closing: AbortSignal | undefined;
    };
  };

/** A success; its status is the row's. */
export type Answer<N extends EndpointName> = N extends EndpointName
  ? Endpoints[N] extends { readonly stream: true }
    ? EventsAnswer
    : JsonAnswer<N>
  : never;

interface JsonAnswer<N extends EndpointName> {
  readonly reply: EndpointReplyInput<Endpoints[N]>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Server-sent events, as bytes (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
interface EventsAnswer {
  readonly events: ReadableStream<Uint8Array>;
}

/** Answers one row of the contract, or throws a `ProblemError` with one of the row's codes. */
type Handler<N extends EndpointName> = (call: Call<N>) => Promise<Answer<N>>;

/** A handler for every row: a missing one does not compile. */
export type Handlers = { readonly [N in EndpointName]: Handler<N> };
