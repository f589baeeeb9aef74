import { expect, waitUntil } from '@open-wc/testing';
import { createMockServer } from '../../../src/mock/index.ts';
import { createMockCalendars, type MockCalendars } from '../../../src/mock/providers/mock-calendars.ts';
import { walkThrough } from './each-language.ts';
import { api, type Language, Walk } from './walk.ts';

const clock = '2025-11-05T10:30:00Z';

/** The calendars of a coach, at a server with stand-ins of the providers. */
async function openCalendars(language: Language, email = 'coach@example.com') {
  const stands = createMockCalendars({ origin: api, redirectUris: [location.origin + location.pathname] });
  const walk = new Walk(language, createMockServer({ clock, calendars: stands.calendars }));
  await walk.signIn(email);
  await walk.open('cb-calendar-connect');
  // Not the skeleton before them, which has no parts.
  await walk.seen('li[part~="connection"]');
  return { walk, stands };
}

/** The provider's window, as far as the page sees it; it goes nowhere. */
function stubWindow() {
  const original = window.open;
  const went: string[] = [];
  const document = { title: '', body: { textContent: '' } };
  const popup = { closed: false, document, location: { replace: (url: string) => void went.push(url) } };
  window.open = () =>
    Object.assign(popup, { closed: false, focus: () => undefined, close: () => undefined }) as unknown as Window;
  const shut = () => Object.assign(popup, { closed: true });
  return { went, shut, restore: () => Object.assign(window, { open: original }) };
}

/** What the person does at the provider: allows or denies; then the provider's window tells the page. */
async function answerAt(stands: MockCalendars, { went }: { readonly went: string[] }, decision: string): Promise<void> {
  await waitUntil(() => went.length > 0, 'the window goes to the provider');
  const asked = new URL(went.splice(0).at(-1) ?? '');
  const form = (await (await stands.answer(new Request(asked)))?.text()) ?? '';
  const request = /name="request" value="([^"]+)"/.exec(form)?.[1] ?? '';
  asked.search = '';
  const body = new URLSearchParams({ request, account: 'ana@gmail.example', decision });
  const reply = await stands.answer(new Request(asked, { method: 'POST', body }));
  const query = new URL(reply?.headers.get('location') ?? '').searchParams;
  const told = ['state', 'code', 'error'].map((name) => [name, query.get(name)]).filter(([, value]) => value);
  window.postMessage({ type: 'cb-calendar-callback', callback: Object.fromEntries(told) }, location.origin);
}

walkThrough('calendars', {
  everywhere: (language) => {
    it('in a coach’s calendars', async () => {
      const { walk } = await openCalendars(await language());
      walk.look('calendars');
      expect(walk.found).to.deep.equal([]);
    });
  },

  inWords: (language) => {
    it('in the private address: copied, replaced, and when that fails', async () => {
      const { walk } = await openCalendars(await language());
      await walk.seen('#address');
      walk.look('the address');
      await walk.press('[part="copy"]', '#address');
      await walk.drawn();
      walk.look('copied, or to be copied by hand');
      await walk.press('[data-act="reset"]', '[data-act="reset-now"]');
      walk.look('the question before it is replaced');
      walk.refuse = { path: /^POST \/calendar\/feed/, code: 'internal', status: 500 };
      await walk.press('[data-act="reset-now"]', '.bad-words');
      walk.look('not replaced');
      walk.refuse = undefined;
      await walk.press('[data-act="reset"]', '[data-act="reset-now"]');
      await walk.press('[data-act="reset-now"]', '[data-act="reset"]');
      await walk.gone('.bad-words');
      walk.look('replaced');
      expect(walk.found).to.deep.equal([]);
    });

    it('where a calendar is connected, has to be connected again, and is disconnected', async () => {
      const { walk, stands } = await openCalendars(await language());
      const popup = stubWindow();
      try {
        for (const [answer, then] of [
          ['deny', '[part="problem"]'],
          ['allow', '[data-act="disconnect"]'],
        ] as const) {
          await walk.press('[data-act="connect"]', '[part="waiting"]');
          walk.look(`at the provider, then: ${answer}`);
          await answerAt(stands, popup, answer);
          await walk.seen(then);
          walk.look(answer === 'deny' ? 'denied' : 'connected');
        }
        walk.data.add('ana@gmail.example');
        await walk.press('[data-act="disconnect"]', '[part="question"]');
        walk.look('the question before it is disconnected');
        walk.refuse = { path: /^DELETE \/calendar/, code: 'internal', status: 500 };
        await walk.press('[data-act="disconnect-now"]', '[part="problem"]');
        walk.look('not disconnected');
        walk.refuse = undefined;
        await walk.press('[data-act="dismiss"]', '[data-act="disconnect"]');
        await walk.press('[data-act="disconnect"]', '[data-act="disconnect-now"]');
        await walk.press('[data-act="disconnect-now"]', '[data-act="connect"]');
        await walk.gone('[data-act="disconnect"]');
        walk.look('disconnected');
        expect(walk.found).to.deep.equal([]);
      } finally {
        popup.restore();
      }
    });

    it('in a client’s calendars, and where a connection fails', async () => {
      const { walk, stands } = await openCalendars(await language(), 'client@example.com');
      for (const text of ['redirect-uri', 'cb-calendar-connect', 'https://elsewhere.example/', `${location.origin}/`])
        walk.data.add(text);
      walk.look('a client');
      const popup = stubWindow();
      const connect = () => walk.press('[data-act="connect"]', '[part="waiting"], [part="problem"]');
      const leave = () => walk.press('[data-act="dismiss"]', '[data-act="connect"]');
      try {
        await connect();
        popup.shut();
        await walk.seen('[part="problem"]');
        walk.look('the window was closed');
        await leave();
        for (const [path, code] of [
          [/auth-url/, 'redirect_uri_not_allowed'],
          [/exchange-token/, 'invalid_grant'],
        ] as const) {
          walk.refuse = { path, code, status: 400 };
          await connect();
          if (code === 'invalid_grant') await answerAt(stands, popup, 'allow');
          await walk.seen('[part="problem"]');
          walk.look(code);
          await leave();
        }
        walk.refuse = undefined;
        await connect();
        await answerAt(stands, popup, 'allow');
        await walk.press('[data-act="disconnect"]', '[part="question"]');
        walk.look('the question before a client’s calendar is disconnected');
      } finally {
        popup.restore();
      }
      await walk.open('cb-calendar-connect', { redirectUri: 'https://elsewhere.example/' });
      await walk.seen('.developer');
      walk.look('a page elsewhere');
      expect(walk.found).to.deep.equal([]);
    });

    it('where the service has set up no calendars', async () => {
      const walk = new Walk(await language(), createMockServer({ clock }));
      await walk.signIn('client@example.com');
      await walk.open('cb-calendar-connect');
      await walk.seen('.alone, li[part~="not-configured"]');
      walk.look('none');
      expect(walk.found).to.deep.equal([]);
    });

    it('where calendars do not load', async () => {
      const walk = new Walk(await language());
      await walk.lookWithoutContent('cb-calendar-connect', {
        as: 'coach@example.com',
        path: /^GET \/calendar/,
        failure: '[role="alert"], .alone',
      });
      expect(walk.found).to.deep.equal([]);
    });
  },

  withLongerTexts: (language) => {
    it('while a calendar is disconnected, and an address is replaced', async () => {
      const { walk, stands } = await openCalendars(await language());
      const popup = stubWindow();
      try {
        await walk.press('[data-act="connect"]', '[part="waiting"]');
        await answerAt(stands, popup, 'allow');
        await walk.press('[data-act="disconnect"]', '[data-act="disconnect-now"]');
        await walk.lookWhileSending(/^DELETE /, '[data-act="disconnect-now"]', 'disconnecting');
        await walk.press('[data-act="reset"]', '[data-act="reset-now"]');
        await walk.lookWhileSending(/feed\/reset$/, '[data-act="reset-now"]', 'replacing');
        await walk.lookWhileSending(/auth-url/, '[data-act="connect"]', 'opening');
      } finally {
        popup.restore();
      }
      expect(walk.found).to.deep.equal([]);
    });
  },
});
