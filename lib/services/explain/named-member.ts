import type { Db } from 'mongodb';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { MemberDoc } from '@/lib/db/documents';
import { findMemberIds } from '@/lib/services/members/find-member-id';

/**
 * The member that a text names: by its id, or a whole identity of any type. Throws `not-found`, and `invalid-input` for
 * an identity value that several members have, each under another type.
 */
export async function namedMember(db: Db, text: string): Promise<MemberDoc> {
  const ids = await findMemberIds(db, text);
  const [only, ...others] = ids.includes(text) ? [text] : ids;
  if (others.length > 0) {
    const why = { zh: '有多名会员符合，请改用会员编号', en: 'several members have it; give the member id' };
    throw new Problem('invalid-input', { where: 'member', why });
  }
  const member = only === undefined ? null : await collection(db, 'members').findOne({ _id: only });
  if (member) return member;
  throw new Problem('not-found', { what: { zh: '该会员', en: 'The member' } });
}
