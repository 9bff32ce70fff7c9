import type { Db } from 'mongodb';
import { memberIdType } from '@/lib/contracts/lists';
import { collection } from '@/lib/db/collections';
import { readClaims } from '@/lib/members/claims';
import { identityKey } from '@/lib/members/identity-key';

/** The members with these ids, by id. A claim whose member isn't written yet is nobody's. */
export async function ownersOf(
  db: Db,
  identityType: string,
  values: readonly string[],
): Promise<Map<string, string>> {
  const claimed = await claimedBy(db, identityType, values);
  const ids = [...new Set(claimed.values())];
  const found = await collection(db, 'members')
    .find({ _id: { $in: ids } }, { projection: { _id: 1 }, batchSize: ids.length + 1 })
    .toArray();
  const existing = new Set(found.map(({ _id }) => _id));
  return new Map([...claimed].filter(([, member]) => existing.has(member)));
}

async function claimedBy(
  db: Db,
  identityType: string,
  values: readonly string[],
): Promise<Map<string, string>> {
  if (identityType === memberIdType) return new Map(values.map((value) => [value, value]));
  const keyOf = (value: string) => identityKey({ type: identityType, value });
  const claims = await readClaims(db, values.map(keyOf));
  return new Map(
    values.flatMap((value) => {
      const member = claims.get(keyOf(value));
      return member === undefined ? [] : [[value, member] as const];
    }),
  );
}
