import { expect, test } from 'vitest';
import type { Coach } from '../../../src/contract/coach.ts';
import { changesOf, draftOf, entriesOf, faultsOf, previewOf } from '../../../src/core/coach-profile/profile-draft.ts';

const ana: Coach = {
  user_id: 'ana',
  name: 'Ana Keller',
  headline: 'Abroad',
  languages: ['English', 'German'],
  hourly_rate: 90,
  currency: 'EUR',
  time_zone: 'Europe/Berlin',
};

test('a draft that is as it was changes nothing', () => {
  expect(changesOf(ana, draftOf(ana))).toEqual({});
  expect(changesOf(ana, { ...draftOf(ana), languages: ' English ,German,, English', name: 'Ana Keller ' })).toEqual({});
});

test('only what differs is sent, and what was emptied is cleared', () => {
  const draft = {
    ...draftOf(ana),
    headline: ' ',
    hourly_rate: '95,50',
    languages: 'Croatian',
    time_zone: 'Asia/Tokyo',
  };
  expect(changesOf(ana, draft)).toEqual({
    headline: null,
    hourly_rate: 95.5,
    languages: ['Croatian'],
    time_zone: 'Asia/Tokyo',
  });
  expect(previewOf(ana, draft)).toMatchObject({ user_id: 'ana', headline: null, languages: ['Croatian'] });
});

test('entries are parted by commas, semicolons and lines', () => {
  expect(entriesOf('Moving, settling in;\nMoving')).toEqual(['Moving', 'settling in']);
});

test('what is wrong is told by field', () => {
  const wrong = {
    ...draftOf(ana),
    name: ' ',
    headline: 'x'.repeat(161),
    photo_url: 'ana.jpg',
    languages: Array.from({ length: 21 }, (_, index) => `L${index}`).join(),
    expertise: 'x'.repeat(61),
    hourly_rate: '9o',
    currency: 'euro',
  };
  expect([...faultsOf(wrong)]).toEqual([
    ['name', { code: 'needed' }],
    ['headline', { code: 'long', most: 160 }],
    ['photo_url', { code: 'address' }],
    ['languages', { code: 'many', most: 20 }],
    ['expertise', { code: 'long', most: 60 }],
    ['hourly_rate', { code: 'price' }],
    ['currency', { code: 'currency' }],
  ]);
  expect([...faultsOf({ ...draftOf(ana), currency: '' })]).toEqual([['currency', { code: 'currency' }]]);
  expect([...faultsOf({ ...draftOf(ana), hourly_rate: '', currency: '' })]).toEqual([]);
});
