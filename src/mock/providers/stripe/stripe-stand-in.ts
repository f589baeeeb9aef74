import type { Clock } from '../../../server/ports.ts';
import { Faults } from '../faults.ts';
import { findCard } from './stripe-cards.ts';
import { authenticationPage, checkoutPage, closedPage } from './stripe-checkout-page.ts';
import { invalidParameter, missing, StripeRefusal } from './stripe-error.ts';
import { FormFault, type FormValue, readForm } from './stripe-form.ts';
import { StripeKeys } from './stripe-idempotency.ts';
import { type Written, writeCharge, writeIntent, writeRefund } from './stripe-objects.ts';
import { type PayResult, StripeTill } from './stripe-till.ts';
import { WebhookSender } from './stripe-webhooks.ts';
import { createRefundParams, createSessionParams, listRefundsParams, onlyExpand, readParams } from './stripe-wire.ts';

/** The version of the API the stand-in follows; another one is refused. */
export const STRIPE_API_VERSION = '2026-10-28.endive';

/** Options of the stand-in. */
interface StripeStandInOptions {
  /** The stand-in's address for browsers, without a slash at the end: `http://localhost:8000/stand-in/stripe`. */
  readonly baseUrl: string;
  /** `sk_test_…`: the only key that it accepts. */
  readonly secretKey: string;
  readonly clock: Clock;
}

/** One call of the API, recorded for tests. */
interface StripeCall {
  /** `POST /v1/refunds` */
  readonly call: string;
  readonly status: number;
  readonly idempotencyKey: string | null;
}

/**
 * A strict stand-in for Stripe: its API below `/v1`, its checkout page below `/pay`, and its webhooks. Written from the
 * public API reference; it also refuses what Stripe accepts but a careful caller should not send (no version, no `Content-Type`).
 */
export class StripeStandIn {
  readonly till: StripeTill;
  readonly webhooks: WebhookSender;
  readonly faults = new Faults();
  readonly calls: StripeCall[] = [];
  readonly #keys = new StripeKeys();
  readonly #options: StripeStandInOptions;

  constructor(options: StripeStandInOptions) {
    this.#options = options;
    this.webhooks = new WebhookSender(options.clock, STRIPE_API_VERSION);
    this.till = new StripeTill({
      clock: options.clock,
      addressOf: (id) => `${options.baseUrl}/pay/${id}`,
      emit: (events) => this.webhooks.emit(events, null),
    });
  }

  /** Answers the API and the checkout page, below whatever path it is mounted at. */
  async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const page = /\/pay\/([^/]+)$/.exec(pathname)?.[1];
    if (page !== undefined) return this.#page(request, page);
    const [, path] = /(\/v1\/.*)$/.exec(pathname) ?? [];
    if (path === undefined) return this.#refuse(missing('route', pathname, 'path'));
    const response = await this.faults.answer(
      request,
      (fault) => this.#fault(fault, request, path),
      () => this.#answer(request, path),
    );
    this.calls.push({
      call: `${request.method} ${path}`,
      status: response.status,
      idempotencyKey: request.headers.get('idempotency-key'),
    });
    return response;
  }

  async #answer(request: Request, path: string): Promise<Response> {
    const key = request.method === 'POST' ? request.headers.get('idempotency-key') : null;
    let isUnderWay = false;
    try {
      this.#checkHeaders(request);
      const text = request.method === 'GET' ? new URL(request.url).search.slice(1) : await request.text();
      const form = readForm(text);
      if (key !== null) {
        const kept = this.#keys.find(key, path, text, this.#options.clock.now());
        if (kept) return this.#reply(kept.status, kept.text, { 'idempotent-replayed': 'true' });
        isUnderWay = true;
      }
      const body = JSON.stringify(this.#carryOut(request.method, path, form), null, 2);
      if (key !== null) this.#keys.keep(key, 200, body);
      return this.#reply(200, body);
    } catch (error) {
      // A call with invalid parameters was not carried out: its key is free again.
      if (key !== null && isUnderWay) this.#keys.forget(key);
      if (error instanceof StripeRefusal) return this.#refuse(error);
      if (error instanceof FormFault) {
        return this.#refuse(
          new StripeRefusal(400, {
            type: 'invalid_request_error',
            message: `Invalid parameter name: ${error.message}`,
          }),
        );
      }
      throw error;
    }
  }

  #checkHeaders({ method, headers }: Request): void {
    const given = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1];
    if (given === undefined) {
      throw new StripeRefusal(401, {
        type: 'invalid_request_error',
        message:
          "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
      });
    }
    if (given !== this.#options.secretKey) {
      const message = `Invalid API Key provided: ${given.slice(0, 8)}${'*'.repeat(8)}${given.slice(-4)}`;
      throw new StripeRefusal(401, { type: 'invalid_request_error', message });
    }
    const version = headers.get('stripe-version');
    if (version !== STRIPE_API_VERSION) {
      // Stripe would use the account's version; a caller that names none breaks at the account's next upgrade.
      const message = `Invalid Stripe API version: ${version ?? 'none was sent'}. This stand-in follows ${STRIPE_API_VERSION}.`;
      throw new StripeRefusal(400, { type: 'invalid_request_error', message });
    }
    const type = headers.get('content-type') ?? '';
    if (method === 'POST' && !type.startsWith('application/x-www-form-urlencoded')) {
      const message = `Invalid request: the Content-Type must be application/x-www-form-urlencoded, not ${type || 'missing'}`;
      throw new StripeRefusal(400, { type: 'invalid_request_error', message });
    }
    if ((headers.get('idempotency-key')?.length ?? 0) > 255) {
      throw new StripeRefusal(400, {
        type: 'invalid_request_error',
        message: 'Idempotency keys may have at most 255 characters',
      });
    }
  }

  #carryOut(method: string, path: string, form: Record<string, FormValue>): Written {
    const { till } = this;
    const [, noun, id, act] =
      /^\/v1\/(checkout\/sessions|payment_intents|charges|refunds)(?:\/(\w+))?(?:\/(\w+))?$/.exec(path) ?? [];
    const route = `${method} ${noun ?? path}${id === undefined ? '' : '/:id'}${act === undefined ? '' : `/${act}`}`;
    switch (route) {
      case 'POST checkout/sessions': {
        const params = readParams(createSessionParams, form);
        return this.#expand(till.write(till.createSession(params)), params.expand);
      }
      case 'GET checkout/sessions/:id':
        return this.#expand(till.write(till.session(id ?? '')), readParams(onlyExpand, form).expand);
      case 'POST checkout/sessions/:id/expire': {
        const { expand } = readParams(onlyExpand, form);
        return this.#expand(till.write(till.expireSession(id ?? '')), expand);
      }
      case 'GET payment_intents/:id':
        return this.#expand(writeIntent(till.intent(id ?? '')), readParams(onlyExpand, form).expand);
      case 'GET charges/:id':
        return this.#expand(writeCharge(till.charge(id ?? '')), readParams(onlyExpand, form).expand);
      case 'POST refunds': {
        const { payment_intent, charge, amount, reason, metadata, expand } = readParams(createRefundParams, form);
        return this.#expand(
          writeRefund(till.refund({ paymentIntent: payment_intent, charge, amount, reason, metadata })),
          expand,
        );
      }
      case 'GET refunds/:id': {
        const found = till.refunds.get(id ?? '');
        if (!found) throw missing('refund', id ?? '');
        return this.#expand(writeRefund(found), readParams(onlyExpand, form).expand);
      }
      case 'GET refunds': {
        const { payment_intent, charge, limit = 10 } = readParams(listRefundsParams, form);
        const found = till.refundsOf({ paymentIntent: payment_intent, charge });
        return {
          object: 'list',
          url: '/v1/refunds',
          has_more: found.length > limit,
          data: found.slice(0, limit).map(writeRefund),
        };
      }
      default:
        throw new StripeRefusal(404, {
          type: 'invalid_request_error',
          message: `Unrecognized request URL (${method}: ${path}).`,
        });
    }
  }

  /** Puts whole objects where `expand` asks for them, at most four deep (docs.stripe.com/api/expanding_objects). */
  #expand(object: Written, paths: readonly string[] = []): Written {
    return paths.reduce((whole, path) => this.#expandPath(whole, path.split('.'), path), object);
  }

  #expandPath(object: Written, [field = '', ...rest]: readonly string[], path: string): Written {
    const value = object[field];
    const inner = typeof value === 'string' ? this.#find(field, value) : value;
    const isExpandable = ['payment_intent', 'latest_charge', 'charge'].includes(field) && field in object;
    if (!isExpandable || rest.length > 3) {
      throw invalidParameter('expand', `This property cannot be expanded (${path}).`);
    }
    if (inner === null || inner === undefined) return object;
    const whole = inner as Written;
    return { ...object, [field]: rest.length === 0 ? whole : this.#expandPath(whole, rest, path) };
  }

  #find(field: string, id: string): Written {
    return field === 'payment_intent' ? writeIntent(this.till.intent(id)) : writeCharge(this.till.charge(id));
  }

  async #page(request: Request, sessionId: string): Promise<Response> {
    const { till } = this;
    const session = till.sessions.has(sessionId) ? till.session(sessionId) : undefined;
    const action = `${this.#options.baseUrl}/pay/${sessionId}`;
    if (session?.status !== 'open') return closedPage(session);
    if (request.method !== 'POST') return checkoutPage(session, action);
    const form = new URLSearchParams(await request.text());
    const intent = form.get('intent');
    if (intent !== null)
      return this.#afterPaying(till.authenticate(intent, form.get('authenticate') === 'yes'), sessionId, '');
    const number = form.get('number') ?? '';
    const card = findCard(number);
    if (!card) return checkoutPage(session, action, { message: 'This is none of the test cards.', number });
    return this.#afterPaying(till.pay(sessionId, card), sessionId, number);
  }

  #afterPaying(result: PayResult, sessionId: string, number: string): Response {
    const action = `${this.#options.baseUrl}/pay/${sessionId}`;
    const session = this.till.session(sessionId);
    if (result.kind === 'closed') return closedPage(session);
    if (result.kind === 'authentication') return authenticationPage(result.intent, action);
    if (result.kind === 'declined') return checkoutPage(session, action, { message: result.message, number });
    const location = session.successUrl.replaceAll('{CHECKOUT_SESSION_ID}', session.id);
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
  }

  async #fault(
    { status, retryAfter }: { readonly status: number; readonly retryAfter?: number },
    request: Request,
    path: string,
  ): Promise<Response> {
    const refusal =
      status === 429
        ? new StripeRefusal(429, {
            type: 'invalid_request_error',
            code: 'rate_limit',
            message:
              'Request rate limit exceeded. You can learn more about rate limits here https://docs.stripe.com/rate-limits.',
          })
        : new StripeRefusal(status, {
            type: 'api_error',
            message: 'An unknown error occurred',
          });
    const refused = this.#refuse(refusal, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
    const key = request.method === 'POST' ? request.headers.get('idempotency-key') : null;
    // A failure of the server is kept for its key like any other answer; one that came before the call was begun is not.
    if (key !== null && status >= 500) {
      this.#keys.find(key, path, await request.text(), this.#options.clock.now());
      this.#keys.keep(key, status, await refused.clone().text());
    }
    return refused;
  }

  #refuse({ status, body }: StripeRefusal, headers: Readonly<Record<string, string>> = {}): Response {
    return this.#reply(status, JSON.stringify({ error: body }, null, 2), headers);
  }

  #reply(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response {
    return new Response(text, {
      status,
      headers: {
        'content-type': 'application/json',
        'cache-control': 'no-cache, no-store',
        'request-id': `req_${crypto.randomUUID().slice(0, 14)}`,
        'stripe-version': STRIPE_API_VERSION,
        ...headers,
      },
    });
  }
}
