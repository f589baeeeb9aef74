/** What the consent page shows and sends back. */
export interface ConsentPage {
  /** "Google" or "Microsoft". */
  readonly providerName: string;
  /** Names the request that is being answered. */
  readonly requestId: string;
  readonly account: string;
  readonly permissions: readonly string[];
  /** Where the answer goes. */
  readonly action: string;
}

/** The page on which somebody allows or denies access: plain HTML without a script, and it says what it is. */
export function consentPage({ providerName, requestId, account, permissions, action }: ConsentPage): Response {
  return page(
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

/** A request so wrong that its sender cannot be told (RFC 9700, 4.11: never redirect to an address that is not registered). */
export function consentError(providerName: string, message: string): Response {
  return page(
    'Access blocked (stand-in)',
    `<p class="notice">This is a stand-in for ${escapeHtml(providerName)}.</p><h1>Access blocked</h1><p>${escapeHtml(message)}</p>`,
    400,
  );
}

function page(title: string, body: string, status: number): Response {
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 32rem; margin: 2rem auto; padding: 0 1rem }
.notice { border: 2px solid; border-radius: .5rem; padding: .75rem 1rem; font-weight: 600 }
h1 { font-size: 1.4rem; line-height: 1.3 }
label { display: block; font-weight: 600 }
input { box-sizing: border-box; width: 100%; font: inherit; padding: .5rem }
.buttons { display: flex; gap: .75rem }
button { font: inherit; min-height: 2.75rem; padding: .5rem 1.5rem; cursor: pointer }
</style></head><body><main>${body}</main></body></html>`;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
    },
  });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
