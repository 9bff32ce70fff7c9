import { pointRuleInputSchema } from '@/lib/contracts/points';
import { createPointRule } from '@/lib/services/points/save-rule';
import { handler } from '../../handler';

export const POST = handler({ role: 'editor', body: pointRuleInputSchema }, async ({ db, actor, body }) => ({
  rule: await createPointRule(db, actor, body),
}));
