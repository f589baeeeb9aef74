import { visitorEndpoints } from '../../contract/endpoints/visitor.ts';
import { type Client, type ClientOptions, createClient } from '../../core/client/client.ts';
import type { SignIn, SignInSettings } from '../../core/sign-in/sign-in.ts';
import { relayed } from '../base/page-function.ts';

/** A client of the calls for booking; elements loaded later add their own rows with `with()`. */
export type VisitorClient = Client<typeof visitorEndpoints>;

/** The options of a client; elements with equal options share one. */
export interface ConnectionOptions {
  readonly api: string;
  readonly fetch?: ClientOptions['fetch'];
  readonly signIn?: SignIn | undefined;
  readonly getToken?: SignInSettings['getToken'];
  readonly storage?: SignInSettings['storage'];
}

// Clients by their options: first by an object of the page (sign-in, getToken, fetch), then by text.
const clients = new WeakMap<object, Map<string, VisitorClient>>();

/** The client for an API: elements of one page with equal options share it, with its sign-in and caches. */
export function sharedClient({ api, fetch, signIn, getToken, storage }: ConnectionOptions): VisitorClient {
  const [ownFetch, ownToken] = [relayed(fetch), relayed(getToken)];
  const owner = signIn ?? ownToken ?? ownFetch ?? sharedClient;
  const known = clients.get(owner) ?? new Map<string, VisitorClient>();
  clients.set(owner, known);
  const key = JSON.stringify([api, storage]);
  const client =
    known.get(key) ??
    createClient(visitorEndpoints, {
      api,
      fetch: ownFetch,
      signIn: signIn ?? { ...(ownToken && { getToken: ownToken }), ...(storage && { storage }) },
    });
  known.set(key, client);
  return client;
}
