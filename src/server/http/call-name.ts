import { endpoints } from '../../contract/endpoints.ts';
import { feedSecretIn } from '../handlers/feed.ts';
import { matchRoute } from './router.ts';

/**
 * Names a request for the log: `PATCH /booking/{booking_id}/status`. It uses the row's path, because the request's own path may
 * contain a feed's secret, an address or a code.
 */
export function callName({ method, url }: Pick<Request, 'method' | 'url'>, basePath = ''): string {
  const { pathname } = new URL(url);
  const path = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : '';
  if (feedSecretIn(path) !== undefined) return `${method} /calendar/feed/{secret}.ics`;
  const match = matchRoute(method === 'HEAD' ? 'GET' : method, path);
  return `${method} ${match.kind === 'endpoint' ? endpoints[match.name].path : '(no such call)'}`;
}
