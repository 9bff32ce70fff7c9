import type { Db } from 'mongodb';
import type { EventType, EventTypeEdit } from '@/lib/contracts/catalogue';
import type { Actor } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { EventTypeDoc } from '@/lib/db/documents';
import { audit } from '@/lib/ground/audit/audit';
import { toEventType } from './catalogue-answer';
import { refuseIfUsed } from './usage';

/** One event type; throws `not-found`. */
export async function findEventType(db: Db, type: string): Promise<EventTypeDoc> {
  const found = await collection(db, 'eventTypes').findOne({ _id: type });
  if (found === null) throw new Problem('not-found', { what: { zh: '该事件', en: 'The event type' } });
  return found;
}

/**
 * Describes an event type and its properties anew. The type of a property can't change, and one that rules read can't
 * be left out. Throws `not-found`, `invalid-input`, `in-use`.
 */
export async function editEventType(
  db: Db,
  actor: Actor,
  type: string,
  edit: EventTypeEdit,
): Promise<EventType> {
  const before = await findEventType(db, type);
  for (const prop of before.props) {
    const next = edit.props.find(({ path }) => path === prop.path);
    if (next && next.type !== prop.type) {
      const why = { zh: '已有数据的属性不能改类型', en: 'a property that has data can’t change its type' };
      throw new Problem('invalid-input', { where: prop.path, why });
    }
    const changed = next === undefined || (prop.type === 'money' && next.unit !== prop.unit);
    if (changed) await refuseIfUsed(db, { kind: 'property', type, path: prop.path }, prop.label);
  }
  const after: EventTypeDoc = { _id: type, ...edit, updatedAt: new Date() };
  await collection(db, 'eventTypes').updateOne(
    { _id: type },
    { $set: { ...edit, updatedAt: after.updatedAt } },
  );
  await audit(db, actor, 'event-type.edit', `event-type:${type}`, {
    label: edit.label,
    props: edit.props.length,
  });
  return toEventType(after);
}
