import type { Preview } from '@storybook/web-components-vite';
import { mswLoader } from 'msw-storybook-addon/csf3';
import { createMockServer, type MockServerOptions } from '../src/mock/index.ts';
import { bookingHandlers } from '../src/mock/msw.ts';

const preview: Preview = {
  loaders: [mswLoader()],
  beforeEach({ msw, parameters, id }) {
    // A freshly seeded server for each story, at /api/<id of the story>: elements on one page share a client, and its
    // session, by the address of the API. `parameters.mock` sets the server's clock, scenario and latency.
    const options: MockServerOptions = parameters.mock ?? {};
    msw.use(...bookingHandlers(`/api/${id}`, createMockServer(options)));
  },
  parameters: {
    // An accessibility violation fails the story's test.
    a11y: { test: 'error' },
    layout: 'padded',
  },
};

export default preview;
