import { health } from '@/lib/services/monitoring/health';

export const dynamic = 'force-dynamic';

/** For load balancers and start-up scripts; open to all, so it says no more than whether it works. */
export async function GET(): Promise<Response> {
  const state = await health();
  return Response.json(state, { status: state.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
