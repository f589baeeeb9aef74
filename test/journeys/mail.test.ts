import { expect, test } from 'vitest';
import { OPEN_DAY, openPage, useDemo } from './demo.ts';

const stage = useDemo();

test('a guest books, closes the tab, opens the mail, follows its link, moves the session and cancels it', async () => {
  const first = await openPage(stage.browser, stage.demo);
  await first.page.goto('/');
  await first.page.getByRole('button', { name: 'Next month' }).click();
  await first.page.getByRole('gridcell', { name: OPEN_DAY }).nth(2).getByRole('button').click();
  await first.page
    .getByRole('button', { name: /^\d\d:\d\d$/ })
    .nth(1)
    .click();
  // Were it markup anywhere on the way, a blocked script or a picture would be an error below.
  await first.page.getByLabel('Name').fill('Mira <img src=x onerror="alert(1)"><script>alert(1)</script>');
  await first.page.getByLabel('E-mail').fill('mira@example.com');
  await first.page.getByRole('button', { name: /^Book / }).click();
  await first.page.getByRole('heading', { name: 'Request sent' }).waitFor();
  await first.page.context().close();

  const { page, errors, foreign } = await openPage(stage.browser, stage.demo);
  const openMail = async (subject: RegExp) => {
    const mails = page.getByRole('listitem').filter({ hasText: 'to mira@example.com' });
    const mail = mails.getByRole('link', { name: subject }).first();
    await expect
      .poll(async () => {
        await page.goto('/stand-in/mail/');
        return mail.isVisible();
      })
      .toBe(true);
    await mail.click();
  };
  await openMail(/^Requested: /);
  await page.getByRole('heading', { name: 'Your request has arrived' }).waitFor();
  await page.getByRole('link', { name: 'Move or cancel' }).click();

  const mine = page.getByRole('article').first();
  await mine.getByRole('button', { name: /^Move/ }).click();
  await page.getByRole('gridcell', { name: OPEN_DAY }).nth(4).getByRole('button').click();
  await page
    .getByRole('button', { name: /^\d\d:\d\d$/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^Move to / }).click();
  await page.getByRole('status').filter({ hasText: 'Moved to' }).waitFor();
  await openMail(/^Moved to /);
  await page.getByRole('link', { name: 'Move or cancel' }).click();
  await mine.getByRole('button', { name: /^Cancel,/ }).click();
  await mine.getByRole('button', { name: 'Cancel session' }).click();
  await mine.getByRole('button', { name: /^Undo/ }).waitFor();
  // Leaving the page does not take it back.
  await openMail(/^Cancelled: /);
  expect(errors).toEqual([]);
  expect(foreign).toEqual([]);
});
