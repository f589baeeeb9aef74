import { describe, expect, test } from 'vitest';
import { mailto, pictureAddress, webAddress } from '../../../src/domain/calendar/web-address.ts';

describe('a web address', () => {
  test.each([
    ['https://meet.example/abc', 'https://meet.example/abc'],
    ['HTTP://Meet.Example', 'http://meet.example/'],
    [' https://meet.example/a b ', 'https://meet.example/a%20b'],
  ])('%j is %j', (text, address) => expect(webAddress(text)).toBe(address));

  test.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//meet.example',
    '/feed.ics',
    'meet.example',
    'https:meet.example',
    'https://meet.example/\r\nATTENDEE:x',
    'ht\ttps://meet.example',
    'https://meet.example/\0',
    'https://',
    '',
    null,
    undefined,
  ])('%j is none', (text) => expect(webAddress(text)).toBeUndefined());
});

test('a picture may also be its own data, and nothing else', () => {
  expect(pictureAddress('data:image/png;base64,AAAA')).toBe('data:image/png;base64,AAAA');
  expect(pictureAddress('https://a.example/b.png')).toBe('https://a.example/b.png');
  for (const text of ['data:text/html,x', 'data:image/', 'javascript:x', null]) {
    expect(pictureAddress(text)).toBeUndefined();
  }
});

test('a mail link has one recipient and nothing besides', () => {
  expect(mailto('mira+coach@example.com')).toBe('mailto:mira+coach@example.com');
  expect(mailto('a?bcc=eve&x=%0a#/@example.com')).toBe('mailto:a%3Fbcc%3Deve%26x%3D%250a%23%2F@example.com');
  for (const text of ['a@b,c@d', 'a@b\r\nBcc: c@d', 'a b@c', 'a', 'a@b@c', '', null])
    expect(mailto(text)).toBeUndefined();
});
