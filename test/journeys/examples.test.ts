import { expect, test } from 'vitest';
import { OPEN_DAY, openPage, useDemo } from './demo.ts';
import { bookingsOf } from './people.ts';

const stage = useDemo();

test('every example that is listed has a page', async () => {
  const { page } = await openPage(stage.browser, stage.demo);
  await page.goto('/examples/');
  const links = await page.getByRole('listitem').getByRole('link').all();
  expect(links.length).toBeGreaterThanOrEqual(3);
  for (const link of links) {
    const reply = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
    expect(reply.status()).toBe(200);
  }
});

test.each(['react', 'vue'])('in %s a guest books, and the page hears of it', async (framework) => {
  const { page, errors, foreign } = await openPage(stage.browser, stage.demo);
  await page.goto(`/examples/${framework}/`);
  await page.getByRole('button', { name: 'Next month' }).click();
  await page.getByRole('gridcell', { name: OPEN_DAY }).nth(3).getByRole('button').click();
  await page
    .getByRole('button', { name: /^\d+:\d\d/ })
    .nth(framework === 'react' ? 2 : 6)
    .click();
  await page.getByLabel('Name').fill('Mira Okafor');
  await page.getByLabel('E-mail').fill(`${framework}@example.com`);
  await page.getByRole('button', { name: /^Book / }).click();
  await page.getByText(/^\s*Booked for .*pending/).waitFor();
  // The property that the framework set has arrived.
  const made = await bookingsOf(stage.demo.url, `${framework}@example.com`);
  expect(made.map(({ metadata }) => metadata)).toEqual([{ source: framework }]);
  expect(errors).toEqual([]);
  expect(foreign).toEqual([]);
});
