import { property } from 'lit/decorators.js';
import type { ClientOptions } from '../../core/client/client.ts';
import type { SessionSettings } from '../../core/sign-in/session.ts';
import { CbElement } from '../base/element.ts';

/** What a form is told: which time with whom, and what is known of the visitor. */
export abstract class BookingFormElement extends CbElement {
  /** Address of the API; needed when the form stands alone. */
  @property() api = '';
  /** The coach's id; needed when the form stands alone. */
  @property() coach = '';
  /** Start of the session: `2025-11-18T14:00:00Z`. */
  @property() start = '';
  /** Length of the session in minutes. */
  @property({ type: Number }) duration = 60;
  /** IANA zone to show times in; the visitor's own when left out. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** Prefills the name. */
  @property() name = '';
  /** Prefills the e-mail address. */
  @property() email = '';
  /** Prefills the notes. */
  @property() notes = '';
  /** The page's own users: gives a bearer token. */
  @property({ attribute: false }) getToken: SessionSettings['getToken'];
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];
}
