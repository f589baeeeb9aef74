import * as z from 'zod/mini';
import { tokens as tokensSchema } from '../../contract/auth.ts';
import { availability as availabilitySchema } from '../../contract/availability.ts';
import { coach as coachSchema } from '../../contract/coach.ts';
import { coachList } from '../../contract/coach-list.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import { type EndpointName, endpoints } from '../../contract/endpoints.ts';
import { writeInstant } from '../../contract/values.ts';
import { DAY_MS } from '../../domain/time/units.ts';
import { type Backend, createBackend, faultOf, isAbsent, type Outcome } from './backend.ts';
import { checkCors } from './cors.ts';
import { type Finding, finding } from './finding.ts';
import { tryBooking } from './trial-booking.ts';
import { uses } from './uses.ts';

/** What to check, and as whom. */
export interface CheckOptions {
  /** Where the contract's paths begin. */
  readonly api: string;
  /** Whose times to look at. @default the first of `GET /coaches` */
  readonly coach?: string | undefined;
  /** A client's account, to sign in with. */
  readonly account?: { readonly email: string; readonly password: string } | undefined;
  /** Or a client's bearer token. */
  readonly token?: string | undefined;
  /** Books a time and cancels it again; needs a client. @default false */
  readonly book?: boolean;
  /** The origin of a page that is to call. @default 'https://www.example.com' */
  readonly origin?: string;
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch;
}

/** Found out by being called, in order; these three are called on their own. */
const probed = (Object.keys(uses) as EndpointName[]).filter(
  (name) => !['getAvailability', 'listCoaches', 'getCoach', 'logIn', 'createBooking'].includes(name),
);

/**
 * Calls a backend as a page would and tells what is there, what is missing and what is not as the contract says.
 * Reads only, unless `book` is set.
 */
export async function checkBackend(options: CheckOptions): Promise<Finding[]> {
  const { origin = 'https://www.example.com', fetch = globalThis.fetch } = options;
  const backend = createBackend(options.api, origin, fetch);
  const findings: Finding[] = [];

  const token = options.token ?? (await logIn(backend, options, findings));
  const coachId = options.coach ?? (await firstCoach(backend, token, findings));
  if (coachId === undefined) {
    findings.push(finding('getAvailability', 'skipped', 'there is no coach to ask for: name one with --coach'));
    return findings;
  }
  const minutes = await usualMinutes(backend, coachId, token, findings);
  const query = {
    start_date: writeInstant(Date.now() + DAY_MS),
    end_date: writeInstant(Date.now() + 8 * DAY_MS),
    duration_minutes: String(minutes),
  };
  const offered = await backend.call('getAvailability', { params: { coach_id: coachId }, query });
  findings.push(judgeSlots(offered));
  findings.push(...(await checkCors(backend, origin, offered)));
  const refused = await backend.call('createBooking', { body: {} });
  findings.push(judgeRefusal(refused));

  const slot = slotsIn(offered).at(-1);
  if (!options.book) {
    findings.push(finding('createBooking', 'skipped', 'not tried: --book books a time and cancels it again'));
  } else if (token === undefined || slot === undefined) {
    const lacks = token === undefined ? 'a client (--email, or BOOKING_TOKEN)' : 'an open time in the next eight days';
    findings.push(finding('createBooking', 'skipped', `needs ${lacks}`));
  } else {
    const trial = { token, coachId, start: slot, durationMinutes: minutes, key: crypto.randomUUID() };
    findings.push(...(await tryBooking(backend, trial)));
  }
  const known = new Set(findings.map(({ what }) => what));
  for (const name of probed) {
    const { method, path }: Endpoint = endpoints[name];
    if (!known.has(`${method} ${path}`)) findings.push(await probe(backend, name, coachId));
  }
  return findings;
}

async function logIn(backend: Backend, { account }: CheckOptions, findings: Finding[]): Promise<string | undefined> {
  // Without an account the door alone is looked at.
  const outcome = await backend.call('logIn', { body: account ?? { email: 'nobody@example.com', password: '-' } });
  if (!account) {
    findings.push(judgeDoor('logIn', outcome, 'is there; --email signs in'));
    return undefined;
  }
  const fault = faultOf('logIn', outcome);
  findings.push(finding('logIn', fault === undefined ? 'ok' : 'wrong', fault ?? `signed in as ${account.email}`));
  const read = z.safeParse(tokensSchema, outcome.kind === 'reply' ? outcome.body : undefined);
  return fault === undefined && read.success ? read.data.access_token : undefined;
}

async function firstCoach(backend: Backend, token: string | undefined, findings: Finding[]) {
  const outcome = await backend.call('listCoaches', { token });
  if (isAbsent(outcome)) {
    findings.push(absent('listCoaches'));
    return undefined;
  }
  const fault = faultOf('listCoaches', outcome);
  const read = z.safeParse(coachList, outcome.kind === 'reply' ? outcome.body : undefined);
  const coaches = fault === undefined && read.success ? read.data.coaches : [];
  const verdict = fault === undefined ? 'ok' : 'wrong';
  findings.push(
    finding('listCoaches', verdict, fault ?? `${coaches.length} coaches, ${coaches[0]?.name ?? 'none'} first`),
  );
  return coaches[0]?.user_id;
}

async function usualMinutes(backend: Backend, coachId: string, token: string | undefined, findings: Finding[]) {
  const outcome = await backend.call('getCoach', { params: { coach_id: coachId }, token });
  const fault = faultOf('getCoach', outcome);
  if (isAbsent(outcome)) findings.push(absent('getCoach'));
  else findings.push(finding('getCoach', fault === undefined ? 'ok' : 'wrong', fault ?? uses.getCoach.gives));
  const read = z.safeParse(coachSchema, outcome.kind === 'reply' ? outcome.body : undefined);
  const lengths = read.success ? (read.data.durations ?? []).map(({ minutes }) => minutes) : [];
  return lengths.length === 0 || lengths.includes(60) ? 60 : (lengths[0] ?? 60);
}

function judgeSlots(outcome: Outcome): Finding {
  if (isAbsent(outcome)) return absent('getAvailability');
  const fault = faultOf('getAvailability', outcome);
  if (fault !== undefined) return finding('getAvailability', 'wrong', fault);
  const slots = slotsIn(outcome);
  const naive = slots.some((start) => !/(?:[Zz]|[+-]\d\d:?\d\d)$/.test(start));
  const note = naive ? '; the times have no offset and are read as UTC: write 2025-11-15T14:00:00Z' : '';
  return finding('getAvailability', 'ok', `${slots.length} open times in a week${note}`);
}

/** The starts as they were written. */
function slotsIn(outcome: Outcome): string[] {
  if (outcome.kind === 'failed' || !z.safeParse(availabilitySchema, outcome.body).success) return [];
  const { available_slots } = outcome.body as { readonly available_slots: readonly { readonly start: string }[] };
  return available_slots.map(({ start }) => start);
}

function judgeRefusal(outcome: Outcome): Finding {
  const what = 'refusals';
  if (outcome.kind === 'failed') return { what, need: 'booking', verdict: 'wrong', says: outcome.why };
  const { status, body } = outcome;
  if (isAbsent(outcome)) return absent('createBooking');
  if (status < 400) {
    return { what, need: 'booking', verdict: 'wrong', says: `booking without a token answered ${status}` };
  }
  const isObject = typeof body === 'object' && body !== null;
  const says = isObject && ('detail' in body || 'error' in body);
  return {
    what,
    need: 'booking',
    verdict: says ? 'ok' : 'wrong',
    says: says
      ? `${status}, with words${'code' in body ? ' and a code' : '; with a `code` too, pages could say more'}`
      : `${status} without {"detail": "…"}: the page can only say that something went wrong`,
  };
}

/** Without a token, for nobody and without a body nothing is changed: the way it is refused tells whether it is there. */
async function probe(backend: Backend, name: EndpointName, coachId: string): Promise<Finding> {
  const { method, auth, body }: Endpoint = endpoints[name];
  const params = { coach_id: method === 'GET' ? coachId : 'none', provider: 'google' };
  const outcome = await backend.call(name, { params, ...(body && { body: {} }) });
  if (isAbsent(outcome)) return absent(name);
  if (auth === 'none' && method === 'GET') {
    const fault = faultOf(name, outcome);
    return finding(name, fault === undefined ? 'ok' : 'wrong', fault ?? uses[name].gives);
  }
  if (auth === 'required' && outcome.kind === 'reply' && outcome.status < 400) {
    return finding(name, 'wrong', 'answers without a token');
  }
  return judgeDoor(name, outcome, uses[name].gives);
}

/** A refusal was to be expected; a breakdown is none. */
function judgeDoor(name: EndpointName, outcome: Outcome, fine: string): Finding {
  if (outcome.kind === 'failed') return finding(name, 'wrong', outcome.why);
  if (isAbsent(outcome)) return absent(name);
  if (outcome.status >= 500 && outcome.status !== 503) return finding(name, 'wrong', `answered ${outcome.status}`);
  return finding(name, 'ok', fine);
}

function absent(name: EndpointName): Finding {
  return finding(name, 'missing', `without it there is no ${uses[name].gives}`);
}
