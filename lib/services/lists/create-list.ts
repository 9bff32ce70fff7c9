import { type Db, ObjectId } from 'mongodb';
import { type List, memberIdType, type NewList } from '@/lib/contracts/lists';
import { type Actor, actorName } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { ListDoc } from '@/lib/db/documents';
import { audit } from '@/lib/ground/audit/audit';
import { enqueue } from '@/lib/jobs/enqueue';
import { presentUpload } from '@/lib/services/import/uploads/upload-file';
import { lookAtFile } from '@/lib/services/import/wizard/look-at-file';
import { sampleRows } from '@/lib/services/import/wizard/sample-rows';
import { identityTypes } from '@/lib/workspace/identity-types';
import { toList } from './list-dto';
import { listLock } from './list-lock';

/**
 * Makes a list of an uploaded file and queues its matching. Throws `upload-gone`, `invalid-input` and what
 * `lookAtFile` does.
 */
export async function createList(db: Db, actor: Actor, list: NewList): Promise<List> {
  await refuseUnknownType(db, list.identityType);
  const { file, column } = await readPlan(list);
  const id = new ObjectId().toHexString();
  const doc: ListDoc = {
    _id: id,
    label: list.label,
    identityType: list.identityType,
    uploaded: 0,
    matched: 0,
    invalid: 0,
    repeated: 0,
    members: 0,
    state: 'matching',
    upload: list.upload,
    file,
    column,
    job: `match-list:${id}`,
    createdBy: actorName(actor),
    createdAt: new Date(),
  };
  await collection(db, 'lists').insertOne(doc);
  await enqueue(db, {
    id: doc.job,
    kind: 'match-list',
    params: { list: id },
    lockKey: listLock(id),
    createdBy: doc.createdBy,
  });
  await audit(db, actor, 'list.create', `list:${id}`, { label: doc.label, identityType: doc.identityType });
  return toList(doc);
}

/** A misspelt type would match nobody, and say nothing of why. */
async function refuseUnknownType(db: Db, identityType: string): Promise<void> {
  const types = [memberIdType, ...(await identityTypes(db)).map(({ type }) => type)];
  if (types.includes(identityType)) return;
  const known = types.join(', ');
  const why = { zh: `没有这种标识，可用的有 ${known}`, en: `there is no such type; there are ${known}` };
  throw new Problem('invalid-input', { where: 'identityType', why });
}

/** How the file is read, and which of its columns has the ids. */
async function readPlan({ upload, ...list }: NewList): Promise<Pick<ListDoc, 'file' | 'column'>> {
  const { path } = await presentUpload(upload);
  const { file } = await lookAtFile(path, list.file);
  const { columns } = await sampleRows(path, file, 1);
  const column = list.column ?? columns[0];
  if (column === undefined) {
    throw new Problem('invalid-input', {
      where: 'upload',
      why: { zh: '文件是空的', en: 'the file is empty' },
    });
  }
  if (!columns.includes(column)) {
    const why = { zh: `文件里没有“${column}”这一列`, en: `the file has no column ${column}` };
    throw new Problem('invalid-input', { where: 'column', why });
  }
  return { file, column };
}
