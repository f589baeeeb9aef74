import type { Preview } from '@storybook/web-components-vite';
import { mswLoader } from 'msw-storybook-addon/csf3';
import { createMockServer, type MockServerOptions } from '../src/mock/index.ts';
import { bookingHandlers } from '../src/mock/msw.ts';

const preview: Preview = {
  loaders: [mswLoader()],
  beforeEach({ msw, parameters, id }) {
    // A freshly seeded server for each story; `parameters.mock` sets its clock, scenario and latency. It answers at
    // /api/<id of the story>, since elements on one page share a client and its session by the address of the API, and at
    // /api for those that bring a `fetch` of their own.
    const options: MockServerOptions = parameters.mock ?? {};
    const mock = createMockServer(options);
    msw.use(...bookingHandlers(`/api/${id}`, mock), ...bookingHandlers('/api', mock));
  },
  parameters: {
    // An accessibility violation fails the story's test.
    a11y: { test: 'error' },
    layout: 'padded',
  },
};

export default preview;
