import type { JobKind } from '../jobs/job-runner.ts';
import type { MailContext } from './mail-context.ts';
import { mailKind } from './mail-kind.ts';
import { planKind } from './plan-kind.ts';

/** What sends mails. */
interface Mails {
  /** The kinds of jobs that write and send mails, and that plan later ones. */
  readonly kinds: readonly JobKind[];
}

/** Makes the kinds of jobs that write to clients and coaches. */
export function createMails(context: MailContext): Mails {
  return { kinds: [mailKind(context), planKind(context)] };
}
