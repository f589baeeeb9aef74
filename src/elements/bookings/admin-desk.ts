import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ManagedAccount } from '../../contract/desk/account.ts';
import type { adminEndpoints } from '../../contract/endpoints/admin.ts';
import type { Calls } from '../../core/client/call.ts';
import { isBookingError } from '../../core/errors.ts';
import { deskElements } from '../chunks/desk-elements.ts';
import { loadElements } from '../chunks/load-elements.ts';

/** A person's id and name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Coaches to choose from are read in pages of this size, at most this many pages. */
const PAGE = 100;
const MOST_PAGES = 10;

/** The view that an admin opened in place of the list: a coach's hours, or people. */
type Panel = 'people' | 'hours';

/** An admin's choice of coach or client, and the view opened in place of the list. */
export class AdminDesk implements ReactiveController {
  /** Shows the bookings of this coach alone; of all coaches while undefined. */
  coach: Named | undefined;
  /** Shows the bookings of this client alone; of all clients while undefined. */
  client: Named | undefined;
  coaches: readonly Named[] = [];
  /** The view that is shown instead of the list. */
  panel: Panel | undefined;
  /** The coach whose hours were opened last. The view stays, hidden, with what is not saved yet. */
  hoursOf: Named | undefined;
  /** True once the view of people was opened. It stays, hidden, with what was searched. */
  hasPeople = false;
  /** True when the opened view could not be loaded. */
  failed = false;
  private readFor: unknown;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.readFor = undefined;
  }

  /** Resets everything after another person has signed in. */
  reset(): void {
    this.coach = undefined;
    this.client = undefined;
    this.coaches = [];
    this.panel = undefined;
    this.hoursOf = undefined;
    this.hasPeople = false;
    this.readFor = undefined;
  }

  /** Reads which coaches there are, once for a client. */
  async readCoaches(calls: Calls<typeof adminEndpoints>): Promise<void> {
    if (this.readFor === calls) return;
    this.readFor = calls;
    const found: ManagedAccount[] = [];
    try {
      for (let page = 0; page < MOST_PAGES; page++) {
        const query = { role: 'coach' as const, skip: String(found.length), limit: String(PAGE) };
        const { accounts, total } = await calls.listAccounts({ query });
        found.push(...accounts);
        if (accounts.length === 0 || found.length >= total) break;
      }
    } catch (error) {
      // The list itself shows the error; without names there is no choice.
      if (!isBookingError(error)) throw error;
    }
    this.coaches = found.map(({ id, name, email }) => ({ id, name: name || email }));
    this.host.requestUpdate();
  }

  choose(change: { readonly coach?: Named | undefined; readonly client?: Named | undefined }): void {
    Object.assign(this, change);
    this.panel = undefined;
    this.host.requestUpdate();
  }

  /** Shows a coach's hours, or people, once their script has loaded. */
  async open(panel: Panel, coach?: Named): Promise<void> {
    this.panel = panel;
    if (coach) this.hoursOf = coach;
    if (panel === 'people') this.hasPeople = true;
    this.failed = false;
    this.host.requestUpdate();
    const tag = panel === 'people' ? 'cb-accounts' : 'cb-availability-editor';
    try {
      await loadElements({ [tag]: deskElements[tag] });
    } catch {
      this.failed = true;
    }
    this.host.requestUpdate();
  }

  close(): void {
    this.panel = undefined;
    this.host.requestUpdate();
  }
}
