import type { Db } from 'mongodb';
import type { MemberPage, MemberQuery } from '@/lib/contracts/members';
import { memberPage } from '@/lib/services/counts/answer-members';
import { rule, value } from '@/rules-engine/index';

/**
 * A page of the members that the last run of a layering left in one of some layers (`key:layer[:layer…]`). Counted as a
 * rule is, so that the mirror answers where there is one: layers have no index. Throws `unknown-column`, `too-slow`.
 */
export function layerPage(
  db: Db,
  wanted: string,
  { after, limit, columns }: Pick<MemberQuery, 'after' | 'limit' | 'columns'>,
  signal?: AbortSignal,
): Promise<MemberPage> {
  const [key = '', ...layers] = wanted.split(':');
  const isIn = rule.oneOf(value.field(`layers.${key}.layer`, 'text'), layers);
  return memberPage(db, isIn, columns, { after, limit, signal });
}
