import { expect, onTestFinished } from 'vitest';
import { OPEN_DAY, openPage, startDemo, testInChromium, useDemo } from '../demo.ts';
import { listen } from './spoken.ts';

const stage = useDemo();

/** The clock beside the zone goes on while the test runs, and the reference of a booking is its own. */
const MASKED = /(?<=now )\d\d:\d\d/g;

testInChromium('a booking by keyboard is spoken as the transcript has it, in words that need no picture', async () => {
  // A demo of its own: where somebody has booked, other times are open.
  const demo = await startDemo();
  onTestFinished(() => demo.stop());
  const { page } = await openPage(stage.browser, demo, {
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  const heard = await listen(page, MASKED);
  const tabTo = async (name: RegExp, most = 25) => {
    for (let presses = 0; presses < most; presses++) {
      await heard.press('Tab');
      const line = heard.transcript
        .trimEnd()
        .split('\n')
        .findLast((each) => each.startsWith('Tab:'));
      if (line && name.test(line)) return;
    }
    throw new Error(`${name} was not spoken:\n${heard.transcript}`);
  };
  await page.goto('/');
  await page.getByRole('gridcell', { name: OPEN_DAY }).first().waitFor();
  heard.note('To the widget, past the head of the page');
  await heard.press('Tab');
  await heard.press('Enter');
  heard.note('A month and a day');
  await tabTo(/Next month/);
  await heard.press('Enter', () =>
    page
      .getByRole('gridcell', { name: /July 2027, \d+ times? open/ })
      .first()
      .waitFor(),
  );
  await tabTo(/times? open/);
  await heard.press('ArrowDown');
  await heard.press('ArrowRight');
  await heard.press('Enter', () => page.getByRole('heading', { name: /9 July 2027/ }).waitFor());
  heard.note('A time');
  await tabTo(/\d\d:\d\d/);
  await heard.press('Enter', () => page.getByLabel('Name').waitFor());
  heard.note('Details, with one forgotten');
  await tabTo(/textbox “Name/);
  await heard.type('Mira Okafor');
  await tabTo(/“Book /);
  await heard.press('Enter', () => page.getByText('One thing to correct').waitFor());
  await tabTo(/link “Enter your e-mail/);
  await heard.press('Enter');
  await heard.type('mira@example.com');
  await tabTo(/“Book /);
  await heard.press('Enter', () => page.getByRole('button', { name: 'Wrong address?' }).waitFor());
  heard.note('Into the calendar');
  await tabTo(/Add to calendar/);
  const isOpen = (open: boolean) => page.locator(`[aria-haspopup="menu"][aria-expanded="${open}"]`).waitFor();
  await heard.press('Enter', async () => {
    await isOpen(true);
    await page.locator('[role="menuitem"]:focus').waitFor();
  });
  await heard.press('ArrowDown');
  await heard.press('Escape', () => isOpen(false));
  const { transcript } = heard;
  await expect(transcript).toMatchFileSnapshot('./transcripts/booking.txt');
  // Nothing is said twice after one press.
  const steps = transcript.split(/\n(?! {4})/);
  for (const step of steps) {
    const said = step.split('\n').map((line) => line.trim());
    expect(new Set(said).size, step).toBe(said.length);
  }
});
