import type { Db, Filter } from 'mongodb';
import type { MemberPage, MemberQuery } from '@/lib/contracts/members';
import { collection } from '@/lib/db/collections';
import type { MemberDoc } from '@/lib/db/documents';
import { readColumns, rowProjection, toMemberRow } from '@/lib/workspace/member-rows';
import { findMemberIds } from './find-member-id';
import { layerPage } from './layer-page';
import { segmentPage } from './segment-page';

const MAX_TIME_MS = 15_000;

/**
 * A page of members in the order of `ord`, and how many there are in all. Throws `unknown-column`, `not-found` for a
 * segment that isn't there, `not-published`.
 */
export async function listMembers(db: Db, query: MemberQuery, signal?: AbortSignal): Promise<MemberPage> {
  if (query.segment !== undefined && query.search === '')
    return segmentPage(db, query.segment, query, signal);
  if (query.layer !== undefined && query.search === '' && query.tag === undefined)
    return layerPage(db, query.layer, query, signal);
  const columns = await readColumns(db, query.columns);
  const filter = await filterOf(db, query);
  const members = collection(db, 'members');
  const [found, total] = await Promise.all([
    members
      .find({ ...filter, ord: { $gt: query.after } }, { projection: rowProjection(columns) })
      .sort({ ord: 1 })
      .limit(query.limit + 1)
      .maxTimeMS(MAX_TIME_MS)
      .toArray(),
    members.countDocuments(filter, { maxTimeMS: MAX_TIME_MS }),
  ]);
  const page = found.slice(0, query.limit);
  return {
    members: page.map((member) => toMemberRow(member, columns)),
    total,
    next: found.length > page.length ? (page.at(-1)?.ord ?? null) : null,
  };
}

/** A search names somebody: other filters don't matter then. */
async function filterOf(db: Db, { search, tag, list }: MemberQuery): Promise<Filter<MemberDoc>> {
  if (search !== '') return { _id: { $in: await findMemberIds(db, search) } };
  if (tag !== undefined) return { tags: tag };
  return list === undefined ? {} : { lists: list };
}
