import type { Db, Filter } from 'mongodb';
import type { AuditPageDto, AuditQuery } from '@/lib/contracts/audit';
import { collection } from '@/lib/db/collections';
import type { AuditDoc } from '@/lib/db/documents';
import { pageFilter, pageOf } from '@/lib/db/time-cursor';

/** One page of the audit trail, the newest first. Throws `invalid-input` for a cursor that isn't one. */
export async function listAudit(db: Db, query: AuditQuery): Promise<AuditPageDto> {
  const found = await collection(db, 'audit')
    .find({ $and: [...filters(query), ...pageFilter('at', query.before)] })
    .sort({ at: -1, _id: -1 })
    .limit(query.limit + 1)
    .toArray();
  const { page, next } = pageOf(found, query.limit, ({ at }) => at);
  return {
    entries: page.map(({ _id, at, ...entry }) => ({ id: _id, at: at.toISOString(), ...entry })),
    next,
  };
}

function filters({ actor, action, target, from, to }: AuditQuery): Filter<AuditDoc>[] {
  return [
    {},
    ...(actor === undefined ? [] : [{ actor }]),
    ...(target === undefined ? [] : [{ target }]),
    // The area `user` is every action from `user.` up to, not including, the next character `/`.
    ...(action === undefined
      ? []
      : [action.includes('.') ? { action } : { action: { $gte: `${action}.`, $lt: `${action}/` } }]),
    ...(from === undefined ? [] : [{ at: { $gte: new Date(from) } }]),
    ...(to === undefined ? [] : [{ at: { $lt: new Date(to) } }]),
  ];
}
