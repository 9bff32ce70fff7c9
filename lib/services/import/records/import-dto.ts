import type { Import } from '@/lib/contracts/imports';
import { problemText } from '@/lib/contracts/problem';
import { isProblemCode } from '@/lib/contracts/problems';
import type { ImportDoc } from '@/lib/db/import-documents';
import { canUndo } from '../undo/can-undo';

/** An import as pages see it. */
export function toImport(doc: ImportDoc): Import {
  return {
    id: doc._id,
    kind: doc.mapping.kind,
    name: doc.name,
    bytes: doc.bytes,
    dryRun: doc.dryRun,
    state: doc.state,
    progress: doc.state === 'done' || doc.bytes === 0 ? 1 : Math.min(1, doc.bytesDone / doc.bytes),
    counts: doc.counts,
    newMembers: doc.newMembers,
    changed: doc.changed ?? 0,
    replaces: doc.mapping.kind === 'events' && doc.mapping.changed === 'replace',
    merged: doc.merged ?? 0,
    error: doc.error && { code: doc.error.code, message: sentences(doc.error) },
    job: doc.job,
    canUndo: canUndo(doc),
    undo: doc.undo ? { by: doc.undo.by, at: doc.undo.at.toISOString(), numbers: doc.undo.numbers } : null,
    createdBy: doc.createdBy,
    createdAt: doc.createdAt.toISOString(),
    finishedAt: doc.finishedAt?.toISOString() ?? null,
  };
}

/** An old record may carry a code that this version no longer has: then its stored sentence serves both. */
function sentences({ code, params = {}, message }: NonNullable<ImportDoc['error']>): {
  zh: string;
  en: string;
} {
  if (!isProblemCode(code)) return { zh: message, en: message };
  return { zh: problemText(code, params, 'zh'), en: problemText(code, params, 'en') };
}
