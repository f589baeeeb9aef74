import { logOutEndpoints } from '../../contract/endpoints/log-out.ts';
import { visitorEndpoints } from '../../contract/endpoints/visitor.ts';
import { createTransport, type TransportOptions } from '../client/transport.ts';
import type { KeptTokens } from './token-store.ts';

/** Ends a sign-in on the server, or all sign-ins of its account, also when the access token has expired. Rejects with a `BookingError`. */
export async function endSignIn(
  connection: Omit<TransportOptions, 'bearer'>,
  { access, refresh }: KeptTokens,
  allDevices: boolean,
): Promise<void> {
  const renew = async () => {
    if (refresh === undefined) return undefined;
    const body = { refresh_token: refresh };
    return (await createTransport(connection).send(visitorEndpoints.refreshToken, { body })).access_token;
  };
  const bearer = { bearer: async () => access, renew, expire: () => undefined };
  const query = allDevices ? { all_devices: 'true' as const } : {};
  // The page may be closing.
  await createTransport({ ...connection, bearer }).send(logOutEndpoints.logOut, { query }, { keepalive: true });
}
