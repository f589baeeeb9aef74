import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { openPage, useDemo } from './demo.ts';
import { snippet } from './host-page.ts';

/** A visitor compares the times with a calendar file of theirs, whatever the page around allows. */

const stage = useDemo();

/** Busy every day, all day; 600 kB, and one event that cannot be read. */
const file = {
  name: 'large.ics',
  mimeType: 'text/calendar',
  buffer: Buffer.from(
    [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20250101',
      'RRULE:FREQ=DAILY',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART:tomorrow',
      'END:VEVENT',
      ...Array.from({ length: 3000 }, (_, uid) =>
        [
          'BEGIN:VEVENT',
          `UID:${uid}`,
          'DTSTART;TZID=W. Europe Standard Time:20251118T090000',
          'RRULE:FREQ=WEEKLY',
          `DESCRIPTION:${'A text. '.repeat(10)}`,
          'END:VEVENT',
        ].join('\r\n'),
      ),
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  ),
};

/** A page on another site with the script and the API of the demo, under a policy. */
async function siteWith(policy: string) {
  const server = createServer((_, reply) => {
    const script = `<script type="module" src="${stage.demo.url}/cdn/cb-booking.js"></script>`;
    if (policy) reply.setHeader('content-security-policy', policy);
    reply
      .setHeader('content-type', 'text/html')
      .end(
        `<!doctype html><html lang="en-GB"><head>${script}</head><body>${snippet('own-day', stage.demo.url)}</body></html>`,
      );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { address: `http://127.0.0.1:${address.port}/`, stop: () => server.close() };
}

describe('a large calendar file is read from the script tag of another origin', () => {
  test.each([
    ['in a worker where nothing forbids it', () => '', 1],
    [
      'in a worker where a policy allows it, under trusted types too',
      () =>
        `default-src 'none'; script-src ${stage.demo.url}; worker-src blob: ${stage.demo.url}; connect-src ${stage.demo.url}; img-src * data:; require-trusted-types-for 'script'`,
      1,
    ],
    [
      'on the page itself where a strict policy allows no worker',
      () => `default-src 'none'; script-src ${stage.demo.url}; connect-src ${stage.demo.url}; img-src * data:`,
      0,
    ],
  ])('%s', async (_, policy, workers) => {
    const { page } = await openPage(stage.browser, stage.demo, { viewport: { width: 1000, height: 900 } });
    const site = await siteWith(policy());
    // Those that run: Firefox tells of one that the policy then forbids, too.
    await page.addInitScript(() => {
      const answered = new Set<Worker>();
      Object.assign(window, { answered });
      window.Worker = class extends Worker {
        constructor(...given: ConstructorParameters<typeof Worker>) {
          super(...given);
          if (String(given[0]).startsWith('blob:')) this.addEventListener('message', () => answered.add(this));
        }
      };
    });
    try {
      await page.goto(site.address);
      await page.getByRole('button', { name: 'Compare with your calendar' }).click();
      await page.locator('input[type="file"]').setInputFiles(file);
      await page.getByText('Compared with large.ics').waitFor();
      await page.getByText('One event in it could not be read and is not compared.').first().waitFor();
      expect(await page.evaluate(() => (Reflect.get(window, 'answered') as Set<Worker>).size)).toBe(workers);
      await page
        .getByText(/^You have something else at (\d+) of these \1 times\./)
        .first()
        .waitFor();
      expect(await page.locator('[part~="busy"]').count()).toBeGreaterThan(0);
    } finally {
      site.stop();
    }
  });
});
