import { expect } from '@open-wc/testing';
import { createSignIn } from '../../../src/core/sign-in/create-sign-in.ts';
import { CbAccount } from '../../../src/elements/account/account.ts';
import { register } from '../../../src/elements/base/register.ts';

const api = 'https://api.example.com';

describe('the sign-in that a page gives to an element', () => {
  it('is `signIn`, and under the name of 0.1 the same, also when it was set before the element was defined', async () => {
    const [early, later] = [createSignIn({ api }), createSignIn({ api })];
    const element = Object.assign(document.createElement('cb-account'), { session: early });
    document.body.append(element);
    register('cb-account', CbAccount);
    // What was set before it was defined is taken over in its first update.
    await element.updateComplete;
    expect(element.signIn).to.equal(early);
    element.signIn = later;
    expect(element.session).to.equal(later);
    element.session = early;
    expect(element.signIn).to.equal(early);
    element.remove();
  });
});
