import { visitorEndpoints } from '../../contract/endpoints/visitor.ts';
import { type BearerSource, createTransport, type TransportOptions } from '../client/transport.ts';
import { BookingError } from '../errors.ts';
import type { WritableStore } from '../store.ts';
import type { SignIn, SignInSettings, SignInState } from './sign-in.ts';

/** The calls of a `SignIn` for a page's own users; its state is in the store. */
export type PageUsers = Required<BearerSource> &
  Pick<SignIn, 'lacks' | 'offers' | 'signUp' | 'logIn' | 'guest' | 'openLink' | 'identify'>;

/** Asks the page for a token before each call, and says in `store` whether there is one. */
export function createPageUsers(
  store: WritableStore<SignInState>,
  connection: Omit<TransportOptions, 'bearer'>,
  getToken: NonNullable<SignInSettings['getToken']>,
): PageUsers {
  let asking: Promise<string | undefined> | undefined;
  let refusedToken: string | undefined;

  async function ask(): Promise<string | undefined> {
    try {
      const token = await getToken();
      if (!token) {
        // Set once only: a subscriber that asks again at each change would never stop asking.
        if (store.state.status !== 'signed-out') store.set({ status: 'signed-out' });
      } else if (store.state.status !== 'signed-in' && token !== refusedToken) {
        store.set({ status: 'signed-in', user: undefined });
      }
      return token || undefined;
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new BookingError({ kind: 'unauthenticated', request: 'getToken()', detail: `it failed: ${why}`, cause });
    } finally {
      asking = undefined;
    }
  }

  const bearer = () => {
    asking ??= ask();
    return asking;
  };

  function expire(): void {
    if (store.state.status === 'signed-in') store.set({ status: 'expired', user: store.state.user });
  }

  const bearerSource: Required<BearerSource> = {
    bearer,
    async renew(refused) {
      const token = await bearer();
      if (token !== undefined && token !== refused) return token;
      refusedToken = refused;
      expire();
      return undefined;
    },
    expire,
    another: (refused) =>
      bearer().then(
        (token) => (token === refused ? undefined : token),
        () => undefined,
      ),
  };
  const transport = createTransport({ ...connection, bearer: bearerSource });

  const refuse = async (): Promise<never> => {
    throw new BookingError({
      kind: 'unsupported',
      request: `sign-in at ${connection.api}`,
      detail: 'the page supplies its own users (getToken): sign in and out there',
    });
  };

  return {
    ...bearerSource,
    lacks: transport.lacks,
    offers: async () => false,
    signUp: refuse,
    logIn: refuse,
    guest: refuse,
    openLink: refuse,
    async identify({ signal } = {}) {
      if (store.state.status === 'signed-in' && store.state.user) return store.state.user;
      if ((await bearer()) === undefined) return undefined;
      const user = await transport.send(visitorEndpoints.getMe, {}, { signal });
      store.set({ status: 'signed-in', user });
      return user;
    },
  };
}
