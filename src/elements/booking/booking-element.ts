import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { ClientOptions } from '../../core/client/client.ts';
import type { SignInSettings } from '../../core/sign-in/sign-in.ts';
import { SignInElement } from '../context/sign-in-element.ts';
import type { Remember } from '../kept-booking/kept-booking.ts';
import type { EventReport } from './event-reports.ts';
import { reportedEvents } from './reported-events.ts';

/** The properties of elements that book: the coach, the length, and the known values of the visitor. */
export abstract class BookingElement extends SignInElement {
  /** Address of the API. */
  @property() api = '';
  /** The coach's id. */
  @property() coach = '';
  /** Length of a session in minutes; when left out 60, or the coach's first offer where 60 is not offered. */
  @property({ type: Number }) duration = 0;
  /**
   * The id of the session type to book; when left out that of the page's address (`?cb-session-type=COACH/TYPE`), else the visitor
   * chooses among the coach's.
   */
  @property({ attribute: 'session-type' }) sessionType = '';
  /** IANA zone to show times in at first; the visitor's own when left out. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** `light`, `dark`, or `auto` for the visitor's setting; the page's own `color-scheme` when left out. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;
  /** Prefills the name. */
  @property() name = '';
  /** Prefills the e-mail address. */
  @property() email = '';
  /** Prefills the notes. */
  @property() notes = '';
  /** `session` keeps the visitor signed in over a reload of this tab; in memory when left out. */
  @property() storage: SignInSettings['storage'];
  /**
   * Shows the visitor's booking again when the page is loaded anew: `tab` until the tab is closed, `device` until its link ends, 30 days
   * after the session; `no`, as when it is left out, keeps nothing.
   */
  @property() remember: Remember = 'no';
  /** The page's own users: gives a bearer token. */
  @property({ attribute: false }) getToken: SignInSettings['getToken'];
  /** Stored with the booking: campaign parameters and the like. */
  @property({ attribute: false }) metadata: Readonly<Record<string, string>> | undefined;
  /** Parameters of the page's address to store with the booking, separated by spaces; `utm_…` are always stored. */
  @property() carry = '';
  /** Writes day and time into the page's address; the value is the prefix of the parameters, `cb` when empty. */
  @property({ attribute: 'sync-url' }) syncUrl: string | null = null;
  /** Offers to compare the times with the visitor's own calendar: a file that stays on the page, or calendars they connect. */
  @property({ type: Boolean, attribute: 'own-day' }) ownDay = false;
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];

  /** Clock, epoch ms; the machine's own when left out. */
  @property({ attribute: false }) now: (() => number) | undefined;

  /**
   * Called with every event as plain values, for analytics. The name `problem` reports an error that only the backend's developer can
   * mend.
   */
  @property({ attribute: false }) eventListener: ((report: EventReport) => void) | undefined;
  /**
   * @deprecated Use `eventListener`: React 19 and Vue 3 treat a property that begins with `on` as their own listener and never set
   * it.
   */
  @property({ attribute: false }) onEvent: ((report: EventReport) => void) | undefined;
  /** Gets every event of this element that is reported. */
  private report: ((event: Event) => unknown) | undefined;

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    if (this.report || !(this.eventListener ?? this.onEvent)) return;
    // Events are kept until the script that reports them has loaded.
    const early: Event[] = [];
    this.report = (event) => early.push(event);
    for (const type of reportedEvents) this.addEventListener(type, (event) => this.report?.(event));
    void import('./event-reports.ts').then(({ createReporter }) => {
      this.report = createReporter(this, (report) => (this.eventListener ?? this.onEvent)?.(report));
      early.forEach(this.report);
    });
  }
}
