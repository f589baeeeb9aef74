import { BookingError } from '../errors.ts';

/** A request that got no answer. */
interface Unanswered {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

const PROBE_MS = 3000;
/** Headers that need no permission (Fetch standard, CORS-safelisted). */
const ALWAYS_ALLOWED = 'accept';

/** `Idempotency-Key` */
const written = (name: string) => name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

/**
 * Finds out whether a request to another origin got no answer because that origin does not allow this page (CORS), which the browser
 * hides: asks the same address by GETs that need fewer permissions. Gives the error that says so, or `problem` when the address does
 * not answer at all.
 */
export async function explainRefusedOrigin(
  problem: BookingError,
  { url, method, headers }: Unanswered,
): Promise<BookingError> {
  const answers = (init: RequestInit) =>
    fetch(url, { cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(PROBE_MS), ...init }).then(
      () => true,
      () => false,
    );
  const refused = (detail: string, mayHaveBeenDone: boolean) =>
    new BookingError({
      kind: 'unreadable',
      request: problem.request,
      detail: `the address answers, but does not allow this page (${location.origin}) to ${detail}`,
      mayHaveBeenDone,
    });
  if (new URL(url, location.href).origin === location.origin || !(await answers({ mode: 'no-cors' }))) return problem;
  if (!(await answers({})))
    return refused('read its replies: send Access-Control-Allow-Origin, with errors too', problem.mayHaveBeenDone);
  const sent = Object.entries(headers).filter(([name]) => name !== ALWAYS_ALLOWED);
  const allowed = await Promise.all(sent.map(([name, value]) => answers({ headers: { [name]: value } })));
  const lacking = sent.filter((_, index) => !allowed[index]).map(([name]) => written(name));
  if (lacking.length > 0) {
    const names = lacking.join(', ');
    return refused(`send ${names}: name it in Access-Control-Allow-Headers, and answer OPTIONS with a 2xx`, false);
  }
  if (!['GET', 'POST'].includes(method)) {
    return refused(`send ${method}: name it in Access-Control-Allow-Methods, and answer OPTIONS with a 2xx`, false);
  }
  return problem;
}
