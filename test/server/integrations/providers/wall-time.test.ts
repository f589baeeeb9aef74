import { describe, expect, it } from 'vitest';
import { ianaZoneOf, windowsZone } from '../../../../src/domain/time/windows-zones.ts';
import { graphTime, readGraphUtc, rfc3339 } from '../../../../src/server/integrations/providers/wall-time.ts';

describe('times for the providers', () => {
  it("are RFC 3339 with the zone's own offset for Google", async () => {
    expect(await rfc3339(Date.UTC(2025, 10, 15, 14), 'America/New_York')).toBe('2025-11-15T09:00:00-05:00');
    expect(await rfc3339(Date.UTC(2025, 6, 15, 14), 'Asia/Kathmandu')).toBe('2025-07-15T19:45:00+05:45');
    expect(await rfc3339(Date.UTC(2025, 6, 15, 14), 'America/St_Johns')).toBe('2025-07-15T11:30:00-02:30');
    expect(await rfc3339(Date.UTC(2025, 6, 15, 14), 'UTC')).toBe('2025-07-15T14:00:00+00:00');
  });

  it('are wall times under the Windows name of the zone for Graph', async () => {
    expect(await graphTime(Date.UTC(2025, 10, 15, 14), 'Europe/Berlin')).toEqual({
      dateTime: '2025-11-15T15:00:00',
      timeZone: 'W. Europe Standard Time',
    });
  });

  it('are in UTC for Graph in the hour that clocks pass twice, and in a zone that Windows lacks', async () => {
    const secondPass = Date.UTC(2025, 9, 26, 1, 30);
    expect(await graphTime(secondPass, 'Europe/Berlin')).toEqual({ dateTime: '2025-10-26T01:30:00', timeZone: 'UTC' });
    expect((await graphTime(secondPass, 'Antarctica/Troll')).timeZone).toBe('UTC');
  });

  it('are read from Graph as it writes them', () => {
    const time = { dateTime: '2025-11-15T14:00:00.0000000', timeZone: 'UTC' };
    expect(readGraphUtc(time)).toBe(Date.UTC(2025, 10, 15, 14));
    expect(readGraphUtc({ ...time, timeZone: 'W. Europe Standard Time' })).toBeUndefined();
    expect(readGraphUtc({ ...time, dateTime: 'soon' })).toBeUndefined();
  });
});

describe('Windows zone names', () => {
  it('are known for every IANA zone of this machine but one', () => {
    expect(Intl.supportedValuesOf('timeZone').filter((zone) => windowsZone(zone) === undefined)).toEqual([
      'Antarctica/Troll',
    ]);
  });

  it('are found under an older or newer name of the zone', () => {
    expect(windowsZone('Asia/Kolkata')).toBe('India Standard Time');
    expect(windowsZone('Asia/Calcutta')).toBe('India Standard Time');
    expect(windowsZone('Europe/Kyiv')).toBe('FLE Standard Time');
    expect(windowsZone('Etc/UTC')).toBe('UTC');
    expect(windowsZone('Mars/Olympus')).toBeUndefined();
  });

  it('lead back to a zone with the same clock', () => {
    expect(ianaZoneOf('Eastern Standard Time')).toBe('America/New_York');
    expect(ianaZoneOf('Middle Earth Standard Time')).toBeUndefined();
  });
});
