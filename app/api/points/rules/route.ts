import { pointOperations } from '@/lib/contracts/operations/point-operations';
import { createPointRule } from '@/lib/services/points/save-rule';
import { serve } from '../../serve';

export const POST = serve(pointOperations.createRule, async ({ db, actor, body }) => ({
  rule: await createPointRule(db, actor, body),
}));
