import { workspaceOperations } from '@/lib/contracts/operations/workspace-operations';
import { health } from '@/lib/ground/monitoring/health';
import { Reply } from '../reply';
import { serve } from '../serve';

export const dynamic = 'force-dynamic';

/** For load balancers and start-up scripts; open to all, so it says no more than whether it works. */
export const GET = serve(workspaceOperations.health, async () => {
  const state = await health();
  return state.ok ? state : new Reply(503, state);
});
