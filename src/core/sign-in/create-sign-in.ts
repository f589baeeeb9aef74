import type { TransportOptions } from '../client/transport.ts';
import { deprecated } from '../deprecated.ts';
import { createHostedSignIn } from './hosted-sign-in.ts';
import { createOwnSignIn } from './own-sign-in.ts';
import type { SignIn, SignInSettings } from './sign-in.ts';
import { memoryTokens, sessionTokens } from './token-store.ts';

/** How a sign-in is kept, and how it reaches its API. */
export type SignInOptions = SignInSettings & Omit<TransportOptions, 'bearer'>;

/**
 * Makes a sign-in; several clients of one API can share it.
 *
 * @example
 * const signIn = createSignIn({ api: 'https://api.example.com', storage: 'session' });
 * await signIn.logIn({ email, password });
 * const client = createBookingClient({ api: 'https://api.example.com', signIn });
 */
export function createSignIn(options: SignInOptions): SignIn {
  const { storage = 'memory', getToken, now = Date.now, ...connection } = options;
  if (getToken) return createHostedSignIn(connection, getToken);
  return createOwnSignIn(connection, storage === 'session' ? sessionTokens(connection.api) : memoryTokens(), now);
}

/** How a sign-in is kept, and how it reaches its API. @deprecated The name in 0.1: use `SignInOptions`. */
export type SessionOptions = SignInOptions;
/** Makes a sign-in. @deprecated The name in 0.1: use `createSignIn`. */
export const createSession: typeof createSignIn = (options) => {
  deprecated('createSession', 'createSignIn');
  return createSignIn(options);
};
