import { escapeHtml } from '../../server/http/escape-html.ts';

/** One event of a stand-in's calendar, as its page shows it. */
export interface ShownEvent {
  /** `Google` or `Microsoft`. */
  readonly provider: string;
  readonly account: string;
  readonly title: string;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly meeting: string | undefined;
  readonly attendees: readonly string[];
}

/** A plain page with the events in the stand-ins' calendars, to see how a booking arrives, moves and is removed. */
export function calendarsPage(
  accounts: readonly (readonly [provider: string, account: string])[],
  events: readonly ShownEvent[],
): Response {
  const sections = accounts.map(([provider, account]) => {
    const own = events
      .filter((event) => event.provider === provider && event.account === account)
      .sort((one, other) => one.start - other.start);
    return `<section><h2>${escapeHtml(`${provider}: ${account}`)}</h2>${
      own.length === 0 ? '<p>No events.</p>' : `<ul>${own.map(item).join('')}</ul>`
    }</section>`;
  });
  const body = `<p class="notice">These are stand-ins for Google Calendar and Outlook. Nothing in them leaves this computer, and
they are empty again when the server stops.</p><h1>Calendars of the stand-ins</h1>${
    sections.join('') || '<p>No account has been connected yet.</p>'
  }`;
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>Calendars of the stand-ins</title><style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
.notice { border: 2px solid; border-radius: .5rem; padding: .75rem 1rem; font-weight: 600 }
h1 { font-size: 1.4rem; line-height: 1.3 }
h2 { font-size: 1.1rem; margin-top: 2rem }
ul { list-style: none; padding: 0 }
li { border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: .75rem 0 }
small { display: block }
</style></head><body><main>${body}</main></body></html>`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
    },
  });
}

function item({ title, start, end, meeting, attendees }: ShownEvent): string {
  const link = meeting === undefined ? '' : `<small>Meeting: ${escapeHtml(meeting)}</small>`;
  const people = attendees.length === 0 ? '' : `<small>With ${escapeHtml(attendees.join(', '))}</small>`;
  return `<li><strong>${escapeHtml(title)}</strong><small>${when(start, end)}</small>${people}${link}</li>`;
}

/** `Saturday 15 November 2025, 14:00–15:00 UTC`. */
function when(start: number, end: number): string {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'full' }).format(start);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', timeStyle: 'short' });
  return `${day}, ${time.format(start)}–${time.format(end)} UTC`;
}
