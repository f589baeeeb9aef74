import { expect } from '@open-wc/testing';
import { sharedClient } from '../../../../src/elements/context/shared-client.ts';
import { find, findAll } from '../../booking/booking-scene.ts';
import { api, FAULTS, type Language, Walk } from '../walk.ts';

/** Chooses in a drop-down list. */
async function choose(walk: Walk, selector: string, value: string): Promise<void> {
  const list = await walk.seen<HTMLSelectElement>(selector);
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  await walk.drawn();
}

/** Opens what the owner of this address offers. */
async function openTypes(walk: Walk, email: string, set = {}): Promise<void> {
  const fetch = (request: Request) => walk.fetch(request);
  await sharedClient({ api, fetch }).signIn.logIn({ email, password: 'password123' });
  await walk.open('cb-session-types', { ...set, fetch });
  await walk.seen('[data-act="add"], .state');
}

/** Declares walks through what a coach offers. */
export function walkSessionTypes(language: () => Promise<Language>): void {
  it('in what a coach offers: its order, archive, links, and what fails', async () => {
    const walk = new Walk(await language());
    await openTypes(walk, 'maya@example.com');
    walk.look('offered');
    const status = '[role="status"]';
    const press = async (act: string) => (await walk.seen(`[data-act="${act}"]`)).click();
    await walk.untilOther(status, () => press('down'));
    walk.look('moved');
    await walk.untilOther(status, () => press('copy-link'));
    walk.look('copied, or to be copied by hand');
    walk.refuse = { path: /session-types/, ...FAULTS.forbidden };
    await press('archive');
    await walk.seen('.panel.bad');
    walk.look('not archived');
    walk.refuse = undefined;
    await walk.untilOther(status, () => press('archive'));
    (await walk.seen<HTMLDetailsElement>('details.list-end')).open = true;
    walk.look('archived');
    await walk.untilOther(status, () => press('restore'));
    walk.look('offered again');
    for (const email of ['client@example.com', 'isla@example.com', 'coach@example.com']) {
      await openTypes(walk, email);
      walk.look(`of ${email}`);
    }
    await openTypes(walk, 'isla@example.com');
    await walk.untilOther(status, () => press('from-lengths'));
    walk.look('made of lengths');
    await openTypes(walk, 'admin@example.com', { coach: walk.mock.seed.coaches.maya });
    walk.look('for an admin');
    expect(walk.found).to.deep.equal([]);
  });

  it('in a session type with all that can be wrong', async () => {
    const walk = new Walk(await language());
    await openTypes(walk, 'maya@example.com');
    await walk.press('[data-act="edit"]', '#field-name');
    await walk.fill('#field-amount', '90');
    for (const place of ['phone', 'place', 'link']) await choose(walk, '#field-place', place);
    const marked = find<HTMLInputElement>(walk.root, 'input[type="checkbox"]');
    marked?.click();
    find<HTMLElement>(walk.root, 'input[name="asks"][value="own"]')?.click();
    await walk.press('[data-act="add-question"]', '#field-questions-0-label');
    await choose(walk, '#field-questions-0-kind', 'choice');
    for (const group of findAll<HTMLDetailsElement>(walk.root, 'details')) group.open = true;
    walk.look('with a price, a place and a question');
    for (const [name, text] of Object.entries({
      name: 'x'.repeat(400),
      minutes: '3',
      amount: 'ninety',
      currency: '12',
      full_hours: '2',
      part_percent: '50',
      part_hours: '5',
      notice_hours: 'soon',
    })) {
      await walk.fill(`#field-${name}`, text);
    }
    await walk.press('[part="submit"]', '[part~="error-summary"]');
    walk.look('wrong');
    await walk.fill('#field-amount', '90.123');
    await walk.fill('#field-currency', 'USD');
    walk.look('an amount that cannot be charged');
    expect(walk.found).to.deep.equal([]);
  });

  it('in a session type that is not saved, and saved', async () => {
    const walk = new Walk(await language());
    await openTypes(walk, 'maya@example.com');
    await walk.press('[data-act="edit"]', '#field-name');
    await walk.fill('#field-name', 'Eva Marsh');
    const faults = walk.language.isPattern ? FAULTS : { server: FAULTS.server };
    const refusals = { ...faults, invalid: { code: 'too_many_session_types', status: 400 } as const };
    for (const [name, refusal] of Object.entries(refusals)) {
      walk.refuse = { path: /session-types/, ...refusal };
      await walk.untilOther('.bar [role="alert"]', async () => (await walk.seen('[part="submit"]')).click());
      walk.look(name);
    }
    walk.refuse = undefined;
    await walk.press('[part="submit"]', '[data-act="add"]');
    walk.look('saved');
    expect(walk.found).to.deep.equal([]);
  });
}
