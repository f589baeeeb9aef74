import type { Role, User } from '../../contract/auth.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import type { TransportOptions } from '../client/transport.ts';
import type { Store } from '../store.ts';

/** Who is signed in. `expired`: the server no longer takes the token and it could not be renewed. */
export type SignInState =
  | { readonly status: 'signed-out' }
  /** `user` is undefined until known: see `identify`. `bookingId`: the token reaches that booking only. */
  | { readonly status: 'signed-in'; readonly user: User | undefined; readonly bookingId?: string }
  | { readonly status: 'expired'; readonly user: User | undefined };

/** How a sign-in is kept. */
export interface SignInSettings {
  /** Where tokens live: in memory (default), or in `sessionStorage` so that they outlast a reload. Never in `localStorage`. */
  readonly storage?: 'memory' | 'session';
  /** The host page's own users: asked for a bearer token before each call; a falsy answer means nobody is signed in. */
  readonly getToken?: () => Promise<string | null | undefined> | string | null | undefined;
  /** Clock, epoch ms. @default Date.now */
  readonly now?: () => number;
}

/** The details of a new account. */
export interface SignUp {
  readonly email: string;
  readonly password: string;
  readonly name?: string;
  readonly role?: Exclude<Role, 'admin'>;
  readonly time_zone?: string;
}

interface Signal {
  readonly signal?: AbortSignal | undefined;
}

/** Who the visitor is: a store of `SignInState` and the ways to change it. Failures reject with a `BookingError`. */
export interface SignIn extends Store<SignInState> {
  /** True when the host page supplies tokens: the widget then offers no sign-in of its own. */
  readonly hosted: boolean;
  /** How it reaches its API, where it has accounts of its own. */
  readonly connection?: Omit<TransportOptions, 'bearer'>;
  signUp(account: SignUp, options?: Signal): Promise<User | undefined>;
  logIn(
    credentials: { readonly email: string; readonly password: string },
    options?: Signal,
  ): Promise<User | undefined>;
  /** Name and e-mail alone (extension; `unsupported` where the backend lacks it). */
  guest(
    person: { readonly email: string; readonly name: string; readonly time_zone?: string },
    options?: Signal,
  ): Promise<User | undefined>;
  /** Opens a signed link (`?cb-booking=…`) and gives the id of the one booking it reaches (extension). */
  openLink(link: string, options?: Signal): Promise<string>;
  /**
   * Forgets the tokens, and ends this sign-in on the server too where it can, without waiting for the answer. With `allDevices` the
   * server is asked first: rejects, and forgets nothing, when the other sign-ins could not be ended.
   */
  logOut(options?: { readonly allDevices?: boolean }): Promise<void>;
  /** The signed-in user, read from the server when not yet known; undefined when nobody is, or for the token of a signed link. */
  identify(options?: Signal): Promise<User | undefined>;
  /** The token to send now, renewed first when it is about to expire; undefined when nobody is signed in. */
  bearer(): Promise<string | undefined>;
  /** Called when the server refused `token`: a new one, or undefined, and then the state is `expired`. */
  renew(token: string | undefined): Promise<string | undefined>;
  /** Marks the sign-in expired, if anybody was signed in. */
  expire(): void;
  /** Called after a 403: another token than the one refused, where the page has users of its own and gives one. Never rejects. */
  another?(token: string | undefined): Promise<string | undefined>;
  /** True once the backend has shown that it lacks this call. */
  lacks(endpoint: Endpoint): boolean;
  /** Asks the backend by an empty request, which it refuses, whether it has this call. Never rejects. */
  offers(endpoint: Endpoint): Promise<boolean>;
}

/** Who the visitor is. @deprecated The name in 0.1: use `SignIn`. A session is the coaching session. */
export type Session = SignIn;
/** Who is signed in. @deprecated The name in 0.1: use `SignInState`. */
export type SessionState = SignInState;
/** How a sign-in is kept. @deprecated The name in 0.1: use `SignInSettings`. */
export type SessionSettings = SignInSettings;
