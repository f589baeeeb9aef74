import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { CbAvailabilityEditor } from '../../../src/elements/availability-editor/availability-editor.ts';
import { register } from '../../../src/elements/base/register.ts';
import { CbAddToCalendar, CbBookingButton, CbTimeZonePicker } from '../../../src/elements/index.ts';

register('cb-availability-editor', CbAvailabilityEditor);
register('cb-add-to-calendar', CbAddToCalendar);
register('cb-booking-button', CbBookingButton);
register('cb-time-zone-picker', CbTimeZonePicker);

interface Opens extends HTMLElement {
  readonly updateComplete: Promise<unknown>;
}

/** Each element with a popover or a dialog, and how it opens. */
const opens: Readonly<Record<string, (element: Opens) => unknown>> = {
  'cb-add-to-calendar': (element) => element.shadowRoot?.querySelector('button')?.click(),
  'cb-time-zone-picker': (element) => element.shadowRoot?.querySelector<HTMLElement>('[part="zone"]')?.click(),
  'cb-booking-button': (element) => (element as CbBookingButton).show(),
  'cb-ask-dialog': (element) =>
    void (element as unknown as { ask(question: object): Promise<string> }).ask({
      title: 'Leave?',
      text: ['Sure?'],
      answers: [{ id: 'no', label: 'No' }],
    }),
  'cb-hours-dialog': (element) => (element as unknown as { show(key: string): Promise<void> }).show('h1'),
  'cb-copy-dialog': (element) =>
    (element as unknown as { show(request: object): Promise<void> }).show({ kind: 'copy-day', weekday: 1 }),
  'cb-conflict-view': (element) => Object.assign(element, { theirs: {}, found: [] }),
};

for (const [tag, open] of Object.entries(opens)) {
  it(`<${tag}> that is taken out while it opens fails without a word in the console`, async () => {
    const rejected: string[] = [];
    const note = (event: PromiseRejectionEvent) => {
      event.preventDefault();
      rejected.push(String(event.reason));
    };
    addEventListener('unhandledrejection', note);
    const place = await fixture(html`<div></div>`);
    const element = Object.assign(document.createElement(tag), {
      api: 'https://api.example.com',
      coach: 'c1',
      event: { title: 'Session', start: 0, end: 3_600_000, uid: 'a1' },
      fetch: async () => new Response('{}', { status: 404 }),
    }) as unknown as Opens;
    place.append(element);
    await element.updateComplete;
    open(element);
    element.remove();
    // What an opening loads has arrived then too, and a rejection is reported before the next frame.
    await Promise.all([
      import('../../../src/elements/popover/keep-placed.ts'),
      import('../../../src/elements/booking/booking.ts'),
    ]);
    await element.updateComplete;
    for (let frame = 0; frame < 3; frame++) await nextFrame();
    removeEventListener('unhandledrejection', note);
    expect(rejected).to.deep.equal([]);
    expect(element.shadowRoot?.querySelector('dialog[open], :popover-open')).to.equal(null);
  });
}
