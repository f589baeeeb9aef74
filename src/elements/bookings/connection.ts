import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Booking } from '../../contract/booking.ts';
import { adminEndpoints } from '../../contract/endpoints/admin.ts';
import { bookingsEndpoints } from '../../contract/endpoints/bookings.ts';
import { flowEndpoints } from '../../contract/endpoints/flow.ts';
import { paymentEndpoints } from '../../contract/endpoints/payments.ts';
import { type BookingList, createBookingList } from '../../core/bookings/list.ts';
import type { Client } from '../../core/client/client.ts';
import { type BookingError, isBookingError } from '../../core/errors.ts';
import type { SignInState } from '../../core/sign-in/sign-in.ts';
import { type CoachProfile, coachProfile } from '../context/coach-profile.ts';
import { type ConnectionOptions, sharedClient, type VisitorClient } from '../context/shared-client.ts';
import { Away } from '../controllers/away.ts';
import { OnReturn } from '../controllers/on-return.ts';
import { Subscriptions } from '../controllers/subscriptions.ts';

type ListClient = VisitorClient &
  Client<typeof bookingsEndpoints & typeof flowEndpoints & typeof adminEndpoints & typeof paymentEndpoints>;

/** The options of the list. */
interface ListSource extends ConnectionOptions {
  readonly as: 'client' | 'coach' | '';
  readonly pageSize: number;
  /** For an admin: only the bookings of this coach, of this client. */
  readonly only: { readonly coachId: string | undefined; readonly clientId: string | undefined };
  /** Gives the signed link to one booking; empty for none. */
  readonly link: () => string;
  /** Clock, epoch ms. */
  readonly now: () => number;
}

/** Opens the list of the signed-in user, or the one booking of a signed link, and closes it after sign-out. */
export class ListConnection implements ReactiveController {
  client: ListClient | undefined;
  list: BookingList | undefined;
  /** The reason why the signed link opened nothing. */
  linkProblem: BookingError | undefined;
  /** True while the signed link is being opened. */
  opening = false;
  private listOf = '';
  /** The sign-in ended while the list was open. */
  private ended = false;
  /** Profiles by coach, each loaded once: a backend without profiles must not be asked at every update. */
  private profiles = new Map<string, CoachProfile>();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly source: () => ListSource,
    /** Called after another list was opened. */
    private readonly listChanged: () => void,
    /** Called after the list's owner has signed in again. */
    private readonly signedInAgain: () => void,
  ) {
    host.addController(this);
    new Subscriptions(host, () => [
      this.client?.signIn,
      this.list,
      ...(this.list?.state.bookings ?? []).map((booking) => this.profileOf(booking)),
    ]);
    new OnReturn(host, () => this.reload());
    new Away(host, () => this.close());
  }

  hostConnected(): void {
    globalThis.addEventListener('pagehide', this.flush);
    // Taken out for a while: what is open stays, and the server is asked what has changed.
    if (this.list?.state.status === 'ready') void this.list.load();
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('pagehide', this.flush);
    this.flush();
  }

  /** Sends cancellations that can still be undone: the page closes, or the element is removed. */
  private readonly flush = () => void this.list?.flush();

  /** The state of the sign-in. */
  get account(): SignInState | undefined {
    return this.client?.signIn.state;
  }

  /** The side shown: the requested one, else that of the signed-in user. */
  get side(): 'client' | 'coach' {
    const { account } = this;
    const { as } = this.source();
    if (this.isAdmin) return 'coach';
    if (as) return as;
    return account && account.status !== 'signed-out' && account.user?.role === 'coach' ? 'coach' : 'client';
  }

  /** An admin sees everybody's bookings, and acts for their coaches. */
  get isAdmin(): boolean {
    const { account } = this;
    const isAdmin = account && account.status !== 'signed-out' && account.user?.role === 'admin';
    return isAdmin === true && this.source().as !== 'client';
  }

  /** True when opened by a signed link, which gives access to one booking and no list. */
  get single(): boolean {
    const { account } = this;
    return account?.status === 'signed-in' && account.bookingId !== undefined;
  }

  /** True when the owner's sign-in has expired; the list stays until somebody signs in. */
  get hasEnded(): boolean {
    return this.account?.status === 'expired';
  }

  /** The profile of a booking's coach: for clients the notice and zone, for coaches the questions that were asked. */
  profileOf({ coach_id }: Booking): CoachProfile | undefined {
    if (!this.client) return undefined;
    const profile = this.profiles.get(coach_id) ?? coachProfile(this.client, coach_id);
    this.profiles.set(coach_id, profile);
    return profile;
  }

  /** Connects to another API or another account. */
  connect(): void {
    const { api, signIn, storage, getToken, fetch } = this.source();
    this.client = sharedClient({ api, signIn, storage, getToken, fetch }).with({
      ...flowEndpoints,
      ...bookingsEndpoints,
      ...adminEndpoints,
      ...paymentEndpoints,
    });
    void this.openLink();
  }

  /** Opens the signed link, if there is one and nobody is signed in. */
  async openLink(): Promise<void> {
    const { client } = this;
    const link = this.source().link();
    this.linkProblem = undefined;
    if (!client || !link || client.signIn.state.status === 'signed-in') return;
    this.opening = true;
    this.host.requestUpdate();
    try {
      await client.signIn.openLink(link);
    } catch (error) {
      if (isBookingError(error)) this.linkProblem = error;
      else throw error;
    } finally {
      this.opening = false;
      this.host.requestUpdate();
    }
  }

  /** Opens the list of the signed-in user, unless it is open already. */
  follow(): void {
    const { client, side, account } = this;
    const { api, pageSize, only, now } = this.source();
    if (!client || !account) return;
    const known = account.status === 'signed-in' && (account.user ?? account.bookingId) !== undefined;
    if (!known) {
      if (account.status === 'signed-out') this.close();
      if (account.status === 'expired') this.ended = true;
      const mayBeIn = account.status === 'signed-in' || (client.signIn.hosted && account.status === 'signed-out');
      if (mayBeIn) void client.signIn.identify().catch(() => undefined);
      return;
    }
    const { user, bookingId } = account;
    const as = this.isAdmin ? 'admin' : side;
    const key = JSON.stringify([api, as, user?.id, bookingId, pageSize, only]);
    const wasEnded = this.ended;
    this.ended = false;
    if (key === this.listOf) {
      if (!wasEnded) return;
      if (this.list?.state.problem) void this.list.load();
      this.signedInAgain();
      return;
    }
    this.close();
    this.listOf = key;
    this.list = createBookingList({ client, as, userId: user?.id ?? '', only, bookingId, pageSize, now });
    this.listChanged();
    void this.list.load();
  }

  /** Signs out, after sending the cancellations that could still be undone. */
  async signOut(): Promise<void> {
    await this.list?.flush();
    this.client?.signIn.logOut();
  }

  /** Loads again when the browser is online again. */
  private reload(): void {
    if (this.linkProblem?.kind === 'offline') void this.openLink();
    if (this.list?.state.problem?.kind === 'offline') void this.list.load();
  }

  private close(): void {
    this.list?.dispose();
    this.list = undefined;
    this.listOf = '';
    this.profiles = new Map();
  }
}
