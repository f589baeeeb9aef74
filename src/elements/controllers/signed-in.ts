import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { User } from '../../contract/auth.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import type { Client } from '../../core/client/client.ts';
import type { SignInState } from '../../core/sign-in/sign-in.ts';
import { type ConnectionOptions, sharedClient, type VisitorClient } from '../context/shared-client.ts';
import { Subscriptions } from './subscriptions.ts';

/** Follows the signed-in user, for elements about that user's own data. */
export class SignedIn<Rows extends Readonly<Record<string, Endpoint>>> implements ReactiveController {
  client: (VisitorClient & Client<Rows>) | undefined;
  /** The id of the user last passed to `arrived`; empty when nobody is signed in. */
  private told = '';
  private asking = false;

  constructor(
    host: ReactiveControllerHost,
    private readonly rows: Rows,
    private readonly source: () => ConnectionOptions,
    /** Called when a user is signed in, also again after an expired sign-in. */
    private readonly arrived: (user: User) => void,
  ) {
    host.addController(this);
    new Subscriptions(host, () => [this.client?.session]);
  }

  get account(): SignInState | undefined {
    return this.client?.session.state;
  }

  get user(): User | undefined {
    const { account } = this;
    return account && account.status !== 'signed-out' ? account.user : undefined;
  }

  /** Connects to another API or another account. */
  connect(): void {
    this.client = sharedClient(this.source()).with(this.rows) as VisitorClient & Client<Rows>;
    this.told = '';
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
    if (isIn || (client.session.hosted && account.status === 'signed-out')) void this.identify();
  }

  private async identify(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    await this.client?.session.identify().catch(() => undefined);
    // Asked again by the next change, not at every drawing: a page's `getToken` would be called without end.
    setTimeout(() => {
      this.asking = false;
    }, 1000);
  }
}
