import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { openPage, useDemo } from './demo.ts';
import { ANA, chooseTime, fillGuest, hostPage, typed, typedIsKept } from './host-page.ts';

/** Parents that render again and again, with functions written anew each time, and what they hear. */

const react = `
  import { createElement, useEffect, useState } from 'react';
  import { createRoot } from 'react-dom/client';
  function App() {
    const [count, setCount] = useState(0);
    const [heard, setHeard] = useState([]);
    useEffect(() => { globalThis.again = () => setCount((n) => n + 1); }, []);
    return createElement('div', null, createElement('output', null, count + ' ' + heard.join(' ')),
      createElement('cb-booking', {
        api: '/', coach: '${ANA}',
        fetch: (...given) => fetch(...given),
        now: () => Date.now(),
        eventListener: ({ name }) => setHeard((names) => [...names, name]),
      }));
  }
  createRoot(document.querySelector('#app')).render(createElement(App));
`;

const vue = `
  import { createApp, h, ref } from 'vue';
  createApp({
    setup() {
      const count = ref(0);
      const heard = ref([]);
      globalThis.again = () => { count.value += 1; };
      return () => h('div', [h('output', count.value + ' ' + heard.value.join(' ')),
        h('cb-booking', {
          api: '/', coach: '${ANA}',
          '.fetch': (...given) => fetch(...given),
          '.now': () => Date.now(),
          '.eventListener': ({ name }) => heard.value.push(name),
        })]);
    },
  }).mount('#app');
`;

const stage = useDemo();

test.each([
  ['React 19', react],
  ['Vue 3', vue],
] as const)('in %s a rendering of the parent loses nothing, and the listener hears of every step', async (_, app) => {
  const bundle = await build({
    stdin: { contents: app, resolveDir: fileURLToPath(new URL('../..', import.meta.url)) },
    bundle: true,
    write: false,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const { page, errors } = await openPage(stage.browser, stage.demo, { viewport: { width: 1000, height: 900 } });
  await page.route('**/app.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: bundle.outputFiles[0]?.text ?? '' }),
  );
  await hostPage(page, '<div id="app"></div><script type="module" src="/app.js"></script>');
  await page.goto('/host');
  await chooseTime(page);
  await fillGuest(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (let time = 0; time < 3; time++) await page.evaluate(() => (globalThis as unknown as { again(): void }).again());
  await page.getByText(/^3 /).waitFor();
  expect(await typedIsKept(page)).toEqual(typed);
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: /^Book / }).click();
  await page.getByRole('heading', { name: 'Request sent' }).waitFor();
  await page.getByText(/^3 .*slot-select.*step-change.*booked/).waitFor();
  expect(errors).toEqual([]);
});
