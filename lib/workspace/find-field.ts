import type { Db } from 'mongodb';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { FieldDoc } from '@/lib/db/documents';
import { builtInFields } from './built-in-fields';

/** All fields of the catalogue, built-in ones first. */
export async function allFields(db: Db): Promise<FieldDoc[]> {
  const stored = await collection(db, 'fields').find().sort({ _id: 1 }).toArray();
  return [...builtInFields.map(asStored), ...stored];
}

/** One field; throws `not-found`. */
export async function findField(db: Db, path: string): Promise<FieldDoc> {
  const builtIn = builtInFields.find(({ _id }) => _id === path);
  const field = builtIn ? asStored(builtIn) : await collection(db, 'fields').findOne({ _id: path });
  if (field === null) throw new Problem('not-found', { what: { zh: '该字段', en: 'The field' } });
  return field;
}

/** A field that people may change; throws `not-found`, and `invalid-input` for built-in fields and metrics. */
export async function editableField(db: Db, path: string): Promise<FieldDoc> {
  const field = await findField(db, path);
  if (field.origin === 'built-in' || field.origin === 'metric') {
    const why =
      field.origin === 'metric'
        ? { zh: '指标请在“指标”页修改', en: 'change a metric on the page of metrics' }
        : { zh: '内置字段不能修改', en: 'a built-in field can’t be changed' };
    throw new Problem('invalid-input', { where: path, why });
  }
  return field;
}

function asStored(field: (typeof builtInFields)[number]): FieldDoc {
  return { ...field, origin: 'built-in', updatedAt: new Date(0) };
}
