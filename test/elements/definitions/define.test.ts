import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { nothing } from 'lit';
import * as defined from '../../../src/define.ts';
import type { CbElement } from '../../../src/elements/base/element.ts';
import * as elements from '../../../src/elements/index.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { find } from '../booking/booking-scene.ts';

/** The house rule: `CbMonthGrid` is `<cb-month-grid>`. */
const tagOf = (name: string): string => name.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();

const publicClasses = Object.entries(elements).filter(
  ([name, value]) => /^Cb/.test(name) && typeof value === 'function' && name !== 'CbElement',
);

describe('an import of the definitions', () => {
  it('has defined every public element when it is done', () => {
    expect(publicClasses.length).to.be.greaterThan(10);
    for (const [name, element] of publicClasses)
      expect(customElements.get(tagOf(name)) === element, name).to.equal(true);
    expect(Object.keys(defined).sort()).to.deep.equal(publicClasses.map(([name]) => name).sort());
  });

  it('lets a framework find each property on a new element, so that it sets no attribute in its place', () => {
    for (const [name, element] of publicClasses) {
      const created = document.createElement(tagOf(name));
      const { elementProperties } = element as unknown as { elementProperties: ReadonlyMap<string, unknown> };
      for (const property of elementProperties.keys())
        expect(property in created, `${name}.${property}`).to.equal(true);
    }
    const functions = [
      ['cb-bookings', 'getToken'],
      ['cb-booking-button', 'metadata'],
      ['cb-coach-card', 'coach'],
    ] as const;
    for (const [tag, property] of functions) expect(property in document.createElement(tag), tag).to.equal(true);
  });
});

let tries = 0;

describe('an element made before its definition', () => {
  it('keeps each property that the page had set, whatever it is', async () => {
    for (const [name, element] of publicClasses) {
      tries += 1;
      const tag = `early-${tries}-${tagOf(name)}`;
      const early = document.createElement(tag);
      const { elementProperties } = element as unknown as { elementProperties: ReadonlyMap<string, object> };
      const values = new Map<string, unknown>();
      for (const [property, { attribute, state }] of elementProperties as ReadonlyMap<
        string,
        { attribute?: string | false; state?: boolean }
      >) {
        if (state || attribute !== false) continue;
        values.set(property, () => property);
      }
      // The old name of the same property.
      if (values.has('session')) values.set('session', values.get('signIn'));
      for (const [property, value] of values) Reflect.set(early, property, value);
      customElements.define(
        tag,
        class extends (element as unknown as typeof CbElement) {
          // What it would do with such values is not looked at here.
          protected override willUpdate(): void {}
          protected override updated(): void {}
          protected override render(): unknown {
            return nothing;
          }
        },
      );
      document.body.append(early);
      await (early as CbElement).updateComplete;
      for (const [property, value] of values) {
        expect(Reflect.get(early, property) === value, `${name}.${property}`).to.equal(true);
        expect(Object.hasOwn(early, property), `${name}.${property}`).to.equal(false);
      }
      early.remove();
    }
  });
});

describe('twice on a page', () => {
  it('is harmless', async () => {
    const before = customElements.get('cb-booking');
    await import('../../../src/cdn.ts');
    expect(customElements.get('cb-booking') === before).to.equal(true);
    const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
    const element = await fixture(
      html`<cb-booking api="https://api.example.com" coach=${mock.seed.coaches.ana} .fetch=${mock.fetch}></cb-booking>`,
    );
    await waitUntil(() => find(element, 'cb-slot-list') ?? find(element.shadowRoot as ShadowRoot, 'cb-slot-list'));
  });
});
