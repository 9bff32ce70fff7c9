import { idParams } from '@/lib/contracts/id-params';
import { pointRuleActiveSchema, pointRuleEditSchema } from '@/lib/contracts/points';
import { pointRuleById, toPointRule } from '@/lib/services/points/rule-dto';
import { changePointRule, deletePointRule, setPointRuleActive } from '@/lib/services/points/save-rule';
import { handler } from '../../../handler';

export const GET = handler({ role: 'viewer', params: idParams }, async ({ db, params }) => ({
  rule: await toPointRule(db, await pointRuleById(db, params.id)),
}));

export const PUT = handler(
  { role: 'editor', params: idParams, body: pointRuleEditSchema },
  async ({ db, actor, params, body }) => ({ rule: await changePointRule(db, actor, params.id, body) }),
);

export const PATCH = handler(
  { role: 'editor', params: idParams, body: pointRuleActiveSchema },
  async ({ db, actor, params, body }) => ({
    rule: await setPointRuleActive(db, actor, params.id, body.active),
  }),
);

export const DELETE = handler({ role: 'editor', params: idParams }, ({ db, actor, params }) =>
  deletePointRule(db, actor, params.id),
);
