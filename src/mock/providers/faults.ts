import { DroppedConnection } from '../../server/http/dropped-connection.ts';

/** The faults of a call that also occur at the real providers. */
export type Fault =
  /** Answered before anything is done. `retryAfter` in seconds. */
  | { readonly kind: 'status'; readonly status: 401 | 403 | 429 | 500 | 503; readonly retryAfter?: number }
  /** The connection breaks before the call arrives. */
  | { readonly kind: 'drop' }
  /** The call is carried out, and the connection breaks before the answer. */
  | { readonly kind: 'drop-after-commit' };

/** Which calls a fault hits. */
interface FaultTarget {
  /** @default any method */
  readonly method?: string;
  /** The end of the path, without the query. @default any path of the API */
  readonly path?: RegExp;
  /** @default 1 */
  readonly times?: number;
}

/** Faults waiting for their calls. */
export class Faults {
  readonly #waiting: { fault: Fault; target: FaultTarget; left: number }[] = [];

  /** The next call that fits gets it. */
  next(fault: Fault, target: FaultTarget = {}): void {
    this.#waiting.push({ fault, target, left: target.times ?? 1 });
  }

  /** True while a fault has not hit a call yet. */
  get pending(): boolean {
    return this.#waiting.length > 0;
  }

  /** Answers a call, or fails it with the first waiting fault that fits. */
  async answer(
    request: Request,
    refuse: (fault: Fault & { kind: 'status' }) => Response | Promise<Response>,
    carryOut: () => Promise<Response>,
  ): Promise<Response> {
    const path = new URL(request.url).pathname;
    const index = this.#waiting.findIndex(
      ({ target }) => (target.method ?? request.method) === request.method && (target.path?.test(path) ?? true),
    );
    const hit = this.#waiting[index];
    if (!hit) return carryOut();
    hit.left -= 1;
    if (hit.left <= 0) this.#waiting.splice(index, 1);
    if (hit.fault.kind === 'status') return refuse(hit.fault);
    if (hit.fault.kind === 'drop-after-commit') await carryOut();
    throw new DroppedConnection();
  }
}
