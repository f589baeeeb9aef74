import { ContextConsumer as LitConsumer, ContextProvider as LitProvider } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { ContextConsumer, type ContextKey, ContextProvider } from '../../../src/elements/context/context-protocol.ts';

const key = Symbol.for('test/context') as ContextKey<string>;
const litKey = Symbol.for('test/context') as never;

class OurSource extends LitElement {
  readonly provider = new ContextProvider(this, key);
}
class LitSource extends LitElement {
  readonly provider = new LitProvider(this, { context: litKey });
}
class OurSeeker extends LitElement {
  readonly found = new ContextConsumer(this, key);
  drawn = 0;
  protected override render() {
    this.drawn += 1;
    return html`${this.found.value}`;
  }
}
class LitSeeker extends LitElement {
  readonly found = new LitConsumer(this, { context: litKey, subscribe: true });
  protected override render() {
    return html`${this.found.value}`;
  }
}
customElements.define('our-source', OurSource);
customElements.define('lit-source', LitSource);
customElements.define('our-seeker', OurSeeker);
customElements.define('lit-seeker', LitSeeker);

type Source = HTMLElement & { readonly provider: { setValue(value: never): void } };
type Seeker = HTMLElement & { readonly found: { readonly value: unknown }; readonly updateComplete: Promise<boolean> };

const told = async (seeker: Seeker) => {
  await seeker.updateComplete;
  return seeker.shadowRoot?.textContent;
};

for (const [source, seeker] of [
  ['our-source', 'our-seeker'],
  ['lit-source', 'our-seeker'],
  ['our-source', 'lit-seeker'],
] as const) {
  describe(`<${source}> around <${seeker}>`, () => {
    const open = async (first?: string) => {
      const box = await fixture<HTMLElement>(html`<div></div>`);
      const around = document.createElement(source) as Source;
      if (first) around.provider.setValue(first as never);
      const inside = document.createElement(seeker) as Seeker;
      around.append(inside);
      box.append(around);
      return { box, around, inside };
    };

    it('hands down what was there before, and what comes', async () => {
      const { around, inside } = await open('one');
      expect(await told(inside)).to.equal('one');
      around.provider.setValue('two' as never);
      expect(await told(inside)).to.equal('two');
    });

    it('hands down a value that is set after it was asked for', async () => {
      const { around, inside } = await open();
      expect(await told(inside)).to.equal('');
      around.provider.setValue('late' as never);
      expect(await told(inside)).to.equal('late');
    });

    it('tells nothing more to an element that left', async () => {
      const { around, inside } = await open('one');
      inside.remove();
      around.provider.setValue('two' as never);
      expect(inside.found.value).to.equal('one');
    });
  });
}

it('takes the value of the nearest provider, and of the next one after a move', async () => {
  const box = await fixture<HTMLElement>(
    html`<our-source><our-source><our-seeker></our-seeker></our-source></our-source>`,
  );
  const outer = box as OurSource;
  const inner = outer.querySelector('our-source') as OurSource;
  const seeker = outer.querySelector('our-seeker') as OurSeeker;
  outer.provider.setValue('outer');
  inner.provider.setValue('inner');
  expect(await told(seeker)).to.equal('inner');
  outer.append(seeker);
  expect(await told(seeker)).to.equal('outer');
  inner.provider.setValue('inner again');
  expect(await told(seeker)).to.equal('outer');
});

it('lets requests for other contexts pass', async () => {
  const element = await fixture<OurSource>(html`<our-source></our-source>`);
  element.provider.setValue('one');
  let passed = false;
  document.addEventListener(
    'context-request',
    () => {
      passed = true;
    },
    { once: true },
  );
  const request = Object.assign(new Event('context-request', { bubbles: true, composed: true }), {
    context: Symbol.for('another'),
    contextTarget: document.createElement('p'),
    callback: () => expect.fail('not ours'),
  });
  element.dispatchEvent(request);
  expect(passed).to.equal(true);
});
