import { ContextConsumer, ContextProvider } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { type BookingContext, bookingContext } from '../../../src/elements/context/context.ts';

const named = (locale: string) => ({ locale }) as BookingContext;

class Source extends LitElement {
  readonly provider = new ContextProvider(this, { context: bookingContext });
}
class Seeker extends LitElement {
  readonly found = new ContextConsumer(this, { context: bookingContext, subscribe: true });
  protected override render() {
    return html`${this.found.value?.locale}`;
  }
}
customElements.define('test-source', Source);
customElements.define('test-seeker', Seeker);

const told = async (seeker: Seeker) => {
  await seeker.updateComplete;
  return seeker.shadowRoot?.textContent;
};

/** A request as any page may send it, without a library (Context Community Protocol). */
function ask(from: Element, context: unknown, callback: (value: unknown) => void): void {
  const fields = { context, contextTarget: from, callback, subscribe: false };
  from.dispatchEvent(Object.assign(new Event('context-request', { bubbles: true, composed: true }), fields));
}

describe('the booking that is handed down', () => {
  const open = async (first?: string) => {
    const around = await fixture<Source>(html`<test-source></test-source>`);
    if (first) around.provider.setValue(named(first));
    const inside = document.createElement('test-seeker') as Seeker;
    around.append(inside);
    return { around, inside };
  };

  it('has a key that two copies of the script share', () => {
    expect(bookingContext).to.equal(Symbol.for('@culturebridge/booking/1'));
  });

  it('is what was there before, and what comes', async () => {
    const { around, inside } = await open('one');
    expect(await told(inside)).to.equal('one');
    around.provider.setValue(named('two'));
    expect(await told(inside)).to.equal('two');
  });

  it('may be set after it was asked for', async () => {
    const { around, inside } = await open();
    expect(await told(inside)).to.equal('');
    around.provider.setValue(named('late'));
    expect(await told(inside)).to.equal('late');
  });

  it('tells nothing more to an element that left', async () => {
    const { around, inside } = await open('one');
    inside.remove();
    around.provider.setValue(named('two'));
    expect(inside.found.value?.locale).to.equal('one');
  });

  it('is that of the nearest provider, and of the next one after a move', async () => {
    const outer = await fixture<Source>(
      html`<test-source><test-source><test-seeker></test-seeker></test-source></test-source>`,
    );
    const inner = outer.querySelector('test-source') as Source;
    const seeker = outer.querySelector('test-seeker') as Seeker;
    outer.provider.setValue(named('outer'));
    inner.provider.setValue(named('inner'));
    expect(await told(seeker)).to.equal('inner');
    outer.append(seeker);
    expect(await told(seeker)).to.equal('outer');
    inner.provider.setValue(named('inner again'));
    expect(await told(seeker)).to.equal('outer');
  });

  it('answers an element of the page that speaks the protocol by hand', async () => {
    const { around, inside } = await open('one');
    let got: unknown;
    ask(inside, Symbol.for('@culturebridge/booking/1'), (value) => {
      got = value;
    });
    expect(got).to.equal(around.provider.value);
  });

  it('lets requests for other contexts pass', async () => {
    const { around } = await open('one');
    let passed = false;
    document.addEventListener(
      'context-request',
      () => {
        passed = true;
      },
      { once: true },
    );
    ask(around, Symbol.for('another'), () => expect.fail('not ours'));
    expect(passed).to.equal(true);
  });
});
