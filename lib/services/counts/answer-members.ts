import type { Db } from 'mongodb';
import type { z } from 'zod';
import type { PortMembersAnswer, portMembersQuerySchema } from '@/lib/contracts/counts';
import { counterOf } from '@/lib/counting/counter-of';
import { prepareDrawn } from '@/lib/counting/drawn-graph';
import { listMembers, type PageOptions } from '@/lib/counting/list-members';
import { portOf } from '@/lib/counting/port-of';
import { memberRows } from '@/lib/workspace/member-rows';
import type { Predicate } from '@/rules-engine/index';

/** A page of the members at a port. Throws `invalid-input`, `not-found`, `unknown-column`, `too-slow`. */
export async function answerMembers(
  db: Db,
  query: z.output<typeof portMembersQuerySchema>,
  signal?: AbortSignal,
): Promise<PortMembersAnswer> {
  const { compiled, asOf } = await prepareDrawn(db, query, signal);
  const { after, limit, columns } = query;
  const page = await memberPage(db, portOf(compiled, query.port), columns, { after, limit, signal });
  return { ...page, asOf: new Date(asOf).toISOString() };
}

/** A page of the members of a predicate as rows, and how many there are in all: the number that counting gives. */
export async function memberPage(
  db: Db,
  predicate: Predicate,
  columns: readonly string[],
  options: PageOptions,
): Promise<Omit<PortMembersAnswer, 'asOf'>> {
  const { signal, limitMs } = options;
  const { counts } = await counterOf(db).count(new Map([['all', predicate]]), { signal, limitMs });
  const { members, next } = await listMembers(db, predicate, options);
  const ids = members.map(({ _id }) => _id);
  return { members: await memberRows(db, ids, columns), total: counts.get('all')?.n ?? 0, next };
}
