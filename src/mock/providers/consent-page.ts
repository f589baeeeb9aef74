import { escapeHtml } from '../../server/http/escape-html.ts';
import { standInPage } from './stand-in-page.ts';

/** The values that the consent page shows and sends. */
interface ConsentPage {
  /** "Google" or "Microsoft". */
  readonly providerName: string;
  /** The id of the request that is answered. */
  readonly requestId: string;
  readonly account: string;
  readonly permissions: readonly string[];
  /** The address that receives the answer. */
  readonly action: string;
}

/** The page on which a person allows or denies access: plain HTML without a script, marked as a stand-in. */
export function consentPage({ providerName, requestId, account, permissions, action }: ConsentPage): Response {
  return standInPage(
    `Connect ${providerName} (stand-in)`,
    `<p class="notice">This is a stand-in for ${escapeHtml(providerName)}. It is not ${escapeHtml(providerName)}: nothing you do here
leaves this computer.</p>
<h1>Allow CultureBridge Booking to use your calendar?</h1>
<p>It asks for permission to:</p>
<ul>${permissions.map((permission) => `<li>${escapeHtml(permission)}</li>`).join('')}</ul>
<form method="post" action="${escapeHtml(action)}">
<input type="hidden" name="request" value="${escapeHtml(requestId)}">
<p><label for="account">Account</label>
<input id="account" name="account" type="email" required maxlength="254" autocomplete="off" value="${escapeHtml(account)}"></p>
<p class="buttons"><button name="decision" value="allow">Allow</button>
<button name="decision" value="deny" formnovalidate>Deny</button></p>
</form>`,
    200,
  );
}

/**
 * The reply to a request without a valid redirect address (RFC 9700, 4.11: never redirect to an address that is not registered).
 */
export function consentError(providerName: string, message: string): Response {
  return standInPage(
    'Access blocked (stand-in)',
    `<p class="notice">This is a stand-in for ${escapeHtml(providerName)}.</p><h1>Access blocked</h1><p>${escapeHtml(message)}</p>`,
    400,
  );
}
