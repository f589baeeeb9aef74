import { isIP } from 'node:net';

/**
 * The caller's address behind `trustedProxies` proxies of ours. Each proxy adds the address it was called from to the end
 * of `X-Forwarded-For`; entries further to the left were written by the caller and are not trusted.
 */
export function clientAddress(
  remote: string | undefined,
  forwarded: string | null,
  trustedProxies: number,
): string | undefined {
  if (trustedProxies === 0 || forwarded === null) return remote;
  const hops = forwarded.split(',').map(withoutPort);
  const address = hops[Math.max(0, hops.length - trustedProxies)];
  return address !== undefined && isIP(address) > 0 ? address : remote;
}

/** `192.0.2.1:4711` and `[2001:db8::1]:4711`, as some proxies write them. */
function withoutPort(hop: string): string {
  const text = hop.trim();
  return /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
}
