import { lookup as lookUp } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { WebhookAddressRefused, type WebhookSender } from '../../webhooks/webhook-sender.ts';

const TIMEOUT_MS = 15_000;

/** Addresses that are not on the public internet (RFC 6890), of IPv4. */
const CLOSED_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;
/** Of IPv6 only global unicast is open, except its reserved ranges and those that contain an IPv4 address. */
const OPEN_6 = ['2000::', 3] as const;
const CLOSED_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const closed4 = blockList(CLOSED_4, 'ipv4');
const closed6 = blockList(CLOSED_6, 'ipv6');
const open6 = blockList([OPEN_6], 'ipv6');

function blockList(subnets: readonly (readonly [net: string, prefix: number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, family);
  return list;
}

/** True for an IP address that anybody on the internet may have. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed4.check(address, 'ipv4');
  return family === 6 && open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
}

/**
 * Looks up all addresses of a name, as `lookup` of `node:dns` with `all` does. Written here, so that these types need none of Node's.
 */
type LookUpAddresses = (
  name: string,
  options: { readonly all: true },
  done: (error: Error | null, found: { address: string; family: number }[]) => void,
) => void;

interface HttpsSenderOptions {
  /** Also plain HTTP and addresses inside one's own network: for receivers there, and for tests. @default false */
  readonly allowsPrivate?: boolean;
  readonly timeoutMs?: number;
  /** Looks names up. @default the machine's own way */
  readonly resolve?: LookUpAddresses;
}

/**
 * Posts to endpoints from Node. The address that a name stands for is checked when the connection is made, and is the one that is connected
 * to: a name that points inside the server's network, or begins to later, is refused (SSRF). Redirects are not followed.
 */
export function createHttpsSender(options: HttpsSenderOptions = {}): WebhookSender {
  const { allowsPrivate = false, timeoutMs = TIMEOUT_MS, resolve: resolveName = lookUp } = options;
  const lookup: LookupFunction = (host, options, done) => {
    resolveName(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0);
      const allowed = allowsPrivate ? found : found.filter(({ address }) => isPublicAddress(address));
      const [first] = allowed;
      if (!first) return done(new WebhookAddressRefused(`${host} is an address inside the network`), '', 0);
      if (options.all) return done(null, allowed);
      done(null, first.address, first.family);
    });
  };

  const fault: WebhookSender['fault'] = (text) => {
    if (!URL.canParse(text)) return 'is no web address';
    const { protocol, hostname, username, password } = new URL(text);
    if (protocol !== 'https:' && !(allowsPrivate && protocol === 'http:')) return 'must begin with https://';
    if (username !== '' || password !== '') return 'must not carry a user name or a password';
    // Names are looked up when they are called; an address needs no look-up.
    const literal = hostname.replace(/^\[|\]$/g, '');
    const isInside =
      isIP(literal) !== 0
        ? !isPublicAddress(literal)
        : /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(literal);
    return isInside && !allowsPrivate ? 'must not lead into a private network' : undefined;
  };

  return {
    fault,
    async post({ url, headers, body }) {
      const reason = fault(url);
      if (reason !== undefined) throw new WebhookAddressRefused(`The address ${reason}`);
      const target = new URL(url);
      const request = target.protocol === 'https:' ? httpsRequest : httpRequest;
      return new Promise((resolve, reject) => {
        const call = request(
          target,
          {
            method: 'POST',
            headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
            lookup,
            // A new connection each time: the address of one that is kept open was checked earlier.
            agent: false,
            signal: AbortSignal.timeout(timeoutMs),
          },
          (reply) => {
            // The body is not read: it may be endless.
            reply.destroy();
            resolve({ status: reply.statusCode ?? 0 });
          },
        );
        call.on('error', (error: Error & { readonly code?: string }) => {
          if (error instanceof WebhookAddressRefused) reject(error);
          else reject(new Error(error.name === 'AbortError' ? 'No reply in time' : (error.code ?? error.message)));
        });
        call.end(body);
      });
    },
  };
}
