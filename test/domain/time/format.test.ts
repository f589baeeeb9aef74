import { describe, expect, it } from 'vitest';
import {
  dateFormatter,
  formatDay,
  formatOffset,
  formatTime,
  isRepeated,
  zoneCity,
  zoneLabel,
} from '../../../src/domain/time/format.ts';

const instant = Date.UTC(2025, 10, 15, 14, 0);
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('times, days and zones in words', () => {
  it('writes the time of day in the zone asked for, in the way of the locale', () => {
    expect(plain(formatTime(instant, { locale: 'en-US', timeZone: 'America/New_York' }))).toBe('9:00 AM');
    expect(formatTime(instant, { locale: 'de', timeZone: 'Europe/Berlin' })).toBe('15:00');
    // Two digits, as in every other list of times: the locale's own pattern gives 9:00.
    for (const locale of ['de', 'en-GB'])
      expect(formatTime(instant, { locale, timeZone: 'America/New_York' })).toBe('09:00');
  });

  it('writes 12 or 24 hours when told, and midnight as 00:00 rather than 24:00', () => {
    expect(plain(formatTime(instant, { locale: 'de', timeZone: 'UTC', hour12: true }))).toMatch(/^2:00 PM$/);
    expect(formatTime(Date.UTC(2025, 0, 1), { locale: 'en-US', timeZone: 'UTC', hour12: false })).toBe('00:00');
  });

  it('writes a day as that day, wherever the machine is', () => {
    expect(formatDay('2025-11-15', { locale: 'en-US' })).toBe('Saturday, November 15');
    expect(formatDay('2025-11-15', { locale: 'de', day: 'numeric', month: 'short', year: 'numeric' })).toBe(
      '15. Nov. 2025',
    );
  });

  it('counts days and months by the Gregorian calendar in every language, with the digits of the language', () => {
    const month = { month: 'long', year: 'numeric' } as const;
    expect(formatDay('2025-11-15', { locale: 'fa', ...month })).toBe('نوامبر ۲۰۲۵');
    expect(formatDay('2025-11-15', { locale: 'th', ...month })).toContain('2025');
    expect(formatDay('2025-11-15', { locale: 'en-u-ca-hebrew', ...month })).toBe('November 2025');
    const locales = ['fa', 'fa-AF', 'ps', 'ckb-IR', 'uz-AF', 'th', 'ar-SA', 'ja-JP-u-ca-japanese', 'zh-TW-u-ca-roc'];
    for (const locale of locales) {
      for (const options of [{ dateStyle: 'full' }, { day: 'numeric', month: 'short' }] as const) {
        const used = dateFormatter(locale, { ...options, timeZone: 'UTC' });
        const { calendar, numberingSystem } = used.resolvedOptions();
        expect([locale, calendar]).toEqual([locale, 'gregory']);
        expect(numberingSystem).toBe(new Intl.NumberFormat(locale).resolvedOptions().numberingSystem);
      }
    }
  });

  it('writes offsets with the minutes only where there are some', () => {
    expect(formatOffset('Europe/Berlin', instant)).toBe('GMT+1');
    expect(formatOffset('Asia/Kathmandu', instant)).toBe('GMT+5:45');
    expect(formatOffset('America/St_Johns', instant)).toBe('GMT−3:30');
    expect(formatOffset('UTC', instant)).toBe('GMT');
  });

  it('writes offsets in the digits of the language, which stay behind GMT in a text from right to left', () => {
    // Arabic-Indic digits (class AN, UAX 9) would go to the left of GMT; a left-to-right mark (U+200E) keeps them.
    expect(formatOffset('Asia/Kathmandu', instant, 'ar-EG')).toBe('GMT+\u200e٥:٤٥');
    expect(formatOffset('America/St_Johns', instant, 'ar-EG')).toBe('GMT−\u200e٣:٣٠');
    expect(formatOffset('Asia/Tehran', instant, 'fa')).toBe('GMT+\u200e۳:۳۰');
  });

  it('names a zone by its place and its time', () => {
    expect(zoneLabel('Europe/Berlin', 'en')).toBe('Berlin (Central European Time)');
    expect(zoneLabel('America/New_York', 'de')).toContain('New York (');
    expect(zoneCity('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  });

  it('sees both passes of a repeated hour, and neither the hour before nor the one after', () => {
    const readings = [-2, -1, 0, 1].map((hours) => isRepeated('Europe/Berlin', Date.UTC(2025, 9, 26, 1 + hours, 30)));
    expect(readings).toEqual([false, true, true, false]);
  });
});
