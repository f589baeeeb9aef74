import type * as z from 'zod/mini';
import { bookingEvent, paymentEvent, webhookEventType } from '../desk/webhook.ts';
import type { Endpoint } from '../endpoint.ts';
import { CONTRACT_VERSION, type EndpointName, endpoints, generalErrors } from '../endpoints.ts';
import { type ErrorCode, problems } from '../problem.ts';
import { SHORTEST_SESSION_MINUTES } from '../session-length.ts';
import { statusPhrases } from '../status-phrases.ts';
import { endpointDocs, tags } from './endpoint-docs.ts';
import { type EndpointExample, eventExamples, examples } from './examples.ts';
import { componentSchemas, inlineSchema, type JsonSchema, parameterSchemas, schemaReference } from './json-schemas.ts';

/** An OpenAPI 3.1 document. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: JsonSchema;
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  /** What the server sends, by the type of the event. */
  readonly webhooks: Readonly<Record<string, { readonly post: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>>; readonly [part: string]: unknown };
}

/** One call in the document. */
interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, JsonSchema>>;
  readonly [field: string]: unknown;
}

/** The examples of an endpoint, whatever its types. */
export type AnyExample = EndpointExample<Endpoint> & {
  readonly request: { readonly [part in 'params' | 'query' | 'body']?: Readonly<Record<string, unknown>> };
};

/** The table's rows by name, typed as `Endpoint`. */
export const rows = Object.entries(endpoints) as readonly (readonly [EndpointName, Endpoint])[];

const json = (schema: JsonSchema, given: JsonSchema) => ({ 'application/json': { schema, ...given } });

type RawName = {
  [N in EndpointName]: (typeof endpoints)[N] extends { readonly rawBody: true } ? N : never;
}[EndpointName];

/** The bodies of the calls that read them as text. */
const rawBodies: Readonly<Record<RawName, JsonSchema>> = {
  receivePaymentEvent: json(
    { type: 'object', additionalProperties: {}, description: 'An event as Stripe sends it.' },
    {},
  ),
  receiveBounce: {
    'message/rfc822': { schema: { type: 'string', description: 'The mail that came back (RFC 3464).' } },
    ...json(
      {
        type: 'object',
        required: ['message_id'],
        properties: {
          message_id: { type: 'string', minLength: 1, maxLength: 500, description: 'The Message-ID of the mail.' },
          reason: { type: 'string' },
          recipient: { type: 'string', description: 'The address that it could not be delivered to.' },
        },
      },
      {},
    ),
  },
};

const isRaw = (name: EndpointName): name is RawName => name in rawBodies;

/** The examples of one call. */
export const examplesOf = (name: EndpointName): readonly AnyExample[] => examples[name] as readonly AnyExample[];

/** Every error code that a call can answer: its own, and the general ones that are possible for it. */
export function errorsOf(endpoint: Endpoint): readonly ErrorCode[] {
  const needsBody: readonly ErrorCode[] = ['malformed_request', 'body_too_large', 'unsupported_media_type'];
  const parses = Boolean(endpoint.params ?? endpoint.query ?? endpoint.body);
  const general = generalErrors.filter((code) => {
    // Answered for the path with another method, not for this call.
    if (code === 'method_not_allowed') return false;
    if (code === 'invalid_request') return parses;
    return endpoint.body ? true : !needsBody.includes(code);
  });
  return [...endpoint.errors, ...general];
}

const title = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function examplesFor(name: EndpointName, pick: (example: AnyExample) => unknown): JsonSchema {
  const given = examplesOf(name).filter((example) => pick(example) !== undefined);
  if (given.length === 0) return {};
  return { examples: Object.fromEntries(given.map((example) => [example.title, { value: pick(example) }])) };
}

function parametersOf(name: EndpointName, endpoint: Endpoint): readonly JsonSchema[] {
  const place = (part: 'params' | 'query', where: 'path' | 'query', schema: z.ZodMiniType | undefined) =>
    (schema ? parameterSchemas(schema) : []).map(({ name: parameter, required, schema: each }) => {
      const sent = examplesOf(name)[0]?.request[part]?.[parameter];
      const example = each.type === 'integer' && sent !== undefined ? Number(sent) : sent;
      return { name: parameter, in: where, required, schema: each, ...(example !== undefined && { example }) };
    });
  const headers = (endpoint.headers ?? []).map((header) => ({ $ref: `#/components/parameters/${header}` }));
  return [...place('params', 'path', endpoint.params), ...place('query', 'query', endpoint.query), ...headers];
}

const isGeneral = (code: ErrorCode): boolean => (generalErrors as readonly ErrorCode[]).includes(code);

/** The codes a call can answer with, by status, the lowest first. */
function codesByStatus(endpoint: Endpoint): readonly (readonly [status: number, codes: readonly ErrorCode[]])[] {
  const codes = errorsOf(endpoint);
  const statuses = [...new Set(codes.map((code) => problems[code].status))].sort((a, b) => a - b);
  return statuses.map((status) => [status, codes.filter((code) => problems[code].status === status)]);
}

/** The name of a response that several calls share: `server_busy_or_store_unavailable`. */
const sharedName = (codes: readonly ErrorCode[]): string => codes.join('_or_');

/** Error responses, one for each status. A status that every call may answer is described once, under components. */
function refusals(endpoint: Endpoint): Record<string, JsonSchema> {
  return Object.fromEntries(
    codesByStatus(endpoint).map(([status, codes]) => [
      String(status),
      codes.every(isGeneral) ? { $ref: `#/components/responses/${sharedName(codes)}` } : refusal(codes),
    ]),
  );
}

/** The responses that calls share, by name. */
function sharedRefusals(): Record<string, JsonSchema> {
  const together = rows.flatMap(([, endpoint]) => codesByStatus(endpoint).map(([, codes]) => codes));
  const shared = together.filter((codes) => codes.every(isGeneral));
  return Object.fromEntries(shared.map((codes) => [sharedName(codes), refusal(codes)]));
}

/** A response that lists its codes, with the body of each as an example. */
function refusal(codes: readonly ErrorCode[]): JsonSchema {
  return {
    description: codes.map((code) => `\`${code}\`: ${problems[code].detail}`).join('  \n'),
    ...(codes.some((code) => code === 'rate_limited' || code === 'server_busy') && {
      headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } },
    }),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [{ $ref: '#/components/schemas/Problem' }],
          type: 'object',
          properties: { code: { enum: codes } },
        },
        examples: Object.fromEntries(codes.map((code) => [code, { value: problemExample(code) }])),
      },
    },
  };
}

function problemExample(code: ErrorCode): JsonSchema {
  const { status, detail } = problems[code];
  const errors = [{ field: 'body.duration_minutes', message: `must be at least ${SHORTEST_SESSION_MINUTES} minutes` }];
  return {
    type: 'about:blank',
    title: statusPhrases[status],
    status,
    detail,
    code,
    ...(code === 'invalid_request' && { errors }),
  };
}

function success(name: EndpointName, endpoint: Endpoint): JsonSchema {
  const etag = { headers: { ETag: { $ref: '#/components/headers/ETag' } } };
  return {
    description: endpoint.status === 204 ? 'Done; no body.' : 'Done.',
    ...(endpoint.path.endsWith('/schedule') && etag),
    ...(endpoint.stream && { content: eventStream(name, endpoint) }),
    ...(endpoint.status !== 204 &&
      !endpoint.stream && {
        content: json(
          schemaReference(endpoint.reply, `${title(name)}Reply`),
          examplesFor(name, ({ reply }) => reply),
        ),
      }),
  };
}

/** OpenAPI 3.1 knows no schema of one event: the text is shown, and `x-event-data` has the schema of its `data`. */
function eventStream(name: EndpointName, { reply }: Endpoint): JsonSchema {
  return {
    'text/event-stream': {
      schema: {
        type: 'string',
        description: 'Events as HTML defines them; `data` is JSON: `x-event-data`.',
        'x-event-data': inlineSchema(reply),
      },
      examples: Object.fromEntries(
        examplesOf(name).map((example) => [
          example.title,
          { value: `retry: 2000\nid: 41\n\nid: 42\nevent: change\ndata: ${JSON.stringify(example.reply)}\n\n` },
        ]),
      ),
    },
  };
}

const security = { none: [], optional: [{}, { bearer: [] }], required: [{ bearer: [] }] };

function operation(name: EndpointName, endpoint: Endpoint): Operation {
  const { tag, summary, description } = endpointDocs[name];
  const note = endpoint.extension ? '\n\nAn extension: a server may do without it.' : '';
  return {
    operationId: name,
    tags: [tag],
    summary,
    description: description + note,
    security: security[endpoint.auth],
    parameters: parametersOf(name, endpoint),
    ...(endpoint.body && {
      requestBody: {
        required: true,
        content: isRaw(name)
          ? rawBodies[name]
          : json(
              schemaReference(endpoint.body, `${title(name)}Body`),
              examplesFor(name, ({ request }) => request.body),
            ),
      },
    }),
    responses: { [endpoint.status]: success(name, endpoint), ...refusals(endpoint) },
  };
}

/** The events that endpoints receive: one webhook for each type of event. */
function webhooksOf(): OpenApiDocument['webhooks'] {
  return Object.fromEntries(
    webhookEventType.options.map((type) => {
      const isBooking = type.startsWith('booking.');
      const [schema, name] = isBooking ? [bookingEvent, 'BookingEvent'] : [paymentEvent, 'PaymentEvent'];
      const example = isBooking ? { example: { ...eventExamples.booking, type } } : {};
      const post = {
        operationId: type,
        tags: ['Webhooks'],
        summary: type,
        description:
          'Sent to the endpoints that ask for it, signed by the Standard Webhooks scheme. Any 2xx takes it; order is not promised, and the same ' +
          '`webhook-id` may come twice.',
        security: [],
        parameters: (['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const).map((header) => ({
          $ref: `#/components/parameters/${header}`,
        })),
        requestBody: { required: true, content: json(schemaReference(schema, name), example) },
        responses: {
          '2XX': { description: 'Taken.' },
          '410': { description: 'Gone: the endpoint is switched off.' },
          default: { description: 'Tried again, over about three days.' },
        },
      };
      return [type, { post }];
    }),
  );
}

/** Makes the OpenAPI 3.1 document of the whole table. `server` is the base URL for trying calls out. */
export function openApiDocument({ version, server = '/' }: { version: string; server?: string }): OpenApiDocument {
  const paths: Record<string, Record<string, Operation>> = {};
  const unnamed: Record<string, z.ZodMiniType> = {};
  for (const [name, endpoint] of rows) {
    const methods = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation(name, endpoint) };
    paths[endpoint.path] = methods;
    if (endpoint.body && !endpoint.rawBody) unnamed[`${title(name)}Body`] = endpoint.body;
    if (endpoint.status !== 204 && !endpoint.stream) unnamed[`${title(name)}Reply`] = endpoint.reply;
  }
  unnamed.BookingEvent = bookingEvent;
  unnamed.PaymentEvent = paymentEvent;
  return {
    openapi: '3.1.1',
    info: {
      title: 'CultureBridge Booking',
      version,
      'x-contract-version': CONTRACT_VERSION,
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'Bookings between clients and coaches. Instants are UTC (`2025-11-15T14:00:00Z`), days `YYYY-MM-DD`, time zones ' +
        'IANA ids. Every error is a problem body (RFC 9457) with a `code` for programs and a `detail` for people.',
    },
    servers: [{ url: server }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    webhooks: webhooksOf(),
    components: {
      schemas: componentSchemas(unnamed),
      responses: sharedRefusals(),
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      parameters: {
        'idempotency-key': {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: 'Unique for one intent, the same for each try of it.',
          schema: { type: 'string', minLength: 1, maxLength: 255 },
          example: '6f1b0e1c-6d0a-4c55-9f0b-2a2f4f0f7f0e',
        },
        'stripe-signature': {
          name: 'Stripe-Signature',
          in: 'header',
          required: true,
          description: "Stripe's signature of the time and the body.",
          schema: { type: 'string' },
          example: 't=1762338600,v1=5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd',
        },
        'last-event-id': {
          name: 'Last-Event-ID',
          in: 'header',
          required: false,
          description: 'The `id` that was read last: what happened since is said at once.',
          schema: { type: 'string' },
        },
        'webhook-id': {
          name: 'webhook-id',
          in: 'header',
          required: true,
          description: 'The same at every attempt.',
          schema: { type: 'string' },
        },
        'webhook-timestamp': {
          name: 'webhook-timestamp',
          in: 'header',
          required: true,
          description: 'When this attempt was made, in seconds since the epoch.',
          schema: { type: 'string' },
        },
        'webhook-signature': {
          name: 'webhook-signature',
          in: 'header',
          required: true,
          description:
            '`v1,` and the base64 of HMAC-SHA256 over id, timestamp and body, joined by dots; several are separated by blanks.',
          schema: { type: 'string' },
        },
        'if-match': {
          name: 'If-Match',
          in: 'header',
          required: true,
          description: 'The `ETag` that was read.',
          schema: { type: 'string' },
        },
      },
      headers: {
        ETag: { description: 'The version of the schedule, for `If-Match`.', schema: { type: 'string' } },
        'Retry-After': { description: 'Seconds to wait before the next try.', schema: { type: 'integer' } },
      },
    },
  };
}
