import { expect, fixture, html } from '@open-wc/testing';
import { register } from '../../../src/elements/base/register.ts';
import {
  CbAvailabilityEditor,
  CbAvailabilityPicker,
  CbBooking,
  CbBookingConfirmation,
  CbBookingForm,
  CbBookings,
  CbCalendarConnect,
  CbCoachCard,
  CbCoachList,
  CbMonthGrid,
  CbSignIn,
  CbSlotList,
  CbTimeZonePicker,
} from '../../../src/elements/index.ts';
import { seed } from '../../../src/mock/index.ts';

const classes = {
  'cb-availability-editor': CbAvailabilityEditor,
  'cb-availability-picker': CbAvailabilityPicker,
  'cb-booking': CbBooking,
  'cb-booking-confirmation': CbBookingConfirmation,
  'cb-booking-form': CbBookingForm,
  'cb-bookings': CbBookings,
  'cb-calendar-connect': CbCalendarConnect,
  'cb-coach-card': CbCoachCard,
  'cb-coach-list': CbCoachList,
  'cb-month-grid': CbMonthGrid,
  'cb-sign-in': CbSignIn,
  'cb-slot-list': CbSlotList,
  'cb-time-zone-picker': CbTimeZonePicker,
};
for (const [tag, element] of Object.entries(classes)) register(tag, element);

const booking = {
  ...{ id: 'b1', coach_id: seed.coaches.ana, client_id: 'c1', status: 'pending', duration_minutes: 60 },
  session_datetime: '2025-11-18T14:00:00Z',
};

/** An element that waits for its server, and the least width that it has to take of a wide page, in px. */
const elements = Object.entries({
  'cb-availability-editor': 900,
  'cb-availability-picker': 900,
  'cb-booking': 900,
  'cb-booking-confirmation': 700,
  'cb-booking-form': 700,
  'cb-bookings': 900,
  'cb-calendar-connect': 900,
  'cb-coach-card': 300,
  'cb-coach-list': 900,
  'cb-month-grid': 300,
  'cb-sign-in': 300,
  'cb-slot-list': 300,
  'cb-time-zone-picker': 300,
});

function make(tag: string): HTMLElement {
  return Object.assign(document.createElement(tag), {
    api: 'https://api.example.com',
    coach: tag === 'cb-coach-card' ? { user_id: seed.coaches.ana, name: 'Ana Keller' } : seed.coaches.ana,
    start: '2025-11-18T14:00:00Z',
    today: '2025-11-05',
    day: '2025-11-18',
    booking,
    fetch: () => new Promise<Response>(() => {}),
  });
}

async function drawn(element: HTMLElement): Promise<void> {
  await (element as Partial<CbBooking>).updateComplete;
  await new Promise((done) => requestAnimationFrame(done));
}

/** Where people put things, from the style of the box around to one more box where it takes two. */
const wrappers: Readonly<Record<string, readonly string[]>> = {
  'a block': [''],
  'a centred flex row': ['display: flex; justify-content: center'],
  'a centred flex column': ['display: flex; flex-direction: column; align-items: center'],
  'a centred grid': ['display: grid; place-items: center'],
  'a grid that centres its tracks': ['display: grid; place-content: center'],
  'an inline block': ['display: inline-block'],
  'an inline flex': ['display: inline-flex'],
  'a float': ['float: left'],
  'an absolute box': ['position: absolute'],
  'fit-content': ['width: fit-content'],
  'a table cell': ['display: table-cell'],
  'a table': ['display: table', 'display: table-row'],
};

const cases = Object.entries(wrappers).flatMap(([name, styles]) =>
  [360, 1200].map((width) => ({ name, styles, width })),
);

for (const { name, styles, width } of cases) {
  describe(`in ${name}, on a page of ${width} px`, () => {
    for (const [tag, least] of elements) {
      it(`<${tag}> takes the width on offer and no more`, async () => {
        const page = await fixture<HTMLElement>(html`<div style="width: ${width}px; position: relative"></div>`);
        let place = page;
        for (const style of styles) {
          const box = document.createElement('div');
          box.setAttribute('style', style);
          place.append(box);
          place = box;
        }
        const element = make(tag);
        place.append(element);
        await drawn(element);
        const taken = element.getBoundingClientRect().width;
        expect(taken, 'taken')
          .to.be.at.least(Math.min(width, least))
          .and.at.most(width + 0.5);
        expect(page.scrollWidth, 'no overflow').to.be.at.most(width);
      });
    }
  });
}

describe('on a page with styles of its own', () => {
  const HOSTILE = `
    html { font-size: 62.5%; }
    * { box-sizing: content-box; line-height: 2; letter-spacing: .1em; font-weight: 700; font-style: italic; }
    body { text-transform: uppercase; letter-spacing: .2em; word-spacing: 1em; text-align: center; white-space: pre-wrap; text-indent: 2em; text-shadow: 0 0 2px red; }
  `;
  const looks = ['textTransform', 'letterSpacing', 'wordSpacing', 'textAlign', 'whiteSpace', 'textIndent'] as const;
  const more = [
    'textShadow',
    'lineHeight',
    'boxSizing',
    'fontStyle',
    'fontWeight',
    'fontSize',
    'width',
    'height',
  ] as const;

  function looksOf(root: ParentNode): readonly string[] {
    return [...root.querySelectorAll('*')].flatMap((part) => {
      const style = getComputedStyle(part);
      const own = [...looks, ...more].map((name) => `${name} ${style[name]}`).join('; ');
      return [
        ...(part.matches('style, slot, .width, [class~=width] *')
          ? []
          : [`${part.localName}.${part.className}: ${own}`]),
        ...(part.shadowRoot ? looksOf(part.shadowRoot) : []),
      ];
    });
  }

  async function looksIn(
    tag: string,
    css: string,
    attributes: Record<string, string> = {},
  ): Promise<readonly string[]> {
    const style = document.createElement('style');
    style.textContent = css;
    const box = await fixture<HTMLElement>(html`<div style="width: 900px"></div>`);
    const element = make(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.head.append(style);
    try {
      box.append(element);
      await drawn(element);
      return looksOf(element.shadowRoot as ShadowRoot);
    } finally {
      style.remove();
    }
  }

  for (const [tag] of elements) {
    it(`<${tag}> looks the same inside`, async () => {
      // The size of the text is told apart below: a page's body text of 10 px is less than what may be.
      const plain = await looksIn(tag, 'html, body { font-size: 16px; }');
      const hostile = await looksIn(tag, `${HOSTILE} body { font-size: 16px; }`);
      expect(plain.length).to.be.greaterThan(0);
      expect(hostile).to.deep.equal(plain);
    });
  }

  const sizeOf = (element: Element, selector: string) => {
    const part = element.shadowRoot?.querySelector(selector);
    return part ? Number.parseFloat(getComputedStyle(part).fontSize) : 0;
  };

  async function bookingIn(css: string): Promise<{ readonly outer: number; readonly inner: number }> {
    const style = document.createElement('style');
    style.textContent = css;
    const box = await fixture<HTMLElement>(html`<div style="width: 900px"></div>`);
    const element = make('cb-booking');
    document.head.append(style);
    try {
      box.append(element);
      await drawn(element);
      const picker = element.shadowRoot?.querySelector('cb-availability-picker') as HTMLElement;
      await drawn(picker);
      const grid = picker.shadowRoot?.querySelector('cb-month-grid') as HTMLElement;
      await drawn(grid);
      return { outer: sizeOf(element, '.inner'), inner: sizeOf(grid, 'table') };
    } finally {
      style.remove();
    }
  }

  it('the text has the size of the page around it, never under 14 px, and the same at every depth', async () => {
    expect(await bookingIn('html, body { font-size: 16px; }')).to.deep.equal({ outer: 15, inner: 15 });
    expect(await bookingIn('html { font-size: 62.5%; }')).to.deep.equal({ outer: 14, inner: 14 });
    expect(await bookingIn('html { font-size: 200%; }')).to.deep.equal({ outer: 30, inner: 30 });
    expect(await bookingIn('html { font-size: 62.5%; } body { font-size: 1.8rem; }')).to.deep.equal({
      outer: 16.875,
      inner: 16.875,
    });
  });

  it('the token sets the size, never under 14 px', async () => {
    expect(await bookingIn('cb-booking { --cb-font-size: 18px; }')).to.deep.equal({ outer: 18, inner: 18 });
    expect(await bookingIn(':root { --cb-font-size: 1.25em; } body { font-size: 16px; }')).to.deep.equal({
      outer: 20,
      inner: 20,
    });
    expect(await bookingIn('cb-booking { --cb-font-size: 9px; }')).to.deep.equal({ outer: 14, inner: 14 });
  });
});
