import type { Db } from 'mongodb';
import { importMappingSchema } from '@/lib/contracts/import-mapping';
import type { ImportDetail, ImportList } from '@/lib/contracts/imports';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { ImportDoc } from '@/lib/db/import-documents';
import { pageFilter, pageOf } from '@/lib/db/time-cursor';
import { toImport } from './import-dto';

/** One import; throws `not-found`. */
export async function findImport(db: Db, id: string): Promise<ImportDoc> {
  const doc = await collection(db, 'imports').findOne({ _id: id });
  if (doc === null) throw new Problem('not-found', { what: { zh: '该导入', en: 'The import' } });
  return doc;
}

/** One import with its mapping, and what was left out of the file: its lines if `seesLines`. Throws `not-found`. */
export async function importDetail(db: Db, id: string, seesLines: boolean): Promise<ImportDetail> {
  const doc = await findImport(db, id);
  const { leftOut = null } = doc;
  return {
    import: toImport(doc),
    mapping: importMappingSchema.parse(doc.mapping),
    leftOut: leftOut && { ...leftOut, lines: seesLines ? leftOut.lines : [] },
  };
}

/** A page of imports, the newest first. Throws `invalid-input` for a cursor that isn't one. */
export async function listImports(db: Db, after: string | undefined, limit: number): Promise<ImportList> {
  const found = await collection(db, 'imports')
    .find({ $and: [{}, ...pageFilter('createdAt', after)] })
    .sort({ createdAt: -1, _id: -1 })
    .limit(limit + 1)
    .toArray();
  const { page, next } = pageOf(found, limit, ({ createdAt }) => createdAt);
  return { imports: page.map(toImport), next };
}
