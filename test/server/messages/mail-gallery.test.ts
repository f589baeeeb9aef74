import { expect, test } from 'vitest';
import { mailGallery } from '../../../.ci/mail-gallery.ts';
import { englishMails } from '../../../src/server/messages/texts/english.ts';

test('the gallery has every mail in every state, and none has a hole or anything that runs', async () => {
  const mails = await mailGallery();
  const { client, coach } = englishMails.booking;
  const kinds = [
    ...Object.keys(client).map((about) => `${about}, client`),
    ...Object.keys(coach).map((about) => `${about}, coach`),
    ...Object.keys(englishMails.account),
  ];
  const states = ['plain', 'branded', 'hostile'].flatMap((look) =>
    ['en', 'de-DE', 'he'].map((tag) => `${look}, ${tag}`),
  );
  const expected = kinds.flatMap((kind) => states.map((state) => `${kind}, ${state}`));
  expect(mails.map(([title]) => title).sort()).toEqual(expected.sort());
  for (const [title, { subject, text, html }] of mails) {
    expect(`${subject}\n${text}\n${html}`, title).not.toMatch(/undefined|\[object|NaN|\u202e/);
    expect(html, title).not.toMatch(/<script|<img|javascript:/);
    expect(subject, title).not.toMatch(/[\r\n]/);
    expect(text.length, title).toBeGreaterThan(80);
  }
});
