import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import {
  collectReads,
  type MongoDocument,
  type Predicate,
  type Selection,
  selectMembers,
} from '@/rules-engine/index';
import { type QueryOptions, queryMembers } from './query-members';

export interface Listed {
  _id: string;
  ord: number;
}

export interface PageOptions {
  /** The `ord` after which the page begins; -1 for the first. */
  after: number;
  limit: number;
  signal?: AbortSignal | undefined;
  limitMs?: number;
}

const defaultLimitMs = 30_000;
/** Members looked at first, and then, where a rule reads events: their events are found by an index. */
const windows = [500, 2_000];

/**
 * One page of the members for whom a predicate holds, in the order of `ord`, and the `ord` to go on after (null at the
 * end). The predicate is the very one that is counted, so a list is as long as its number says.
 */
export async function listMembers(
  db: Db,
  predicate: Predicate,
  { after, limit, signal, limitMs = defaultLimitMs }: PageOptions,
): Promise<{ members: Listed[]; next: number | null }> {
  const options = { signal, deadline: performance.now() + limitMs };
  const found: Listed[] = [];
  let from = after;
  // A pass over all events for one page is slow: where the rule is met often, a few members are enough to fill it.
  for (const width of readsEvents(predicate) ? windows : []) {
    const window = await membersAfter(db, from, width);
    const last = window.at(-1);
    if (!last) return page(found, limit);
    const ids = window.map(({ _id }) => _id);
    const selection = { members: { _id: { $in: ids } }, events: { memberId: { $in: ids } } };
    found.push(...(await select(db, predicate, selection, limit + 1, options)));
    from = last.ord;
    if (found.length > limit || window.length < width) return page(found, limit);
  }
  const rest = { members: { ord: { $gt: from } } };
  return page([...found, ...(await select(db, predicate, rest, limit + 1 - found.length, options))], limit);
}

function readsEvents(predicate: Predicate): boolean {
  return collectReads([predicate]).aggregates.size > 0;
}

function membersAfter(db: Db, ord: number, limit: number): Promise<Listed[]> {
  return collection(db, 'members')
    .find({ ord: { $gt: ord } }, { sort: { ord: 1 }, limit, batchSize: limit })
    .project<Listed>({ ord: 1 })
    .toArray();
}

function select(
  db: Db,
  predicate: Predicate,
  selection: Selection,
  limit: number,
  options: QueryOptions,
): Promise<Listed[]> {
  const stages: MongoDocument[] = [
    ...selectMembers(predicate, selection),
    { $sort: { ord: 1 } },
    { $limit: limit },
  ];
  return queryMembers<Listed>(db, stages, options);
}

/** One more than the page was asked for: whether there is more. */
function page(found: readonly Listed[], limit: number): { members: Listed[]; next: number | null } {
  const members = found.slice(0, limit);
  return { members, next: found.length > limit ? (members.at(-1)?.ord ?? null) : null };
}
