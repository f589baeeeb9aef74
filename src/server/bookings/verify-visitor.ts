/** What is known of somebody who is about to book. */
export interface Visitor {
  /** `visitor_token` of the request: what the page's check gave. */
  readonly token: string | undefined;
  /** The caller's network, where the host knows it. */
  readonly address: string | undefined;
  readonly isGuest: boolean;
  readonly coachId: string;
}

/**
 * Says whether a person is booking. Called once for each booking, before anything is written; not called when a request that
 * succeeded is repeated under its Idempotency-Key. When it rejects, the answer is 500 and the error is logged.
 *
 * @example
 * const verifyVisitor: VerifyVisitor = async ({ token, address, isGuest }) => {
 *   if (!isGuest) return true;
 *   if (token === undefined) return false;
 *   const body = new URLSearchParams({ secret, response: token, ...(address && { remoteip: address }) });
 *   const reply = await fetch('https://challenges.cloudflare.com/turnstile/v0/siteverify', { method: 'POST', body });
 *   return (await reply.json()).success === true;
 * };
 */
export type VerifyVisitor = (visitor: Visitor) => Promise<boolean>;
