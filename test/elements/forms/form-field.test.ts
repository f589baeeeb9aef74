import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, render } from 'lit';
import { choiceField } from '../../../src/elements/forms/choice-field.ts';
import { fieldKit } from '../../../src/elements/forms/form-field.ts';

const options = ['Talk', 'Plan'].map((label) => ({ value: label.toLowerCase(), label }));

/** The field in a form that keeps what is chosen, as its owner does. */
async function show(readonly = false) {
  const form = await fixture<HTMLElement>(html`<form></form>`);
  let value: string | undefined = 'talk';
  const draw = () =>
    render(
      choiceField(
        {
          field: 'answers.what',
          label: 'What',
          prompt: 'Choose one',
          options,
          value,
          readonly,
          change: (to) => {
            value = to;
            draw();
          },
        },
        fieldKit,
      ),
      form,
    );
  draw();
  const radios = [...form.querySelectorAll('input')];
  return { radios, draw, chosen: () => radios.filter(({ checked }) => checked).map((radio) => radio.value) };
}

describe('a choice of a form', () => {
  it('takes a press and the arrow keys', async () => {
    const { radios, chosen } = await show();
    radios[1]?.click();
    expect(chosen()).to.deep.equal(['plan']);
    radios[1]?.focus();
    await sendKeys({ press: 'ArrowUp' });
    expect(chosen()).to.deep.equal(['talk']);
  });

  it('keeps what is chosen while the form is on its way', async () => {
    const { radios, draw, chosen } = await show(true);
    radios[1]?.click();
    draw();
    expect(chosen()).to.deep.equal(['talk']);
    radios[0]?.focus();
    await sendKeys({ press: 'ArrowDown' });
    draw();
    expect(chosen()).to.deep.equal(['talk']);
  });
});
