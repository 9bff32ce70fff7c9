import { workspaceOperations } from '@/lib/contracts/operations/workspace-operations';
import { readMetrics } from '@/lib/ground/monitoring/read-metrics';
import { serve } from '../serve';

/** What Prometheus scrapes: an admin, or a key with `read:counts`. */
export const GET = serve(workspaceOperations.monitoring, async ({ db }) => {
  const { text, contentType } = await readMetrics(db);
  return new Response(text, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } });
});
