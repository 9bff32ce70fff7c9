import type { Db } from 'mongodb';
import type { MemberPage, MemberQuery } from '@/lib/contracts/members';
import { counterOf } from '@/lib/counting/counter-of';
import { listMembers } from '@/lib/counting/list-members';
import { prepareExecutable } from '@/lib/counting/resolve-needs';
import { exportAsOf, exportSubject } from '@/lib/services/definitions/published-version';
import { ownerOf } from '@/lib/workspace/graph-owner';
import { memberRows } from '@/lib/workspace/member-rows';
import { rule } from '@/rules-engine/index';

/**
 * A page of the members of a published segment, as of its last run, so that the list is as long as the segment's size
 * and its export. Throws `not-found`, `not-published`, `not-executable`, `too-slow`.
 */
export async function segmentPage(
  db: Db,
  segment: string,
  { after, limit, columns }: Pick<MemberQuery, 'after' | 'limit' | 'columns'>,
  signal?: AbortSignal,
): Promise<MemberPage> {
  const { definition, version } = await exportSubject(db, segment);
  const asOf = await exportAsOf(db, version, null);
  const compiled = await prepareExecutable(db, version.graph, asOf.getTime(), {
    signal,
    owner: ownerOf(definition),
  });
  const members = rule.any(compiled.outputs.map(({ predicate }) => predicate));
  const page = await listMembers(db, members, { after, limit, signal });
  const { counts } = await counterOf(db).count(new Map([['members', members]]), { signal });
  return {
    members: await memberRows(
      db,
      page.members.map(({ _id }) => _id),
      columns,
    ),
    total: counts.get('members')?.n ?? 0,
    next: page.next,
  };
}
