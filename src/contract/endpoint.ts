import type * as z from 'zod/mini';
import type { ErrorCode } from './problem.ts';

/** The request methods that the contract uses (RFC 9110, section 9; PATCH is RFC 5789). */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One row of the contract: everything that client and server need for one call. */
export interface Endpoint {
  readonly method: HttpMethod;
  /** Path parameters in braces: `/booking/{id}`. */
  readonly path: `/${string}`;
  /** `required`: a bearer token, else 401. `optional`: it is read when sent. */
  readonly auth: 'none' | 'optional' | 'required';
  /** Parameters of the path; values arrive as strings. */
  readonly params?: z.ZodMiniType;
  /** Parameters of the query string; values arrive as strings. */
  readonly query?: z.ZodMiniType;
  /** JSON body of the request. */
  readonly body?: z.ZodMiniType;
  /** `true`: the handler gets the body as raw text, for checking a signature; `body` is then a text. */
  readonly rawBody?: true;
  /** The request headers that this call reads, in lower case. */
  readonly headers?: readonly ('idempotency-key' | 'if-match' | 'last-event-id' | 'stripe-signature')[];
  /** Status of success. */
  readonly status: 200 | 201 | 204;
  /** JSON body of the reply to a success; of a stream, the `data` of each event. */
  readonly reply: z.ZodMiniType;
  /** `true`: the reply is a stream of server-sent events (`text/event-stream`) that goes on until one side ends it. */
  readonly stream?: true;
  /** Error codes of this call; every call may also answer the general ones (`generalErrors`). */
  readonly errors: readonly ErrorCode[];
  /** `true` when a backend may lack it: the widget then hides the feature and still books. */
  readonly extension?: true;
}

type PartOf<E extends Endpoint, K extends 'params' | 'query' | 'body', Way extends 'input' | 'output'> = E extends {
  readonly [P in K]: infer S extends z.ZodMiniType;
}
  ? { readonly [P in K]: Way extends 'input' ? z.input<S> : z.output<S> }
  : unknown;

type Simplify<T> = { [K in keyof T]: T[K] } & {};

/** A caller's input: `{ params, query, body }`, as far as the row has them. */
export type EndpointInput<E extends Endpoint> = Simplify<
  PartOf<E, 'params', 'input'> & PartOf<E, 'query', 'input'> & PartOf<E, 'body', 'input'>
>;

/** A handler's input: the same parts, validated. */
export type EndpointRequest<E extends Endpoint> = Simplify<
  PartOf<E, 'params', 'output'> & PartOf<E, 'query', 'output'> & PartOf<E, 'body', 'output'>
>;

/** A caller's result. */
export type EndpointReply<E extends Endpoint> = z.output<E['reply']>;

/** A handler's result. */
export type EndpointReplyInput<E extends Endpoint> = z.input<E['reply']>;
