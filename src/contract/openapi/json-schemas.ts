import * as z from 'zod/mini';
import { bookingLinkTokens, tokens, user } from '../auth.ts';
import { availability, slot } from '../availability.ts';
import { booking, createBookingBody } from '../booking.ts';
import { bookingPage } from '../booking-page.ts';
import { bookingPayment } from '../booking-payment.ts';
import { boughtType, refundRules, sessionLocation } from '../bought-type.ts';
import { busyTimes, connection, connectionList, feedAddress, providerTokens, syncedEvent } from '../calendar.ts';
import { coach, offeredDuration, question } from '../coach.ts';
import { coachList } from '../coach-list.ts';
import { checkout, payment } from '../payment.ts';
import { fieldError, problem } from '../problem.ts';
import { dateOverride, hours, schedule, weeklyHours, zoneOverride } from '../schedule.ts';
import { sessionType, sessionTypeBody, sessionTypeList } from '../session-type.ts';
import { email, id, instant, price, timeZone } from '../values.ts';
import { localDate, localTime } from '../wall-values.ts';

/** A JSON Schema (draft 2020-12, as OpenAPI 3.1 takes it). */
export type JsonSchema = { [keyword: string]: unknown };

/** Schemas with a name in the document, and their descriptions. */
const named = {
  Availability: [availability, 'The open slots of a coach, earliest first.'],
  Slot: [slot, 'A start and end that a client can book: `[start, end)`.'],
  Booking: [booking, 'A session between a client and a coach. Fields without anything to say are left out.'],
  BookingPage: [bookingPage, 'A page of bookings, and how many there are in all. Clients also understand a bare list.'],
  CreateBooking: [createBookingBody, 'What to book.'],
  Coach: [coach, 'What a booking page shows of a coach. Only `user_id` is certain.'],
  CoachList: [coachList, 'Coaches, and how many match in all.'],
  OfferedDuration: [offeredDuration, 'A length of session a coach offers.'],
  Question: [question, 'A question a coach asks before a session.'],
  Tokens: [tokens, 'An access token, sent as `Authorization: Bearer …`; `expires_in` is in seconds.'],
  BookingLinkTokens: [bookingLinkTokens, 'Tokens that reach one booking only.'],
  User: [user, 'An account.'],
  Schedule: [schedule, "Everything that decides when a coach can be booked. Days and times are on the coach's clock."],
  WeeklyHours: [weeklyHours, 'Hours that come back every week, or every n weeks counted from the week of `anchor`.'],
  DateOverride: [dateOverride, 'An exception for `from` to `until`, both days included.'],
  ZoneOverride: [
    zoneOverride,
    'Another time zone for `from` to `until`, both days included; from `from` on without `until`.',
  ],
  Hours: [hours, "Hours on the coach's clock; past midnight with `ends_next_day`, to midnight with an end of `24:00`."],
  Price: [price, "Money in the currency's minor unit (cents), with its ISO 4217 code."],
  ProviderTokens: [providerTokens, "A calendar provider's tokens."],
  SyncedEvent: [syncedEvent, 'The event in the calendar.'],
  CalendarConnection: [connection, 'How a calendar provider is connected.'],
  CalendarConnectionList: [connectionList, 'One entry a provider.'],
  BusyTimes: [busyTimes, 'When somebody is busy: times alone, in order, none overlapping.'],
  FeedAddress: [feedAddress, 'Where the private iCalendar feed is.'],
  SessionType: [sessionType, 'Something a coach offers: "Intro call, 20 minutes, free".'],
  SessionTypeBody: [sessionTypeBody, 'What a coach writes of a session type.'],
  SessionTypeList: [sessionTypeList, 'What a coach offers, in order.'],
  SessionLocation: [sessionLocation, 'Where a session takes place; `detail` is the number, the address or the link.'],
  RefundRules: [refundRules, 'What a client who cancels gets back: all, then a share, then nothing.'],
  BoughtType: [boughtType, 'The session type as it was when it was booked.'],
  Checkout: [checkout, 'Where to pay.'],
  Payment: [payment, "A payment; `amount` is in the currency's minor unit."],
  BookingPayment: [bookingPayment, 'How a booking stands with money.'],
  FieldError: [fieldError, 'One field of a request that did not parse.'],
  Problem: [problem, 'RFC 9457 problem details. `code` is for programs, `detail` for people.'],
} as const satisfies Record<string, readonly [z.ZodMiniType, string]>;

/** JSON Schemas of values that are checked by code. */
const values = new Map<unknown, JsonSchema>([
  [instant, { type: 'string', format: 'date-time', examples: ['2025-11-15T14:00:00Z'] }],
  [localDate, { type: 'string', format: 'date', examples: ['2025-11-15'] }],
  [localTime, { examples: ['09:30'] }],
  [timeZone, { type: 'string', description: 'IANA time zone', examples: ['Europe/Berlin'] }],
  [email, { format: 'email' }],
  [id, { description: 'Opaque; a UUID on our server' }],
]);

const names = new Map<unknown, string>(Object.entries(named).map(([name, [schema]]) => [schema, name]));

interface Conversion {
  readonly zodSchema: z.core.$ZodTypes;
  readonly jsonSchema: JsonSchema;
}

function refine({ zodSchema, jsonSchema }: Conversion): void {
  Object.assign(jsonSchema, values.get(zodSchema));
  // A number in a query string: text for the parser, a number in the document.
  const parsed = zodSchema._zod.def.type === 'pipe' ? numberBehind(zodSchema._zod.def) : undefined;
  if (parsed) {
    delete jsonSchema.pattern;
    Object.assign(jsonSchema, inlineSchema(parsed), { type: 'integer' });
  }
  // Bounds of a safe integer come from zod, not from the contract: leave them out.
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (zodSchema === (bookingPage as unknown)) keepFirstForm(jsonSchema);
}

/** The `z.number()` at the end of `queryInt`, if this pipe is one. */
function numberBehind(pipe: z.core.$ZodPipeDef): z.core.$ZodType | undefined {
  const inner = pipe.out._zod.def as Partial<z.core.$ZodPipeDef>;
  return inner.in?._zod.def.type === 'transform' && inner.out?._zod.def.type === 'number' ? inner.out : undefined;
}

/** The document describes our server's replies; the other form exists for lenient reading in the client. */
function keepFirstForm(jsonSchema: JsonSchema): void {
  const forms = jsonSchema.anyOf as JsonSchema[];
  delete jsonSchema.anyOf;
  Object.assign(jsonSchema, forms[0]);
}

const settings = { io: 'input', unrepresentable: 'any', override: refine } as const;

function strip(schema: JsonSchema): JsonSchema {
  const { $schema: _dialect, $id: _id, ...rest } = schema;
  return rest;
}

/** A schema as on the wire, written out where it is used. */
export function inlineSchema(schema: z.core.$ZodType): JsonSchema {
  return strip(z.toJSONSchema(schema, settings) as JsonSchema);
}

const refer = (name: string) => `#/components/schemas/${name}`;

/**
 * The named schemas of the document, and those given by the caller, as on the wire: a parser's input, not its output. They refer to
 * each other by `#/components/schemas/…`.
 */
export function componentSchemas(more: Readonly<Record<string, z.ZodMiniType>>): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string; description?: string }>();
  for (const [name, [schema, description]] of Object.entries(named)) registry.add(schema, { id: name, description });
  for (const [name, schema] of Object.entries(more)) if (!names.has(schema)) registry.add(schema, { id: name });
  const { schemas } = z.toJSONSchema(registry, { ...settings, uri: refer });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, strip(schema as JsonSchema)]));
}

/** The reference to a schema: by its own name, or by the one given to `componentSchemas`. */
export function schemaReference(schema: z.ZodMiniType, otherwise: string): JsonSchema {
  return { $ref: refer(names.get(schema) ?? otherwise) };
}

/** The parameters of a path or a query, one schema each. */
export function parameterSchemas(
  schema: z.ZodMiniType,
): readonly { readonly name: string; readonly required: boolean; readonly schema: JsonSchema }[] {
  const { properties = {}, required = [] } = inlineSchema(schema) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, each]) => ({ name, required: required.includes(name), schema: each }));
}
