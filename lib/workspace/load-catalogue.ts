import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { EventTypeDoc, FieldDoc, ListDoc } from '@/lib/db/documents';
import type { Catalogue, EventType, Field, ListReference } from '@/rules-engine/index';
import { builtInFields } from './built-in-fields';
import { layeringReferences, segmentReferences, tagReferences } from './references';
import { wholeFields } from './whole-fields';

/** Everything that a compile knows of the workspace, as it is at this moment. */
export async function loadCatalogue(db: Db): Promise<Catalogue> {
  const [stored, types, metrics, lists, tags, layerings, segments] = await Promise.all([
    collection(db, 'fields').find().sort({ _id: 1 }).toArray(),
    collection(db, 'eventTypes').find().sort({ _id: 1 }).toArray(),
    collection(db, 'metrics').find().toArray(),
    collection(db, 'lists').find({ state: 'ready' }).sort({ createdAt: -1 }).toArray(),
    tagReferences(db),
    layeringReferences(db),
    segmentReferences(db),
  ]);
  const eventTypes = byKey(types.map(toEventType), ({ type }) => type);
  const whole = wholeFields(metrics, eventTypes);
  const fields = [
    ...builtInFields.map((field): Field => ({ ...toField(field), always: true })),
    ...stored.map(toField),
  ].map((field) => (whole.has(field.path) ? { ...field, whole: true } : field));
  return {
    fields: byKey(fields, ({ path }) => path),
    eventTypes,
    tags: byKey(tags, ({ key }) => key),
    layerings: byKey(layerings, ({ key }) => key),
    segments: byKey(segments, ({ key }) => key),
    lists: byKey(lists.map(toList), ({ id }) => id),
  };
}

function byKey<T>(entries: readonly T[], keyOf: (entry: T) => string): Record<string, T> {
  return Object.fromEntries(entries.map((entry) => [keyOf(entry), entry]));
}

function toField({
  _id: path,
  type,
  label,
  unit,
  options,
  personal,
}: Omit<FieldDoc, 'origin' | 'updatedAt'>): Field {
  return { path, type, label, unit, options, personal };
}

function toEventType({ _id: type, label, props }: EventTypeDoc): EventType {
  const fields = props.map((prop): Field => ({ ...prop, personal: false }));
  return { type, label, props: byKey(fields, ({ path }) => path) };
}

/** What a rule counts are members: fewer than the ids that matched, where two ids are one member's. */
function toList({ _id: id, label, members }: ListDoc): ListReference {
  return { id, label, matched: members };
}
