import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { clientAddress } from './client-address';

export const ADDRESS_HEADER = 'x-tagloom-address';
const URL_PATH = 'x-tagloom-url';

const startedSchema = z.object({ request: z.instanceof(IncomingMessage) });
const proxiesSchema = z.coerce.number().int().min(0).max(10).catch(0);

/**
 * Stamps every request that this process serves, before anybody sees it, with the client's address and with
 * its own URL; what a client sends under these names is overwritten. Next hands a route no socket and a page
 * no URL, and passes on any `X-Forwarded-For` that a client made up. `TAGLOOM_PROXIES` says how many proxies
 * of ours stand in front (default 0). Call once at start.
 */
export function stampRequests(): void {
  const proxies = proxiesSchema.parse(process.env.TAGLOOM_PROXIES);
  subscribe('http.server.request.start', (message) => {
    const { request } = startedSchema.parse(message);
    const forwarded = request.headers['x-forwarded-for'];
    const chain = Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '');
    request.headers[ADDRESS_HEADER] = clientAddress(request.socket.remoteAddress ?? '', chain, proxies);
    request.headers[URL_PATH] = request.url ?? '/';
  });
}

/** The stamped address of a request, or null where no server stamped it. */
export function addressOf(headers: Headers): string | null {
  return headers.get(ADDRESS_HEADER) || null;
}

/** The path and query that the browser asked for, without Next's own parameter; `/` when unknown. */
export function pathOf(headers: Headers): string {
  const url = headers.get(URL_PATH) ?? '/';
  if (!url.startsWith('/') || !URL.canParse(url, 'http://self')) return '/';
  const { origin, pathname, searchParams } = new URL(url, 'http://self');
  searchParams.delete('_rsc');
  if (origin !== 'http://self') return '/';
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
}
