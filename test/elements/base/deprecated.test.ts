import { ContextEvent } from '@lit/context';
import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../../src/define.ts';
import { createSignIn } from '../../../src/core/sign-in/create-sign-in.ts';
import type { EarlierMessages } from '../../../src/elements/i18n/messages.ts';
import {
  type BookingContext,
  bookingContext,
  type CbBooking,
  type CbBookingButton,
  type CbBookings,
  defineLocale,
} from '../../../src/elements/index.ts';
import { createMockServer } from '../../../src/mock/index.ts';

const warned: string[] = [];
const { warn: plainWarn } = console;
beforeEach(() => {
  warned.length = 0;
  console.warn = (text: string) => void (/next major version/.test(text) ? warned.push(text) : plainWarn(text));
});
afterEach(() => {
  console.warn = plainWarn;
});

const api = 'https://api.example.com';
const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
const fetch = (request: Request): Promise<Response> => mock.fetch(request);
const gone = (used: string, instead: string): string => `${used} will go in the next major version: use ${instead}.`;

describe('names on their way out', () => {
  it('are not used by the elements themselves', async () => {
    await fixture<CbBooking>(html`<cb-booking api=${api} coach=${mock.seed.coaches.ana} .fetch=${fetch}></cb-booking>`);
    const button = await fixture<CbBookingButton>(
      html`<cb-booking-button api=${api} coach=${mock.seed.coaches.ana} .fetch=${fetch}></cb-booking-button>`,
    );
    await button.show();
    await nextFrame();
    button.close();
    await fixture<CbBookings>(html`<cb-bookings api=${api} .fetch=${fetch}></cb-bookings>`);
    expect(warned).to.deep.equal([]);
  });

  it('say so once: session of an element', async () => {
    const signIn = createSignIn({ api, fetch });
    for (let times = 0; times < 2; times++) {
      const element = await fixture<CbBookings>(html`<cb-bookings api=${api} .session=${signIn}></cb-bookings>`);
      expect(element.signIn).to.equal(signIn);
      expect(element.session).to.equal(signIn);
    }
    expect(warned).to.deep.equal([gone('<cb-bookings>.session', 'signIn')]);
  });

  it('say so once: session of the context', async () => {
    const element = await fixture<CbBooking>(
      html`<cb-booking api=${api} coach=${mock.seed.coaches.ana} .fetch=${fetch}><p></p></cb-booking>`,
    );
    const asking = element.querySelector('p') as Element;
    let context: BookingContext | undefined;
    const give = (value: BookingContext | undefined): void => {
      context = value;
    };
    asking.dispatchEvent(new ContextEvent(bookingContext, asking, give));
    expect(context?.session).to.equal(context?.signIn);
    expect(context?.session).not.to.equal(undefined);
    expect(warned).to.deep.equal([gone('context.session', 'context.signIn')]);
  });

  it('say so once: groups of texts', () => {
    const messages = { openings: {}, ownDay: {} } as unknown as EarlierMessages;
    defineLocale('x-earlier', messages);
    defineLocale('x-earlier', messages);
    expect(warned).to.deep.equal([
      gone('The group `openings` of defineLocale', 'nextTimes'),
      gone('The group `ownDay` of defineLocale', 'visitorCalendar'),
    ]);
  });
});
