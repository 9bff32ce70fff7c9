import type { Db } from 'mongodb';
import type { Definition, DefinitionEdit } from '@/lib/contracts/definitions';
import { type Actor, actorName } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import { isDuplicateKey } from '@/lib/db/duplicate-key';
import { audit } from '@/lib/ground/audit/audit';
import { toDefinition } from './definition-dto';
import { findChangeable, findDefinition, targetOf } from './find-definition';
import { refuseIfRead } from './usage';

/**
 * Renames, moves, or changes the key or what happens to values when members come to be in no output. Throws
 * `not-found`, `archived`, `key-taken`, and for the key `key-fixed` once it was published and `in-use` while rules
 * name it.
 */
export async function editDefinition(
  db: Db,
  actor: Actor,
  id: string,
  edit: DefinitionEdit,
): Promise<Definition> {
  const before = await findChangeable(db, id);
  if (Object.keys(edit).length === 0) return toDefinition(db, before);
  const newKey = edit.key !== undefined && edit.key !== before.key;
  if (newKey && before.publishedVersion !== null) throw new Problem('key-fixed', { name: before.label });
  if (newKey) await refuseIfRead(db, before);
  try {
    const { matchedCount } = await collection(db, 'definitions').updateOne(
      { _id: id, archivedAt: null, ...(newKey ? { publishedVersion: null } : {}) },
      { $set: { ...edit, updatedBy: actorName(actor), updatedAt: new Date() } },
    );
    // It was archived or published in the meantime: the second look says which.
    if (matchedCount === 0) return editDefinition(db, actor, id, edit);
  } catch (error) {
    if (edit.key !== undefined && isDuplicateKey(error, 'kind_key')) {
      throw new Problem('key-taken', { key: edit.key });
    }
    throw error;
  }
  await audit(db, actor, 'definition.change', targetOf(before), { ...edit });
  return toDefinition(db, await findDefinition(db, id));
}
