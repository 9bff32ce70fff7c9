import type { Db } from 'mongodb';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc } from '@/lib/db/documents';

/** What problems call one of which they don't know the kind. */
export const definitionWord = { zh: '该标签、分群或分层', en: 'The tag, segment or layering' };

/** A tag, segment or layering, in the recycle bin or not. Throws `not-found`. */
export async function findDefinition(db: Db, id: string): Promise<DefinitionDoc> {
  const found = await collection(db, 'definitions').findOne({ _id: id, deleting: { $exists: false } });
  if (found) return found;
  throw new Problem('not-found', { what: definitionWord });
}

/** One that can be changed. Throws `not-found`, `archived`. */
export async function findChangeable(db: Db, id: string): Promise<DefinitionDoc> {
  const found = await findDefinition(db, id);
  if (found.archivedAt !== null) throw new Problem('archived', { name: found.label });
  return found;
}

/** How the audit trail and problems name it: `tag:vip`. */
export function targetOf({ kind, key }: Pick<DefinitionDoc, 'kind' | 'key'>): string {
  return `${kind}:${key}`;
}
