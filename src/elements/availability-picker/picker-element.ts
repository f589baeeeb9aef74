import { property } from 'lit/decorators.js';
import type { OfferedDuration } from '../../contract/coach.ts';
import type { Instant, LocalDate, TimeZone } from '../../contract/values.ts';
import type { ClientOptions } from '../../core/client/client.ts';
import type { MonthKey } from '../../domain/time/local-date.ts';
import { CbElement } from '../base/element.ts';
import type { VisitorClient } from '../context/shared-client.ts';

/** What a picker is told: whose times, how long, where the visitor is, and what to show first. */
export abstract class PickerElement extends CbElement {
  /** Address of the API. */
  @property() api = '';
  /** The coach's id. */
  @property() coach = '';
  /** Length of a session in minutes; the coach's offers are shown to choose from when left out. */
  @property({ type: Number }) duration = 0;
  /** IANA zone to show times in; the visitor's own when left out. */
  @property({ attribute: 'time-zone' }) timeZone: TimeZone = '';
  /** `h12` or `h23`; the habit of the language when left out. */
  @property({ attribute: 'hour-cycle' }) hourCycle: 'h12' | 'h23' | '' = '';
  /** The month shown: `2025-11`; the present one at first. */
  @property() month: MonthKey = '';
  /** The day whose times are shown; the first open day of the month when left out. */
  @property() day: LocalDate = '';
  /** Start of the chosen time: `2025-11-15T14:00:00Z`. */
  @property() selected: Instant = '';
  /** Leaves out the row of next open times. */
  @property({ type: Boolean, attribute: 'no-next-times' }) noNextTimes = false;
  /** Offers to compare the times with the visitor's own calendar: a file that stays on the page, or calendars they connect. */
  @property({ type: Boolean, attribute: 'own-day' }) ownDay = false;
  /** `light`, `dark`, or `auto` for the visitor's setting; the page's own `color-scheme` when left out. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;
  /** Lengths to choose from, instead of those the coach's profile offers. */
  @property({ attribute: false }) durations: readonly OfferedDuration[] | undefined;
  /** Used instead of one made from `api`. */
  @property({ attribute: false }) client: VisitorClient | undefined;
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];
  /** Clock, epoch ms; that of the element around, else the machine's, when left out. */
  @property({ attribute: false }) now: (() => number) | undefined;
}
