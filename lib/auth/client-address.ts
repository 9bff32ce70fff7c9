/**
 * The client's address: the peer of the connection, or, behind n proxies of ours, the nth entry of
 * `X-Forwarded-For` from the right. Entries further left are the client's own words.
 */
export function clientAddress(peer: string, forwardedFor: string, proxies: number): string {
  const hops = [...forwardedFor.split(',').map((hop) => hop.trim()), peer].filter((hop) => hop !== '');
  return hops[Math.max(0, hops.length - 1 - proxies)] ?? peer;
}
