import type { TransportOptions } from '../client/transport.ts';
import { BookingError } from '../errors.ts';
import { createStore } from '../store.ts';
import type { PageUsers } from './page-users.ts';
import type { SignIn, SignInSettings, SignInState } from './sign-in.ts';

/**
 * The sign-in of a host page with users of its own: only the page signs in and out. The module that asks the page for tokens is loaded
 * with the first call that may need one, because few pages have users of their own.
 */
export function createHostedSignIn(
  connection: Omit<TransportOptions, 'bearer'>,
  getToken: NonNullable<SignInSettings['getToken']>,
): SignIn {
  // Assumed until the first answer: a page that gives `getToken` has a user.
  const store = createStore<SignInState>({ status: 'signed-in', user: undefined });
  let users: PageUsers | undefined;

  async function load(): Promise<PageUsers> {
    try {
      const { createPageUsers } = await import('./page-users.ts');
      users ??= createPageUsers(store, connection, getToken);
      return users;
    } catch (cause) {
      throw new BookingError({ kind: 'offline', request: 'getToken()', detail: 'its script did not arrive', cause });
    }
  }
  const call =
    <N extends Exclude<keyof PageUsers, 'lacks'>>(name: N) =>
    async (...given: Parameters<PageUsers[N]>): Promise<Awaited<ReturnType<PageUsers[N]>>> => {
      const known = await load();
      return await (known[name] as (...given: Parameters<PageUsers[N]>) => ReturnType<PageUsers[N]>)(...given);
    };

  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    hosted: true,
    lacks: (endpoint) => users?.lacks(endpoint) ?? false,
    bearer: call('bearer'),
    renew: call('renew'),
    expire: call('expire'),
    another: call('another'),
    offers: call('offers'),
    signUp: call('signUp'),
    logIn: call('logIn'),
    guest: call('guest'),
    openLink: call('openLink'),
    identify: call('identify'),
    logOut: async () => store.set({ status: 'signed-out' }),
  };
}
