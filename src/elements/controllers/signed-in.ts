import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { User } from '../../contract/auth.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import type { Client } from '../../core/client/client.ts';
import type { SignInState } from '../../core/sign-in/sign-in.ts';
import { isAnother } from '../base/is-another.ts';
import { PageFunctions } from '../base/page-function.ts';
import { type ConnectionOptions, sharedClient, type VisitorClient } from '../context/shared-client.ts';
import { Subscriptions } from './subscriptions.ts';

/** The element's own properties that say where it connects, and as whom. */
const CONNECTION = ['api', 'signIn', 'storage', 'getToken', 'fetch'] as const satisfies (keyof ConnectionOptions)[];

/** An element with the properties of a connection. */
type Host = ReactiveControllerHost & Readonly<Pick<ConnectionOptions, (typeof CONNECTION)[number]>>;

/** Follows the signed-in user, for elements about that user's own data. */
export class SignedIn<Rows extends Readonly<Record<string, Endpoint>>> implements ReactiveController {
  client: (VisitorClient & Client<Rows>) | undefined;
  /** The id of the user last passed to `arrived`; empty when nobody is signed in. */
  private told = '';
  private asking = false;
  private readonly functions = new PageFunctions();

  constructor(
    private readonly host: Host,
    private readonly rows: Rows,
    /** Called when a user is signed in, also again after an expired sign-in. */
    private readonly arrived: (user: User) => void,
  ) {
    host.addController(this);
    new Subscriptions(host, () => [this.client?.signIn]);
  }

  get account(): SignInState | undefined {
    return this.client?.signIn.state;
  }

  get user(): User | undefined {
    const { account } = this;
    return account && account.status !== 'signed-out' ? account.user : undefined;
  }

  /** Connects when `changed` names another API or another account, and returns true then; call it in `willUpdate`. */
  follow(changed: ReadonlyMap<PropertyKey, unknown>): boolean {
    const { host, functions, rows } = this;
    const { api, signIn, storage } = host;
    // At each update: a page may replace its functions, and the newest is called.
    const getToken = functions.steady('getToken', host.getToken);
    const fetch = functions.steady('fetch', host.fetch);
    if (!api || !isAnother(changed, host, CONNECTION)) return false;
    this.client = sharedClient({ api, signIn, storage, getToken, fetch }).with(rows) as VisitorClient & Client<Rows>;
    this.told = '';
    return true;
  }

  hostUpdate(): void {
    const { client, account } = this;
    if (!client || !account) return;
    const isIn = account.status === 'signed-in' && account.bookingId === undefined;
    if (isIn && account.user) {
      if (account.user.id === this.told) return;
      this.told = account.user.id;
      this.arrived(account.user);
      return;
    }
    if (account.status !== 'signed-in') this.told = '';
    if (isIn || (client.signIn.hosted && account.status === 'signed-out')) void this.identify();
  }

  private async identify(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    await this.client?.signIn.identify().catch(() => undefined);
    // Asked at most once a second: at every drawing, a page's `getToken` would be called without end.
    setTimeout(() => {
      this.asking = false;
    }, 1000);
  }
}
