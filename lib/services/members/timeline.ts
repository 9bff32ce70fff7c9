import type { Db } from 'mongodb';
import type { Timeline, TimelineEvent, TimelineQuery } from '@/lib/contracts/members';
import { collection } from '@/lib/db/collections';
import type { EventDoc, EventTypeDoc } from '@/lib/db/documents';
import { pageFilter, pageOf } from '@/lib/db/time-cursor';
import { shownValue } from '@/lib/values/shown-value';
import { memberById } from './member-detail';

/** A page of what a member did, the newest first. Throws `not-found`, and `invalid-input` for a cursor that isn't one. */
export async function memberTimeline(
  db: Db,
  id: string,
  { type, after, limit }: TimelineQuery,
): Promise<Timeline> {
  await memberById(db, id);
  const found = await collection(db, 'events')
    .find({ $and: [{ memberId: id }, ...(type === undefined ? [] : [{ type }]), ...pageFilter('at', after)] })
    .sort({ at: -1, _id: -1 })
    .limit(limit + 1)
    .toArray();
  const types = await collection(db, 'eventTypes').find().toArray();
  const { page, next } = pageOf(found, limit, ({ at }) => at);
  return { events: page.map((event) => toTimelineEvent(event, types)), next };
}

/** The properties in the catalogue's order; what it doesn't describe isn't shown. */
function toTimelineEvent(
  { _id, type, at, props, source }: EventDoc,
  types: readonly EventTypeDoc[],
): TimelineEvent {
  const described = types.find((one) => one._id === type);
  return {
    id: _id,
    type,
    label: described?.label ?? { zh: type, en: type },
    at: at.toISOString(),
    props: (described?.props ?? []).flatMap(({ path, label, type: valueType, unit, options }) => {
      const key = path.slice('props.'.length);
      const value = shownValue(Object.hasOwn(props, key) ? props[key] : undefined, valueType);
      if (value === null) return [];
      const option = options.find((one) => one.value === value)?.label ?? null;
      return [{ path, label, type: valueType, unit, value, option }];
    }),
    source,
  };
}
