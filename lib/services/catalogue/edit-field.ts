import type { Db } from 'mongodb';
import type { Field, FieldEdit, NewField } from '@/lib/contracts/catalogue';
import type { Actor } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { FieldDoc } from '@/lib/db/documents';
import { isDuplicateKey } from '@/lib/db/duplicate-key';
import { audit } from '@/lib/ground/audit/audit';
import { editableField } from '@/lib/workspace/find-field';
import { toField } from './catalogue-answer';
import { refuseIfUsed } from './usage';

/** Describes a field before there is data for it. Throws `key-taken`. */
export async function createField(db: Db, actor: Actor, { path, ...rest }: NewField): Promise<Field> {
  const field: FieldDoc = { _id: path, ...rest, origin: 'edited', updatedAt: new Date() };
  try {
    await collection(db, 'fields').insertOne(field);
  } catch (error) {
    if (isDuplicateKey(error, '_id_')) throw new Problem('key-taken', { key: path });
    throw error;
  }
  await audit(db, actor, 'field.create', `field:${path}`, { type: rest.type, label: rest.label });
  return toField(field, null);
}

/**
 * Changes how a field is described. The currency of money is part of its type: it stays while rules read the field.
 * Throws `not-found`, `invalid-input`, `in-use`.
 */
export async function editField(db: Db, actor: Actor, path: string, edit: FieldEdit): Promise<Field> {
  const before = await editableField(db, path);
  if (before.type === 'money' && edit.unit !== undefined && edit.unit !== before.unit) {
    await refuseIfUsed(db, { kind: 'field', path }, before.label);
  }
  const after = await collection(db, 'fields').findOneAndUpdate(
    { _id: path },
    { $set: { ...edit, origin: 'edited', updatedAt: new Date() } },
    { returnDocument: 'after' },
  );
  if (after === null) throw new Problem('not-found', { what: { zh: '该字段', en: 'The field' } });
  await audit(db, actor, 'field.edit', `field:${path}`, { change: edit });
  return toField(after, null);
}

/** Takes a field out of the catalogue that nobody has a value of. Throws `not-found`, `invalid-input`, `in-use`. */
export async function deleteField(db: Db, actor: Actor, path: string): Promise<void> {
  const field = await editableField(db, path);
  await refuseIfUsed(db, { kind: 'field', path }, field.label);
  const holders = await collection(db, 'members').countDocuments({ [path]: { $exists: true } }, { limit: 1 });
  if (holders > 0) {
    throw new Problem('in-use', {
      what: field.label,
      where: { zh: '会员数据', en: 'members have values of it' },
    });
  }
  await collection(db, 'fields').deleteOne({ _id: path });
  await audit(db, actor, 'field.delete', `field:${path}`);
}
