import { expect, waitUntil } from '@open-wc/testing';
import 'chai-a11y-axe';
import { emulateMedia } from '@web/test-runner-commands';
import { register } from '../../../src/elements/base/register.ts';
import { CbBookingForm } from '../../../src/elements/booking-form/booking-form.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import {
  chooseTime,
  fillPerson,
  find,
  findAll,
  focused,
  openScene,
  pressBook,
  type Scene,
  seen,
  type,
} from '../booking/booking-scene.ts';

register('cb-booking-form', CbBookingForm);

before(() => emulateMedia({ reducedMotion: 'reduce' }));
after(() => emulateMedia({ reducedMotion: 'no-preference' }));

/** Asks for the field and types into it. */
async function addGuests({ element }: Scene, addresses: string): Promise<HTMLInputElement> {
  (await seen(element, '[part="add-attendees"]')).click();
  const field = await seen<HTMLInputElement>(element, '#field-attendees');
  type(field, addresses);
  return field;
}

const saidAt = (scene: Scene) => find(scene.element.shadowRoot as ShadowRoot, '#field-attendees-error')?.textContent;

describe('<cb-booking-form>, when others take part', () => {
  it('asks for their addresses once the visitor wants to, sends them, and names them in the confirmation', async () => {
    const scene = await openScene();
    let sent: { attendee_emails?: string[] } | undefined;
    scene.intercept = async (request) => {
      if (request.method === 'POST' && request.url.endsWith('/booking')) sent = await request.clone().json();
      return scene.mock.fetch(request);
    };
    await chooseTime(scene.element);
    await fillPerson(scene.element);
    const field = await addGuests(scene, 'bo@example.com; cy@example.com');
    expect(focused()).to.equal(field);
    await expect(scene.element).to.be.accessible();
    await pressBook(scene.element);
    const facts = await seen(scene.element, 'dl[part="facts"]');
    expect(sent?.attendee_emails).to.deep.equal(['bo@example.com', 'cy@example.com']);
    expect(facts.textContent).to.contain('bo@example.com, cy@example.com');
  });

  it('says which address is none, beside the field', async () => {
    const scene = await openScene();
    await chooseTime(scene.element);
    await fillPerson(scene.element);
    const field = await addGuests(scene, 'bo@example.com, cy at example');
    await pressBook(scene.element);
    await waitUntil(() => saidAt(scene)?.includes('“cy” is not an e-mail address'), 'the address is named');
    type(field, 'bo@example.com, cy@example.com');
    await waitUntil(() => saidAt(scene) === undefined, 'the error is gone');
  });

  it('says when there are too many', async () => {
    const scene = await openScene();
    await chooseTime(scene.element);
    await fillPerson(scene.element);
    await addGuests(scene, Array.from({ length: 11 }, (_, index) => `guest${index}@example.com`).join(', '));
    await pressBook(scene.element);
    await waitUntil(() => saidAt(scene)?.includes('Enter at most 10 addresses'), 'the number is said');
  });

  it('shows what the server refused beside the field', async () => {
    const scene = await openScene();
    scene.intercept = (request) =>
      request.method === 'POST' && request.url.endsWith('/booking')
        ? Response.json(
            {
              detail: 'refused',
              code: 'invalid_request',
              errors: [{ field: 'body.attendee_emails.0', message: 'is not known here' }],
            },
            { status: 422 },
          )
        : undefined;
    await chooseTime(scene.element);
    await fillPerson(scene.element);
    await addGuests(scene, 'bo@example.com');
    await pressBook(scene.element);
    await waitUntil(() => saidAt(scene)?.includes('Is not known here'), 'the server’s words are there');
  });

  it('asks for nobody where the backend cannot name them', async () => {
    const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
    const fetch = async (request: Request) => {
      const reply = await mock.fetch(request);
      if (!/\/coaches\/[^/]+$/.test(new URL(request.url).pathname)) return reply;
      const { attendees_max: _, ...profile } = await reply.json();
      return Response.json(profile);
    };
    const { element } = await openScene({ set: { fetch } });
    await chooseTime(element);
    await seen(element, '#field-name');
    expect(findAll(element.shadowRoot as ShadowRoot, '[part="add-attendees"]')).to.have.length(0);
  });
});
