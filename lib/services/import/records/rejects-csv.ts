import type { Db } from 'mongodb';
import { reasonText } from '@/lib/contracts/import-reasons';
import { collection } from '@/lib/db/collections';
import type { ImportRejectDoc } from '@/lib/db/import-documents';
import { rejectsHeader, rejectsLine } from '../reading/rejects-file';
import { findImport } from './find-import';
import { rejectsOf } from './rejects';

/** Reasons that leave the row in one piece: it goes into the column for raw lines. */
const UNSPLIT: ReadonlySet<ImportRejectDoc['reasons'][number]['code']> = new Set([
  'broken-quotes',
  'broken-json',
  'nested-too-deep',
  'repeated-key',
  'line-too-long',
  'too-many-columns',
  'too-few-columns',
]);

/**
 * The rejected rows of an import as CSV, piece by piece: line, column and reason, the raw line of a row that
 * couldn't be split, then the original columns. Mended in a spreadsheet it can be imported with the same mapping.
 */
export async function* rejectsCsv(db: Db, importId: string, locale: 'zh' | 'en'): AsyncGenerator<string> {
  const doc = await findImport(db, importId);
  const { columns } = doc;
  yield rejectsHeader(columns);
  const rejects = collection(db, 'importRejects').find(rejectsOf(doc)).sort({ _id: 1 });
  for await (const { line, cells, reasons } of rejects) {
    const raw = reasons.some(({ code }) => UNSPLIT.has(code));
    const named = reasons.flatMap(({ column }) => column ?? []).join(', ');
    const why = reasons.map((reason) => reasonText(reason, locale)).join(' ');
    const ours = [String(line), named, why, raw ? (cells[0] ?? '') : ''];
    yield rejectsLine(
      ours,
      columns.map((_, index) => (raw ? '' : (cells[index] ?? ''))),
    );
  }
}
