/**
 * The path of ours that `next` names, or `/`. Never another site (`//evil`, `/\evil`, `https:…`), never the
 * sign-in page itself.
 */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return '/';
  const base = 'http://self';
  if (!URL.canParse(next, base)) return '/';
  const { origin, pathname, search, hash } = new URL(next, base);
  // A path of two slashes would be another site to the browser that is sent there.
  if (origin !== base || pathname.startsWith('//') || pathname.startsWith('/sign-in')) return '/';
  return `${pathname}${search}${hash}`;
}
