import { tokens as tokensSchema } from '../../contract/auth.ts';
import { coach as coachSchema } from '../../contract/coach.ts';
import { coachList } from '../../contract/coach-list.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import { CONTRACT_VERSION, type EndpointName, endpoints } from '../../contract/endpoints.ts';
import { type Backend, type Caller, createBackend, faultOf, isAbsent, type Outcome, readBody } from './backend.ts';
import { checkCors } from './cors.ts';
import { callOf, type Finding, fault, finding, LEFT_BEHIND } from './finding.ts';
import { type Asked, checkTimes } from './offered-times.ts';
import { tryBooking } from './trial-booking.ts';
import { uses } from './uses.ts';

/** A client of the backend: by an account, by a bearer token, or by headers such as a session cookie. */
export interface ClientOptions extends Caller {
  readonly account?: { readonly email: string; readonly password: string } | undefined;
}

/** What to check, and as which client. */
export interface CheckOptions extends ClientOptions {
  /** Where the contract's paths begin. */
  readonly api: string;
  /** The coach whose slots are checked. @default the first of `GET /coaches` */
  readonly coach?: string | undefined;
  /** A second client, who must not see the first one's bookings. */
  readonly other?: ClientOptions | undefined;
  /** Books times and cancels them again; needs a client. @default false */
  readonly book?: boolean;
  /** The origin of a calling page. @default 'https://www.example.com' */
  readonly origin?: string;
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch;
}

/** Session lengths to try when the coach lists none, in minutes; a backend may refuse those it does not offer. */
const USUAL_LENGTHS = [30, 60, 90];
const USUAL_LENGTH = 60;
/** The calls that are probed in order; the others are called by checks of their own. */
const probed = (Object.keys(uses) as EndpointName[]).filter(
  (name) => !['getAvailability', 'listCoaches', 'getCoach', 'logIn', 'createBooking'].includes(name),
);

/**
 * Calls a backend as a page would, and reports which calls work, which are missing and which differ from the contract. Only reads,
 * unless `book` is set; then it cancels its bookings, and lists those it could not cancel as the first finding. Never throws,
 * whatever the backend answers.
 * @example
 * import { checkBackend, verdictOn } from '@culturebridge/booking/server';
 *
 * test('pages can book with our backend', async () => {
 *   const findings = await checkBackend({ api, coach, account: { email, password }, book: true });
 *   expect(findings.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
 *   expect(verdictOn(findings)).not.toBe('fails');
 * });
 */
export async function checkBackend(options: CheckOptions): Promise<Finding[]> {
  const { origin = 'https://www.example.com', fetch = globalThis.fetch } = options;
  const backend = createBackend(options.api, origin, fetch);
  const findings: Finding[] = [];

  const as = await signIn(backend, options, findings);
  const coachId = options.coach ?? (await firstCoach(backend, as, findings));
  if (coachId === undefined) {
    const says = 'not looked at: there is no coach to ask for';
    findings.push(finding('getAvailability', 'skipped', says, 'name a coach (--coach)'));
    return findings;
  }
  const lengths = await lengthsOf(backend, coachId, as, findings);
  const minutes = lengths.includes(USUAL_LENGTH) ? USUAL_LENGTH : (lengths[0] ?? USUAL_LENGTH);
  const asked: Asked = { backend, coachId, as, minutes, lengths, now: Date.now() };
  const times = await checkTimes(asked);
  findings.push(...times.findings);
  findings.push(...(await checkCors(backend, origin, times.reply)));
  findings.push(judgeRefusal(await backend.call('createBooking', { body: {} })));

  if (!options.book) {
    findings.push(finding('createBooking', 'skipped', 'not tried: --book books times and cancels them again'));
  } else if (as === undefined || times.month.length === 0) {
    const lacks = as === undefined ? 'a client (--email, or BOOKING_TOKEN)' : 'an open time in the coming month';
    findings.push(finding('createBooking', 'skipped', `not tried: that needs ${lacks}`));
  } else {
    const other = options.other && (await signIn(backend, options.other, []));
    const trials = await tryBooking(backend, { ...asked, as, other, offered: times.month });
    const left = trials.filter(({ what }) => what === LEFT_BEHIND);
    findings.unshift(...left);
    findings.push(...trials.filter((each) => !left.includes(each)));
  }
  const known = new Set(findings.map(({ what }) => what));
  for (const name of probed) if (!known.has(callOf(name))) findings.push(await probe(backend, name, coachId, as));
  return findings;
}

/** Signs in as the client; undefined when there is none, or the account is refused. */
async function signIn(backend: Backend, client: ClientOptions, findings: Finding[]): Promise<Caller | undefined> {
  const { account, token, headers } = client;
  if (token !== undefined || headers !== undefined) return { token, headers };
  // Without an account this only finds out whether the call exists.
  const outcome = await backend.call('logIn', { body: account ?? { email: 'nobody@example.com', password: '-' } });
  if (!account) {
    findings.push(judgeRefused('logIn', outcome, 'is there; --email signs in'));
    return undefined;
  }
  const wrong = faultOf('logIn', outcome);
  findings.push(finding('logIn', wrong === undefined ? 'ok' : 'wrong', wrong ?? `signed in as ${account.email}`));
  const access = readBody(tokensSchema, outcome)?.access_token;
  return wrong === undefined && access !== undefined ? { token: access } : undefined;
}

async function firstCoach(backend: Backend, as: Caller | undefined, findings: Finding[]) {
  const outcome = await backend.call('listCoaches', { as });
  if (isAbsent(outcome)) {
    findings.push(absent('listCoaches'));
    return undefined;
  }
  const wrong = faultOf('listCoaches', outcome);
  const coaches = (wrong === undefined ? readBody(coachList, outcome)?.coaches : undefined) ?? [];
  const verdict = wrong === undefined ? 'ok' : 'wrong';
  findings.push(
    finding('listCoaches', verdict, wrong ?? `${coaches.length} coaches, ${coaches[0]?.name ?? 'none'} first`),
  );
  return coaches[0]?.user_id;
}

/** The session lengths to ask for, in minutes. */
async function lengthsOf(backend: Backend, coachId: string, as: Caller | undefined, findings: Finding[]) {
  const outcome = await backend.call('getCoach', { params: { coach_id: coachId }, as });
  const wrong = faultOf('getCoach', outcome);
  if (isAbsent(outcome)) findings.push(absent('getCoach'));
  else findings.push(finding('getCoach', wrong === undefined ? 'ok' : 'wrong', wrong ?? uses.getCoach.gives));
  const lengths = (readBody(coachSchema, outcome)?.durations ?? []).map(({ minutes }) => minutes);
  return lengths.length === 0 ? USUAL_LENGTHS : lengths;
}

function judgeRefusal(outcome: Outcome): Finding {
  const what = 'refusals';
  if (outcome.kind === 'failed') return fault(what, outcome.why, 'answer every call');
  const { status, body } = outcome;
  if (isAbsent(outcome)) return absent('createBooking');
  if (status < 300)
    return fault(what, `booking without a token answered ${status}`, 'answer 401 to calls without a token');
  if (status < 400) return fault(what, faultOf('createBooking', outcome) ?? '', 'answer without a redirect');
  if (status >= 500)
    return fault(what, `an empty request answered ${status}`, 'answer 401, or 422 with what is missing');
  if (status === 403) {
    const says = 'a call without a token answered 403: pages offer signing in after a 401 alone';
    return fault(what, says, 'answer 401 to calls without a token');
  }
  const isObject = typeof body === 'object' && body !== null;
  if (!isObject || !('detail' in body || 'error' in body || 'message' in body)) {
    const says = `${status} without words: pages can only say that something went wrong`;
    return fault(what, says, 'answer with {"detail": "…"} that visitors understand');
  }
  const code = 'code' in body ? ' and a code' : '; with a `code` too, pages could say more';
  return { what, need: 'booking', verdict: 'ok', says: `${status}, with words${code}` };
}

/**
 * Calls without a token, for unknown ids and without a body, so that nothing is changed: the refusal tells whether the call exists.
 */
async function probe(backend: Backend, name: EndpointName, coachId: string, as: Caller | undefined): Promise<Finding> {
  const { method, path, auth, body, extension }: Endpoint = endpoints[name];
  const params = { coach_id: method === 'GET' ? coachId : 'none', provider: 'google' };
  const outcome = await backend.call(name, { params, ...(body && { body: {} }) });
  if (isAbsent(outcome, path)) return absent(name);
  // When every call without a token is refused, a missing public extension cannot be told from an existing one; pages work without
  // it.
  if (extension && auth === 'none' && outcome.kind === 'reply' && (outcome.status === 401 || outcome.status === 403))
    return finding(name, 'missing', `${uses[name].without} (a call without a token answered ${outcome.status})`);
  if (name === 'getHealth') return judgeVersion(outcome);
  if (auth === 'none' && method === 'GET') {
    const wrong = faultOf(name, outcome);
    return finding(name, wrong === undefined ? 'ok' : 'wrong', wrong ?? uses[name].gives);
  }
  if (auth === 'required' && outcome.kind === 'reply' && outcome.status < 300) {
    return finding(name, 'wrong', 'answers without a token', 'answer 401 to calls without a token');
  }
  // A backend that refuses all calls without a token also refuses those it does not have: ask once more as the client.
  const isReadable = method === 'GET' && /^[^{]*(\{coach_id\}[^{]*)?$/.test(path);
  if (as && isReadable && isAbsent(await backend.call(name, { as, params }), path)) return absent(name);
  return judgeRefused(name, outcome, uses[name].gives);
}

/** The version of the contract that the backend names, if it names one; pages work with every minor version of their major one. */
function judgeVersion(outcome: Outcome): Finding {
  const wrong = faultOf('getHealth', outcome);
  if (wrong !== undefined) return finding('getHealth', 'wrong', wrong);
  const { contract_version: version } = readBody(endpoints.getHealth.reply, outcome) ?? {};
  if (version === undefined) return finding('getHealth', 'ok', uses.getHealth.gives);
  const says = `speaks version ${version} of the contract, this package ${CONTRACT_VERSION}`;
  const [theirs, ours] = [version, CONTRACT_VERSION].map((each) => each.split('.')[0]);
  if (theirs === ours) return finding('getHealth', 'ok', says);
  return finding('getHealth', 'wrong', says, 'use the package of the same major version in pages');
}

/** A refusal is expected; a server error or a redirect is a fault. */
function judgeRefused(name: EndpointName, outcome: Outcome, says: string): Finding {
  if (outcome.kind === 'failed') return finding(name, 'wrong', outcome.why);
  if (isAbsent(outcome)) return absent(name);
  const { status } = outcome;
  if (status >= 300 && status < 400) return finding(name, 'wrong', faultOf(name, outcome) ?? `answered ${status}`);
  if (status >= 500 && status !== 503) return finding(name, 'wrong', `answered ${status}`);
  return finding(name, 'ok', says);
}

function absent(name: EndpointName): Finding {
  return finding(name, 'missing', uses[name].without);
}
