import { DAY_MS } from '../../../domain/time/units.ts';
import { StripeRefusal } from './stripe-error.ts';

/** An answer stored for a key. */
interface KeptAnswer {
  readonly path: string;
  readonly body: string;
  readonly keptAt: number;
  /** Absent while the first request is being carried out. */
  answer?: { readonly status: number; readonly text: string };
}

/** Stripe keeps keys for at least a day. */
const LIFETIME_MS = DAY_MS;

/** Replies stored by `Idempotency-Key` (docs.stripe.com/api/idempotent_requests). */
export class StripeKeys {
  readonly #kept = new Map<string, KeptAnswer>();

  /**
   * The answer stored for this request; undefined for the first one, which is then marked as under way. Throws Stripe's
   * `idempotency_error` for another body or path, and its 409 while the first is under way.
   */
  find(key: string, path: string, body: string, now: number): KeptAnswer['answer'] {
    const kept = this.#kept.get(key);
    if (!kept || now - kept.keptAt >= LIFETIME_MS) {
      this.#kept.set(key, { path, body, keptAt: now });
      return undefined;
    }
    const elsewhere = `Try using a key other than '${key}' if you meant to execute a different request.`;
    if (kept.path !== path) {
      const message = `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${path}' vs '${kept.path}'). ${elsewhere}`;
      throw new StripeRefusal(400, { type: 'idempotency_error', message });
    }
    if (kept.body !== body) {
      const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. ${elsewhere}`;
      throw new StripeRefusal(400, { type: 'idempotency_error', message });
    }
    if (kept.answer) return kept.answer;
    throw new StripeRefusal(409, {
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
      message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}.`,
    });
  }

  keep(key: string, status: number, text: string): void {
    const kept = this.#kept.get(key);
    if (kept) kept.answer = { status, text };
  }

  /** Frees the key of a request that failed before it was carried out. */
  forget(key: string): void {
    this.#kept.delete(key);
  }
}
