import { property } from 'lit/decorators.js';
import { deprecated } from '../../core/deprecated.ts';
import type { SignIn } from '../../core/sign-in/sign-in.ts';
import { CbElement } from '../base/element.ts';

/** An element with a sign-in at its API; the page may give it the sign-in to use. */
export class SignInElement extends CbElement {
  /** The sign-in to share with the rest of the page; that of `api` when left out. */
  @property({ attribute: false }) signIn: SignIn | undefined;

  /** @deprecated The name in 0.1: use `signIn`. A session is the coaching session. */
  @property({ attribute: false })
  get session(): SignIn | undefined {
    // Lit reads every property at the first update.
    if (this.hasUpdated) this.tellName();
    return this.signIn;
  }

  set session(signIn: SignIn | undefined) {
    this.tellName();
    this.signIn = signIn;
  }

  private tellName(): void {
    deprecated(`<${this.localName}>.session`, 'signIn');
  }
}
