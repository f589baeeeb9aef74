/** The report of a mail server or a mail provider that a mail, which it had taken, could not be delivered. */
export interface BounceReport {
  /** The Message-ID, or the part before its `@` (the envelope id): with or without brackets. */
  readonly messageId: string;
  /** The address that it could not be delivered to, where the report names it. */
  readonly recipient?: string;
  /** Why, in the words of the report. */
  readonly reason: string;
}

/** The longest reason that is kept. */
const REASON_MAX = 300;

/**
 * Reads a delivery status notification (RFC 3464, the mail that comes back to the sender). Undefined where it is none, reports no
 * failure (`delayed`, `delivered`), or does not say which mail it is about.
 */
export function readBounce(mail: string): BounceReport | undefined {
  const report = readEntity(mail);
  const type = report.header('content-type');
  const boundary = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  if (!/^multipart\/report\b/i.test(type) || !boundary) return undefined;
  const parts = partsOf(report.body, boundary[1] ?? boundary[2] ?? '').map(readEntity);
  const partOf = (pattern: RegExp) => parts.find((part) => pattern.test(part.header('content-type')));
  const status = partOf(/^message\/(global-)?delivery-status\b/i);
  if (!status) return undefined;
  // Groups of fields, separated by empty lines: the first is about the mail, each other one about a recipient.
  const [ofMail = '', ...ofRecipients] = status.body.trim().split(/\n\s*\n/);
  const failed = ofRecipients.map(fieldsOf).find((field) => /^failed\b/i.test(field('action')));
  const returned = partOf(/^(message\/(rfc822|global)|text\/rfc822-headers|message\/global-headers)\b/i);
  const messageId = fieldsOf(ofMail)('original-envelope-id') || readEntity(returned?.body ?? '').header('message-id');
  if (!failed || messageId === '') return undefined;
  const recipient = addressIn(failed('original-recipient')) || addressIn(failed('final-recipient'));
  const said = failed('diagnostic-code').replace(/^[^;]*;\s*/, '');
  const reason = (said || `Status ${failed('status')}`).slice(0, REASON_MAX);
  return { messageId, reason, ...(recipient && { recipient }) };
}

/** Headers and body of a mail or of one of its parts; lines end with LF. */
function readEntity(source: string) {
  const text = source.replaceAll('\r\n', '\n').replace(/^\n+/, '');
  const end = text.indexOf('\n\n');
  return {
    header: fieldsOf(end < 0 ? text : text.slice(0, end)),
    body: end < 0 ? '' : text.slice(end + 2),
  };
}

/** Reads fields by their names in lower case; the first of a name counts, one that is missing is empty (RFC 5322, 2.2.3). */
function fieldsOf(text: string): (name: string) => string {
  const fields = new Map<string, string>();
  for (const line of text.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? [];
    if (name !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), (value ?? '').trim());
  }
  return (name) => fields.get(name) ?? '';
}

/** The parts between the lines of a boundary (RFC 2046, 5.1.1). */
function partsOf(body: string, boundary: string): readonly string[] {
  const parts: string[] = [];
  let lines: string[] | undefined;
  for (const line of body.split('\n')) {
    const isEnd = line.trimEnd() === `--${boundary}--`;
    if (!isEnd && line.trimEnd() !== `--${boundary}`) {
      lines?.push(line);
      continue;
    }
    if (lines) parts.push(lines.join('\n'));
    if (isEnd) return parts;
    lines = [];
  }
  return lines ? [...parts, lines.join('\n')] : parts;
}

/** `rfc822; jo@example.com` */
function addressIn(field: string): string | undefined {
  return /;\s*<?([^\s<>;]+@[^\s<>;]+?)>?$/.exec(field)?.[1];
}
