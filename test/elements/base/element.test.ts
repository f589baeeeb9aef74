import { expect, fixture, html } from '@open-wc/testing';
import { CbElement } from '../../../src/elements/base/element.ts';
import { durationsEnglish } from '../../../src/elements/i18n/durations.ts';
import { defineLocale } from '../../../src/elements/i18n/locales.ts';
import type { Messages } from '../../../src/elements/i18n/messages.ts';

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
    const { outer, speaker } = await inside('de');
    expect(said(outer).lang).to.equal('en-DE');
    expect(speaker.speaks).to.equal('en-DE');
    expect(new Intl.DateTimeFormat(speaker.speaks, { hour: 'numeric' }).resolvedOptions().hour12).to.equal(false);
  });

  it('runs left to right on a page that does not, when it is English', async () => {
    const { outer, speaker } = await inside('ar-EG', 'rtl');
    expect(speaker.speaks).to.equal('en-EG');
    expect(speaker.matches(':dir(ltr)')).to.equal(true);
    expect(said(outer).dir).to.equal('ltr');
  });

  it('is the page’s where its texts were added, in the page’s direction', async () => {
    defineLocale('he', {} as Messages);
    const { outer, speaker } = await inside('he-IL', 'rtl');
    expect(speaker.speaks).to.equal('he-IL');
    expect(said(outer).lang).to.equal('');
    expect(speaker.matches(':dir(rtl)')).to.equal(true);
  });

  it('leaves the attributes of the element as the page wrote them', async () => {
    const attributesIn = async (lang: string, dir?: string) => (await inside(lang, dir)).outer.getAttributeNames();
    expect(await attributesIn('de')).to.deep.equal([]);
    expect(await attributesIn('ar-EG', 'rtl')).to.deep.equal([]);
    expect(await attributesIn('en-GB')).to.deep.equal([]);
  });

  it('is what the page’s author says', async () => {
    const element = await fixture<Speaker>(html`<test-speaker locale="fr-CA"></test-speaker>`);
    expect(element.speaks).to.equal('fr-CA');
    expect(said(element).lang).to.equal('');
  });
});
