import type { Db } from 'mongodb';
import type { z } from 'zod';
import type { PublishMembers, publishMembersQuerySchema } from '@/lib/contracts/definitions';
import { memberPage } from '@/lib/services/counts/answer-members';
import { findChangeable } from '@/lib/services/definitions/find-definition';
import { inValue } from '@/lib/services/movement/between-drawings';
import { type Predicate, rule } from '@/rules-engine/index';
import { publicationLimitMs } from './count-change';
import { type RuleChange, ruleChange } from './rule-change';

type Asked = z.output<typeof publishMembersQuerySchema>;

/**
 * A page of those who would enter, leave or move: as many in all as the preview says. Throws
 * `not-found`, `archived`, `too-slow`.
 */
export async function publicationMembers(
  db: Db,
  id: string,
  { after, limit, ...asked }: Asked,
  asOf: number,
  signal?: AbortSignal,
): Promise<PublishMembers> {
  const moving = whoMoves(await ruleChange(db, await findChangeable(db, id), asOf, signal), asked);
  const page = await memberPage(db, moving, [], { after, limit, signal, limitMs: publicationLimitMs });
  return { ...page, asOf: new Date(asOf).toISOString() };
}

function whoMoves(
  { values, before, draft, comparable }: RuleChange,
  { change, value, from, to }: Omit<Asked, 'after' | 'limit'>,
): Predicate {
  if (values === null) return rule.never;
  if (change !== 'moved') {
    const wanted = values.filter((one) => value === undefined || one.value === value);
    return rule.any(wanted.map((one) => one[change]));
  }
  const was = comparable ? (before?.outputs ?? []) : [];
  return rule.all([inValue(was, from), inValue(draft.outputs, to)]);
}
