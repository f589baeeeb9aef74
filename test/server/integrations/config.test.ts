import { describe, expect, it } from 'vitest';
import { calendarConfigFromEnv } from '../../../src/server/integrations/config.ts';

const google = { GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' };
const microsoft = { MICROSOFT_CLIENT_ID: 'id', MICROSOFT_CLIENT_SECRET: 'secret' };

describe('the calendars’ settings', () => {
  it('configure nothing when nothing is set', () => {
    expect(calendarConfigFromEnv({})).toEqual({ providers: {}, redirectUris: [], sealKeys: [] });
  });

  it('need no more than the four variables of the guide', () => {
    const { providers } = calendarConfigFromEnv({ ...google, ...microsoft });
    expect(providers.google).toMatchObject({
      authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
      tokenUrl: 'https://oauth2.googleapis.com/token',
      apiUrl: 'https://www.googleapis.com/calendar/v3',
    });
    expect(providers.outlook).toMatchObject({
      authorizeUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
      tokenUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
      apiUrl: 'https://graph.microsoft.com/v1.0',
    });
  });

  it('take other addresses, redirect addresses and keys', () => {
    const secret = Buffer.alloc(32, 1).toString('base64');
    const config = calendarConfigFromEnv({
      ...google,
      GOOGLE_CALENDAR_URL: 'http://127.0.0.1:9/calendar/v3/',
      CALENDAR_REDIRECT_URIS: 'https://a.example/cb, https://b.example/cb',
      CALENDAR_TOKEN_KEYS: `k2:${secret} k1:${secret}`,
    });
    expect(config.providers.google?.apiUrl).toBe('http://127.0.0.1:9/calendar/v3');
    expect(config.redirectUris).toEqual(['https://a.example/cb', 'https://b.example/cb']);
    expect(config.sealKeys.map(({ id }) => id)).toEqual(['k2', 'k1']);
  });

  it('are refused when half of a pair is missing or a key is not one, without repeating the key', () => {
    expect(() => calendarConfigFromEnv({ GOOGLE_CLIENT_ID: 'id' })).toThrow('GOOGLE_CLIENT_SECRET');
    expect(() => calendarConfigFromEnv({ ...google, GOOGLE_TOKEN_URL: 'nonsense' })).toThrow('GOOGLE_TOKEN_URL');
    expect(() => calendarConfigFromEnv({ CALENDAR_TOKEN_KEYS: 'k1:hunter2' })).toThrow(
      /^(?!.*hunter2).*CALENDAR_TOKEN_KEYS/,
    );
  });
});
