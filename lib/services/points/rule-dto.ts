import type { Db } from 'mongodb';
import type { PointRuleDto } from '@/lib/contracts/points';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { PointRuleDoc } from '@/lib/db/point-documents';
import { loadEnvironment, type Workspace } from '@/lib/workspace/environment';
import { lookUp } from '@/rules-engine/index';
import { compileEventRule } from './compile-event-rule';

/** A rule as stored; throws `not-found`. */
export async function pointRuleById(db: Db, id: string): Promise<PointRuleDoc> {
  const found = await collection(db, 'pointRules').findOne({ _id: id });
  if (found) return found;
  throw new Problem('not-found', { what: { zh: '该积分规则', en: 'The points rule' } });
}

export async function listPointRules(db: Db): Promise<PointRuleDto[]> {
  const rules = await collection(db, 'pointRules').find().sort({ createdAt: 1, _id: 1 }).toArray();
  if (rules.length === 0) return [];
  const workspace = await loadEnvironment(db);
  return rules.map((rule) => toDto(rule, workspace));
}

export async function toPointRule(db: Db, rule: PointRuleDoc): Promise<PointRuleDto> {
  return toDto(rule, await loadEnvironment(db));
}

function toDto(doc: PointRuleDoc, workspace: Workspace): PointRuleDto {
  const { _id: id, label, active, rule, given, problem, revision, updatedBy, updatedAt } = doc;
  return {
    id,
    label,
    active,
    rule,
    ...words(rule, workspace),
    given,
    problem,
    revision,
    updatedBy,
    updatedAt: updatedAt.toISOString(),
  };
}

/** What the rule counts and measures by; nothing where the catalogue no longer has it. */
function words(rule: PointRuleDoc['rule'], workspace: Workspace): Pick<PointRuleDto, 'counted' | 'measure'> {
  if (rule.kind === 'task') {
    const found = lookUp(workspace.catalogue.segments, rule.segment);
    return { counted: found?.label ?? null, measure: null };
  }
  try {
    const { counted, measure } = compileEventRule(rule, workspace, Date.now());
    return { counted, measure: measure && { label: measure.label, type: measure.type, unit: measure.unit } };
  } catch (error) {
    if (error instanceof Problem) return { counted: null, measure: null };
    throw error;
  }
}
