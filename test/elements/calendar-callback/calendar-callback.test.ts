import { expect } from '@open-wc/testing';
import { answerCalendarCallback } from '../../../src/elements/calendar-callback/calendar-callback.ts';

const answer = '?code=4%2Fabc&state=s1';

/** A window at this address, and what it did. */
function windowAt(search: string, opener?: { postMessage: (message: unknown, origin: string) => void }) {
  const done: string[] = [];
  const listeners: ((event: MessageEvent) => void)[] = [];
  const view = {
    location: {
      href: `${location.origin}/calendar-callback${search}`,
      origin: location.origin,
      replace: (url: string) => done.push(`went to ${url}`),
    },
    opener: opener ?? null,
    addEventListener: (_: string, listener: (event: MessageEvent) => void) => listeners.push(listener),
    close: () => done.push('closed'),
  };
  const hear = (data: unknown, origin = location.origin) => {
    for (const listener of listeners) listener(new MessageEvent('message', { data, origin }));
  };
  return { view: view as unknown as Window, done, hear };
}

const taken = { type: 'cb-calendar-callback-taken', state: 's1' };

describe('answerCalendarCallback', () => {
  afterEach(() => sessionStorage.clear());

  it('hands the answer to the window that opened this one, to its own origin alone, and closes when it was taken', async () => {
    const posted: unknown[][] = [];
    const { view, done, hear } = windowAt(answer, { postMessage: (...message) => posted.push(message) });
    const handing = answerCalendarCallback(view);
    const callback = { state: 's1', code: '4/abc' };
    expect(posted).to.deep.equal([[{ type: 'cb-calendar-callback', callback }, location.origin]]);
    hear(taken, 'https://evil.example');
    hear({ ...taken, state: 'another' });
    expect(done).to.deep.equal([]);
    hear(taken);
    expect(await handing).to.equal(true);
    expect(done).to.deep.equal(['closed']);
  });

  it('hands it over the channel where the tie between the windows is cut', async () => {
    const channel = new BroadcastChannel('cb-calendar-callback');
    channel.onmessage = () => channel.postMessage(taken);
    const { view, done } = windowAt(answer);
    expect(await answerCalendarCallback(view)).to.equal(true);
    expect(done).to.deep.equal(['closed']);
    channel.close();
  });

  it('goes back to the page that went to the provider itself, with the answer', async () => {
    const kept = {
      provider: 'google',
      redirectUri: `${location.origin}/calendar-callback`,
      state: 's1',
      api: '/',
      page: `${location.origin}/settings?tab=2#calendars`,
    };
    sessionStorage.setItem('cb-calendar-connect', JSON.stringify(kept));
    const { view, done } = windowAt(answer);
    expect(await answerCalendarCallback(view)).to.equal(true);
    expect(done).to.deep.equal([`went to ${location.origin}/settings?tab=2&state=s1&code=4%2Fabc#calendars`]);
    // It is for that page to finish, and to forget.
    expect(sessionStorage.length).to.equal(1);
  });

  it('stays where nobody waits for the answer, and on a visit without one', async () => {
    const alone = windowAt(answer);
    expect(await answerCalendarCallback(alone.view)).to.equal(false);
    const visit = windowAt('');
    expect(await answerCalendarCallback(visit.view)).to.equal(false);
    expect([...alone.done, ...visit.done]).to.deep.equal([]);
  });
});
