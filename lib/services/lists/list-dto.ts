import type { Db } from 'mongodb';
import type { List } from '@/lib/contracts/lists';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { ListDoc } from '@/lib/db/documents';

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

export function toList({
  _id: id,
  label,
  identityType,
  uploaded,
  matched,
  state,
  job,
  createdBy,
  createdAt,
}: ListDoc): List {
  return {
    id,
    label,
    identityType,
    uploaded,
    matched,
    state,
    job,
    createdBy,
    createdAt: createdAt.toISOString(),
  };
}
