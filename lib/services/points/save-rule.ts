import { type Db, ObjectId } from 'mongodb';
import { type Actor, actorName } from '@/lib/contracts/people';
import type { PointRule, PointRuleDto, PointRuleEdit, PointRuleInput } from '@/lib/contracts/points';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { PointRuleDoc } from '@/lib/db/point-documents';
import { audit } from '@/lib/ground/audit/audit';
import { loadEnvironment } from '@/lib/workspace/environment';
import { registerPointFields } from '@/lib/workspace/point-fields';
import { compileEventRule } from './compile-event-rule';
import { publishedSegment } from './prepare-rules';
import { pointRuleById, toPointRule } from './rule-dto';

/** Makes a rule; it gives points from the next run on. Throws `invalid-input`, `not-found`, `key-taken`. */
export async function createPointRule(db: Db, actor: Actor, input: PointRuleInput): Promise<PointRuleDto> {
  await check(db, input.rule);
  await registerPointFields(db);
  const now = new Date();
  const rule: PointRuleDoc = {
    _id: new ObjectId().toHexString(),
    label: input.label,
    active: true,
    rule: input.rule,
    revision: 1,
    given: null,
    problem: null,
    createdBy: actorName(actor),
    updatedBy: actorName(actor),
    createdAt: now,
    updatedAt: now,
  };
  await collection(db, 'pointRules').insertOne(rule);
  await audit(db, actor, 'points.create-rule', `point-rule:${rule._id}`, { rule: rule.rule });
  return toPointRule(db, rule);
}

/**
 * Changes a rule for what wasn't counted yet; what it gave stays. Throws `not-found`, `revision-conflict`,
 * `invalid-input`, also when an event rule would become a task.
 */
export async function changePointRule(
  db: Db,
  actor: Actor,
  id: string,
  { label, rule, revision }: PointRuleEdit,
): Promise<PointRuleDto> {
  await check(db, rule);
  const before = await pointRuleById(db, id);
  if (before.rule.kind !== rule.kind) {
    const why = { zh: '建好后不能改变类型', en: 'the kind of a rule can’t change' };
    throw new Problem('invalid-input', { where: 'rule.kind', why });
  }
  const change = { label, rule, problem: null, updatedBy: actorName(actor), updatedAt: new Date() };
  const after = await collection(db, 'pointRules').findOneAndUpdate(
    { _id: id, revision },
    { $set: change, $inc: { revision: 1 } },
    { returnDocument: 'after' },
  );
  if (!after) throw new Problem('revision-conflict', { by: before.updatedBy });
  await audit(db, actor, 'points.change-rule', `point-rule:${id}`, { rule });
  return toPointRule(db, after);
}

/** Pauses a rule or lets it go on. Throws `not-found`. */
export async function setPointRuleActive(
  db: Db,
  actor: Actor,
  id: string,
  active: boolean,
): Promise<PointRuleDto> {
  await pointRuleById(db, id);
  const change = { active, problem: null, updatedBy: actorName(actor), updatedAt: new Date() };
  await collection(db, 'pointRules').updateOne({ _id: id }, { $set: change });
  await audit(db, actor, active ? 'points.resume-rule' : 'points.pause-rule', `point-rule:${id}`);
  return toPointRule(db, await pointRuleById(db, id));
}

/** Deletes a rule that never gave points; the ledger names the others. Throws `not-found`, `points-given`. */
export async function deletePointRule(db: Db, actor: Actor, id: string): Promise<void> {
  const { label } = await pointRuleById(db, id);
  if (await collection(db, 'pointEntries').findOne({ rule: id })) {
    throw new Problem('points-given', { name: label });
  }
  await collection(db, 'pointRules').deleteOne({ _id: id });
  await audit(db, actor, 'points.delete-rule', `point-rule:${id}`, { label });
}

async function check(db: Db, rule: PointRule): Promise<void> {
  if (rule.kind === 'task') await publishedSegment(db, rule.segment);
  else compileEventRule(rule, await loadEnvironment(db), Date.now());
}
