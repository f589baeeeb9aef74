import * as z from 'zod/mini';
import { invalidParameter, StripeRefusal } from './stripe-error.ts';
import type { FormValue } from './stripe-form.ts';

const whole = z.pipe(
  z.string().check(z.regex(/^-?\d+$/, { error: 'Invalid integer' })),
  z.transform((text: string) => Number(text)),
);

/** At most 50 entries, names of 40 characters, values of 500 (docs.stripe.com/api/metadata). */
const metadata = z
  .record(
    z.string().check(z.maxLength(40, { error: 'Metadata keys may have at most 40 characters' })),
    z.string().check(z.maxLength(500, { error: 'Metadata values may have at most 500 characters' })),
  )
  .check(z.refine((entries) => Object.keys(entries).length <= 50, { error: 'Metadata may have at most 50 keys' }));

const address = z.string().check(
  z.maxLength(5000),
  z.refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), { error: 'Not a valid URL' }),
);

const currency = z.string().check(z.regex(/^[a-z]{3}$/, { error: 'Invalid currency: must be a lower-case ISO code' }));

const expand = z.optional(z.array(z.string()));

/** `POST /v1/checkout/sessions`, the parts a one-time payment has. */
export const createSessionParams = z.strictObject({
  mode: z.literal('payment'),
  line_items: z
    .array(
      z.strictObject({
        quantity: whole,
        price_data: z.strictObject({
          currency,
          unit_amount: whole,
          product_data: z.strictObject({
            name: z.string().check(z.minLength(1), z.maxLength(250)),
            description: z.optional(z.string().check(z.maxLength(500))),
          }),
        }),
      }),
    )
    .check(z.minLength(1), z.maxLength(100)),
  success_url: address,
  cancel_url: z.optional(address),
  client_reference_id: z.optional(z.string().check(z.maxLength(200))),
  customer_email: z.optional(z.string().check(z.regex(/^[^@\s]+@[^@\s]+$/, { error: 'Invalid email address' }))),
  expires_at: z.optional(whole),
  locale: z.optional(z.string()),
  metadata: z.optional(metadata),
  payment_intent_data: z.optional(
    z.strictObject({ metadata: z.optional(metadata), description: z.optional(z.string().check(z.maxLength(1000))) }),
  ),
  payment_method_types: z.optional(z.array(z.enum(['card']))),
  submit_type: z.optional(z.enum(['auto', 'book', 'donate', 'pay'])),
  expand,
});
export type CreateSessionParams = z.output<typeof createSessionParams>;

/** `POST /v1/refunds`. */
export const createRefundParams = z.strictObject({
  payment_intent: z.optional(z.string()),
  charge: z.optional(z.string()),
  amount: z.optional(whole),
  reason: z.optional(z.enum(['duplicate', 'fraudulent', 'requested_by_customer'])),
  metadata: z.optional(metadata),
  expand,
});

/** `GET /v1/refunds`. */
export const listRefundsParams = z.strictObject({
  payment_intent: z.optional(z.string()),
  charge: z.optional(z.string()),
  limit: z.optional(whole),
  expand,
});

/** Reads and expirations, which take nothing but `expand`. */
export const onlyExpand = z.strictObject({ expand });

/** Reads parameters by a schema; throws the refusal that Stripe would answer for unknown, missing or invalid ones. */
export function readParams<T extends z.ZodMiniType>(schema: T, form: Record<string, FormValue>): z.output<T> {
  const result = z.safeParse(schema, form);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = (issue?.path ?? []).map(String);
  const name = (keys: readonly string[]) =>
    (keys[0] ?? '') +
    keys
      .slice(1)
      .map((key) => `[${key}]`)
      .join('');
  if (issue?.code === 'unrecognized_keys') {
    const param = name([...path, issue.keys[0] ?? '']);
    throw invalidParameter(param, `Received unknown parameter: ${param}`, 'parameter_unknown');
  }
  if (issue?.code === 'invalid_type' && valueAt(form, path) === undefined) {
    throw invalidParameter(name(path), `Missing required param: ${name(path)}.`, 'parameter_missing');
  }
  if (issue === undefined) throw new StripeRefusal(400, { type: 'invalid_request_error', message: 'Invalid request' });
  const code = issue.message === 'Not a valid URL' ? 'url_invalid' : undefined;
  throw invalidParameter(name(path), issue.message, code);
}

function valueAt(form: FormValue, path: readonly string[]): FormValue | undefined {
  return path.reduce<FormValue | undefined>((value, key) => {
    if (value === undefined || typeof value === 'string') return undefined;
    return Array.isArray(value) ? value[Number(key)] : value[key];
  }, form);
}
