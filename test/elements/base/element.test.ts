import { expect, fixture, html } from '@open-wc/testing';
import { CbElement } from '../../../src/elements/base/element.ts';
import { durationsEnglish } from '../../../src/elements/i18n/durations.ts';
import { defineLocale } from '../../../src/elements/i18n/locales.ts';

class Speaker extends CbElement {
  get speaks(): string {
    return this.language;
  }

  protected override render() {
    return html`<p>${this.messages('durations', durationsEnglish).duration}</p>`;
  }
}
customElements.define('test-speaker', Speaker);

class Outer extends CbElement {
  protected override render() {
    return html`<test-speaker></test-speaker>`;
  }
}
customElements.define('test-outer', Outer);

const inside = async (lang: string, dir = 'ltr') => {
  const box = await fixture(html`<div lang=${lang} dir=${dir}><test-outer></test-outer></div>`);
  const outer = box.querySelector('test-outer') as Outer;
  await outer.updateComplete;
  return { outer, speaker: outer.shadowRoot?.querySelector('test-speaker') as Speaker };
};

/** Where an element says its language: inside, never on itself. */
const said = (element: CbElement) => element.shadowRoot?.querySelector('.inner') as HTMLElement;

describe('the language of an element', () => {
  it('is the page’s where it is English, whatever the country', async () => {
    const { outer, speaker } = await inside('en-AU');
    expect(speaker.speaks).to.equal('en-AU');
    expect(said(outer).lang).to.equal('');
  });

  it('is English of the page’s country where there are no texts in the page’s language, and says so', async () => {
    const { outer, speaker } = await inside('da');
    expect(said(outer).lang).to.equal('en-DK');
    expect(speaker.speaks).to.equal('en-DK');
    expect(new Intl.DateTimeFormat(speaker.speaks, { hour: 'numeric' }).resolvedOptions().hour12).to.equal(false);
  });

  it('runs left to right on a page that does not, when it is English', async () => {
    const { outer, speaker } = await inside('ur-PK', 'rtl');
    expect(speaker.speaks).to.equal('en-PK');
    expect(speaker.matches(':dir(ltr)')).to.equal(true);
    expect(said(outer).dir).to.equal('ltr');
  });

  it('is the page’s where its texts were added, in the page’s direction', async () => {
    defineLocale('yi', {});
    const { outer, speaker } = await inside('yi', 'rtl');
    expect(speaker.speaks).to.equal('yi');
    expect(said(outer).lang).to.equal('');
    expect(speaker.matches(':dir(rtl)')).to.equal(true);
  });

  it('leaves the attributes of the element as the page wrote them', async () => {
    const attributesIn = async (lang: string, dir?: string) => (await inside(lang, dir)).outer.getAttributeNames();
    expect(await attributesIn('da')).to.deep.equal([]);
    expect(await attributesIn('ur-PK', 'rtl')).to.deep.equal([]);
    expect(await attributesIn('en-GB')).to.deep.equal([]);
  });

  it('is what the page’s author says, marked where the page has another', async () => {
    const box = await fixture(html`<div lang="en-GB"><test-speaker locale="de-CH"></test-speaker></div>`);
    const element = box.querySelector('test-speaker') as Speaker;
    await element.updateComplete;
    expect(element.speaks).to.equal('de-CH');
    expect(element.shadowRoot?.querySelector('p')?.textContent).to.equal('Länge des Termins');
    expect([said(element).lang, said(element).dir]).to.deep.equal(['de-CH', 'ltr']);
  });

  it('is English of the region where the author names a language without texts', async () => {
    const box = await fixture(html`<div lang="ur" dir="rtl"><test-outer locale="ur-PK"></test-outer></div>`);
    const outer = box.querySelector('test-outer') as Outer;
    await outer.updateComplete;
    const speaker = outer.shadowRoot?.querySelector('test-speaker') as Speaker;
    expect([said(outer).lang, said(outer).dir]).to.deep.equal(['en-PK', 'ltr']);
    expect(speaker.speaks, 'the elements inside follow').to.equal('en-PK');
    expect([said(speaker).lang, said(speaker).dir], 'and need no mark of their own').to.deep.equal(['', '']);
  });

  it('runs right to left in a language written so, on a page that says no direction', async () => {
    defineLocale('yi', {});
    const { outer } = await inside('yi');
    expect(said(outer).dir).to.equal('rtl');
  });

  it('is one of the package’s as soon as its texts are there, and not English first', async () => {
    const drawn: (string | null | undefined)[] = [];
    const box = await fixture(html`<div lang="de-AT"></div>`);
    const element = document.createElement('test-speaker') as Speaker;
    box.append(element);
    const watch = new MutationObserver(() => drawn.push(element.shadowRoot?.querySelector('p')?.textContent));
    watch.observe(element.shadowRoot as ShadowRoot, { childList: true, subtree: true, characterData: true });
    await element.updateComplete;
    await new Promise((done) => setTimeout(done));
    watch.disconnect();
    expect(element.speaks).to.equal('de-AT');
    expect([...new Set(drawn)]).to.deep.equal(['Länge des Termins']);
  });

  it('changes on the page when a word is given later', async () => {
    const { speaker } = await inside('de');
    const word = () => speaker.shadowRoot?.querySelector('p')?.textContent;
    expect(word()).to.equal('Länge des Termins');
    defineLocale('de', { durations: { duration: 'Dauer' } });
    await speaker.updateComplete;
    expect(word()).to.equal('Dauer');
    defineLocale('de', {});
    await speaker.updateComplete;
    expect(word()).to.equal('Länge des Termins');
  });
});
