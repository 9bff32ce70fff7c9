import { readMetrics } from '@/lib/services/monitoring/read-metrics';
import { handler } from '../handler';

/** What Prometheus scrapes: an admin, or a key with `read:counts`. */
export const GET = handler({ role: 'admin', scope: 'read:counts' }, async ({ db }) => {
  const { text, contentType } = await readMetrics(db);
  return new Response(text, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } });
});
