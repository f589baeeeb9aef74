/** A calendar provider's answer at the redirect address (RFC 6749, 4.1.2): a code, or the reason why there is none. */
export interface CalendarCallback {
  readonly state: string;
  readonly code?: string;
  /** `access_denied` when the person refused. */
  readonly error?: string;
}

/** All parameters that providers add to the redirect address. */
const PARAMETERS = ['code', 'state', 'scope', 'iss', 'error', 'error_description', 'error_uri', 'error_subcode'];
const OF_GOOGLE = ['authuser', 'prompt', 'hd'];
const OF_MICROSOFT = ['session_state', 'client_info'];

/** Reads a provider's answer from an address; undefined when it has none. */
export function readCallback(address: string): CalendarCallback | undefined {
  const query = new URL(address).searchParams;
  const [state, code, error] = [query.get('state'), query.get('code'), query.get('error')];
  if (!state || (!code && !error)) return undefined;
  return { state, ...(error ? { error } : code ? { code } : {}) };
}

/** The address without the answer, so that a reload does not read it again and no later page receives it. */
export function withoutCallback(address: string): string {
  const url = new URL(address);
  for (const name of [...PARAMETERS, ...OF_GOOGLE, ...OF_MICROSOFT]) url.searchParams.delete(name);
  return url.href;
}

/** A message between two windows: an answer, or the receipt of one. */
export type CallbackMessage =
  | { readonly type: 'cb-calendar-callback'; readonly callback: CalendarCallback }
  | { readonly type: 'cb-calendar-callback-taken'; readonly state: string };

/** Name of the `BroadcastChannel` used where the provider's pages cut the link to the window that opened them (COOP). */
export const CALLBACK_CHANNEL = 'cb-calendar-callback';

/** Reads a message; undefined when it is not ours: any page may post any message. */
export function readCallbackMessage(data: unknown): CallbackMessage | undefined {
  const { type, state, callback } = recordOf(data);
  if (type === 'cb-calendar-callback-taken') return typeof state === 'string' ? { type, state } : undefined;
  if (type !== 'cb-calendar-callback') return undefined;
  const told = recordOf(callback);
  if (typeof told.state !== 'string') return undefined;
  if (typeof told.error === 'string') return { type, callback: { state: told.state, error: told.error } };
  return typeof told.code === 'string' ? { type, callback: { state: told.state, code: told.code } } : undefined;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
