import { describe, expect, test } from 'vitest';
import { readBounce } from '../../../src/server/messages/bounce-report.ts';
import { keyOfMessageId, messageId } from '../../../src/server/messages/mail-headers.ts';

/** A delivery status notification as mail servers write it (RFC 3464, appendix). */
const notification = ({
  action = 'failed',
  returned = 'Content-Type: message/rfc822\n\nMessage-ID:\n <b1.3.confirmed.client@a.example>\nSubject: Confirmed\n\nHello',
  ofMail = 'Reporting-MTA: dns; mx.example',
} = {}) => `From: MAILER-DAEMON@mx.example
To: bookings@a.example
Message-ID: <of-the-report@mx.example>
Content-Type: multipart/report; report-type=delivery-status;
 boundary="=_b1"

A preamble.
--=_b1
Content-Type: text/plain; charset=us-ascii

Message-ID: <text@mx.example>
--=_b1
Content-Type: message/delivery-status

${ofMail}

Original-Recipient: rfc822;Jo@example.com
Final-Recipient: rfc822; jo@backend.example
Action: ${action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <jo@backend.example>:
 No such mailbox

--=_b1
${returned}
--=_b1--
`;

describe('a mail that came back', () => {
  const expected = {
    messageId: '<b1.3.confirmed.client@a.example>',
    recipient: 'Jo@example.com',
    reason: '550 5.1.1 <jo@backend.example>: No such mailbox',
  };

  test('says which mail it is about, to whom, and why, whatever its line ends', () => {
    expect(readBounce(notification())).toEqual(expected);
    expect(readBounce(notification().replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  test('may return the headers alone, or name the mail by its envelope id', () => {
    const headers = 'Content-Type: text/rfc822-headers\n\nMessage-ID: <b1.3.confirmed.client@a.example>';
    expect(readBounce(notification({ returned: headers }))).toEqual(expected);
    const ofMail = 'Reporting-MTA: dns; mx.example\nOriginal-Envelope-Id: b1.3.confirmed.client';
    expect(readBounce(notification({ ofMail, returned: 'Content-Type: text/plain\n\nnothing' }))?.messageId).toBe(
      'b1.3.confirmed.client',
    );
  });

  test.each([
    ['a delay', notification({ action: 'delayed' })],
    ['a delivery', notification({ action: 'delivered' })],
    ['a report about no mail', notification({ returned: 'Content-Type: text/plain\n\nnothing' })],
    ['an absence note', 'Subject: I am away\nContent-Type: text/plain\n\nAction: failed\nMessage-ID: <x@y>'],
    ['a report without its parts', 'Content-Type: multipart/report; boundary=x\n\n--x'],
    ['a report without a boundary', 'Content-Type: multipart/report\n\nAction: failed'],
    ['nothing', ''],
    ['noise', '\0\u202e'.repeat(1000)],
  ])('is not %s', (_, text) => {
    expect(readBounce(text)).toBeUndefined();
  });
});

test.each([
  '323e4567-e89b-12d3-a456-426614174000 3 confirmed client',
  'reconnect ana google 1763380000000',
  "verify_email a.b~c@d (e)*!'",
  'ü\r\n<x>',
])('the key %j is read from its Message-ID, which is one by RFC 5322', (key) => {
  const id = messageId(key, 'bookings@bücher.example');
  expect(id).toMatch(/^[\w~-]+(\.[\w~-]+)*@xn--bcher-kva\.example$/);
  expect(keyOfMessageId(`<${id}>`)).toBe(key);
  expect(keyOfMessageId(id.slice(0, id.lastIndexOf('@')))).toBe(key);
});

test.each(['', '<>', '<a b@c>', '~zz@a.example', '~ff@a.example', 'a"b@c'])('%j is none of ours', (id) => {
  expect(keyOfMessageId(id)).toBeUndefined();
});
