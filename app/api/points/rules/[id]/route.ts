import { pointOperations } from '@/lib/contracts/operations/point-operations';
import { pointRuleById, toPointRule } from '@/lib/services/points/rule-dto';
import { changePointRule, deletePointRule, setPointRuleActive } from '@/lib/services/points/save-rule';
import { serve } from '../../../serve';

export const GET = serve(pointOperations.getRule, async ({ db, params }) => ({
  rule: await toPointRule(db, await pointRuleById(db, params.id)),
}));

export const PUT = serve(pointOperations.changeRule, async ({ db, actor, params, body }) => ({
  rule: await changePointRule(db, actor, params.id, body),
}));

export const PATCH = serve(pointOperations.setRuleActive, async ({ db, actor, params, body }) => ({
  rule: await setPointRuleActive(db, actor, params.id, body.active),
}));

export const DELETE = serve(pointOperations.deleteRule, ({ db, actor, params }) =>
  deletePointRule(db, actor, params.id),
);
