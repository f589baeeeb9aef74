import { escapeHtml } from '../../../server/http/escape-html.ts';
import { standInPage } from '../stand-in-page.ts';
import { testCards } from './stripe-cards.ts';
import { shown } from './stripe-currencies.ts';
import type { StripeIntent, StripeSession } from './stripe-objects.ts';

const NOTICE = `<p class="notice">This is a stand-in for Stripe. It is not Stripe: no money moves, and nothing you type
leaves this computer.</p>`;

/** The page on which a checkout is paid, with the test cards. `fault` is the reason why the last attempt failed. */
export function checkoutPage(
  session: StripeSession,
  action: string,
  fault?: { readonly message: string; readonly number: string },
): Response {
  const total = shown(session.amount, session.currency);
  const cards = testCards
    .map(({ number, meaning }) => `<li><code>${grouped(number)}</code> ${escapeHtml(meaning)}</li>`)
    .join('');
  const describedBy = fault ? ' aria-invalid="true" aria-describedby="fault"' : '';
  const back =
    session.cancelUrl === null ? '' : `<p><a href="${escapeHtml(session.cancelUrl)}">Back without paying</a></p>`;
  return standInPage(
    `Pay ${total} (stand-in)`,
    `${NOTICE}<h1>${escapeHtml(session.name)}</h1>
${session.description === null ? '' : `<p>${escapeHtml(session.description)}</p>`}
<p><strong>${escapeHtml(total)}</strong></p>
<form method="post" action="${escapeHtml(action)}">
<p><label for="number">Card number</label>
<input id="number" name="number" inputmode="numeric" autocomplete="off" required maxlength="23"${describedBy}
 value="${escapeHtml(fault?.number ?? grouped('4242424242424242'))}"></p>
${fault ? `<p id="fault" role="alert"><strong>${escapeHtml(fault.message)}</strong></p>` : ''}
<p class="buttons"><button name="pay" value="yes">Pay ${escapeHtml(total)}</button></p>
</form>${back}
<h2>Test cards</h2><ul>${cards}</ul>`,
    200,
  );
}

/** The page of the bank's authentication, 3D Secure. */
export function authenticationPage(intent: StripeIntent, action: string): Response {
  return standInPage(
    'Is it you? (stand-in)',
    `${NOTICE}<h1>Your bank asks whether it is you</h1>
<p>A payment of <strong>${escapeHtml(shown(intent.amount, intent.currency))}</strong> waits for your answer.</p>
<form method="post" action="${escapeHtml(action)}">
<input type="hidden" name="intent" value="${escapeHtml(intent.id)}">
<p class="buttons"><button name="authenticate" value="yes">Complete</button>
<button name="authenticate" value="no">Fail</button></p></form>`,
    200,
  );
}

/** The page for a checkout that was paid, has expired, or does not exist. */
export function closedPage(session: StripeSession | undefined): Response {
  const back = session?.cancelUrl ? `<p><a href="${escapeHtml(session.cancelUrl)}">Back to the website</a></p>` : '';
  const heading =
    session?.status === 'complete'
      ? 'This payment is complete already'
      : session?.status === 'expired'
        ? 'This checkout has expired'
        : 'There is no such checkout';
  return standInPage('Nothing to pay (stand-in)', `${NOTICE}<h1>${heading}</h1>${back}`, session ? 200 : 404);
}

function grouped(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ');
}
