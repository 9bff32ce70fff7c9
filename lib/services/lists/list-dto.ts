import type { Db } from 'mongodb';
import type { Usage } from '@/lib/contracts/catalogue';
import type { List } from '@/lib/contracts/lists';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { ListDoc } from '@/lib/db/documents';
import { usageOf } from '@/lib/services/catalogue/usage';

/** One list; throws `not-found`. */
export async function findList(db: Db, id: string): Promise<ListDoc> {
  const list = await collection(db, 'lists').findOne({ _id: id });
  if (list === null) throw new Problem('not-found', { what: { zh: '该名单', en: 'The list' } });
  return list;
}

/** All lists, the newest first. */
export async function allLists(db: Db): Promise<List[]> {
  const lists = await collection(db, 'lists').find().sort({ createdAt: -1, _id: -1 }).toArray();
  return lists.map(toList);
}

/** The rules that read a list; throws `not-found`. */
export async function listUsage(db: Db, id: string): Promise<Usage[]> {
  await findList(db, id);
  return usageOf(db, { kind: 'list', id });
}

/** As pages see it: what is written down for jobs alone stays here. */
export function toList(doc: ListDoc): List {
  const { label, identityType, uploaded, matched, invalid, repeated, members, state, job, createdBy } = doc;
  const shown = { label, identityType, uploaded, matched, invalid, repeated, members, state, job, createdBy };
  return { id: doc._id, ...shown, createdAt: doc.createdAt.toISOString() };
}
