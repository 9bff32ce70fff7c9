/** Called by Next once, when a server process starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  const [{ stampRequests }, { workInServer }] = await Promise.all([
    import('@/lib/auth/request-stamp'),
    import('@/lib/jobs/in-server'),
  ]);
  stampRequests();
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  void workInServer(stop.signal);
}
