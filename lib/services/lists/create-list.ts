import { type Db, ObjectId } from 'mongodb';
import type { List, NewList } from '@/lib/contracts/lists';
import { type Actor, actorName } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { ListDoc } from '@/lib/db/documents';
import { enqueue } from '@/lib/jobs/enqueue';
import { audit } from '@/lib/services/audit/audit';
import { fileHead } from '@/lib/services/import/open-file';
import { guessFile } from '@/lib/services/import/reading/guess-file';
import { presentUpload } from '@/lib/services/import/uploads/upload-file';
import { sampleRows } from '@/lib/services/import/wizard/sample-rows';
import { toList } from './list-dto';

/** Makes a list of an uploaded file and queues its matching. Throws `upload-gone`, `invalid-input`. */
export async function createList(db: Db, actor: Actor, list: NewList): Promise<List> {
  const { path } = await presentUpload(list.upload);
  const file = list.file ?? guessFile(await fileHead(path));
  const { columns } = await sampleRows(path, file, 1);
  const column = list.column ?? columns[0];
  if (column === undefined || !columns.includes(column)) {
    const why = { zh: '文件里没有这一列', en: 'the file has no such column' };
    throw new Problem('invalid-input', { where: list.column ?? 'column', why });
  }
  const id = new ObjectId().toHexString();
  const doc: ListDoc = {
    _id: id,
    label: list.label,
    identityType: list.identityType,
    uploaded: 0,
    matched: 0,
    state: 'matching',
    upload: list.upload,
    file,
    column,
    job: `match-list:${id}`,
    createdBy: actorName(actor),
    createdAt: new Date(),
  };
  await collection(db, 'lists').insertOne(doc);
  await enqueue(db, { id: doc.job, kind: 'match-list', params: { list: id }, createdBy: doc.createdBy });
  await audit(db, actor, 'list.create', `list:${id}`, { label: doc.label, identityType: doc.identityType });
  return toList(doc);
}
