import * as z from 'zod/mini';
import { shortHash } from '../auth/short-hash.ts';
import type { Handlers, Services } from '../http/handler.ts';
import { invalidRequest, ProblemError } from '../http/problem-error.ts';
import { readPart } from '../http/validation.ts';
import { type BounceReport, readBounce } from '../messages/bounce-report.ts';
import { keyOfMessageId } from '../messages/mail-headers.ts';

/** The report of a mail provider's hook. */
const notice = z.object({
  message_id: z.string().check(z.minLength(1), z.maxLength(500)),
  reason: z.optional(z.string()),
  recipient: z.optional(z.string()),
});

/** The handler of reports about mails that came back after the mail server had taken them. */
export function bounceHandlers({ store, clock, mail }: Services): Pick<Handlers, 'receiveBounce'> {
  /** Notes that a mail could not be delivered; a report about an address that the account no longer has is ignored. */
  const note = async ({ messageId, recipient, reason }: BounceReport): Promise<void> => {
    const key = keyOfMessageId(messageId);
    const message = key === undefined ? undefined : await store.messages.find(key);
    if (message?.state !== 'sent') return;
    const account = await store.accounts.find(message.userId);
    if (recipient !== undefined && account?.email.toLowerCase() !== recipient.toLowerCase()) return;
    await store.messages.save({ ...message, state: 'refused', at: clock.now(), error: reason.slice(0, 500) });
  };

  return {
    async receiveBounce({ body, request }) {
      const secret = mail?.bounceSecret;
      if (secret === undefined || !isSecret(request.headers.get('authorization') ?? '', secret)) {
        throw new ProblemError('not_authenticated');
      }
      const report = body.trimStart().startsWith('{') ? readNotice(body) : readBounce(body);
      if (report) await note(report);
      return { reply: undefined };
    },
  };
}

/** True for the secret as a bearer token, or as the password of Basic (RFC 7617): hooks of mail providers know one of both. */
function isSecret(authorization: string, secret: string): boolean {
  const [, scheme = '', value = ''] = /^(Bearer|Basic) +(\S+)$/i.exec(authorization) ?? [];
  // Hashes are compared, so that the time that it takes tells nothing of the secret.
  const isSame = (text: string) => shortHash(text) === shortHash(secret);
  if (/^bearer$/i.test(scheme)) return isSame(value);
  try {
    return isSame(
      new TextDecoder().decode(Uint8Array.from(atob(value), (c) => c.charCodeAt(0))).replace(/^[^:]*:/, ''),
    );
  } catch {
    return false;
  }
}

function readNotice(body: string): BounceReport {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch (cause) {
    throw new ProblemError('malformed_request', { cause });
  }
  const read = readPart('body', notice, json);
  if ('errors' in read) throw invalidRequest(...read.errors);
  const { message_id: messageId, reason = 'It came back', recipient } = read.value;
  return { messageId, reason, ...(recipient !== undefined && { recipient }) };
}
