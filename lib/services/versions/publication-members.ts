import type { Db } from 'mongodb';
import type { z } from 'zod';
import type { PublishMembers, publishMembersQuerySchema } from '@/lib/contracts/definitions';
import { memberPage } from '@/lib/counting/answer-members';
import { findChangeable } from '@/lib/services/definitions/find-definition';
import { rule } from '@/rules-engine/index';
import { publicationLimitMs } from './count-change';
import { ruleChange } from './rule-change';

/**
 * A page of those who would enter or leave, of all values or of one: as many in all as the preview says. Throws
 * `not-found`, `archived`, `too-slow`.
 */
export async function publicationMembers(
  db: Db,
  id: string,
  { change, value, after, limit }: z.output<typeof publishMembersQuerySchema>,
  asOf: number,
  signal?: AbortSignal,
): Promise<PublishMembers> {
  const { values } = await ruleChange(db, await findChangeable(db, id), asOf, signal);
  const wanted = (values ?? []).filter((one) => value === undefined || one.value === value);
  const moving = rule.any(wanted.map((one) => one[change]));
  const page = await memberPage(db, moving, [], { after, limit, signal, limitMs: publicationLimitMs });
  return { ...page, asOf: new Date(asOf).toISOString() };
}
