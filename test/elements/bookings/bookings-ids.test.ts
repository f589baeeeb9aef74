import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { CbBookings } from '../../../src/elements/bookings/bookings.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { api, rows } from './bookings-scene.ts';

/** A server whose bookings have an id of another kind: it stands in replies and in addresses. */
function withIds(ids: readonly string[]) {
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
  const known = new Map<string, string>();
  return {
    mock,
    fetch: async (request: Request) => {
      let { url } = request;
      for (const [own, other] of known) url = url.replace(encodeURIComponent(other), own);
      const { method, headers } = request;
      // Not from the request as it is: Firefox would leave its body out.
      const sent = await request.text();
      const reply = await mock.fetch(new Request(url, { method, headers, ...(sent && { body: sent }) }));
      const text = await reply.text();
      const body = text ? JSON.parse(text) : undefined;
      for (const { id } of body?.bookings ?? [])
        if (!known.has(id)) known.set(id, `${ids[known.size % ids.length]}${known.size}`);
      const said = [...known].reduce((all, [own, other]) => all.replaceAll(`"${own}"`, JSON.stringify(other)), text);
      return new Response(text ? said : null, reply);
    },
  };
}

for (const id of ['a"b]', '1:2', 'a b', "'#.é"]) {
  it(`a booking with the id ${id} is named, cancelled, undone and given the focus`, async () => {
    const { mock, fetch } = withIds([id]);
    await sharedClient({ api, fetch }).session.logIn({ email: 'client@example.com', password: 'password123' });
    const element = await fixture<CbBookings>(
      html`<cb-bookings .api=${api} .fetch=${fetch} .now=${() => mock.clock.now()} time-zone="Europe/Berlin" locale="en-GB"></cb-bookings>`,
    );
    const root = element.shadowRoot as ShadowRoot;
    await waitUntil(() => rows(element).length > 0, 'the list has rows');
    const [row] = rows(element);
    expect(row?.getAttribute('data-booking')).to.contain(id);
    const label = row?.getAttribute('aria-labelledby') ?? '';
    expect(root.getElementById(label)?.localName).to.equal('h5');
    row?.querySelector<HTMLElement>('[data-act="cancel"]')?.click();
    await waitUntil(() => root.querySelector('[data-reason]'), 'it asks');
    const reason = root.querySelector<HTMLInputElement>('[data-reason]');
    expect(root.getElementById(reason?.getAttribute('aria-describedby') ?? '')?.localName).to.equal('p');
    expect(reason?.labels?.length).to.equal(1);
    root.querySelector<HTMLElement>('[part="cancel-now"]')?.click();
    await waitUntil(() => root.activeElement?.matches('[data-undo]'), 'the way back has the focus');
    (root.activeElement as HTMLElement).click();
    await waitUntil(() => root.activeElement?.closest('[data-booking]'), 'the row has the focus again');
  });
}
