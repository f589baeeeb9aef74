import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { itWhereEmulated } from '../engine.ts';

class DecoratorProbe extends LitElement {
  @property({ type: Number, reflect: true }) count = 1;
  @state() private taps = 0;

  override render() {
    return html`<button @click=${() => this.taps++}>${this.count} ${this.taps}</button>`;
  }
}
customElements.define('decorator-probe', DecoratorProbe);

describe('decorators', () => {
  it('make reactive accessors that class fields do not shadow', async () => {
    const probe = await fixture<DecoratorProbe>(html`<decorator-probe count="2"></decorator-probe>`);
    expect(Object.hasOwn(probe, 'count')).to.equal(false);
    expect(probe.shadowRoot?.textContent).to.equal('2 0');
    probe.count = 3;
    await probe.updateComplete;
    expect(probe.getAttribute('count')).to.equal('3');
    probe.shadowRoot?.querySelector('button')?.focus();
    await sendKeys({ press: 'Enter' });
    await probe.updateComplete;
    expect(probe.shadowRoot?.textContent).to.equal('3 1');
  });
});

describe('the test browser', () => {
  it('is sized by a command', async () => {
    await setViewport({ width: 360, height: 640 });
    expect([innerWidth, innerHeight]).to.deep.equal([360, 640]);
  });

  itWhereEmulated('is put into forced colours by a command', async () => {
    await emulateMedia({ forcedColors: 'active', colorScheme: 'light', reducedMotion: 'reduce' });
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    await emulateMedia({ forcedColors: 'none', colorScheme: 'light', reducedMotion: 'no-preference' });
    expect(matchMedia('(forced-colors: active)').matches).to.equal(false);
  });

  itWhereEmulated('prefers a scheme by a command', async () => {
    await emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(true);
    await emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
    expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(false);
  });
});
