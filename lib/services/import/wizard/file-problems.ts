import type { Db } from 'mongodb';
import type { ImportMapping } from '@/lib/contracts/import-mapping';
import type { MappingProblem } from '@/lib/contracts/imports';
import { collection } from '@/lib/db/collections';
import { mappingProblems } from '../catalogue/mapping-problems';
import { sampleRows } from './sample-rows';

/** What keeps this file from being imported with this mapping. */
export async function fileProblems(db: Db, path: string, mapping: ImportMapping): Promise<MappingProblem[]> {
  const { columns } = await sampleRows(path, mapping.file, 1);
  return columnProblems(db, columns, mapping);
}

/** The same when the file's columns are known. */
export async function columnProblems(
  db: Db,
  columns: readonly string[],
  mapping: ImportMapping,
): Promise<MappingProblem[]> {
  const fields = await collection(db, 'fields').find().toArray();
  const eventTypes = await collection(db, 'eventTypes').find().toArray();
  return mappingProblems(mapping, columns, {
    // While values are turned, the field takes none of its old type any more.
    fields: fields.map(({ _id: path, type, turning = type, unit }) => ({ path, type: turning, unit })),
    eventTypes: eventTypes.map(({ _id: type, label, props }) => ({ type, label, props })),
  });
}
