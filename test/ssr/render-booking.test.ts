import { describe, expect, test } from 'vitest';
import type { Coach } from '../../src/contract/coach.ts';
import { addDays } from '../../src/domain/time/local-date.ts';
import { createMockServer } from '../../src/mock/index.ts';
import { loadBooking, renderBooking, renderPicker } from '../../src/ssr/index.ts';
import { type KeptState, keptSlots } from '../../src/ssr/kept-state.ts';

const now = Date.parse('2027-06-09T08:30:00Z');
const mock = createMockServer({ clock: '2027-06-09T08:30:00Z' });
const coachId = mock.seed.coaches.ana;

const load = (search = '') =>
  loadBooking({
    api: 'https://api.example.com',
    coachId,
    fetch: (request) => mock.fetch(request),
    query: new URLSearchParams(search),
    now,
  });

async function draw(search = '', more: Partial<Parameters<typeof renderBooking>[0]> = {}): Promise<string> {
  return renderBooking({ ...(await load(search)), locale: 'en-GB', page: '/book?utm_source=mail#times', ...more });
}

const addresses = (markup: string): string[] =>
  [...markup.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'));

function stateOf(markup: string): KeptState {
  const [, json = ''] = /<script type="application\/json" class="cb-drawn">([\s\S]*?)<\/script>$/.exec(markup) ?? [];
  return JSON.parse(json);
}

const hostile = `</script></template><img src=x onerror="alert('1')">&amp;`;

describe('what a server draws', () => {
  test('has the coach, the month and the times of a day in declarative shadow roots', async () => {
    const markup = await draw();
    expect(markup).toMatch(/<cb-booking api="[^"]+" coach="[^"]+"><template shadowrootmode="open">/);
    expect(markup).toMatch(/<cb-availability-picker[^>]*><template shadowrootmode="open">/);
    for (const text of ['Ana Keller', 'June 2027', 'Times in Berlin', 'now 10:30']) expect(markup).toContain(text);
    const [open, close] = [/<template/g, /<\/template>/g].map((tag) => markup.match(tag)?.length);
    expect(open).toBe(close);
    // Nothing of what Lit writes for itself.
    expect(markup).not.toMatch(/lit-part|defer-hydration|<\?>/);
  });

  test('leads by links to other months, days and times, and keeps the page’s parameters and hash', async () => {
    const links = addresses(await draw());
    expect(links.filter((link) => !link.startsWith('/book?utm_source=mail&cb-'))).toEqual([]);
    expect(links.every((link) => link.endsWith('#times'))).toBe(true);
    expect(links).toContain('/book?utm_source=mail&cb-month=2027-07#times');
    expect(links).toContain('/book?utm_source=mail&cb-day=2027-06-11#times');
    const slots = links.filter((link) => link.includes('cb-slot='));
    expect(slots.length).toBeGreaterThan(5);
    // An hour's notice before the first one: no time that is past.
    const starts = slots.map((link) => Date.parse(new URL(link, 'http://x.test').searchParams.get('cb-slot') ?? ''));
    expect(Math.min(...starts)).toBeGreaterThan(now);
  });

  test('shows the month, the day and the clock that the address asks for, and none that is no month', async () => {
    const later = await draw('cb-month=2027-08&cb-clock=h12');
    expect(later).toContain('August 2027');
    expect(later).toMatch(/\d+:\d\d am/);
    expect(addresses(later)).toContain('/book?utm_source=mail&cb-month=2027-07&cb-clock=h12#times');
    expect(await draw('cb-day=2027-06-14')).toContain('Monday, 14 June 2027');
    for (const odd of ['cb-month=2027-99', 'cb-month=0001-01', 'cb-month=9999-12', 'cb-day=<b>']) {
      expect(await draw(odd), odd).toContain('June 2027');
    }
  });

  test('says beside it what was read, so that nothing is asked for again', async () => {
    const { availability, coach } = await load();
    const state = stateOf(await draw());
    expect(state).toMatchObject({ coachId, coach, minutes: 60, takesOver: true, at: now });
    expect(keptSlots(state, state.from, state.until)).toEqual(availability?.available_slots);
  });

  test('follows the language of the page, also one that runs from right to left', async () => {
    expect(await draw('', { locale: 'de' })).toContain('Nächste freie Zeiten');
    expect(await draw('', { locale: 'ar' })).toContain('<div class="inner drawn" lang="ar" dir="rtl">');
  });

  test('leaves no names of a browser behind', async () => {
    const drawing = draw();
    await drawing;
    expect(['location', 'MutationObserver'].filter((name) => name in globalThis)).toEqual([]);
  });

  test('is the element alone where there is nothing to draw: no times, session types, or a booking’s link', async () => {
    const loaded = await load();
    const alone = /^<cb-booking api="[^"]+" coach="[^"]+"><a href="mailto:a@example.com">Write<\/a><\/cb-booking>$/;
    const fallback = '<a href="mailto:a@example.com">Write</a>';
    expect(await renderBooking({ ...loaded, availability: undefined, locale: 'en', fallback })).toMatch(alone);
    const query = new URLSearchParams('cb-booking=secret');
    expect(await renderBooking({ ...loaded, query, locale: 'en', fallback })).toMatch(alone);
    const coach: Coach = { user_id: coachId, has_session_types: true };
    expect(await renderBooking({ ...loaded, coach, locale: 'en', fallback })).toMatch(alone);
  });

  test('escapes what a coach wrote, in the markup and in the state', async () => {
    const loaded = await load();
    const coach: Coach = {
      user_id: coachId,
      name: hostile,
      headline: hostile,
      location: hostile,
      time_zone: 'Europe/Berlin',
    };
    const markup = await renderBooking({ ...loaded, coach, locale: 'en-GB', attributes: { theme: `"><b>` } });
    expect(markup).not.toMatch(/<img|<b>/);
    expect(markup.match(/<\/script>/g)).toHaveLength(1);
    expect(stateOf(markup).coach).toEqual(coach);
  });

  test('takes no address and no attribute that could run', async () => {
    await expect(draw('', { page: 'javascript:alert(1)' })).rejects.toThrow('must be an http or https address');
    await expect(draw('', { attributes: { 'x onclick=': '1' } })).rejects.toThrow('not a name of an attribute');
    expect(await draw('', { nonce: 'a"b' })).toContain('<style nonce="ab">');
  });
});

describe('a picker alone', () => {
  const pick = async (search = '', more: Partial<Parameters<typeof renderPicker>[0]> = {}) =>
    renderPicker({ ...(await load(search)), locale: 'en-GB', page: '/times?utm_source=mail', ...more });

  test('is drawn with the month and the times, in links to the page', async () => {
    const markup = await pick();
    expect(markup).toMatch(/<cb-availability-picker api="[^"]+" coach="[^"]+"><template shadowrootmode="open">/);
    expect(markup).not.toMatch(/<cb-booking\b/);
    for (const text of ['June 2027', 'Times in Berlin']) expect(markup).toContain(text);
    const links = addresses(markup);
    expect(links).toContain('/times?utm_source=mail&cb-month=2027-07');
    expect(links.filter((link) => link.includes('cb-slot=')).length).toBeGreaterThan(5);
    expect(stateOf(markup)).toMatchObject({ coachId, takesOver: true, at: now });
  });

  test('shows the time that a link chose, in its day, and goes on taking presses', async () => {
    const markup = await pick('cb-slot=2027-07-14T10:00:00Z');
    expect(markup).toContain('Wednesday, 14 July 2027');
    expect(markup).toMatch(/<a class="time" part="time selected"[^>]* aria-current="true"[^>]*>12:00</);
    expect(stateOf(markup)).toMatchObject({
      takesOver: true,
      chosen: { month: '2027-07', day: '2027-07-14', selected: '2027-07-14T10:00:00Z' },
    });
    expect(await pick('cb-slot=2031-07-14T10:00:00Z')).toContain('June 2027');
  });

  test('is the element alone where its times are not known', async () => {
    const fallback = '<a slot="fallback" href="mailto:a@example.com">Write</a>';
    expect(await pick('', { availability: undefined, fallback })).toMatch(
      /^<cb-availability-picker api="[^"]+" coach="[^"]+"><a slot="fallback" href="mailto:a@example.com">Write<\/a><\/cb-availability-picker>$/,
    );
  });
});

test('the months that are read are those that are drawn, up to two years ahead', async () => {
  for (const [search, shown, last] of [
    ['cb-month=2027-08', 'August 2027', '2027-09-30'],
    ['cb-day=2029-06-04', 'June 2029', '2029-07-31'],
    ['cb-month=2029-07', 'June 2027', '2027-07-31'],
    ['cb-month=2027-05', 'June 2027', '2027-07-31'],
  ] as const) {
    let end = '';
    const loaded = await loadBooking({
      api: 'https://api.example.com',
      coachId,
      query: new URLSearchParams(search),
      now,
      async fetch(request) {
        const { pathname, searchParams } = new URL(request.url);
        if (!pathname.endsWith('/availability')) return mock.fetch(request);
        end = searchParams.get('end_date') ?? '';
        return Response.json({ coach_id: coachId, available_slots: [] });
      },
    });
    expect(end.slice(0, 10), search).toBe(addDays(last, 1));
    expect(await renderBooking({ ...loaded, locale: 'en-GB' }), search).toContain(shown);
  }
});

describe('the details', () => {
  const slot = 'cb-slot=2027-06-14T10:00:00Z';

  test('are a form that a browser sends by itself', async () => {
    const markup = await draw(slot, { action: '/booking#times' });
    expect(markup).toContain('method="post" action="/booking#times"');
    for (const [name, value] of [
      ['coach_id', coachId],
      ['session_datetime', '2027-06-14T10:00:00Z'],
      ['duration_minutes', '60'],
      ['locale', 'en-GB'],
      ['time_zone', 'Europe/Berlin'],
    ]) {
      expect(markup).toContain(`<input type="hidden" name="${name}" value="${value}">`);
    }
    const keys = [markup, await draw(slot)].map((page) => /name="idempotency_key" value="([^"]+)"/.exec(page)?.[1]);
    expect(new Set(keys).size).toBe(2);
    expect(markup).toContain('Book Monday 14 June, 12:00');
    // What takes a script is left out: signing in.
    expect(markup).not.toContain('Have an account?');
    expect(stateOf(markup).takesOver).toBe(false);
  });

  test('are the texts as they stand, also with the signs of a replacement', async () => {
    const coach: Coach = { user_id: coachId, time_zone: 'Europe/Berlin', consent: { text: 'US$& and $`', version: 1 } };
    const fields = {
      ...{ name: '', email: '', notes: '', attendees: '', coachId, locale: 'en-GB', answers: {}, consent: undefined },
      ...{ start: '2027-06-14T10:00:00Z', minutes: 60, key: '$`k', timeZone: 'Europe/Berlin' },
    };
    const markup = await draw(slot, { coach, posted: { fields }, action: '/booking?to=$`' });
    expect(markup).toContain('name="idempotency_key" value="$`k"');
    expect(markup).toContain('action="/booking?to=$`"');
    expect(markup).toContain('US$&amp; and $`');
  });

  test('ask what the coach asks, and keep what was typed, escaped', async () => {
    const loaded = await load(slot);
    const coach: Coach = {
      user_id: coachId,
      name: 'Ana',
      time_zone: 'Europe/Berlin',
      questions: [
        { id: 'goal', label: 'What for?', kind: 'long_text', required: true },
        { id: 'first', label: 'First time?', kind: 'yes_no', required: true },
      ],
      consent: { text: 'I agree', version: 3 },
      privacy_url: 'https://ana.example/privacy',
    };
    const fields = {
      ...{ name: hostile, email: 'a@example.com', notes: hostile, attendees: '', coachId, locale: 'en-GB' },
      answers: { goal: hostile, first: 'false' },
      ...{ consent: 3, start: '2027-06-14T10:00:00Z', minutes: 60, key: 'k1', timeZone: 'Europe/Berlin' },
    };
    const problem = { type: 'about:blank', title: 'x', status: 422, detail: 'No', code: 'invalid_request' } as const;
    const errors = [{ field: 'body.notes', message: 'must be shorter' }];
    const markup = await renderBooking({
      ...loaded,
      coach,
      locale: 'en-GB',
      posted: { fields, problem: { ...problem, errors } },
    });
    expect(markup).not.toContain('<img');
    expect(markup.split('&lt;/script&gt;').length).toBeGreaterThan(3);
    expect(markup).toMatch(/<input[^>]* name="answers.first" value="false"[^>]* checked>/);
    expect(markup).not.toMatch(/<input[^>]* name="answers.first" value="true"[^>]* checked>/);
    expect(markup).toMatch(/name="consent" value="3" checked/);
    expect(markup).toContain('https://ana.example/privacy');
    expect(markup).toContain('Must be shorter');
    expect(markup).toContain('name="idempotency_key" value="k1"');
  });
});
