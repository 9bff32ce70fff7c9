import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { identityKey } from '@/lib/members/identity-key';
import { normaliseIdentity } from '@/lib/values/identity-value';
import { identityTypes } from '@/lib/workspace/identity-types';

/**
 * Members that somebody means by a text: a member id, or a whole identity of any type in any spelling. Usually one;
 * several when a value is, say, the customer id of one and the OpenID of another.
 */
export async function findMemberIds(db: Db, text: string): Promise<string[]> {
  const wanted = text.trim();
  if (wanted === '') return [];
  const keys = (await identityTypes(db)).flatMap(({ type }) => {
    const result = normaliseIdentity(type, wanted);
    return 'value' in result ? identityKey({ type, value: result.value }) : [];
  });
  const claims = await collection(db, 'identities')
    .find({ _id: { $in: keys } })
    .toArray();
  const ids = [...new Set([wanted, ...claims.map(({ memberId }) => memberId)])];
  const members = await collection(db, 'members')
    .find({ _id: { $in: ids } }, { projection: { _id: 1 } })
    .toArray();
  return members.map(({ _id }) => _id);
}
