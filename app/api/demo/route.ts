import { workspaceOperations } from '@/lib/contracts/operations/workspace-operations';
import { actorName } from '@/lib/contracts/people';
import { audit } from '@/lib/ground/audit/audit';
import { enqueue } from '@/lib/jobs/enqueue';
import { hasDemo } from '@/lib/services/demo/remove-demo';
import { serve } from '../serve';

/** Whether there are demo members. */
export const GET = serve(workspaceOperations.demo, async ({ db }) => ({ demo: await hasDemo(db) }));

/** Removes them in the background. */
export const DELETE = serve(workspaceOperations.removeDemo, async ({ db, actor }) => {
  const job = await enqueue(db, {
    kind: 'remove-demo',
    params: {},
    lockKey: 'remove-demo',
    createdBy: actorName(actor),
  });
  await audit(db, actor, 'demo.remove', 'demo:members');
  return { job };
});
