const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that carries a session may change state: safe methods, and those that the browser says
 * come from our own pages. `Sec-Fetch-Site` can't be set by a page; browsers without it send `Origin` with
 * every POST; a request with neither is no browser's and so carries nobody's cookies unawares.
 */
export function isSameOrigin(method: string, headers: Headers): boolean {
  if (SAFE_METHODS.has(method)) return true;
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  if (origin === null) return true;
  return (
    URL.canParse(origin) && new URL(origin).host === (headers.get('x-forwarded-host') ?? headers.get('host'))
  );
}
