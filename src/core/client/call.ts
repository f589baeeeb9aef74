import type { Endpoint, EndpointInput, EndpointReply } from '../../contract/endpoint.ts';

/** How a single call is made. */
export interface CallOptions {
  /** Ends the call with a `BookingError` of kind `aborted`. Other callers waiting for the same GET still get its answer. */
  readonly signal?: AbortSignal | undefined;
  /** Names one intent: the server carries it out once, however often it is sent. A write is retried only with a key. */
  readonly idempotencyKey?: string | undefined;
  /** The ETag that was read: the write is refused when somebody else wrote meanwhile. */
  readonly ifMatch?: string | undefined;
  /** Lets the request finish after the page is closed. */
  readonly keepalive?: boolean | undefined;
  /** Gets the successful response for its status and headers (`ETag`); its body has been read already. */
  readonly onResponse?: ((response: Response) => void) | undefined;
}

type Schema = NonNullable<Endpoint['query']>;

/** A query as a caller writes it: a number may be given as a number, not only as text. */
type Query<Q extends Schema> = {
  readonly [K in keyof Q['_zod']['input']]:
    | Q['_zod']['input'][K]
    | (K extends keyof Q['_zod']['output'] ? Q['_zod']['output'][K] : never);
};

type QueryPart<E extends Endpoint> = E extends { readonly query: infer Q extends Schema }
  ? object extends Query<Q>
    ? { readonly query?: Query<Q> }
    : { readonly query: Query<Q> }
  : unknown;

type Simplify<T> = { [K in keyof T]: T[K] } & {};

/** The input of a call: those of `params`, `query` and `body` that the row names; a query of optional parts may be left out. */
export type CallInput<E extends Endpoint> = Simplify<Omit<EndpointInput<E>, 'query'> & QueryPart<E>>;

/** One typed method of the client; it rejects with a `BookingError`. */
export type Call<E extends Endpoint> =
  object extends CallInput<E>
    ? (input?: CallInput<E>, options?: CallOptions) => Promise<EndpointReply<E>>
    : (input: CallInput<E>, options?: CallOptions) => Promise<EndpointReply<E>>;

/** A part of the contract: rows by name. */
export type EndpointTable = Readonly<Record<string, Endpoint>>;

/** One method for each row, except streams of events. */
export type Calls<T extends EndpointTable> = {
  readonly [K in keyof T as T[K] extends { readonly stream: true } ? never : K]: Call<T[K]>;
};
