import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from 'mongodb';
import type { Actor } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { audit } from '@/lib/ground/audit/audit';
import { exportById } from './export-dto';
import { exportFolder } from './export-folder';

/**
 * A finished export's file or manifest as an attachment; downloading is audited. Throws `not-found`, `not-ready`, and
 * `not-found` too when the file was removed from the disk.
 */
export async function downloadExport(
  db: Db,
  actor: Actor,
  id: string,
  part: 'file' | 'manifest',
): Promise<Response> {
  const doc = await exportById(db, id);
  if (doc.state !== 'done' || doc.file === null) throw new Problem('not-ready');
  const name = part === 'file' ? doc.file : 'manifest.json';
  const path = join(await exportFolder(doc), name);
  const found = await stat(path).catch(() => null);
  if (!found) throw new Problem('not-found', { what: { zh: `文件 ${name}`, en: `The file ${name}` } });
  await audit(db, actor, 'export.download', `export:${id}`, { part });
  const type = part === 'manifest' ? 'application/json' : types[doc.format];
  return new Response(await openAsBlob(path), {
    headers: {
      'content-type': type,
      'content-length': String(found.size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}

const types = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson; charset=utf-8' } as const;
