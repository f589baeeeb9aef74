import { createElement } from 'react';
import { expect, test } from 'vitest';
import { component } from '../../src/react/component/component.ts';

// Its types are in a package that nothing else here needs.
const server: string = 'react-dom/server';
const { renderToString } = (await import(server)) as { renderToString(node: unknown): string };

const element = {
  name: 'CbBooking',
  elementProperties: new Map<string, object>([
    ['api', {}],
    ['timeZone', { attribute: 'time-zone' }],
    ['duration', { type: Number }],
    ['ownDay', { type: Boolean, attribute: 'own-day' }],
    ['metadata', { attribute: false }],
    ['settled', { state: true, attribute: false }],
  ]),
};

test('a page made on a server has texts, numbers and flags as attributes, and neither objects nor listeners', () => {
  const CbBooking = component('cb-booking', element, { onCbBooked: 'cb-booked' });
  const html = renderToString(
    createElement(
      CbBooking,
      {
        ...{ id: 'booking', lang: 'de', className: 'wide', api: 'https://api.example.com', timeZone: 'Europe/Berlin' },
        ...{ duration: 60, ownDay: true, metadata: { source: 'x' }, onCbBooked: () => undefined },
      },
      'Write to Ana',
    ),
  );
  expect(html).toBe(
    '<cb-booking id="booking" lang="de" class="wide" api="https://api.example.com" time-zone="Europe/Berlin" duration="60" own-day="">Write to Ana</cb-booking>',
  );
});

test('a flag that is off, and a property that is not given, leave no attribute', () => {
  const CbBooking = component('cb-booking', element, {});
  const html = renderToString(createElement(CbBooking, { ownDay: false, api: undefined as unknown as string }));
  expect(html).toBe('<cb-booking></cb-booking>');
});
